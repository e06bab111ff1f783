// A reader who switches language goes on reading where they were, with the focus where it was.
import {expect} from '@open-wc/testing';
import type {PolicyViewer} from './viewer.js';
import {
  all,
  aMoment,
  box,
  drawn,
  focused,
  isSeen,
  once,
  pick,
  picker,
  seen,
  settled,
  show,
  still,
  use,
} from './reader.js';

/** Tall enough that any clause can be anywhere in the window. */
const pad = (viewer: PolicyViewer, before = 300, after = 3000): void => {
  viewer.style.marginBlock = `${before}px ${after}px`;
};

const clause = (viewer: PolicyViewer, id: string): HTMLElement => all(viewer, `[data-clause="${id}"]`)[0]!;

const top = (viewer: PolicyViewer, id: string): number => clause(viewer, id).getBoundingClientRect().top;

const scrollerOf = (viewer: PolicyViewer): Element =>
  [viewer.parentElement!, viewer.parentElement!.parentElement!].find(
    (around) => getComputedStyle(around).overflowY === 'auto',
  ) ?? document.documentElement;

/** The toolbar's lower edge where it stays in sight, else the window's top. */
const edge = (viewer: PolicyViewer): number =>
  Math.max(0, seen(viewer, '[part=toolbar]')[0]!.getBoundingClientRect().bottom);

/** Scrolls until a clause is the first in sight, `past` of its height above the edge. */
const read = async (viewer: PolicyViewer, clause: HTMLElement, past: number): Promise<void> => {
  // What was never in sight has no size yet that one could go by; what comes into sight may push. Until it stands
  // still.
  for (let i = 0; i < 6; i++) {
    clause.scrollIntoView({behavior: 'instant'});
    await drawn();
  }
  const scroller = scrollerOf(viewer);
  for (let left = 20, still = 0; left && still < 4; left--) {
    const {top, height} = clause.getBoundingClientRect();
    const off = top + height * past - Math.max(edge(viewer), scroller.getBoundingClientRect().top);
    still = Math.abs(off) < 1 ? still + 1 : 0;
    scroller.scrollBy({top: off, behavior: 'instant'});
    await drawn();
  }
  expect(clause.getBoundingClientRect().bottom).to.be.greaterThan(edge(viewer));
};

const settle = async (viewer: PolicyViewer): Promise<void> => {
  await settled(viewer);
  await still(viewer);
};

/** Sees to it that the window is as it was for the next test. */
afterEach(() => scrollTo({top: 0, behavior: 'instant'}));

describe('switching language', () => {
  for (const [id, past] of [
    ['a1', 0.5],
    ['m3', 0.2],
    ['v1', 0.5],
    ['v5', 0],
    ['v8', 0.4],
    ['r2', 0.3],
    ['t2', 0.1],
  ] as const)
    it(`keeps clause ${id} where it is, ${past * 100}% of it out of sight`, async () => {
      const viewer = await show({product: 'pier'});
      pad(viewer);
      await read(viewer, clause(viewer, id), past);
      for (const language of ['zh-Hant', 'sv', 'en', 'sv', 'da']) {
        const before = top(viewer, id);
        viewer.lang = language;
        await settle(viewer);
        expect(top(viewer, id), language).to.be.closeTo(before, 2);
      }
    });

  it('with the picker keeps the clause where it is and the focus on the picker', async () => {
    const viewer = await show({product: 'pier', audience: 'visitor'});
    pad(viewer);
    picker(viewer, 'Language').focus({preventScroll: true});
    await read(viewer, clause(viewer, 'v5'), 0.4);
    const before = top(viewer, 'v5');
    const select = focused();
    await pick(viewer, 'Language', 'Svenska');
    await still(viewer);
    expect(viewer.lang).to.equal('sv');
    expect(focused()).to.equal(select);
    expect(focused()).to.equal(picker(viewer, 'Språk'));
    expect(top(viewer, 'v5')).to.be.closeTo(before, 2);
  });

  it('keeps the clause where text above it in another policy changes its height', async () => {
    const viewer = await show({lang: 'sv'});
    pad(viewer);
    const labs = all(viewer, 'policy-viewer-text')[2]!;
    const place = (): number => seen(labs, '[data-clause="r1"]')[0]!.getBoundingClientRect().top;
    await read(viewer, seen(labs, '[data-clause="r1"]')[0]!, 0);
    for (const language of ['en', 'ar', 'nl', 'sv']) {
      const before = place();
      viewer.lang = language;
      await settle(viewer);
      expect(place(), language).to.be.closeTo(before, 2);
    }
  });

  it('keeps the clause inside an element that scrolls', async () => {
    const viewer = await show({
      product: 'pier',
      around: 'height: 500px; overflow: auto; border: 1px solid; margin-block-start: 40px',
    });
    pad(viewer, 100, 1000);
    await read(viewer, clause(viewer, 'v4'), 0.3);
    for (const language of ['sv', 'zh-Hant', 'en']) {
      const before = top(viewer, 'v4');
      viewer.lang = language;
      await settle(viewer);
      expect(top(viewer, 'v4'), language).to.be.closeTo(before, 2);
    }
    expect(scrollY).to.equal(0);
  });

  it('keeps the section where the clause is gone in the other text', async () => {
    const viewer = await show({product: 'labs', lang: 'nl'});
    pad(viewer);
    await read(viewer, clause(viewer, 'm9'), 0.5);
    const section = (): number => all(viewer, '#mentors')[0]!.getBoundingClientRect().top;
    viewer.lang = 'da';
    await settle(viewer);
    expect(all(viewer, '[data-clause="m9"]')).to.deep.equal([]);
    expect(section()).to.be.within(-200, innerHeight);
  });

  it('leaves what stands before the viewer where it is, while that is what is read', async () => {
    const viewer = await show({product: 'finder', lang: 'nb'});
    pad(viewer, innerHeight + 400);
    scrollTo({top: 200, behavior: 'instant'});
    await drawn();
    viewer.lang = 'zh-Hant';
    await settle(viewer);
    expect(scrollY).to.equal(200);
  });
});

describe('a reader who goes on meanwhile', () => {
  for (const act of ['wheel', 'keydown', 'touchstart'] as const)
    it(`by ${act} is not held back`, async () => {
      const viewer = await show({product: 'pier'});
      pad(viewer);
      await read(viewer, clause(viewer, 'v4'), 0.3);
      viewer.lang = 'sv';
      await settled(viewer);
      window.dispatchEvent(new Event(act));
      scrollBy({top: 150, behavior: 'instant'});
      const went = scrollY;
      await aMoment();
      expect(scrollY).to.be.closeTo(went, 1);
    });
});

describe('the text above', () => {
  it('may grow while the reader goes on: the next switch keeps what they then read', async () => {
    const viewer = await show({product: 'pier'});
    pad(viewer);
    await read(viewer, clause(viewer, 'v3'), 0.5);
    viewer.style.marginBlockStart = '700px';
    await drawn();
    await read(viewer, clause(viewer, 'm5'), 0.5);
    const before = top(viewer, 'm5');
    viewer.lang = 'sv';
    await settle(viewer);
    expect(top(viewer, 'm5')).to.be.closeTo(before, 2);
  });
});

describe('choosing who one is', () => {
  it('keeps the box in sight and the focus on it', async () => {
    const viewer = await show({product: 'pier'});
    pad(viewer);
    const visitor = box(viewer, 'visitor');
    visitor.scrollIntoView({block: 'center'});
    await drawn();
    const before = visitor.getBoundingClientRect().top;
    await use(viewer, visitor);
    await still(viewer);
    expect(focused()).to.equal(visitor);
    expect(visitor.getBoundingClientRect().top).to.be.closeTo(before, 2);
    expect(isSeen(clause(viewer, 'm1'))).to.equal(false);
  });

  it('says what changed only once the text has', async () => {
    const viewer = await show({product: 'pier'});
    const heard = once(viewer, 'policy-change').then(() => isSeen(clause(viewer, 'm1')));
    await use(viewer, box(viewer, 'visitor'));
    expect(await heard).to.equal(false);
  });
});
