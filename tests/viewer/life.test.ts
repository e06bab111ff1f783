// An element that is moved, removed, put back, or one of many.
import {expect, fixture, html} from '@open-wc/testing';
import type {PolicyViewer} from './viewer.js';
import {bundle} from './fixtures.js';
import {box, clauses, drawn, focused, pick, seen, settled, show, until, use, visitorClauses, words} from './reader.js';

/** Every listener that something adds to the window or the document, as long as it is there. */
const watchListeners = (): {left: () => string[]; stop: () => void} => {
  const listeners = new Map<string, number>();
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  const count = (target: EventTarget, type: string, by: number): void => {
    if (target === window || target === document || target instanceof MediaQueryList)
      listeners.set(type, (listeners.get(type) ?? 0) + by);
  };
  EventTarget.prototype.addEventListener = function (...args) {
    count(this ?? window, args[0], 1);
    const [type, , options] = args;
    const signal = typeof options === 'object' ? options.signal : undefined;
    if (signal) addEventListener.call(signal, 'abort', () => count(this ?? window, type, -1));
    addEventListener.apply(this ?? window, args);
  };
  EventTarget.prototype.removeEventListener = function (...args) {
    count(this ?? window, args[0], -1);
    removeEventListener.apply(this ?? window, args);
  };
  return {
    left: () => [...listeners].filter(([, number]) => number > 0).map(([type]) => type),
    stop: () => Object.assign(EventTarget.prototype, {addEventListener, removeEventListener}),
  };
};

describe('a viewer', () => {
  it('that is moved shows and works on, in the language of its new place', async () => {
    const around = await fixture<HTMLElement>(
      html`<div>
        <div lang="sv"></div>
        <div lang="ar"></div>
      </div>`,
    );
    const [first, second] = [...around.children] as [HTMLElement, HTMLElement];
    const viewer = document.createElement('policy-viewer');
    viewer.bundle = bundle;
    viewer.product = 'pier';
    first.append(viewer);
    await settled(viewer);
    expect(words(seen(viewer, 'legend')[0])).to.equal('Vad stämmer in på dig?');
    second.append(viewer);
    await settled(viewer);
    expect(seen(viewer, '[part=viewer]')[0]?.lang).to.equal('ar');
    await use(viewer, box(viewer, 'زائر'));
    expect(visitorClauses(viewer)).to.have.length(8);
  });

  it('that is taken out and put back shows what it showed', async () => {
    const viewer = await show({product: 'labs', audience: 'visitor', lang: 'nl'});
    const before = clauses(viewer);
    const around = viewer.parentElement!;
    viewer.remove();
    await drawn();
    around.append(viewer);
    await settled(viewer);
    expect(clauses(viewer)).to.deep.equal(before);
    await pick(viewer, 'Product', 'Finder');
    expect(seen(viewer, '[part=document]')[0]?.lang).to.equal('nb');
  });

  it('that is chosen for while it is out shows that when it is back', async () => {
    const viewer = await show({product: 'labs', lang: 'nl'});
    const around = viewer.parentElement!;
    viewer.remove();
    viewer.audience = 'mentor';
    around.append(viewer);
    await settled(viewer);
    expect(visitorClauses(viewer)).to.have.length(0);
  });

  it('in another element’s shadow tree is used like any other', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const viewer: PolicyViewer = document.createElement('policy-viewer');
    Object.assign(viewer, {bundle, product: 'pier', lang: 'en'});
    host.attachShadow({mode: 'open'}).append(viewer);
    await settled(viewer);
    await use(viewer, box(viewer, 'visitor'));
    expect(clauses(viewer)).to.have.length(14);
    await pick(viewer, 'Language', 'العربية');
    expect(focused()?.localName).to.equal('select');
    expect(seen(viewer, '[part=document]')[0]?.lang).to.equal('ar');
  });

  it('that is gone leaves nothing behind on the window', async () => {
    const {left, stop} = watchListeners();
    try {
      const viewer = await show({product: 'pier'});
      await use(viewer, box(viewer, 'visitor'));
      viewer.lang = 'sv';
      await settled(viewer);
      viewer.remove();
      await until(() => left().length === 0);
      expect(left()).to.deep.equal([]);
    } finally {
      stop();
    }
  });

  it('that is hidden by its page is not seen', async () => {
    const viewer = await show({product: 'pier'});
    viewer.hidden = true;
    expect(viewer.getBoundingClientRect().height).to.equal(0);
  });

  it('has its headings at the level that the page asks for, and below', async () => {
    const viewer = await show({product: 'pier'});
    const levels = (): string[] => [...new Set(seen(viewer, '[part=heading]').map(({localName}) => localName))];
    expect(levels()).to.deep.equal(['h2', 'h3', 'h4']);
    viewer.setAttribute('heading-level', '4');
    await settled(viewer);
    expect(levels()).to.deep.equal(['h4', 'h5', 'h6']);
    for (const unknown of ['none', '1', '-3']) {
      viewer.setAttribute('heading-level', unknown);
      await settled(viewer);
      expect(levels(), unknown).to.deep.equal(['h2', 'h3', 'h4']);
    }
    for (const lowest of ['5', '9']) {
      viewer.setAttribute('heading-level', lowest);
      await settled(viewer);
      expect(levels(), lowest).to.deep.equal(['h5', 'h6']);
      const own = seen(viewer, '[part=heading]').map((each) => each.ariaLevel ?? each.localName.slice(1));
      expect([...new Set(own)], `a heading within another is below it at ${lowest}`).to.deep.equal(['5', '6', '7']);
    }
  });
});
