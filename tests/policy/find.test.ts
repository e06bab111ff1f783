// Searching: folded letters, parts of words, and what is hidden from the reader.
import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';
import fc from 'fast-check';
import type {Bundle} from '../../src/policy/bundle.js';
import {find} from '../../src/policy/find.js';
import {everything} from '../../src/policy/selection.js';
import {clausesOf, clauseText} from '../../src/policy/walk.js';
import {seedsBundle} from '../harness/materials.mjs';
import {bundleArbitrary} from './arbitraries.js';
import {bundle} from './models.js';

const bundleWith = (content: string): Bundle => ({
  ...bundle,
  policies: [
    {
      id: 'quay',
      products: ['quay'],
      editions: [
        {
          id: 'undated',
          texts: {en: {title: '', sections: [{id: 's', blocks: [{type: 'paragraph', id: 'p', content: [content]}]}]}},
        },
      ],
    },
  ],
});

describe('finds', () => {
  const cases: readonly [query: string, text: string, found: string][] = [
    ['mode', 'Dit møde', 'møde'],
    ['MØDE', 'Dit møde', 'møde'],
    ['mote', 'Möte', 'Möte'],
    ['strasse', 'Hauptstraße 1', 'straße'],
    ['lodz', 'w Łodzi', 'Łodz'],
    ['aegir', 'Ægir', 'Ægir'],
    ['dagur', 'Ðagur', 'Ðagur'],
    ['istanbul', 'İstanbul, ıstanbul', 'İstanbul ıstanbul'],
    ['cafe', 'cafe\u0301', 'cafe\u0301'],
    ['lokale', 'konferencelokale', 'lokale'],
    ['會議', '您的會議室', '會議'],
    ['ประชุม', 'ห้องประชุม', 'ประชุม'],
    ['שלום', 'שָׁלוֹם', 'שָׁלוֹם'],
    ['your card', 'The card is your own card', 'card your card'],
    ['"own card"', 'The card is your own card', 'own card'],
    ['two words', 'two', ''],
    ['a', 'aaa', 'a a a'],
    ['one two', 'one\ntwo', 'one two'],
    ['"one two"', 'one\ntwo', 'one\ntwo'],
    ['ss', 'ß', 'ß'],
    ['s', 'ß', 'ß'],
    ['.*', 'a.b', ''],
    ['   ', 'a b', ''],
    ['👩', '👩 and 👩', '👩 👩'],
  ];
  for (const [query, text, found] of cases)
    it(`"${query}" in "${text}": ${found ? JSON.stringify(found) : 'nothing'}`, () => {
      const {hits} = find(bundleWith(text), {...everything, query});
      const pieces = hits.flatMap(({ranges}) => ranges.map(([start, end]) => text.slice(start, end)));
      assert.equal(pieces.join(' '), found);
    });

  it('headings and leads, too', () => {
    const {hits} = find(bundle, {...everything, query: 'visitors'});
    assert.deepEqual(
      hits.map(({kind, id}) => `${kind} ${id}`),
      ['heading visitors'],
    );
    assert.equal(find(bundle, {...everything, query: 'we use'}).hits[0]?.id, 'v-name');
  });

  it('what is hidden, and says so', () => {
    const {shown, hidden, hits} = find(bundle, {...everything, audiences: ['member'], query: 'your'});
    assert.deepEqual([shown, hidden], [2, 3]);
    assert.deepEqual(
      hits.map(({id, visible}) => `${id} ${visible}`),
      ['v-name false', 'v-calendar false', 'm-pay true', 'e-mail true'],
    );
  });
});

test('for any text a word of it is found, and ranges stay within it', () =>
  fc.assert(
    fc.property(bundleArbitrary({references: false}), fc.string({maxLength: 3}), (any, query) => {
      const texts = new Map(
        any.policies.flatMap(({id, editions}) =>
          editions.flatMap(({texts}) =>
            Object.values(texts).flatMap((text) =>
              'src' in text ? [] : clausesOf(text).map((part) => [`${id} ${part.value.id} ${clauseText(part)}`, part]),
            ),
          ),
        ),
      );
      assert.ok(texts.size >= 0);
      for (const {ranges} of find(any, {...everything, query}).hits) {
        let last = 0;
        for (const [start, end] of ranges) {
          assert.ok(start >= last && end > start);
          last = end;
        }
      }
    }),
  ));

test('10,000 clauses are folded once, and searched in no time', () => {
  const blocks = Array.from({length: 10_000}, (_, i) => ({
    type: 'paragraph' as const,
    id: `p${i}`,
    content: [`Vi noterer, hvornår du kommer, og hvornår du går, nummer ${i}.`],
  }));
  const policies = [
    {id: 'q', products: ['quay'], editions: [{id: 'undated', texts: {da: {title: '', sections: [{id: 's', blocks}]}}}]},
  ];
  const many = {...bundle, policies};
  assert.equal(find(many, {...everything, query: 'hvornar'}).shown, 20_000);
  const start = performance.now();
  assert.equal(find(many, {...everything, query: 'nummer 9999'}).hits.length, 1);
  // About 10 ms on a quiet machine; folding anew would take twenty times that.
  assert.ok(performance.now() - start < 1_000);
});

test('real policies: 會議 in the Chinese text, konferencelokale in the Danish', async (t) => {
  const seeds = await seedsBundle();
  if ('reason' in seeds) return t.skip(seeds.reason);
  for (const [language, query] of [
    ['zh-Hant', '會議'],
    ['da', 'konferencelokale'],
  ] as const)
    assert.ok(find(seeds.bundle as Bundle, {...everything, language, query}).shown > 0, query);
});
