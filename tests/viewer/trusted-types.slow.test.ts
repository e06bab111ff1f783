// Pages that say what may run, strictly: the viewer works, or what stands inside it stays and one sentence tells the
// owner what to change.
import {expect} from '@open-wc/testing';
import {skip} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {data, open, viewerOf} from './page.js';
import {aMoment, clauses} from './reader.js';

interface Told {
  /** Errors that nobody caught, promises included. */
  readonly errors: string[];
  /** What console.error and console.warn were given. */
  readonly console: string[];
  readonly violations: string[];
}

// Written out, 'self' would not be this origin in a frame without an address of its own (Firefox).
const self = location.origin;
const strict = (types: string): string =>
  `default-src 'none'; script-src 'nonce-a' ${self}; style-src ${self}; connect-src ${self}; base-uri 'none'; ` +
  `form-action 'none'; require-trusted-types-for 'script'; trusted-types ${types}`;

const watch = `window.told = {errors: [], console: [], violations: []};
  addEventListener('error', ({message}) => told.errors.push(message));
  addEventListener('unhandledrejection', ({reason}) => told.errors.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
    told.violations.push(violatedDirective + ' ' + blockedURI));
  for (const level of ['error', 'warn']) console[level] = (...said) => told.console.push(said.join(' '));`;
/** Scripts of the page, in order; what is not an address is run as it stands. */
const page = async (types: string, ...scripts: string[]): Promise<Told & {page: Window & typeof globalThis}> => {
  const opened = await open(
    `<html lang="en">${
      types && `<meta http-equiv="Content-Security-Policy" content="${strict(types)}">`
    }<script nonce="a">${watch}</script><body>
    <policy-viewer lang="en" product="pier"><p class="fallback">The text.</p>${data(bundle)}</policy-viewer>${scripts
      .map((script) =>
        script.startsWith('/')
          ? `<script type="module" nonce="a" src="${script}"></script>`
          : `<script type="module" nonce="a">${script}</script>`,
      )
      .join('')}`,
  );
  await aMoment();
  const {errors, console, violations} = (opened as unknown as {told: Told}).told;
  // Unbundled, Lit tells developers of itself.
  const ours = console.filter((line) => !/^(?:Lit is in dev mode|Multiple versions of Lit)/.test(line));
  // The engine's own words follow.
  const said = ours.map((line) => line.replace(/ \w*Error: .+$/s, ''));
  return {page: opened, errors, console: said, violations};
};

const works = async (opened: Window): Promise<void> => {
  expect(clauses(await viewerOf(opened))).not.to.have.length(0);
  expect(opened.document.querySelector('.fallback')!.checkVisibility()).to.equal(false);
};
const keepsFallback = (opened: Window): void => {
  expect(opened.document.querySelector('.fallback')!.checkVisibility()).to.equal(true);
};

const parts = '/dist/cdn/policy-viewer.js';
const all = '/dist/cdn/policy-viewer.all.min.js';
/** As a site's own bundler would serve it: its Lit beside it. */
const npm = '/dist/policy-viewer.js';
const lit = 'import "/node_modules/lit-html/lit-html.js";';
const host = 'trustedTypes?.createPolicy("lit-html", {createHTML: (html) => html});';
const other = 'customElements.define("policy-viewer", class extends HTMLElement {});';
const otherText = 'customElements.define("policy-viewer-text", class extends HTMLElement {});';
const twice = ['<policy-viewer>: load it once, in HTML.'];
const refused = ['<policy-viewer>: add policy-viewer to trusted-types in the CSP.'];

const knowsTypes = 'trustedTypes' in window;

describe('Trusted Types, and a tag that is taken', () => {
  const working: readonly [title: string, types: string, scripts: string[], said?: string[]][] = [
    ['the policy’s name allowed, in parts', 'policy-viewer', [parts]],
    ['the policy’s name allowed, the one file', 'policy-viewer', [all]],
    ['the host has a policy named lit-html', 'policy-viewer lit-html', [host, all]],
    ['the host has a Lit of its own, before', 'policy-viewer lit-html', [lit, parts]],
    ['the host has a Lit of its own, after', 'policy-viewer lit-html', [parts, lit]],
    ['npm modules where Lit’s own name is allowed', 'lit-html', [npm]],
    ['the one file twice', 'policy-viewer', [all, `${all}?again`], twice],
    ['in parts, and the one file', 'policy-viewer', [parts, all], twice],
    ['in parts twice, and no policy at all', '', [parts, `${parts}?again`], twice],
    ['of a CDN, then by npm', 'policy-viewer lit-html', [all, npm], twice],
    ['by npm, then of a CDN', 'policy-viewer lit-html', [npm, parts], twice],
    ['by npm, then of a CDN, and only Lit’s name allowed', 'lit-html', [npm, all], twice],
  ];
  for (const [title, types, scripts, said = []] of working)
    it(`works: ${title}`, async () => {
      const opened = await page(types, ...scripts);
      expect(opened.errors).to.deep.equal([]);
      expect(opened.console).to.deep.equal(said);
      expect(opened.violations).to.deep.equal([]);
      await works(opened.page);
    });

  const left: readonly [title: string, types: string, scripts: string[], said: string[]][] = [
    ['the policy’s name is not allowed, in parts', 'another', [parts], refused],
    ['the policy’s name is not allowed, the one file', 'another', [all], refused],
    ['no policy is allowed', "'none'", [all], refused],
    ['no policy is allowed, and it is there twice', "'none'", [parts, all], [...refused, ...refused]],
    ['a host’s policy has our name', 'policy-viewer', [host.replace('lit-html', 'policy-viewer'), all], refused],
    ['another element has the tag', 'policy-viewer', [other, all], twice],
    ['another element has the tag, in parts and without a policy', '', [other, parts], twice],
    ['another element has the tag of the texts', '', [otherText, parts], twice],
    ['another element has the tag, by npm', '', [other, npm], twice],
  ];
  for (const [title, types, scripts, said] of left)
    it(`leaves what stands inside, and says what to change: ${title}`, async function () {
      if (said[0] === refused[0] && !knowsTypes) await skip(this, 'this engine has no Trusted Types');
      const opened = await page(types, ...scripts);
      expect(opened.errors).to.deep.equal([]);
      expect(opened.console).to.deep.equal(said);
      keepsFallback(opened.page);
    });

  it('leaves what stands inside by npm too, where Lit itself says that its name is not allowed', async function () {
    if (!knowsTypes) await skip(this, 'this engine has no Trusted Types');
    const opened = await page('policy-viewer', npm);
    expect(opened.errors.join()).to.match(/lit-html|policy/i);
    keepsFallback(opened.page);
  });

  it('would note an error, a violation and a word to the console', async () => {
    const opened = await page('another', 'console.warn("hm"); document.body.style = ""; throw new Error("ho");');
    expect(opened.errors.join()).to.contain('ho');
    expect(opened.console).to.deep.equal(['hm']);
    const styled = await page('another', 'document.body.setAttribute("style", "color: red")');
    expect(styled.violations).to.have.length(1);
  });
});
