// At a glance: which data of whom, why, and which clauses say so.
import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';
import fc from 'fast-check';
import type {Bundle} from '../../src/policy/bundle.js';
import {glance} from '../../src/policy/glance.js';
import {everything} from '../../src/policy/selection.js';
import {seedsBundle} from '../harness/materials.mjs';
import {bundleArbitrary} from './arbitraries.js';
import {bundle} from './models.js';

describe('the table', () => {
  const table = glance(bundle, {...everything, audiences: ['visitor']});

  it('has a column for each audience that is named, the reader’s own marked', () =>
    assert.deepEqual(
      table.columns.map(({audience, own}) => [audience, own]),
      [
        ['member', false],
        ['visitor', true],
        ['guest', false],
      ],
    ));

  it('has a row for each category that is named, in the vocabulary’s order', () =>
    assert.deepEqual(
      table.rows.map(({term}) => term),
      ['calendar', 'contact', 'payment'],
    ));

  const cells: readonly [term: string, audience: string, clauses: string, why: string][] = [
    ['calendar', 'visitor', 'v-calendar', 'consent'],
    ['calendar', 'member', '', ''],
    // What is for everyone is for each of them.
    ['contact', 'member', 'e-mail', ''],
    ['contact', 'guest', 'v-name e-mail', 'security'],
    ['payment', 'member', 'm-pay', ''],
    ['payment', 'visitor', '', ''],
  ];
  for (const [term, audience, clauses, why] of cells)
    it(`${term} of a ${audience}: ${clauses || 'not named'}${why && `, for ${why}`}`, () => {
      const cell = table.rows.find((row) => row.term === term)?.cells.find((cell) => cell.audience === audience);
      assert.equal(cell?.clauses.map(({clause}) => clause).join(' '), clauses);
      assert.equal([...(cell?.purposes ?? []), ...(cell?.bases ?? [])].join(' '), why);
    });

  it('has one column where nobody is named', () => {
    const policies = [
      {id: 'q', products: ['quay'], editions: [{id: 'undated', texts: {en: {title: '', sections: []}}}]},
    ];
    assert.deepEqual(
      glance({...bundle, policies}, everything).columns.map(({audience, own}) => [audience, own]),
      [['', true]],
    );
  });
});

test('for any bundle: a cell for each column, and no row that nobody names', () =>
  fc.assert(
    fc.property(bundleArbitrary(), (any) => {
      const {columns, rows} = glance(any, everything);
      for (const {term, cells} of rows) {
        assert.deepEqual(
          cells.map(({audience}) => audience),
          columns.map(({audience}) => audience),
        );
        assert.ok(
          cells.some(({clauses}) => clauses.length > 0),
          term,
        );
      }
    }),
  ));

test('real policies: labs in Danish uses calendars of employees, mentors and visitors, not of members', async (t) => {
  const seeds = await seedsBundle();
  if ('reason' in seeds) return t.skip(seeds.reason);
  const {columns, rows} = glance(seeds.bundle as Bundle, {...everything, product: 'labs', language: 'da'});
  const row = rows.find(({term}) => term === 'calendar');
  const named = row?.cells.filter(({clauses}) => clauses.length > 0).map(({audience}) => audience);
  for (const id of ['employee', 'mentor', 'visitor']) assert.ok(named?.includes(id), id);
  assert.ok(columns.some(({audience}) => audience === 'member'));
  assert.ok(!named?.includes('member'));
});
