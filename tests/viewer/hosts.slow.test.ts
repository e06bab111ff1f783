// Careless hosts: pages whose styles, scripts and ways of making elements are not what one would wish. The viewer works
// there, or leaves what stands inside it, and never is an error left uncaught.
import {expect} from '@open-wc/testing';
import {skip} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {data, open, viewerOf} from './page.js';
import {aMoment, all, clauses, once, seen, until, words} from './reader.js';

const cdn = '<script type="module" src="/dist/cdn/policy-viewer.js"></script>';
const inside = `<p class="fallback">The text.</p>${data(bundle)}`;
const viewer = `<policy-viewer lang="en" product="pier">${inside}</policy-viewer>`;
const watch = `<script>window.errors = [];
  addEventListener('error', ({message}) => errors.push(message));
  addEventListener('unhandledrejection', ({reason}) => errors.push(String(reason)));</script>`;
const errorsOf = (page: Window): string[] => (page as unknown as {errors: string[]}).errors;

/** What a reader does first: chooses who they are, another language, another view. */
const works = async (page: Window & typeof globalThis): Promise<void> => {
  const shown = await viewerOf(page);
  expect(clauses(shown)).to.have.length(19);
  shown.audience = 'visitor';
  shown.lang = 'sv';
  await viewerOf(page);
  expect(clauses(shown)).to.have.length(14);
  expect(words(seen(shown, 'legend')[0])).to.equal('Vad stämmer in på dig?');
  shown.view = 'glance';
  await until(() => all(shown, '[part=glance]').length);
  expect(errorsOf(page)).to.deep.equal([]);
};
const isReadable = (page: Window): boolean =>
  page.document.querySelector('.fallback')?.checkVisibility() === true ||
  clauses(page.document.querySelector('policy-viewer')!).length > 0;

describe('hostile style sheets', () => {
  const all = [
    '* {all: unset !important}',
    '* {all: initial !important}',
    '* {all: revert !important}',
    '* {display: block !important}',
    '* {display: contents !important}',
    '* {display: flex !important}',
    '* {position: absolute !important}',
    '* {position: fixed !important; inset: 0 !important}',
    '* {float: right !important}',
    '* {margin: 100px !important; padding: 100px !important}',
    '* {border: 20px solid red !important}',
    '* {color: white !important; background: white !important}',
    '* {font: 1px/0 cursive !important}',
    '* {line-height: 0 !important}',
    '* {letter-spacing: -1em !important}',
    '* {word-spacing: -10em !important}',
    '* {text-indent: -9999px !important}',
    '* {text-transform: uppercase !important}',
    '* {text-align: right !important}',
    '* {white-space: nowrap !important}',
    '* {writing-mode: vertical-rl !important}',
    '* {direction: rtl !important}',
    '* {unicode-bidi: bidi-override !important; direction: rtl !important}',
    '* {text-orientation: upright !important}',
    '* {hyphens: auto !important}',
    '* {word-break: break-all !important}',
    '* {-webkit-text-fill-color: transparent !important}',
    '* {-webkit-text-security: disc !important}',
    '* {text-shadow: 0 0 20px black !important}',
    '* {text-decoration: line-through !important}',
    '* {list-style: none !important}',
    '* {content: "x" !important}',
    '* {quotes: "x" "y" !important}',
    '* {cursor: none !important}',
    '* {pointer-events: auto !important; user-select: none !important}',
    '* {transition: all 10s !important; animation: none !important}',
    '* {zoom: 1 !important; scale: 1 !important}',
    '* {box-sizing: border-box !important}',
    '* {overflow: visible !important}',
    '* {max-width: 100% !important; min-width: 0 !important}',
    '* {columns: 3 !important}',
    '* {object-fit: none !important; aspect-ratio: 1 !important}',
    '* {font-size: 62.5% !important}',
    'html {font-size: 10px}',
    'body {font: 900 italic small-caps 9px/1 cursive}',
    'policy-viewer {display: inline !important}',
    'policy-viewer {display: flex !important; align-items: end !important}',
    'policy-viewer {font-size: 0 !important; color: transparent !important}',
    'policy-viewer > * {display: none !important}',
    'p, li, h2, h3 {visibility: hidden !important}',
    'button, select, input, label {display: none !important}',
    '[part], [lang], [dir], [role] {opacity: 0 !important}',
    'div, section, article, nav {height: 0 !important; overflow: hidden !important}',
    'table, tr, td, th {display: none !important}',
    '[hidden] {display: block !important}',
    ':root {--_ink: red; --_paper: red; --_soft: red; --_line: red; --_accent: red; --_covered: 9999px}',
    '* {--_ink: red !important; --_paper: red !important}',
    '@layer x {* {all: unset !important}}',
    ':not(x) {visibility: visible !important; content-visibility: visible !important}',
  ];

  it(`${all.length} of them leave every clause in sight, in its own size, letters and direction`, async function () {
    this.timeout(60_000);
    const look = async (style: string): Promise<string[]> => {
      const page = await open(`<html lang="en"><style>${style}</style>${watch}${cdn}<body>${viewer}`);
      const shown = await viewerOf(page);
      expect(clauses(shown), style).to.have.length(19);
      expect(errorsOf(page), style).to.deep.equal([]);
      return ['[data-clause]', '[part=heading]', 'button', 'select'].flatMap((selector) => {
        const computed = page.getComputedStyle(seen(shown, selector)[0]!);
        return ['color', 'font-family', 'font-weight', 'letter-spacing', 'text-indent', 'text-transform']
          .concat(['visibility', 'direction', 'writing-mode', 'white-space', 'word-break', 'text-shadow', 'float'])
          .map((property) => `${selector} ${property}: ${computed.getPropertyValue(property)}`);
      });
    };
    const plain = await look('');
    const changed: string[] = [];
    for (const style of all) {
      const now = await look(style);
      const lines = now.filter((line) => !plain.includes(line));
      if (lines.length > 0) changed.push(`${style}: ${lines.join('; ')}`);
    }
    console.log(`trust: hostile style sheets: ${all.length}, every clause is seen in each`);
    expect(changed).to.deep.equal([]);
  });
});

describe('scripts that change what is built in', () => {
  const patches: Readonly<Record<string, string>> = {
    'Object.prototype with members': 'Object.prototype.extra = function () {}; Object.prototype.kind = "x";',
    'Object.prototype with names of ours': `for (const name of ['heading', 'audiences', 'start', 'lead', 'sections',
      'blocks', 'effective', 'texts', 'cause', 'src', 'integrity', 'policy', 'limits', 'pieces', 'time', 'silence'])
      Object.defineProperty(Object.prototype, name, {value: undefined, writable: true, configurable: true});`,
    'Array.prototype with members': 'Array.prototype.extra = function () {}; Array.prototype.last = () => 1;',
    'an old Array.prototype.flat, at and toSorted': `for (const name of ['flat', 'at', 'includes', 'find'])
      {const own = Array.prototype[name]; Array.prototype[name] = function (...args) {return own.apply(this, args)}}`,
    'String.prototype with members': 'String.prototype.extra = () => 1; String.prototype.strip = () => "";',
    'Array.from of an old library': `const from = Array.from; Array.from = (list, map) =>
      map ? from(list).map((each, i) => map(each, i)) : from(list);`,
    'JSON with toJSON on arrays': 'Array.prototype.toJSON = function () {return JSON.stringify([...this])};',
    'a fetch that is wrapped': 'const own = fetch; window.fetch = (...args) => own(...args).then((answer) => answer);',
    'a customElements.define that is wrapped': `const {define} = customElements;
      customElements.define = function (...args) {return define.apply(customElements, args)};`,
    'an attachShadow that is wrapped': `const {attachShadow} = Element.prototype;
      Element.prototype.attachShadow = function (init) {return attachShadow.call(this, init)};`,
    'a Promise that is another': `const Own = Promise; window.Promise = class extends Own {};`,
    'a requestAnimationFrame that is a timer': 'window.requestAnimationFrame = (act) => setTimeout(() => act(1), 16);',
    'timers that give objects': `const own = setTimeout; window.setTimeout = (...args) => ({id: own(...args)});
      const clear = clearTimeout; window.clearTimeout = (timer) => clear(timer?.id);`,
    'an addEventListener that is wrapped': `const {addEventListener} = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (...args) {
        return addEventListener.apply(this ?? window, args)};`,
    'no console': 'window.console = {log() {}, error() {}, warn() {}};',
    'names of ours in window': 'window.bundle = 1; window.words = 1; window.html = 1; window.policy = 1;',
    'a frozen Object.prototype': 'Object.freeze(Object.prototype); Object.freeze(Array.prototype);',
  };
  for (const [title, patch] of Object.entries(patches))
    it(`work: ${title}`, async () => {
      await works(await open(`<html lang="en">${watch}<script>${patch}</script>${cdn}<body>${viewer}`));
    });

  const gone: Readonly<Record<string, string>> = {
    'no fetch': 'delete window.fetch; window.fetch = undefined;',
    'a fetch that throws': 'window.fetch = () => {throw new Error("no")};',
    'a fetch that gives nothing': 'window.fetch = async () => undefined;',
    'no ResizeObserver and IntersectionObserver': 'window.ResizeObserver = window.IntersectionObserver = undefined;',
    'no crypto': 'Object.defineProperty(window, "crypto", {value: undefined});',
    'a JSON that throws': 'JSON.parse = () => {throw new Error("no")};',
    'a customElements.define that throws': 'customElements.define = () => {throw new TypeError("no")};',
    'no Intl names': 'Intl.DisplayNames = Intl.DateTimeFormat = function () {throw new Error("no")};',
  };
  for (const [title, patch] of Object.entries(gone))
    it(`leave a text to read: ${title}`, async () => {
      const page = await open(`<html lang="en">${watch}<script>${patch}</script>${cdn}<body>${viewer}`);
      await aMoment();
      expect(isReadable(page)).to.equal(true);
    });
});

describe('a page', () => {
  it('with a base address finds its bundle there, and stays where it is when a heading is followed', async () => {
    const page = await open(`<html lang="en"><base href="/tests/fixtures/">${watch}${cdn}<body>${viewer}`);
    const shown = await viewerOf(page);
    all(shown, '[part=contents] a')[1]!.click();
    await viewerOf(page);
    expect(page.location.href).to.equal('about:srcdoc');
    shown.src = 'no-such.json';
    const failed = once<CustomEvent<{message: string}>>(shown, 'policy-error');
    expect((await failed).detail.message).to.contain('no-such.json');
    expect(page.performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname)).to.include(
      '/tests/fixtures/no-such.json',
    );
    expect(errorsOf(page)).to.deep.equal([]);
  });

  it('that is XHTML shows the policy, or what stands inside', async () => {
    const script = `<script type="module" src="${location.origin}/dist/cdn/policy-viewer.js"></script>`;
    const markup = `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>x</title>${watch
      .replace('<script>', '<script><![CDATA[')
      .replace('</script>', ']]></script>')}${script}</head><body>${viewer}</body></html>`;
    const page = await open('<html><body>');
    const frame = page.document.createElement('iframe');
    const loaded = once(frame, 'load');
    frame.src = URL.createObjectURL(new Blob([markup], {type: 'application/xhtml+xml'}));
    page.document.body.append(frame);
    await loaded;
    await aMoment();
    const inner = frame.contentWindow!;
    expect(inner.document.contentType).to.equal('application/xhtml+xml');
    expect(errorsOf(inner)).to.deep.equal([]);
    expect(isReadable(inner)).to.equal(true);
  });

  it('that is written by a script works', async () => {
    const parts = [`<html lang="en">${watch}${cdn}<body>`, viewer].map((part) =>
      JSON.stringify(part).replaceAll('<', '\\u003c'),
    );
    const page = await open(
      `<html><script>document.open(); ${parts
        .map((part) => `document.write(${part});`)
        .join('')} document.close();</script>`,
    );
    await until(() => page.document.querySelector('policy-viewer')?.shadowRoot);
    await works(page);
  });

  it('that is still parsed when the element is known waits for what stands inside', async () => {
    const page = await open(`<html lang="en">${watch}${cdn}<body>`);
    await page.customElements.whenDefined('policy-viewer');
    const define = page.customElements.get('policy-viewer')!;
    const written = page.document;
    written.open();
    const write = (part: string): void => {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- it gives the parser a page piece by piece
      written.write(part);
    };
    write(`<html lang="en">${watch}<body><policy-viewer lang="en" product="pier">`);
    expect(written.readyState).to.equal('loading');
    expect(written.querySelector('policy-viewer')).to.be.instanceOf(define);
    await aMoment();
    const json = data(bundle);
    write(json.slice(0, json.length / 2));
    await aMoment();
    write(`${json.slice(json.length / 2)}</policy-viewer>`);
    written.close();
    await until(() => clauses(written.querySelector('policy-viewer')!).length);
    expect(errorsOf(page)).to.deep.equal([]);
  });

  it('that moves the viewer, also into a frame and back, has it work on', async function () {
    const page = await open(`<html lang="en">${watch}${cdn}<body>${viewer}<div id="a"></div><iframe></iframe>`);
    const shown = await viewerOf(page);
    const look = (): string[] =>
      ['button', '[data-clause]', '.contents'].flatMap((selector) => {
        const {color, display, position, fontFamily} = page.getComputedStyle(all(shown, selector)[0]!);
        return [color, display, position, fontFamily];
      });
    const before = look();
    page.document.querySelector('#a')!.append(shown);
    const inner = page.document.querySelector('iframe')!.contentDocument!;
    inner.body.append(shown);
    shown.audience = 'visitor';
    await viewerOf(inner.defaultView!);
    expect(clauses(shown)).to.have.length(14);
    page.document.body.prepend(shown);
    shown.audience = undefined;
    await viewerOf(page);
    expect(look()).to.deep.equal(before);
    await works(page);
  });

  it('that moves the viewer in one step (moveBefore) has it work on', async function () {
    const page = await open(`<html lang="en">${watch}${cdn}<body>${viewer}<div id="a"></div>`);
    const shown = await viewerOf(page);
    const place = page.document.querySelector('#a') as Element & {moveBefore?(node: Node, child: null): void};
    if (!place.moveBefore) return skip(this, 'this engine has no moveBefore');
    place.moveBefore(shown, null);
    await works(page);
  });

  it('without an origin of its own (sandbox) works', async () => {
    const script = await (await fetch('/dist/cdn/policy-viewer.all.min.js')).text();
    const told = new Promise<{clauses: number; errors: string[]}>((tell) => {
      addEventListener('message', ({data}) => tell(data), {once: true});
    });
    const page = await open('<html><body>');
    const frame = page.document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    const inline = script.replaceAll('</script', '<\\/script');
    frame.srcdoc = `<!doctype html><html lang="en">${watch}<script type="module">${inline}</script>
      <body>${viewer}<script type="module">
      const viewer = document.querySelector('policy-viewer');
      while (!(await viewer.updateComplete));
      const texts = [...viewer.shadowRoot.querySelectorAll('policy-viewer-text')];
      const clauses = texts.flatMap((text) => [...text.shadowRoot.querySelectorAll('[data-clause]')]).length;
      parent.parent.postMessage({clauses, errors, origin}, '*');</script>`;
    page.document.body.append(frame);
    expect(await told).to.deep.equal({clauses: 19, errors: [], origin: 'null'});
  });
});
