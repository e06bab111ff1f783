// Side by side: clause with clause by id, in an order that keeps both texts'.
import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';
import fc from 'fast-check';
import {align, longestRun} from '../../src/policy/align.js';
import type {Bundle} from '../../src/policy/bundle.js';
import {compare} from '../../src/policy/compare.js';
import {everything, type Selection} from '../../src/policy/selection.js';
import {seedsBundle} from '../harness/materials.mjs';
import {bundleArbitrary} from './arbitraries.js';
import {bundle} from './models.js';

describe('align', () => {
  const cases: readonly [left: string, right: string, rows: string][] = [
    ['abc', 'abc', 'aa bb cc'],
    ['ab', '', 'a- b-'],
    ['', 'ab', '-a -b'],
    ['abd', 'acd', 'aa b- -c dd'],
    ['ac', 'abc', 'aa -b cc'],
    ['abc', 'xaby', '-x aa bb c- -y'],
    ['abcd', 'bcda', 'aa* bb cc dd'],
    ['ab', 'xy', 'a- b- -x -y'],
  ];
  for (const [left, right, rows] of cases)
    it(`"${left}" with "${right}": ${rows}`, () =>
      assert.equal(
        align([...left], [...right], (key) => key)
          .map(({left = '-', right = '-', moved}) => left + right + (moved ? '*' : ''))
          .join(' '),
        rows,
      ));

  it('has every member of both once, and the left list in its order', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30)), fc.uniqueArray(fc.nat(30)), (left, right) => {
        const rows = align(left, right, String);
        assert.deepEqual(
          rows.flatMap((row) => (row.left === undefined ? [] : [row.left])),
          left,
        );
        assert.deepEqual(rows.flatMap((row) => (row.right === undefined ? [] : [row.right])).sort(), [...right].sort());
        // Apart from what moved, the right list keeps its order, too.
        const kept = rows.flatMap((row) => (row.right === undefined || row.moved ? [] : [right.indexOf(row.right)]));
        assert.deepEqual(
          kept,
          [...kept].sort((a, b) => a - b),
        );
      }),
    ));

  it('the longest run of 3 1 2 5 4 6 has four', () => assert.equal(longestRun([3, 1, 2, 5, 4, 6]).size, 4));
});

const rowsOf = (selection: Partial<Selection>): string[] =>
  compare(bundle, {...everything, ...selection}).policies.flatMap(({rows}) =>
    rows.map(({kind, id, state}) => `${kind === 'heading' ? '# ' : ''}${id} ${state}`),
  );

describe('compare', () => {
  it('two languages', () =>
    assert.deepEqual(rowsOf({against: {language: 'da'}}), [
      '# visitors both',
      'v-name both',
      'v-calendar both',
      '# members left',
      'm-pay left',
      '# all both',
      'e-mail both',
    ]));
  it('two audiences: what each sees', () =>
    assert.deepEqual(rowsOf({audiences: ['member'], against: {audience: 'guest'}}), [
      '# members left',
      'm-pay left',
      '# visitors right',
      'v-name right',
      'v-calendar right',
      '# all both',
      'e-mail both',
    ]));
  it('two editions, with what clauses were called before', () => {
    const [policy] = bundle.policies;
    const [newest, ...others] = policy!.editions;
    const renamed = {...bundle, policies: [{...policy!, editions: [{...newest!, aliases: {was: 'm-pay'}}, ...others]}]};
    const text = {title: '', sections: [{id: 's', blocks: [{type: 'paragraph' as const, id: 'was', content: ['x']}]}]};
    renamed.policies[0]!.editions[1] = {id: '2.1', texts: {en: text}};
    const {policies} = compare(renamed, {...everything, against: {edition: '2.1'}});
    assert.deepEqual(
      policies[0]!.rows.filter(({state}) => state === 'both').map(({id}) => id),
      ['m-pay'],
    );
    assert.deepEqual([policies[0]!.both, policies[0]!.leftOnly, policies[0]!.rightOnly], [1, 3, 0]);
  });
  it('a product without a policy: all on one side', () =>
    assert.ok(rowsOf({product: 'quay', against: {product: 'labs'}}).every((row) => row.endsWith('left'))));
});

test('for any bundle and any other side nothing throws', () =>
  fc.assert(
    fc.property(
      bundleArbitrary(),
      fc.record({audience: fc.string(), language: fc.string(), edition: fc.string(), product: fc.string()}),
      (any, against) => {
        for (const {rows, both, leftOnly, rightOnly} of compare(any, {...everything, against}).policies)
          assert.equal(rows.filter(({kind}) => kind === 'clause').length, both + leftOnly + rightOnly);
      },
    ),
  ));

test('real policies: one in Swedish and Chinese has all 20 list clauses on both sides', async (t) => {
  const seeds = await seedsBundle();
  if ('reason' in seeds) return t.skip(seeds.reason);
  const bundle = seeds.bundle as Bundle;
  const product = bundle.policies[0]!.products[0]!;
  const {policies} = compare(bundle, {...everything, product, language: 'sv', against: {language: 'zh-Hant'}});
  const items = policies.flatMap(({rows}) =>
    rows.filter(({left, right}) => left?.kind === 'item' || right?.kind === 'item').map(({state}) => state),
  );
  assert.deepEqual(items, Array<string>(20).fill('both'));
});
