// The viewer in pages as they are: loud rules, a strict policy, a host with words of its own, nothing but one file.
import {expect} from '@open-wc/testing';
import {skip} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {data, open, viewerOf} from './page.js';
import {all, clauses, drawn, seen, until, words} from './reader.js';

const cdn = '<script type="module" src="/dist/cdn/policy-viewer.all.min.js"></script>';
const viewer =
  '<policy-viewer lang="en" product="pier"><p class="fallback">As ' + `HTML.</p>${data(bundle)}</policy-viewer>`;

describe('a page’s own rules', () => {
  const rules = `
    * { letter-spacing: 0.12em !important; text-transform: uppercase !important; font-variant: small-caps; direction:
    * rtl }
    body, body * { color: #ffe600; font-family: cursive; line-height: 1 !important; text-align: center;
      word-spacing: 0.4em; cursor: crosshair }
    body { background: #b3005e; font-size: 9px; white-space: nowrap; text-indent: 3em; visibility: visible;
      font-weight: 900; font-style: italic }
    ul, ol, li, p, h2, h3, button, select, label, article, section, fieldset, div { float: left;
      margin: 40px !important; background: #00ffd5 !important; border: 6px dashed red !important }
    policy-viewer { display: inline; font-size: 200%; quotes: none; text-shadow: 0 0 3px red; hyphens: auto }
    a { color: lime !important } [hidden] { display: block !important }`;
  const properties = [
    'color',
    'font-size',
    'font-family',
    'font-weight',
    'font-style',
    'font-variant',
    'letter-spacing',
    'word-spacing',
    'text-transform',
    'text-align',
    'text-indent',
    'text-shadow',
    'line-height',
    'white-space',
    'float',
    'margin-top',
    'background-color',
    'border-top-width',
    'cursor',
    'direction',
    'hyphens',
  ];

  it('change nothing about a clause, a heading, a button or a picker', async () => {
    const styles = async (style: string): Promise<string[]> => {
      const page = await open(`<html lang="en"><style>${style}</style>${cdn}<body>${viewer}`);
      const shown = await viewerOf(page);
      return ['[data-clause]', '[part=heading]', 'button', 'select', 'a', '[role=status]'].flatMap((selector) => {
        const computed = page.getComputedStyle(all(shown, selector)[0]!);
        return properties.map((property) => `${selector} ${property}: ${computed.getPropertyValue(property)}`);
      });
    };
    expect(await styles(rules)).to.deep.equal(await styles(''));
  });

  it('may change its colours and sizes by the properties made for it', async () => {
    const page = await open(
      '<style>policy-viewer { --policy-ink: rgb(1, 2, 3); --policy-size: 20px; --policy-accent: rgb(4, ' +
        `5, 6) }</style>${cdn}<body>${viewer}`,
    );
    const shown = await viewerOf(page);
    const clause = page.getComputedStyle(all(shown, '[data-clause]')[0]!);
    expect(clause.color).to.equal('rgb(1, 2, 3)');
    expect(clause.fontSize).to.equal('20px');
    expect(page.getComputedStyle(all(shown, '[part=views] [aria-pressed=false]')[0]!).color).to.equal('rgb(4, 5, 6)');
  });
});

describe('a page with a strict Content Security Policy', () => {
  // Written out, 'self' would not be this origin in a frame without an address of its own (Firefox).
  const self = location.origin;
  const strict =
    `default-src ${self}; style-src ${self}; object-src 'none'; base-uri 'none'; ` +
    "require-trusted-types-for 'script'; trusted-types policy-viewer";
  const page = (policy: string, inside: string): Promise<Window & typeof globalThis> =>
    open(`<html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}">
      <script src="/tests/viewer/violations.js"></script>${cdn}<body>${inside}`);
  /** They are told of a little later than they happen. */
  const violations = async (window: Window): Promise<string[]> => {
    await drawn();
    return (window as unknown as {violations: string[]}).violations;
  };

  it('works, and reports no violation', async () => {
    const opened = await page(strict, viewer);
    const shown = await viewerOf(opened);
    expect(clauses(shown)).not.to.have.length(0);
    shown.lang = 'ar';
    shown.audience = 'visitor';
    await viewerOf(opened);
    all(shown, '[part=contents] a')[1]!.click();
    await viewerOf(opened);
    expect(words(all(shown, 'legend')[0])).to.equal('ما الذي ينطبق عليك؟');
    expect(await violations(opened)).to.deep.equal([]);
  });

  it('would report one', async () => {
    const opened = await page(strict, '<p style="color: red">');
    expect(await violations(opened)).not.to.deep.equal([]);
  });

  it('that allows no policy of ours leaves the reader what stands inside the element', async function () {
    const opened = await page(strict.replace('policy-viewer', 'another'), viewer);
    if (!('trustedTypes' in opened)) await skip(this, 'this engine has no Trusted Types');
    expect(await violations(opened)).not.to.deep.equal([]);
    expect(opened.document.querySelector('.fallback')!.checkVisibility()).to.equal(true);
  });
});

describe('the file with its parts beside it', () => {
  it('loads one file before the first clause, and others only as they are asked for', async () => {
    const opened = await open(`<html><script type="module" src="/dist/cdn/policy-viewer.js"></script><body>${viewer}`);
    const shown = await viewerOf(opened);
    const files = (): string[] =>
      opened.performance
        .getEntriesByType('resource')
        .map(({name}) => new URL(name).pathname.replace('/dist/cdn/', ''))
        .filter((path) => path.endsWith('.js'));
    await until(() => files().length > 1);
    expect(files()).to.deep.equal(['policy-viewer.js', 'chunks/after-paint.js']);
    shown.lang = 'sv';
    await viewerOf(opened);
    expect(words(all(shown, 'legend')[0])).to.equal('Vad stämmer in på dig?');
    expect(files().slice(2)).to.deep.equal(['languages/sv.js']);
  });
});

describe('the one file', () => {
  it('on a bare page speaks all seven languages, and asks for no other file', async () => {
    const opened = await open(`<html>${cdn}<body>${viewer}`);
    const shown = await viewerOf(opened);
    const said: string[] = [];
    for (const lang of ['en', 'sv', 'nb', 'da', 'nl', 'zh-Hant', 'ar']) {
      shown.lang = lang;
      await viewerOf(opened);
      said.push(seen(shown, '[part=contents]')[0]!.ariaLabel!);
    }
    expect(said).to.deep.equal(['Contents', 'Innehåll', 'Innhold', 'Indhold', 'Inhoud', '目錄', 'المحتويات']);
    const files = opened.performance
      .getEntriesByType('resource')
      .map(({name}) => new URL(name).pathname)
      .filter((path) => path.startsWith('/dist'));
    expect(files).to.deep.equal(['/dist/cdn/policy-viewer.all.min.js']);
  });

  it('loaded twice keeps the first, and throws nothing', async () => {
    const opened = await open(`<html><script>
      window.errors = [];
      addEventListener('error', ({message}) => window.errors.push(message));
      const {define} = customElements;
      window.defined = [];
      customElements.define = (tag, ...rest) => (window.defined.push(tag), define.call(customElements, tag, ...rest));
    </script>${cdn}${cdn.replace('.js"', '.js?again"')}<body>${viewer}`);
    expect(clauses(await viewerOf(opened))).not.to.have.length(0);
    const {errors, defined} = opened as unknown as {errors: string[]; defined: string[]};
    expect(errors).to.deep.equal([]);
    // The second copy asks, and is refused.
    expect(defined.filter((tag) => tag === 'policy-viewer')).to.have.length(1);
    expect(
      opened.performance.getEntriesByType('resource').filter(({name}) => /all\.min\.js/.test(name)),
    ).to.have.length(2);
  });
});

describe('the classes without their tags', () => {
  it('define nothing, and are registered by whoever imports them', async () => {
    const opened = await open(`<html><script type="module">
      import {PolicyViewer, PolicyViewerText} from '/dist/index.js';
      window.before = !!customElements.get('policy-viewer') || !!customElements.get('policy-viewer-text');
      customElements.define('policy-viewer-text', PolicyViewerText);
      customElements.define('policy-viewer', PolicyViewer);
    </script><body>${viewer}`);
    expect((opened as unknown as {before: boolean}).before).to.equal(false);
    expect(clauses(await viewerOf(opened))).not.to.have.length(0);
  });
});

describe('a page that has @lit/localize for its own words', () => {
  const host = `import {configureLocalization, msg} from '/node_modules/@lit/localize/lit-localize.js';
    const {setLocale} = configureLocalization({
      sourceLocale: 'en', targetLocales: ['sv'], loadLocale: async () => ({templates: {hello: 'Hej'}}),
    });
    window.say = async (locale) => { await setLocale(locale); return msg('Hello', {id: 'hello'}); };`;
  const say = (window: Window, locale: string): Promise<string> =>
    (window as unknown as {say: (locale: string) => Promise<string>}).say(locale);

  for (const [title, scripts] of [
    [
      'before',
      [`<script type="module">${host}</script>`, '<script type="module" src="/dist/policy-viewer.js"></script>'],
    ],
    [
      'after',
      ['<script type="module" src="/dist/policy-viewer.js"></script>', `<script type="module">${host}</script>`],
    ],
    ['before the one file', [`<script type="module">${host}</script>`, cdn]],
  ] as const)
    it(`set up ${title} the viewer: each keeps to its own language`, async () => {
      const opened = await open(`<html>${scripts.join('')}<body>${viewer}`);
      const shown = await viewerOf(opened);
      expect(await say(opened, 'sv')).to.equal('Hej');
      expect(words(seen(shown, 'legend')[0])).to.equal('Which describes you?');
      shown.lang = 'da';
      await viewerOf(opened);
      expect(words(seen(shown, 'legend')[0])).to.equal('Hvad passer på dig?');
      expect(await say(opened, 'sv')).to.equal('Hej');
      expect(await say(opened, 'en')).to.equal('Hello');
    });
});
