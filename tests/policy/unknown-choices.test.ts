// What attributes ask for that the bundle does not have.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {everything, type Selection} from '../../src/policy/selection.js';
import {describeUnknown, unknownChoices} from '../../src/policy/unknown-choices.js';
import {bundle} from './models.js';

describe('of what is chosen, the bundle does not have', () => {
  const cases: readonly [chosen: Partial<Selection>, unknown: string][] = [
    [{}, ''],
    [{product: 'quay', audiences: ['visitor', 'guest'], language: 'da', edition: '2.1', view: 'glance'}, ''],
    [{product: 'Kajen'}, ''],
    [{product: 'kajen'}, ''],
    [{edition: '2020-01-01'}, ''],
    [{language: 'zh-TW'}, ''],
    [{product: 'labz'}, 'product labz > labs'],
    [{product: 'harbour'}, 'product harbour > '],
    [{product: '__proto__'}, 'product __proto__ > '],
    [{audiences: ['visitr', 'guest', 'robot']}, 'audience visitr > visitor, audience robot > '],
    [{language: 'fr'}, 'language fr > '],
    [{edition: '2.4'}, 'edition 2.4 > 2.1'],
    [{view: 'glanse'}, 'view glanse > glance'],
    [{product: 'labz', view: 'dance'}, 'product labz > labs, view dance > '],
  ];
  for (const [chosen, expected] of cases)
    it(JSON.stringify(chosen), () => {
      const found = unknownChoices(bundle, {...everything, ...chosen});
      assert.equal(found.map(({field, asked, nearest}) => `${field} ${asked} > ${nearest}`).join(', '), expected);
    });
});

describe('says to the owner', () => {
  const cases: readonly [nearest: string, known: readonly string[], sentence: string][] = [
    ['labs', ['labs', 'quay'], 'lang asks for "x", which the bundle does not have. The nearest it has is "labs".'],
    ['', ['labs', 'quay'], 'lang asks for "x", which the bundle does not have. It has: labs, quay.'],
    ['', [], 'lang asks for "x", which the bundle does not have. It has: none.'],
    [
      '',
      Array.from({length: 13}, (_, i) => `p${i}`),
      'lang asks for "x", which the bundle does not have. It has: p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, ….',
    ],
  ];
  for (const [nearest, known, sentence] of cases)
    it(sentence, () => assert.equal(describeUnknown({field: 'language', asked: 'x', nearest, known}), sentence));
});
