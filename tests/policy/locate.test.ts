// Where a section, a clause or a policy of some id stands, seen from what is chosen.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Bundle, Text} from '../../src/policy/bundle.js';
import {locate, type Location} from '../../src/policy/locate.js';
import {everything, type SelectionChange} from '../../src/policy/selection.js';
import {bundle, english} from './models.js';

const older: Text = {
  ...english,
  sections: [{id: 'gone', blocks: [{type: 'paragraph', id: 'gone-1', content: ['…']}]}],
};
const two: Bundle = {
  ...bundle,
  policies: [
    ...bundle.policies,
    {
      id: 'labs-privacy',
      products: ['labs'],
      editions: [{id: '1', texts: {da: older}, aliases: {'paper-1': 'gone-1', moved: 'nowhere'}}],
    },
    {
      id: 'later',
      products: ['labs'],
      editions: [{id: '2', texts: {en: {src: 'later.json', integrity: 'sha256-', title: '', audiences: []}}}],
    },
  ],
};

describe('leads to', () => {
  const cases: readonly [id: string, chosen: SelectionChange, found: Location | undefined][] = [
    ['v-name', {}, {policy: 'quay', id: 'v-name', changes: {}}],
    ['visitors', {}, {policy: 'quay', id: 'visitors', changes: {}}],
    ['quay', {}, {policy: 'quay', id: 'quay', changes: {}}],
    ['v-name', {view: 'glance'}, {policy: 'quay', id: 'v-name', changes: {view: ''}}],
    ['v-name', {audiences: ['guest']}, {policy: 'quay', id: 'v-name', changes: {}}],
    ['v-name', {audiences: ['member']}, {policy: 'quay', id: 'v-name', changes: {audiences: []}}],
    ['v-name', {product: 'labs'}, {policy: 'quay', id: 'v-name', changes: {product: 'quay'}}],
    // In English alone, and in an edition that is not the newest.
    [
      'm-pay',
      {language: 'da'},
      {policy: 'quay', id: 'm-pay', changes: {edition: '2026-03-01', audiences: [], language: 'en'}},
    ],
    ['gone-1', {product: 'quay', language: 'da'}, {policy: 'labs-privacy', id: 'gone-1', changes: {product: 'labs'}}],
    // Ids that they had once.
    ['paper-1', {}, {policy: 'labs-privacy', id: 'gone-1', changes: {}}],
    ['moved', {}, undefined],
    ['absent', {}, undefined],
  ];
  for (const [id, chosen, found] of cases)
    it(`${id}, where ${JSON.stringify(chosen)} is chosen`, () =>
      assert.deepEqual(locate(two, {...everything, ...chosen}, id), found));
});
