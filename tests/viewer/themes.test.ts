// Whatever paper and ink a site sets, what it does not set can be read on them (WCAG 2.2, 1.4.3 and 1.4.11).
import {expect, fixture, html} from '@open-wc/testing';
import {styleSheet} from '../../src/authoring/prerender/style-sheet.js';
import {prerender} from '../authoring/prerender/prerender-all.js';
import {rgb} from './colour.js';
import {bundle} from './fixtures.js';
import {all, once, seen, show} from './reader.js';

/** WCAG 2.2, "relative luminance". */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = rgb(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** What is behind an element: the nearest background that is not transparent. */
const groundOf = (element: Element): string => {
  for (let at: Element | null = element; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host || null)) {
    const {backgroundColor} = at.ownerDocument.defaultView!.getComputedStyle(at);
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
  }
  return 'white';
};

const themes: readonly [title: string, css: string][] = [
  ['none', ''],
  ['dark paper, light ink', '--policy-paper: #14161a; --policy-ink: #e7e9ee'],
  ['dark paper alone', '--policy-paper: #101820'],
  ['a softer ink', '--policy-ink: #4a4a4a; --policy-paper: #fff'],
  ['the softest ink that is allowed', '--policy-ink: #767676; --policy-paper: #fff'],
  ['cream', '--policy-paper: #f6efe0; --policy-ink: #33261a'],
  ['navy', '--policy-paper: #0b1f44'],
  ['a light grey', '--policy-paper: #bbb'],
  ['a middle grey', '--policy-paper: #777; --policy-ink: #000'],
  ['a darker grey', '--policy-paper: #666; --policy-ink: #fff'],
  ['a strong colour', '--policy-paper: #c8102e; --policy-ink: #fff'],
  ['yellow', '--policy-paper: #ffd400'],
  ['green, with notices of its own', '--policy-paper: #fff; --policy-note: #0a5c2b'],
  ['pale notices on dark paper', '--policy-paper: #000; --policy-ink: #fff; --policy-note: #fff6e0'],
];

/** What is text, and what bounds a control. */
const texts = ['.date span', '.notice', '.notice button', '.contents a', 'th', 'section a', '.label p'];

type Place = (selector: string) => Element[];

const live = async (scheme: string, css: string): Promise<Place> => {
  const viewer = await show({product: 'labs', lang: 'nl', edition: '2018-05-25', around: 'inline-size: 1100px'});
  viewer.style.cssText = `color-scheme: ${scheme}; ${css}`;
  return (selector) => seen(viewer, selector);
};

const page = async (scheme: string, css: string): Promise<Place> => {
  const {text} = (await prerender(bundle)).find(({file}) => file === 'labs/nl.html')!;
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="A page" width="1100" height="700"></iframe>`);
  const loaded = once(frame, 'load');
  frame.srcdoc = text.replace(
    /<link rel="stylesheet"[^>]*>/,
    `<style>${styleSheet} :root { color-scheme: ${scheme}; ${css} }</style>`,
  );
  await loaded;
  return (selector) => [...frame.contentDocument!.querySelectorAll(selector)];
};

describe('themes', () => {
  for (const [where, open] of [
    ['live', live],
    ['prerendered', page],
  ] as const)
    for (const [title, css] of themes)
      it(`can be read: ${title}, ${where}`, async () => {
        for (const scheme of ['light', 'dark']) {
          const find = await open(scheme, css);
          const weak: string[] = [];
          const hold = (element: Element, property: 'color' | 'borderTopColor', least: number, what: string): void => {
            const colour = element.ownerDocument.defaultView!.getComputedStyle(element)[property];
            const ratio = contrast(colour, groundOf(property === 'color' ? element : element.parentElement!));
            if (ratio < least) weak.push(`${what}: ${colour} on ${groundOf(element)}, ${ratio.toFixed(2)}:1`);
          };
          for (const selector of texts) for (const element of find(selector)) hold(element, 'color', 4.5, selector);
          for (const element of find('select')) hold(element, 'borderTopColor', 3, 'select');
          for (const element of find('.chip')) hold(element, 'borderTopColor', 3, 'chip');
          expect(weak, scheme).to.deep.equal([]);
          expect(find('.notice').length, 'there is a notice').to.be.greaterThan(0);
        }
      });

  it('keep what is chosen and the ring around what has the focus apart from the paper', async () => {
    for (const [, css] of themes) {
      const viewer = await show({product: 'labs', lang: 'nl', audience: 'visitor'});
      viewer.style.cssText = css;
      const chip = seen(viewer, '.chip').find((each) => each.matches(':has(:checked)'))!;
      const {color, backgroundColor} = getComputedStyle(chip);
      expect(contrast(color, backgroundColor), css).to.be.at.least(4.5);
      all(viewer, 'select')[0]!.focus();
      expect(
        contrast(getComputedStyle(all(viewer, 'select')[0]!).outlineColor, groundOf(chip.parentElement!)),
        css,
      ).to.be.at.least(3);
    }
  });
});
