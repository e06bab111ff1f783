// A selection in a page's address, and back.
import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';
import fc from 'fast-check';
import {prefixFor, readAddress, writeAddress, type Parameters} from '../../src/policy/addresses.js';
import {everything, type Selection} from '../../src/policy/selection.js';
import {bundle} from './models.js';

const read = (query: string, prefix = 'policy-') => readAddress(bundle, [...new URLSearchParams(query)], prefix);

describe('reads', () => {
  const cases: readonly [query: string, changes: Partial<Selection>, replaced?: string][] = [
    ['', {}],
    ['utm=1&product=labs', {}],
    ['policy-product=quay&policy-audience=visitor+guest', {product: 'quay', audiences: ['visitor', 'guest']}],
    ['policy-audience=visitor,guest', {audiences: ['visitor', 'guest']}],
    ['policy-lang=da&policy-edition=2.1&policy-q=m%C3%B8de', {language: 'da', edition: '2.1', query: 'møde'}],
    ['policy-edition=2025-05-25&policy-view=changes', {edition: '2025-05-25', view: 'changes'}],
    ['policy-against=language:zh-Hant', {against: {language: 'zh-Hant'}}],
    ['policy-product=', {product: ''}],
    // The nearest there is, and what was asked for.
    ['policy-product=Kajen', {product: 'quay'}, 'product Kajen > quay'],
    ['policy-product=labz', {product: 'labs'}, 'product labz > labs'],
    ['policy-product=harbour', {product: ''}, 'product harbour > '],
    ['policy-audience=visitr+robot', {audiences: ['visitor']}, 'audience visitr > visitor, audience robot > '],
    ['policy-edition=2.4', {edition: '2.1'}, 'edition 2.4 > 2.1'],
    ['policy-edition=1.0', {edition: ''}, 'edition 1.0 > '],
    ['policy-edition=2026-02-30', {edition: ''}, 'edition 2026-02-30 > '],
    ['policy-view=dance', {view: ''}, 'view dance > '],
    ['policy-lang=fr', {language: 'fr'}, 'language fr > fr'],
    ['policy-lang=zh-TW', {language: 'zh-TW'}],
    ['policy-product=__proto__', {product: ''}, 'product __proto__ > '],
  ];
  for (const [query, changes, replaced = ''] of cases)
    it(`?${query}`, () => {
      const found = read(query);
      assert.deepEqual(found.changes, changes);
      assert.equal(found.replaced.map(({field, asked, shown}) => `${field} ${asked} > ${shown}`).join(', '), replaced);
    });
});

describe('writes', () => {
  const chosen: Selection = {
    ...everything,
    product: 'quay',
    audiences: ['visitor', 'guest'],
    language: 'zh-Hant',
    query: '會議',
    view: 'compare',
    against: {language: 'da'},
  };
  it('that nothing is chosen, where the page shows something by itself', () =>
    assert.deepEqual(
      writeAddress([], 'policy-', {...everything, language: 'da'}, {...everything, product: 'quay', language: 'en'}),
      [
        ['policy-product', ''],
        ['policy-lang', 'da'],
      ],
    ));
  it('what is chosen, and leaves what is not its own', () =>
    assert.deepEqual(
      writeAddress(
        [
          ['utm', '1'],
          ['policy-edition', '2.1'],
          ['other-q', 'x'],
        ],
        'policy-',
        chosen,
      ),
      [
        ['utm', '1'],
        ['other-q', 'x'],
        ['policy-product', 'quay'],
        ['policy-audience', 'visitor guest'],
        ['policy-lang', 'zh-Hant'],
        ['policy-view', 'compare'],
        ['policy-q', '會議'],
        ['policy-against', 'language:da'],
      ],
    ));
  it('nothing for nothing', () => assert.deepEqual(writeAddress([['policy-q', 'x']], 'policy-', everything), []));
  it('each element after its own id', () => {
    const one = writeAddress([], prefixFor('one'), chosen);
    const both = writeAddress(one, prefixFor(''), {...everything, product: 'labs'});
    assert.deepEqual(readAddress(bundle, both, prefixFor('one')).changes, readAddress(bundle, one, 'one-').changes);
    assert.deepEqual(readAddress(bundle, both, 'policy-').changes, {product: 'labs'});
  });
});

test('any selection of what exists comes back as it was', () =>
  fc.assert(
    fc.property(
      fc.record({
        product: fc.constantFrom('', 'quay', 'labs'),
        audiences: fc.subarray(['member', 'visitor', 'guest']),
        language: fc.constantFrom('', 'en', 'da', 'zh-Hant'),
        edition: fc.constantFrom('', '2026-03-01', '2.1', '2024-01-01'),
        query: fc.string(),
        view: fc.constantFrom('', 'glance', 'compare', 'changes'),
        against: fc.constantFrom({}, {language: 'da'}, {audience: 'guest', edition: '2.1'}),
      }),
      fc.array(fc.tuple(fc.string(), fc.string())),
      (selection, others: Parameters) => {
        const strangers = others.filter(([name]) => !name.startsWith('policy-'));
        const written = [
          ...new URLSearchParams(writeAddress(strangers, 'policy-', selection).map((pair) => [...pair])),
        ];
        const {changes, replaced} = readAddress(bundle, written, 'policy-');
        assert.deepEqual({...everything, ...changes}, {...selection, against: {...selection.against}});
        assert.deepEqual(replaced, []);
      },
    ),
  ));
