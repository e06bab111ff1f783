// axe-core finds nothing to say against any state, in light and dark, and from right to left.
import {expect, fixture, html} from '@open-wc/testing';
import type Axe from 'axe-core';
import 'axe-core/axe.min.js'; // no module: it leaves itself on the window
import type {Bundle, Table} from '../../src/policy/bundle.js';
import type {PolicyViewer} from './viewer.js';
import {bundle} from './fixtures.js';
import {all, drawn, once, seen, settled, show, until, use, words} from './reader.js';

declare const axe: typeof Axe;

/** What axe finds in a viewer, one line each. */
const findings = async (viewer: Element): Promise<string[]> => {
  // It takes what was not laid out for lying outside of the viewer.
  const whole = new CSSStyleSheet();
  whole.replaceSync('section { content-visibility: visible !important }');
  for (const text of all(viewer, 'policy-viewer-text')) text.shadowRoot!.adoptedStyleSheets.push(whole);
  await drawn();
  const {violations} = await axe.run(viewer as HTMLElement, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return (
    violations
      // About whole pages: a viewer is part of one.
      .filter(({id}) => !['region', 'page-has-heading-one', 'landmark-one-main'].includes(id))
      .flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 200)} ${failureSummary}`))
  );
};

const original = globalThis.fetch;
const originalError = console.error;
afterEach(() => {
  globalThis.fetch = original;
  console.error = originalError;
});

const states: readonly [title: string, make: (lang: string) => Promise<PolicyViewer>][] = [
  [
    'loading',
    async (lang) => {
      globalThis.fetch = () => new Promise(() => undefined);
      const viewer = await fixture<PolicyViewer>(
        html`<policy-viewer src="policies.json" lang=${lang}></policy-viewer>`,
      );
      await settled(viewer);
      return viewer;
    },
  ],
  [
    'failed',
    async (lang) => {
      console.error = () => undefined;
      globalThis.fetch = () => Promise.reject(new TypeError('no network'));
      const viewer = document.createElement('policy-viewer');
      Object.assign(viewer, {src: 'policies.json', lang});
      const failed = once(viewer, 'policy-error');
      await fixture(html`<div>${viewer}</div>`);
      await failed;
      expect(seen(viewer, '[role=alert]')).to.have.length(1);
      return viewer;
    },
  ],
  ['nothing to show', (lang) => show({lang, bundle: {...bundle, policies: []}})],
  ['all products', (lang) => show({lang})],
  ['one product, filtered', (lang) => show({lang, product: 'pier', audience: 'visitor guest'})],
  [
    'a text in another language, in an older edition, with nothing for the reader',
    (lang) => show({lang, product: 'labs', edition: '2018-05-25', audience: 'member'}),
  ],
  [
    '320 pixels wide, contents open',
    async (lang) => {
      const viewer = await show({lang, product: 'pier'});
      viewer.style.inlineSize = '320px';
      await drawn();
      await use(viewer, seen(viewer, '[part=contents] button')[0]!);
      return viewer;
    },
  ],
];

describe('axe', () => {
  for (const [title, make] of states)
    for (const [scheme, lang] of [
      ['light', 'en'],
      ['dark', 'sv'],
      ['light', 'ar'],
      ['dark', 'zh-Hant'],
    ] as const)
      it(`finds nothing in ${scheme}, ${lang}: ${title}`, async () => {
        const viewer = await make(lang);
        viewer.style.colorScheme = scheme;
        expect(await findings(viewer)).to.deep.equal([]);
      });

  it('finds what is there to be found', async () => {
    const viewer = await show({product: 'pier'});
    seen(viewer, 'select')[0]!.closest('label')!.querySelector('span')!.remove();
    viewer.style.setProperty('--policy-ink', '#ccc');
    viewer.style.setProperty('--policy-paper', '#fff');
    const found = await findings(viewer);
    expect(found.some((each) => each.startsWith('color-contrast'))).to.equal(true);
    expect(found.some((each) => each.startsWith('select-name'))).to.equal(true);
  });
});

/** A text that is one table of so many columns. */
const withTable = (columns: number): Bundle => {
  const cells = (word: string): string[][] => Array.from({length: columns}, (_, column) => [`${word} ${column + 1}`]);
  const table: Table = {
    type: 'table',
    head: cells('Column'),
    rows: [{id: 'r', cells: cells('Personuppgiftsbiträdesavtal')}],
  };
  const [policy] = bundle.policies;
  const texts = {en: {title: 'Tables', sections: [{id: 's', heading: ['Tables'], blocks: [table]}]}};
  return {...bundle, languages: ['en'], policies: [{...policy!, editions: [{id: 'undated', texts}]}]};
};

const scrolls = (element: Element): boolean => element.scrollWidth > element.clientWidth;

describe('a screen reader', () => {
  it('finds each control and region by a name that the reader sees', async () => {
    const viewer = await show({product: 'pier', audience: 'visitor'});
    expect(seen(viewer, 'fieldset legend').map((each) => each.textContent)).to.deep.equal(['Which describes you?']);
    expect(seen(viewer, 'nav').map((each) => each.ariaLabel)).to.deep.equal(['Contents']);
    const controls = seen(viewer, 'select, input, button').map((control) => {
      const label = (control as HTMLInputElement).labels?.[0];
      return words(control.localName === 'button' ? control : (label?.querySelector('span') ?? label));
    });
    expect(controls).to.deep.equal([
      'Product',
      'Language',
      'member',
      'customer',
      'day pass customer',
      'visitor',
      'guest',
      'Show the whole policy',
      ...seen(viewer, '[part=views] button').map(words),
      ...seen(viewer, '[part=contents] button, [part=document] button').map(words),
    ]);
    expect(controls).not.to.include('');
  });

  it('finds a table that scrolls by its columns, as a Tab stop only while it does', async () => {
    const narrow = await show({product: 'pier', bundle: withTable(2), around: 'inline-size: 320px'});
    expect(all(narrow, '.table')).to.have.length(1);
    expect(all(narrow, '.table').map(scrolls)).to.deep.equal([false]);
    expect(seen(narrow, '[tabindex="0"]:not(button)')).to.deep.equal([]);
    const wide = await show({product: 'pier', bundle: withTable(5), around: 'inline-size: 320px'});
    const [table] = all(wide, '.table');
    await until(() => {
      // What is above it may still come, and push it out of sight again.
      table!.scrollIntoView();
      return scrolls(table!) && table!.role;
    });
    expect(table!.role).to.equal('group');
    expect(table!.ariaLabel).to.equal('Column 1 · Column 2 · Column 3 · Column 4 · Column 5');
    expect(table!.tabIndex).to.equal(0);
    (wide.parentElement as HTMLElement).style.inlineSize = '900px';
    await until(() => table!.tabIndex === -1);
    expect(scrolls(table!)).to.equal(false);
    (wide.parentElement as HTMLElement).style.inlineSize = '320px';
    await until(() => table!.tabIndex === 0);
  });
});
