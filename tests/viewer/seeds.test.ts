// Real policies, imported and built with the command, as their readers see them. Skipped where they are not at hand.
import {expect} from '@open-wc/testing';
import type {Bundle} from '../../src/policy/bundle.js';
import {material, skip} from '../harness/commands.js';
import {
  all,
  clauses,
  drawn,
  focused,
  notices,
  pick,
  picker,
  seen,
  settled,
  show,
  status,
  still,
  words,
} from './reader.js';

let bundle: Bundle | undefined;
let reason = '';

before(async function () {
  this.timeout(60_000);
  const found = await material<{bundle: Bundle}>('seeds-bundle');
  if ('reason' in found) ({reason} = found);
  else ({bundle} = found);
});

const test = (title: string, run: (bundle: Bundle) => Promise<void>): Mocha.Test =>
  it(title, async function () {
    await run(bundle ?? (await skip(this, reason)));
  });

/** The clauses shown that are for some audience. */
const addressed = (root: Element): HTMLElement[] =>
  seen(root, '[data-clause]').filter((clause) => clause.closest('[data-for]'));

/** A product by the language of its text: the policies cover one to six products each. */
const productIn = ({policies}: Bundle, language: string, at = 0): string =>
  policies.find(({editions}) => editions.some(({texts}) => language in texts))!.products[at]!;

describe('real policies', () => {
  test('a visitor, in Dutch: 8 clauses for visitors, and that a newer edition is in Danish', async (bundle) => {
    const viewer = await show({bundle, product: productIn(bundle, 'nl'), audience: 'visitor', lang: 'nl'});
    expect(addressed(viewer)).to.have.length(8);
    expect(seen(viewer, '[part=document]').map(({lang}) => lang)).to.deep.equal(['nl']);
    expect(notices(viewer).join()).to.contain('12 juli 2019').and.contain('Dansk');
  });

  test('a Norwegian text asked for in Swedish: shown, marked as such, and a sentence why', async (bundle) => {
    const viewer = await show({bundle, product: productIn(bundle, 'nb'), lang: 'sv'});
    expect(seen(viewer, '[part=document]').map(({lang}) => lang)).to.deep.equal(['nb']);
    expect(notices(viewer)[0]).to.match(/finns inte på: svenska/i);
  });

  test('the second product of six, a visitor, from Taiwan: 8 Chinese clauses for visitors', async (bundle) => {
    const product = productIn(bundle, 'zh-Hant', 1);
    const viewer = await show({bundle, product, audience: 'visitor', lang: 'zh-TW'});
    expect(addressed(viewer)).to.have.length(8);
    expect(seen(viewer, '[part=document]').map(({lang}) => lang)).to.deep.equal(['zh-Hant']);
  });

  for (const n of [0, 3, 7])
    test(`switched to Swedish: the reader stays at clause ${n + 1}, the focus on the picker`, async (bundle) => {
      const product = productIn(bundle, 'zh-Hant', 1);
      const viewer = await show({bundle, product, audience: 'visitor', lang: 'zh-TW'});
      viewer.style.marginBlock = '300px 2000px';
      const id = addressed(viewer)[n]!.dataset['clause']!;
      const clause = (): HTMLElement => all(viewer, `[data-clause="${id}"]`)[0]!;
      const toolbar = seen(viewer, '[part=toolbar]')[0]!;
      picker(viewer, '語言').focus({preventScroll: true});
      for (let i = 0; i < 6; i++) {
        clause().scrollIntoView({behavior: 'instant'});
        await drawn();
      }
      scrollBy({
        top: clause().getBoundingClientRect().top - Math.max(0, toolbar.getBoundingClientRect().bottom) + 10,
        behavior: 'instant',
      });
      await still(viewer);
      const before = clause().getBoundingClientRect().top;
      await pick(viewer, '語言', 'Svenska');
      await still(viewer);
      expect(seen(viewer, '[part=document]').map(({lang}) => lang)).to.deep.equal(['sv']);
      expect(addressed(viewer)).to.have.length(8);
      expect(clause().getBoundingClientRect().top).to.be.closeTo(before, 2);
      expect(focused()).to.equal(picker(viewer, 'Språk'));
    });

  test('all products, a visitor: 8, 3 and 7 clauses for visitors, and what is for everyone', async (bundle) => {
    const viewer = await show({bundle, audience: 'visitor', lang: 'sv'});
    expect(seen(viewer, 'policy-viewer-text').map((text) => addressed(text).length)).to.deep.equal([8, 3, 7]);
    expect(clauses(viewer).length).to.be.greaterThan(8 + 3 + 7);
    expect(words(status(viewer))).to.contain(`${clauses(viewer).length}`);
  });

  test('lose nothing: without a choice every clause is seen', async (bundle) => {
    const viewer = await show({bundle, lang: 'sv'});
    await settled(viewer);
    expect(all(viewer, '[data-clause]').length).to.equal(seen(viewer, '[data-clause]').length);
  });
});
