// However long a word and however narrow the page, nothing is cut off: live and prerendered.
import {expect, fixture, html} from '@open-wc/testing';
import {styleSheet} from '../../src/authoring/prerender/style-sheet.js';
import type {Bundle, Section} from '../../src/policy/bundle.js';
import {prerender} from '../authoring/prerender/prerender-all.js';
import {all, drawn, isSeen, once, options, seen, show, until, within} from './reader.js';

/** Eighty letters that no dictionary could break. */
const word = 'Personuppgiftsbiträdesavtal'.repeat(3).slice(0, 80);
const name = {sv: word};
const many = (count: number, id: string): {id: string; names: Readonly<Record<string, string>>}[] =>
  Array.from({length: count}, (_, i) => ({id: `${id}${i}`, names: i === 1 ? name : {sv: `Namn ${i}`}}));

const section = (id: string, sections: readonly Section[]): Section => ({
  id,
  heading: [word],
  ...(id === 's2' && {audiences: many(40, 'a').map(({id: audience}) => audience)}),
  blocks: [
    {type: 'paragraph', id: `${id}.p`, content: [word, ' ', {type: 'strong', content: [word]}]},
    {
      type: 'list',
      lead: [word],
      items: [
        {id: `${id}.i1`, content: [{type: 'annotation', terms: ['data', 'basis'], content: [word]}]},
        {id: `${id}.i2`, content: [word], blocks: [{type: 'list', items: [{id: `${id}.i3`, content: [word]}]}]},
      ],
    },
    {type: 'list', start: 1, items: [{id: `${id}.i4`, content: [{type: 'link', href: 'tel:1', content: [word]}]}]},
    ...[2, 3, 6].map((columns) => ({
      type: 'table' as const,
      head: Array.from({length: columns}, () => [word]),
      rows: [{id: `${id}.r${columns}`, cells: Array.from({length: columns}, () => [word])}],
    })),
  ],
  sections,
});

const bundle: Bundle = {
  format: 'policy-bundle/1',
  title: name,
  publisher: name,
  languages: ['sv', 'en', 'da'],
  audiences: many(40, 'a'),
  products: many(200, 'p'),
  vocabulary: [
    {id: 'data', kind: 'data', names: name},
    {id: 'basis', kind: 'legal-basis', names: name},
  ],
  policies: [0, 1].map((i) => ({
    id: `policy${i}`,
    products: [`p${i}`],
    editions: ['2026-01-01', word.toLowerCase().replaceAll('ä', 'a')].map((id, edition) => ({
      id,
      ...(edition === 0 && {effective: id}),
      texts: {sv: {title: word, sections: [section('s1', [section('s2', [section('s3', [])])])]}},
    })),
  })),
} as unknown as Bundle;

/** What of a text lies outside of what would cut it off: of the block, or of the page. */
const cutOff = (elements: Iterable<Element>, page: Element): string[] => {
  const found: string[] = [];
  for (const element of elements) {
    if (!isSeen(element) || element.closest('.unseen, .skip, option, script, style')) continue;
    const scroller = element.closest('.table');
    const around = scroller ? [scroller] : [element.closest('nav, fieldset, section, label') ?? page, page];
    for (const node of element.childNodes) {
      if (!(node instanceof element.ownerDocument.defaultView!.Text) || !node.data.trim()) continue;
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(node);
      for (const {left, right} of range.getClientRects())
        for (const each of around) {
          const box = each.getBoundingClientRect();
          if (scroller ? each.scrollWidth > each.clientWidth : left >= box.left - 1 && right <= box.right + 1) continue;
          if (scroller && left >= box.left - 1 && right <= box.right + 1) continue;
          found.push(
            `${element.localName}.${element.className} in ${each.localName}: ${Math.round(right - box.right)}`,
          );
        }
    }
  }
  return [...new Set(found)];
};

const whole = 'section { content-visibility: visible !important }';

describe('words of eighty letters', () => {
  for (const width of [320, 390, 1280]) {
    it(`are cut off nowhere in the viewer, ${width} pixels wide`, async () => {
      const viewer = await show({lang: 'sv', bundle, around: `inline-size: ${width}px`});
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(whole);
      for (const text of all(viewer, 'policy-viewer-text')) text.shadowRoot!.adoptedStyleSheets.push(sheet);
      const button = all(viewer, '[part=contents] button')[0]!;
      if (isSeen(button)) button.click();
      await drawn();
      expect(cutOff(within(viewer.shadowRoot!), all(viewer, '[part=viewer]')[0]!)).to.deep.equal([]);
      const narrow = all(viewer, '.table').filter((table) => table.querySelectorAll('thead th').length < 4);
      expect(narrow.filter((table) => table.scrollWidth > table.clientWidth)).to.deep.equal([]);
    });

    it(`are cut off nowhere at a glance, for 40 audiences, ${width} pixels wide`, async () => {
      const viewer = await show({lang: 'sv', bundle, around: `inline-size: ${width}px`});
      viewer.view = 'glance';
      await until(() => seen(viewer, 'td[data-term]').length);
      expect(cutOff(within(viewer.shadowRoot!), all(viewer, '[part=viewer]')[0]!)).to.deep.equal([]);
      expect(options(seen(viewer, '.pick[data-many] select')[0] as HTMLSelectElement).length).to.be.at.least(40);
    });

    it(`are cut off nowhere on prerendered pages, ${width} pixels wide`, async () => {
      const files = await prerender(bundle);
      for (const path of ['policy0/sv.html', 'index.html']) {
        const {text} = files.find(({file}) => file === path)!;
        const frame = await fixture<HTMLIFrameElement>(
          html`<iframe title="A page" style="border: 0" width=${width} height="700"></iframe>`,
        );
        const loaded = once(frame, 'load');
        frame.srcdoc = text.replace(/<link rel="stylesheet"[^>]*>/, `<style>${styleSheet}${whole}</style>`);
        await loaded;
        const page = frame.contentDocument!.documentElement;
        expect(page.scrollWidth, path).to.be.at.most(width);
        expect(cutOff(page.querySelectorAll('body *'), page), path).to.deep.equal([]);
      }
    });
  }
});
