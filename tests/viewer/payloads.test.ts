// Attacks in every string of a bundle, on every way that its words take to a page: each view of the viewer, prerendered
// pages with their data and descriptions, and the page of the preview. None runs, and the words stay the same.
import {expect} from '@open-wc/testing';
import {error} from '../../src/authoring/findings/finding.js';
import {renderPage} from '../../src/command/preview/page.js';
import type {Bundle} from '../../src/policy/bundle.js';
import {prerender} from '../authoring/prerender/prerender-all.js';
import {isWhole, material} from '../harness/commands.js';
import {few, infested, ran, trap} from './attacks.js';
import {data, open, viewerOf} from './page.js';
import {all, aMoment, clauses, until, within} from './reader.js';

/** How many stand in one bundle, and of how many bundles a share is tried in `npm test`. */
const size = 60;
const share = 20;

let groups: readonly (readonly string[])[] = [few];
let count = 0;
before(async () => {
  const found = await material<{attacks: string[]}>('attacks');
  if ('reason' in found) return;
  // Line by line out of all of them, so that each group has some of every kind.
  const number = Math.ceil(found.attacks.length / size);
  const every = Array.from({length: number}, (_, n) => found.attacks.filter((_, i) => i % number === n));
  groups = [few, ...((await isWhole()) ? every : every.slice(0, share))];
  count = groups.flat().length;
});

const forbidden =
  'img, svg, iframe, object, embed, video, audio, math, form, base, marquee, style:not([nonce]), ' +
  'script:not([type="application/ld+json"], [type="application/json"], [data-trap], [src])';

/** The trap, told apart from what an attack would bring. */
const set = trap.replace('<script>', '<script data-trap>');

const expectNone = (page: Window, what: string): void => {
  const elements = [...within(page.document)];
  const brought = elements
    .filter((element) => element.matches(forbidden))
    .map(({outerHTML}) => outerHTML.slice(0, 200));
  expect(brought, what).to.deep.equal([]);
  const handlers = elements.flatMap((element) => element.getAttributeNames().filter((name) => /^on/i.test(name)));
  expect(handlers, what).to.deep.equal([]);
  const links = elements
    .filter((element) => element.matches('a[href]'))
    .map((link) => (link as HTMLAnchorElement).protocol)
    .filter((protocol) => !['https:', 'mailto:', 'tel:', page.location.protocol, location.protocol].includes(protocol));
  expect(links, what).to.deep.equal([]);
  expect(ran(page), what).to.equal(0);
};

/** An older edition, with the attacks in another order: there is something to compare. */
const withEditions = (attacks: readonly string[]): Bundle => {
  const bundle = infested(attacks);
  const older = infested(attacks.toReversed()).policies[0]!.editions[0]!;
  const [policy] = bundle.policies;
  return {
    ...bundle,
    policies: [{...policy!, editions: [...policy!.editions, {...older, id: '2018-01-01', effective: '2018-01-01'}]}],
  };
};

describe('attacks in every string of a bundle', () => {
  it('run in no view', async function () {
    this.timeout(600_000);
    for (const attacks of groups) {
      const page = await open(
        `<html lang="en">${set}<script type="module" src="/dist/cdn/policy-viewer.all.min.js"></script>
        <body><policy-viewer lang="en">${data(withEditions(attacks))}</policy-viewer>`,
      );
      const viewer = await viewerOf(page);
      expect(clauses(viewer).length).to.be.greaterThan(attacks.length - 1);
      for (const [view, changes] of [
        ['', {}],
        ['glance', {}],
        ['compare', {against: 'edition:2018-01-01'}],
        ['changes', {against: 'edition:2018-01-01', since: '2018-06-01'}],
        ['', {query: attacks[0]!.slice(0, 20)}],
      ] as const) {
        Object.assign(viewer, {against: undefined, query: undefined, ...changes, view: view || undefined});
        await viewerOf(page);
        if (view) await until(() => all(viewer, `[part=${view}]`).length);
        expectNone(page, `view ${view}`);
      }
      page.frameElement!.remove();
    }
    console.log(`trust: attacks in every string, in every view of the viewer: ${count || few.length}, 0 run`);
  });

  it('run on no prerendered page, and its words are the same', async function () {
    this.timeout(600_000);
    for (const attacks of groups) {
      const files = await prerender(infested(attacks));
      for (const {file, text} of files.filter(({file}) => file.endsWith('.html') && !file.endsWith('fragment.html'))) {
        const page = await open(text.replace(/<!doctype html>/i, '').replace('<head>', `<head>${set}`));
        await aMoment();
        expectNone(page, file);
        if (file === 'index.html') continue;
        const shown = [...page.document.querySelectorAll('article p[data-clause]')].map(({textContent}) => textContent);
        // A browser gives a carriage return and a null back as others, whoever wrote them.
        const plain = (words: string): string => words.replaceAll('\r', '\n').replaceAll('\0', '\ufffd');
        expect(shown.map((words) => plain(words ?? ''))).to.deep.equal(
          attacks.map((attack) => plain(attack.repeat(3))),
        );
        for (const block of page.document.querySelectorAll('script[type="application/ld+json"]'))
          expect(JSON.parse(block.textContent ?? '')).to.be.an('object');
        page.frameElement!.remove();
      }
    }
    console.log(`trust: attacks on prerendered pages, in their data and descriptions: ${count || few.length}, 0 run`);
  });

  it('run on no page of the preview', async function () {
    this.timeout(600_000);
    for (const attacks of groups) {
      const findings = attacks.map((attack, n) => error('x', n % 2 ? attack : 'p/en.md', attack));
      const markup = renderPage({name: attacks[0]!, findings, hasBundle: false, isCurrent: true});
      const page = await open(
        markup
          .replace('<!doctype html>', '')
          .replace(/<script type="module".*?<\/script>/g, '')
          .replace('<head>', `<head>${set}`)
          .replace('<style>', '<style nonce="own">'),
      );
      await aMoment();
      expectNone(page, 'the preview');
      const shown = page.document.querySelectorAll('pre');
      expect(shown).to.have.length(attacks.length);
      page.frameElement!.remove();
    }
    console.log(`trust: attacks on the preview’s page: ${count || few.length}, 0 run`);
  });

  it('would run: as they are, many of these do', async () => {
    const page = await open(`<html>${trap}<body>`);
    for (const attack of groups.slice(0, 2).flat()) {
      const box = page.document.createElement('div');
      box.innerHTML = attack;
      page.document.body.append(box);
    }
    await until(() => ran(page) > 3);
    expect(ran(page)).to.be.greaterThan(3);
  });
});
