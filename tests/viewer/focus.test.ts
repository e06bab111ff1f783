// Where the focus is after a control is gone or has become another, and that nothing covers it.
import {expect, fixture, html} from '@open-wc/testing';
import {press} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {aMoment, button, drawn, focused, once, seen, settled, show, use, words} from './reader.js';
import type {PolicyViewer} from './viewer.js';

const heading = (viewer: Element): HTMLElement => seen(viewer, '[part=document] > [part=heading]')[0]!;

describe('the focus', () => {
  it('goes to the status where the button for the whole policy was', async () => {
    const viewer = await show({product: 'pier', audience: 'visitor'});
    await use(viewer, button(viewer, 'Show the whole policy'));
    expect(focused()?.part.value).to.equal('status');
    expect(focused()?.role).to.equal('group');
    expect(focused()?.ariaLabel).to.equal('Showing all points: 19');
  });

  it('goes to the heading where the button for a newer version was', async () => {
    const viewer = await show({product: 'labs', lang: 'nl'});
    await use(viewer, seen(viewer, '[part=notice] button')[0]!);
    await settled(viewer);
    expect(words(heading(viewer))).to.contain('Privatlivspolitik');
    expect(words(focused())).to.equal(words(heading(viewer)));
  });

  it('goes to the heading from a button that has become another: pressed twice, it does not undo itself', async () => {
    const viewer = await show({product: 'pier'});
    await use(viewer, button(viewer, 'Svenska'));
    expect(words(focused())).to.equal(words(heading(viewer)));
    await press('Enter');
    await settled(viewer);
    expect(viewer.lang).to.equal('sv');
  });

  it('is not lost while a bundle is asked for again, nor when it is there', async () => {
    const viewer = await fixture<PolicyViewer>(html`<policy-viewer lang="en" src="none.json"></policy-viewer>`);
    await once(viewer, 'policy-error');
    await settled(viewer);
    const failed = once(viewer, 'policy-error');
    await use(viewer, button(viewer, 'Try again'));
    await failed;
    await settled(viewer);
    expect(focused()?.role).to.equal('status');
    viewer.bundle = bundle;
    await once(viewer, 'policy-load');
    await settled(viewer);
    expect(focused()?.role).to.equal('status');
  });

  it('stands clear of the toolbar that stays, backwards too', async () => {
    const viewer = await show({product: 'pier'});
    const toolbar = seen(viewer, '[part=toolbar]')[0]!;
    // As it is in a high window.
    toolbar.style.cssText = 'position: sticky; inset-block-start: 0; z-index: 1';
    viewer.style.cssText = 'display: block; margin-block-end: 2000px';
    const last = seen(viewer, '[data-clause=r1] a').at(-1)!;
    last.focus();
    scrollBy({top: 4000, behavior: 'instant'});
    await drawn();
    let passed = 0;
    for (let left = 60; left; left--) {
      await press('Shift+Tab');
      await drawn();
      await drawn();
      const now = focused()!;
      if (toolbar.contains(now)) break;
      if (now === document.body) throw new Error('The focus is lost');
      passed++;
      expect(now.getBoundingClientRect().top, words(now)).to.be.at.least(toolbar.getBoundingClientRect().bottom);
    }
    expect(passed).to.be.above(5);
    await aMoment();
  });
});
