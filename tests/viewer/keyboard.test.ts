// Everything by keyboard: in order, in sight, without a trap; and the list of contents.
import {expect, fixture, html} from '@open-wc/testing';
import type {PolicyViewer} from './viewer.js';
import {press} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {
  all,
  button,
  drawn,
  focused,
  isSeen,
  liveRegion,
  seen,
  settled,
  show,
  still,
  until,
  use,
  words,
} from './reader.js';

/** What the focus is on, as a reader would say it. */
const name = (element: Element | null): string => {
  if (!element) return 'nothing';
  const control = element as HTMLInputElement;
  const label = control.labels?.[0];
  return `${element.localName} ${element.ariaLabel ?? words(label?.querySelector('span') ?? label ?? element)}`;
};

/** Whether a ring is drawn around it, or around the label it lies in. */
const ringed = (element: Element): boolean =>
  [element, element.closest('label')].some(
    (each) =>
      each && getComputedStyle(each).outlineStyle !== 'none' && parseFloat(getComputedStyle(each).outlineWidth) >= 2,
  );

const inWindow = (element: Element): boolean => {
  const {top, bottom} = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

describe('the Tab key', () => {
  it('comes to every control in reading order, each with a ring and in sight, and leaves again both ways', async () => {
    const around = await fixture<HTMLElement>(
      html`<div>
        <button>before</button>
        <policy-viewer .bundle=${bundle} product="labs" audience="visitor" lang="nl"></policy-viewer
        ><button>after</button>
      </div>`,
    );
    const viewer = around.querySelector('policy-viewer')!;
    await settled(viewer);
    const [before, after] = [...around.querySelectorAll<HTMLElement>('button')] as [HTMLElement, HTMLElement];
    before.focus();
    const passed: string[] = [];
    for (let left = 60; left; left--) {
      await press('Tab');
      const now = focused()!;
      if (now === after) break;
      expect(ringed(now), `a ring around ${name(now)}`).to.equal(true);
      expect(inWindow(now), `${name(now)} in sight`).to.equal(true);
      passed.push(name(now));
    }
    expect(focused()).to.equal(after);
    expect(passed).to.deep.equal([
      'select Product',
      'select Versie',
      'select Taal',
      'input mentor',
      'input bezoeker',
      'input gast',
      'button Toon het hele document',
      'button Volledige tekst',
      'a Over dit beleid',
      'a Bezoekers',
      'a Uw rechten',
      'button Dansk (12 juli 2019)',
      'button Dansk',
      'a example.org',
      'a Over dit beleid',
    ]);
    for (let left = 60; left && focused() !== before; left--) await press('Shift+Tab');
    expect(focused()).to.equal(before);
  });
});

describe('the list of contents', () => {
  const heading = (viewer: Element, text: string): HTMLElement =>
    seen(viewer, '[part=heading]').find((each) => words(each) === text)!;
  const entry = (viewer: Element, text: string): HTMLElement =>
    seen(viewer, '[part=contents] a').find((each) => words(each) === text)!;

  /** Where the text begins to be seen, below a toolbar that stays. */
  const edge = (viewer: Element): number => {
    const toolbar = seen(viewer, '[part=toolbar]')[0]!;
    return getComputedStyle(toolbar).position === 'sticky' ? Math.max(0, toolbar.getBoundingClientRect().bottom) : 0;
  };

  for (const [act, title] of [
    [
      async (link: HTMLElement) =>
        use(
          link.getRootNode() instanceof ShadowRoot
            ? ((link.getRootNode() as ShadowRoot).host as PolicyViewer)
            : (link as PolicyViewer),
          link,
        ),
      'Enter',
    ],
    [async (link: HTMLElement) => link.click(), 'a click'],
  ] as const)
    for (const place of ['Visitors', 'Your rights', 'About this policy'])
      it(`brings “${place}” up by ${title}, with the focus on it, not covered`, async () => {
        const viewer = await show({product: 'pier'});
        viewer.style.marginBlockEnd = '2000px';
        const address = location.href;
        await act(entry(viewer, place));
        await still(viewer);
        const found = heading(viewer, place);
        expect(focused()).to.equal(found);
        expect(found.getBoundingClientRect().top).to.be.within(edge(viewer) - 1, edge(viewer) + 60);
        expect(location.href).to.equal(address);
      });

  it('leads to a policy by its title where there are several', async () => {
    const viewer = await show();
    await use(viewer, entry(viewer, 'Labs: Privatlivspolitik'));
    await still(viewer);
    expect(focused()).to.equal(heading(viewer, 'Labs: Privatlivspolitik'));
    expect(heading(viewer, 'Labs: Privatlivspolitik').getBoundingClientRect().top).to.be.within(
      edge(viewer) - 1,
      innerHeight / 2,
    );
  });

  it('folds behind a button where the viewer is narrow, which says whether it is open', async () => {
    const viewer = await show({product: 'pier', around: 'inline-size: 360px'});
    viewer.style.inlineSize = '360px';
    await drawn();
    const links = (): number => seen(viewer, '[part=contents] a').length;
    expect(links()).to.equal(0);
    expect(button(viewer, 'Contents').ariaExpanded).to.equal('false');
    await use(viewer, button(viewer, 'Contents'));
    expect(links()).to.equal(4);
    expect(button(viewer, 'Contents').ariaExpanded).to.equal('true');
    viewer.lang = 'sv';
    await settled(viewer);
    expect(button(viewer, 'Innehåll').ariaExpanded).to.equal('true');
    await use(viewer, button(viewer, 'Innehåll'));
    expect(links()).to.equal(0);
  });

  it('is no button where there is room', async () => {
    const viewer = await show({product: 'pier'});
    viewer.style.inlineSize = '760px';
    await drawn();
    expect(seen(viewer, '[part=contents] button')).to.deep.equal([]);
    expect(seen(viewer, '[part=contents] a')).to.have.length(4);
  });
});

describe('a link to another part of the text', () => {
  it('brings it up with the focus on it', async () => {
    const viewer = await show({product: 'pier'});
    await use(viewer, seen(viewer, '[data-clause=r1] a')[1]!);
    await still(viewer);
    expect(words(focused())).to.equal('About this policy');
  });

  it('to a part for others shows that part as well, and no other, and says so', async () => {
    const own = JSON.parse(JSON.stringify(bundle));
    const text = own.policies[0].editions[0].texts.en;
    text.sections[1].blocks[0].content[4].to = 'members';
    const {sections} = text.sections[0] as {sections: object[]};
    sections.push({...sections[0], id: 'more', audiences: ['mentor'], blocks: []});
    const viewer = await show({product: 'pier', audience: 'visitor', bundle: own});
    await use(viewer, seen(viewer, '[data-clause=r1] a')[1]!);
    await settled(viewer);
    expect(isSeen(all(viewer, '#members')[0]!)).to.equal(true);
    expect(isSeen(all(viewer, '#more')[0]!)).to.equal(false);
    expect(words(focused())).to.equal('Members');
    expect(viewer.audience).to.equal('visitor member');
    await until(() => words(liveRegion(viewer)).startsWith('Northpier · member · visitor · English '));
  });

  it('leaves the address as it is, and Back leads to the link again, with what was chosen', async () => {
    const own = JSON.parse(JSON.stringify(bundle));
    own.policies[0].editions[0].texts.en.sections[1].blocks[0].content[4].to = 'members';
    const viewer = await show({product: 'pier', audience: 'visitor', bundle: own});
    viewer.style.cssText = 'display: block; margin-block-end: 2000px';
    const link = seen(viewer, '[data-clause=r1] a')[1]!;
    link.focus();
    await still(viewer);
    const {href} = location;
    const {length} = history;
    const {top} = link.getBoundingClientRect();
    await use(viewer, link);
    await still(viewer);
    expect(location.href).to.equal(href);
    expect(history.length).to.equal(length + 1);
    history.back();
    await until(() => viewer.audience === 'visitor' && focused() === link);
    await still(viewer);
    expect(link.getBoundingClientRect().top).to.be.within(top - 2, top + 2);
    history.forward();
    await until(() => words(focused()) === 'Members');
    history.back();
    await until(() => focused() === link);
  });

  it('is the browser’s where it is asked for in a new tab', async () => {
    const viewer = await show({product: 'pier'});
    for (const how of [{ctrlKey: true}, {metaKey: true}, {shiftKey: true}, {button: 1}]) {
      let isPrevented = true;
      const hear = (event: Event): void => {
        isPrevented = event.defaultPrevented;
        event.preventDefault();
      };
      addEventListener('click', hear, {once: true});
      const click = new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, ...how});
      seen(viewer, '[part=contents] a')[0]!.dispatchEvent(click);
      expect(isPrevented, JSON.stringify(how)).to.equal(false);
    }
  });
});
