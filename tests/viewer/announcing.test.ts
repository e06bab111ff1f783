// What a screen reader says of a change: once, in the language it is in, and never what was there from the start.
import {expect, fixture, html} from '@open-wc/testing';
import {bundle} from './fixtures.js';
import {aMoment, box, button, liveRegion, once, pick, seen, settled, show, until, use, words} from './reader.js';
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

describe('an announcement', () => {
  it('is made once when the language is switched, in the new language', async () => {
    const viewer = await show({product: 'pier'});
    expect(await announced(viewer, () => pick(viewer, 'Language', '繁體中文')))
      .to.have.length(1)
      .and.satisfy(([said]: string[]) => /^zh-Hant: .*19 項/.test(said!));
  });

  it('is made once when the reader says who they are, and once when they want it all', async () => {
    const viewer = await show({product: 'pier'});
    expect(await announced(viewer, () => use(viewer, box(viewer, 'visitor')))).to.deep.equal([
      'en: Showing 14 of 19 points. Hidden: 5.',
    ]);
    expect(await announced(viewer, () => use(viewer, button(viewer, 'Show the whole policy')))).to.deep.equal([
      'en: Showing all points: 19',
    ]);
  });

  it('says, with the language, what is missing in it', async () => {
    const viewer = await show({product: 'labs', lang: 'da'});
    const act = async (): Promise<void> => {
      viewer.lang = 'en';
      await settled(viewer);
    };
    expect(await announced(viewer, act)).to.deep.equal([
      'en: Showing all points: 19 Not available in: English. Shown in: Danish.',
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
    expect(await announced(viewer, act)).to.deep.equal(['en: Showing 11 of 19 points. Hidden: 8.']);
  });

  it('is made also where the number stays the same', async () => {
    const viewer = await show({product: 'pier'});
    const choose = (audience: string) => async (): Promise<void> => {
      viewer.audience = audience;
      await settled(viewer);
    };
    const sentence = 'en: Showing 14 of 19 points. Hidden: 5.';
    expect(await announced(viewer, choose('visitor'))).to.deep.equal([sentence]);
    expect(await announced(viewer, choose('guest'))).to.deep.equal([sentence]);
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
