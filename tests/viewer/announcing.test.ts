// What a screen reader says of a change: once, in the language it is in, and never what was there from the start.
import {expect, fixture, html} from '@open-wc/testing';
import {bundle} from './fixtures.js';
import {
  aMoment,
  box,
  button,
  liveRegion,
  notices,
  once,
  pick,
  seen,
  settled,
  show,
  until,
  use,
  words,
} from './reader.js';
import type {PolicyViewer} from './viewer.js';

/** What comes to stand in the live region while something is done, and until nothing more is said. */
const announced = async (viewer: PolicyViewer, act: () => Promise<unknown>, least = 1): Promise<string[]> => {
  const region = liveRegion(viewer);
  const said: string[] = [];
  const watch = new MutationObserver(() => {
    if (words(region)) said.push(`${region.closest('[lang]')?.getAttribute('lang')}: ${words(region)}`);
  });
  watch.observe(region, {childList: true, characterData: true, subtree: true});
  await act();
  await until(() => said.length >= least);
  await aMoment();
  watch.disconnect();
  expect(liveRegion(viewer), 'the region is the one that was there').to.equal(region);
  return said;
};

/** The notice at every English text of the small bundle's first policy. */
const prevails = 'Where the texts differ, this language prevails: Swedish.';

describe('an announcement', () => {
  it('is made once when the language is switched, in the new language', async () => {
    const viewer = await show({product: 'pier'});
    expect(await announced(viewer, () => pick(viewer, 'Language', '繁體中文')))
      .to.have.length(1)
      .and.satisfy(([said]: string[]) => /^zh-Hant: .*繁體中文 .*19 項/.test(said!));
  });

  it('is made once when the reader says who they are, and once when they want it all', async () => {
    const viewer = await show({product: 'pier'});
    expect(await announced(viewer, () => use(viewer, box(viewer, 'visitor')))).to.deep.equal([
      `en: Northpier · visitor · English Showing 14 of 19 points. Hidden: 5. ${prevails}`,
    ]);
    expect(await announced(viewer, () => use(viewer, button(viewer, 'Show the whole policy')))).to.deep.equal([
      `en: Northpier · English Showing all points: 19 ${prevails}`,
    ]);
  });

  it('says, with the language, what is missing in it', async () => {
    const viewer = await show({product: 'labs', lang: 'da'});
    const act = async (): Promise<void> => {
      viewer.lang = 'en';
      await settled(viewer);
    };
    expect(await announced(viewer, act)).to.deep.equal([
      'en: Labs · English Showing all points: 19 Not available in: English. Shown in: Danish.',
    ]);
  });

  it('says only the last of several quick changes', async () => {
    const viewer = await show({product: 'pier'});
    const act = async (): Promise<void> => {
      for (const audience of ['visitor', 'member', 'guest', 'client']) {
        viewer.audience = audience;
        await settled(viewer);
      }
    };
    expect(await announced(viewer, act)).to.deep.equal([
      `en: Northpier · customer · English Showing 11 of 19 points. Hidden: 8. ${prevails}`,
    ]);
  });

  it('is made also where the number stays the same', async () => {
    const viewer = await show({product: 'pier'});
    const choose = (audience: string) => async (): Promise<void> => {
      viewer.audience = audience;
      await settled(viewer);
    };
    for (const audience of ['visitor', 'guest'])
      expect(await announced(viewer, choose(audience))).to.deep.equal([
        `en: Northpier · ${audience} · English Showing 14 of 19 points. Hidden: 5. ${prevails}`,
      ]);
  });

  it('says every notice that comes to stand at a text', async () => {
    const viewer = await show({product: 'labs', lang: 'da'});
    const act = async (): Promise<void> => {
      viewer.selection = {product: 'labs', language: 'nl', audiences: ['member']};
      await settled(viewer);
    };
    const [said = '', ...more] = await announced(viewer, act);
    expect(more).to.deep.equal([]);
    expect(said).to.match(/^nl: Labs · lid · Nederlands /);
    expect(notices(viewer)).to.have.length(2);
    for (const notice of notices(viewer)) expect(said).to.contain(notice);
  });

  it('speaks when there is nothing to show', async () => {
    const own = {...bundle, products: [...bundle.products, {id: 'new', names: {en: 'New'}}]};
    const viewer = await show({product: 'pier', bundle: own});
    const act = async (): Promise<void> => {
      viewer.product = 'new';
      await settled(viewer);
    };
    expect(await announced(viewer, act)).to.deep.equal([
      'en: New · English Showing all points: 0 There is no policy to show here.',
    ]);
  });

  it('is not made by the first text a reader sees, nor by rendering it again', async () => {
    const viewer = await show({product: 'pier'});
    const act = async (): Promise<void> => {
      viewer.requestUpdate();
      await settled(viewer);
    };
    expect(await announced(viewer, act, 0)).to.deep.equal([]);
  });

  it('has its region before anything is loaded, and keeps it', async () => {
    const viewer = await fixture<PolicyViewer>(html`<policy-viewer lang="en" product="pier"></policy-viewer>`);
    await settled(viewer);
    const region = liveRegion(viewer);
    const loaded = once(viewer, 'policy-load');
    viewer.bundle = bundle;
    await loaded;
    expect(seen(viewer, '[part=document]')).to.have.length(1);
    expect(liveRegion(viewer)).to.equal(region);
  });
});
