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

describe('real policies', () => {
  test(
    'labs, a visitor, in Dutch: 8 clauses for visitors, and that a newer edition exists in ' + 'Danish',
    async (bundle) => {
      const viewer = await show({bundle, product: 'labs', audience: 'visitor', lang: 'nl'});
      expect(addressed(viewer)).to.have.length(8);
      expect(seen(viewer, '[part=document]').map(({lang}) => lang)).to.deep.equal(['nl']);
      expect(notices(viewer).join()).to.contain('12 juli 2019').and.contain('Dansk');
    },
  );

  test('space-services, in Swedish: the Norwegian text, marked as such, and a sentence why', async (bundle) => {
    const viewer = await show({bundle, product: 'space-services', lang: 'sv'});
    expect(seen(viewer, '[part=document]').map(({lang}) => lang)).to.deep.equal(['nb']);
    expect(notices(viewer)[0]).to.match(/finns inte på: svenska/i);
  });

  test('Spacemob, a visitor, from Taiwan: 8 Chinese clauses for visitors', async (bundle) => {
    const viewer = await show({bundle, product: 'Spacemob', audience: 'visitor', lang: 'zh-TW'});
    expect(addressed(viewer)).to.have.length(8);
    expect(seen(viewer, '[part=document]').map(({lang}) => lang)).to.deep.equal(['zh-Hant']);
  });

  for (const n of [0, 3, 7])
    test(
      `Spacemob, switched to Swedish: the reader stays at clause ${n + 1}, the focus on the ` + 'picker',
      async (bundle) => {
        const viewer = await show({bundle, product: 'Spacemob', audience: 'visitor', lang: 'zh-TW'});
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
      },
    );

  test(
    'all products, a visitor: 8, 3 and 7 clauses for visitors, each in its own language, and what is ' + 'for everyone',
    async (bundle) => {
      const viewer = await show({bundle, audience: 'visitor', lang: 'sv'});
      const shown = Object.fromEntries(
        seen(viewer, 'policy-viewer-text').map((text) => [text.dataset['policy'], addressed(text).length]),
      );
      expect(shown).to.deep.equal({wework: 8, 'space-services': 3, labs: 7});
      expect(clauses(viewer).length).to.be.greaterThan(8 + 3 + 7);
      expect(words(status(viewer))).to.contain(`${clauses(viewer).length}`);
    },
  );

  test('lose nothing: without a choice every clause is seen', async (bundle) => {
    const viewer = await show({bundle, lang: 'sv'});
    await settled(viewer);
    expect(all(viewer, '[data-clause]').length).to.equal(seen(viewer, '[data-clause]').length);
  });
});
