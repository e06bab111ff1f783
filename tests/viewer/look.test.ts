// What a reader sees of the look that the viewer and prerendered pages share: lines, rails, tables, notices.
import {expect, fixture, html} from '@open-wc/testing';
import {styleSheet} from '../../src/authoring/prerender/style-sheet.js';
import {prerender} from '../authoring/prerender/prerender-all.js';
import {rgb} from './colour.js';
import {bundle} from './fixtures.js';
import {once, seen, show} from './reader.js';

type Scheme = 'light' | 'dark';

/** The ink, and what is mixed of it for lines: a seventh of it on the paper. */
const colours = {
  light: {line: '#dfdfe0', note: '#fff6e0', soft: '#5b5d62'},
  dark: {line: '#313438', note: '#302817', soft: '#abadb2'},
} as const;

const expectColour = (found: string, wanted: string, what: string): void =>
  rgb(found).forEach((part, i) => expect(part, `${what} is ${found}, not ${wanted}`).to.be.closeTo(rgb(wanted)[i]!, 2));

interface Place {
  /** The first element that is seen and matches. */
  readonly find: (selector: string) => Element;
}

const live = async (scheme: Scheme): Promise<Place> => {
  const viewer = await show({product: 'labs', lang: 'nl', edition: '2018-05-25', around: 'inline-size: 1100px'});
  viewer.style.colorScheme = scheme;
  return {find: (selector) => found(seen(viewer, selector)[0], selector)};
};

const page = async (scheme: Scheme): Promise<Place> => {
  const {text} = (await prerender(bundle)).find(({file}) => file === 'labs/nl.html')!;
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="A page" width="1100" height="700"></iframe>`);
  const loaded = once(frame, 'load');
  frame.srcdoc = text.replace(
    /<link rel="stylesheet"[^>]*>/,
    `<style>${styleSheet} :root { color-scheme: ${scheme} }</style>`,
  );
  await loaded;
  return {find: (selector) => found(frame.contentDocument!.querySelector(selector) ?? undefined, selector)};
};

const found = (element: Element | undefined, selector: string): Element => {
  if (!element) throw new Error(`There is no ${selector} to be seen`);
  return element;
};

const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration =>
  element.ownerDocument.defaultView!.getComputedStyle(element, pseudo);

describe('the look', () => {
  for (const [where, open] of [
    ['live', live],
    ['prerendered', page],
  ] as const)
    for (const scheme of ['light', 'dark'] as const) {
      const {line, note, soft} = colours[scheme];

      it(`has lines between the rows of a table: ${where}, ${scheme}`, async () => {
        const {find} = await open(scheme);
        const cell = styleOf(find('[data-clause=t1] > *'));
        expect(`${cell.borderBottomStyle} ${cell.borderBottomWidth}`).to.equal('solid 1px');
        expectColour(cell.borderBottomColor, line, 'the line');
        expect(cell.paddingLeft).to.equal('12px');
        expect(styleOf(find('table')).borderCollapse).to.equal('collapse');
      });

      it(`has a rail beside the list of headings: ${where}, ${scheme}`, async () => {
        const entry = styleOf((await open(scheme)).find('.contents ol a'));
        expect(`${entry.borderLeftStyle} ${entry.borderLeftWidth}`).to.equal('solid 2px');
        expectColour(entry.borderLeftColor, line, 'the rail');
        expectColour(entry.color, soft, 'the entry');
      });

      it(`has lines and a column of labels in a list that says what data is used: ${where}, ${scheme}`, async () => {
        const {find} = await open(scheme);
        const list = styleOf(find('[role=list]:has(.label)'));
        const item = styleOf(find('li:has(> .label)'));
        expect(`${list.borderBottomStyle} ${item.borderTopStyle}`).to.equal('solid solid');
        expectColour(list.borderBottomColor, line, 'the last line');
        expectColour(item.borderTopColor, line, 'the first line');
        expect(list.listStyleType).to.equal('none');
        expect(item.display).to.equal('grid');
        expect(item.gridTemplateColumns).to.match(/^176px /);
        expect(styleOf(find('.label > p')).fontWeight).to.equal('600');
      });

      it(`has notices in a box of their own: ${where}, ${scheme}`, async () => {
        const {find} = await open(scheme);
        const notice = styleOf(find('.notice'));
        expectColour(notice.backgroundColor, note, 'the ground');
        expect(`${notice.borderTopStyle} ${notice.borderTopWidth}`).to.equal('solid 1px');
        expect(notice.borderTopLeftRadius).to.equal('8px');
      });
    }

  it('has the same headings, paragraphs and dates in both', async () => {
    const both = [await live('light'), await page('light')];
    const properties = ['fontSize', 'fontWeight', 'lineHeight', 'marginTop', 'paddingTop', 'color'] as const;
    for (const selector of ['section > h2, section > h3', 'section p', 'section li', '.date', 'td', '.notice']) {
      const [one, other] = both.map(({find}) => {
        const style = styleOf(find(selector));
        return properties.map((property) => `${property}: ${style[property]}`);
      });
      expect(one, selector).to.deep.equal(other);
    }
  });

  it('is lines around what a page itself adds', async () => {
    const {find} = await page('light');
    for (const [selector, side] of [
      ['header.site', 'borderBottom'],
      ['footer.site', 'borderTop'],
    ] as const) {
      const element = find('body').querySelector(selector);
      if (element) expectColour(styleOf(element)[`${side}Color`], colours.light.line, selector);
    }
    expectColour(styleOf(find('header.site')).borderBottomColor, colours.light.line, 'the line below the head');
  });
});
