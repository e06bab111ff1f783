// Attacks that stand where a policy's words should stay words: as title, heading, paragraph, link text, name, and as
// data of the wrong shape.
import {expect, fixture, html} from '@open-wc/testing';
import {isSound} from '../../src/policy/sound.js';
import type {PolicyViewer} from './viewer.js';
import {material, skip} from '../harness/commands.js';
import {few, infested, ran, trap} from './attacks.js';
import {bundle as own} from './fixtures.js';
import {data, open, viewerOf} from './page.js';
import {all, aMoment, clauses, once, seen, settled, until, words} from './reader.js';

/** At most as many of a collection are shown: each n-th, always the same. */
const most = 2500;

const showIn = async (attacks: readonly string[]): Promise<{page: Window; viewer: PolicyViewer}> => {
  const page = await open(
    `<html lang="en">${trap}<script type="module" ` +
      'src="/dist/cdn/policy-viewer.all.min.js"></script><body><policy-viewer product="pier" ' +
      `audience="visitor">${data(infested(attacks))}</policy-viewer>`,
  );
  const viewer = await viewerOf(page);
  viewer.audience = undefined;
  await viewerOf(page);
  await aMoment();
  return {page, viewer};
};

const check = async (attacks: readonly string[]): Promise<void> => {
  const {page, viewer} = await showIn(attacks);
  // Shown, letter for letter …
  const paragraphs = all(viewer, 'p[data-clause]');
  expect(paragraphs).to.have.length(attacks.length);
  expect(paragraphs.filter((paragraph, i) => paragraph.textContent !== attacks[i]!.repeat(3))).to.deep.equal([]);
  // … as text: the elements are ours alone,
  const tags = new Set([...all(viewer, '*')].map(({localName}) => localName));
  for (const tag of [
    'img',
    'script',
    'svg',
    'iframe',
    'object',
    'embed',
    'video',
    'audio',
    'body',
    'math',
    'form',
    'base',
    'meta',
    'details',
    'marquee',
    'object',
  ])
    expect(tags.has(tag), tag).to.equal(false);
  // with no handlers on them and no address but the one that was given,
  const handlers = all(viewer, '*').flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith('on')),
  );
  expect(handlers).to.deep.equal([]);
  expect(
    new Set(
      all(viewer, 'policy-viewer-text').flatMap((text) =>
        all(text, 'a').map((link) => (link as HTMLAnchorElement).href),
      ),
    ),
  ).to.deep.equal(new Set(['https://example.org/']));
  // and nothing ran.
  expect(ran(page)).to.equal(0);
};

describe('attacks in the words of a policy', () => {
  it('stay words: a few of our own', () => check(few));

  it('stay words: those of public collections, or a share of them', async function () {
    this.timeout(60_000);
    const found = await material<{attacks: string[]}>('attacks');
    if ('reason' in found) return skip(this, found.reason);
    const every = Math.ceil(found.attacks.length / most);
    const some = found.attacks.filter((_, i) => i % every === 0);
    console.log(`${some.length} of ${found.attacks.length} attacks`);
    await check(some);
  });

  it('would run as HTML: the trap is set', async () => {
    const page = await open(`<html>${trap}<body><div></div>`);
    page.document.querySelector('div')!.innerHTML = few.join('');
    await until(() => ran(page) > 0);
    expect(ran(page)).to.be.greaterThan(0);
  });
});

describe('data of a shape that would be taken for something else', () => {
  const inText = (content: unknown): unknown => {
    const copy = JSON.parse(JSON.stringify(own));
    copy.policies[1].editions[0].texts.nb.sections[1].blocks[0].content = content;
    return copy;
  };
  const cases: readonly [title: string, bundle: unknown][] = [
    [
      'a Lit template',
      inText([{_$litType$: 1, strings: Object.assign(['<img src=x onerror=alert(1)>'], {raw: ['']}), values: []}]),
    ],
    ['a Lit directive', inText([{_$litDirective$: () => undefined, values: []}])],
    ['a node', inText([{nodeType: 1, nodeName: 'IMG'}])],
    ['a link to a script', inText([{type: 'link', href: 'javascript:alert(1)', content: ['x']}])],
    ['a link to a script, with white space', inText([{type: 'link', href: 'java\nscript:alert(1)', content: ['x']}])],
    ['a link to data', inText([{type: 'link', href: 'data:text/html,<script>alert(1)</script>', content: ['x']}])],
    ['an audience that is a rule of CSS', {...own, audiences: [{id: 'x"],*{display:none}[y="', names: {en: 'x'}}]}],
    ['a section that is a selector', inText([{type: 'reference', to: '"],script,[x="', content: ['x']}])],
  ];
  for (const [title, bundle] of cases)
    it(`is refused: ${title}`, async () => {
      expect(isSound(bundle)).to.equal(false);
      const error = console.error;
      console.error = () => undefined;
      try {
        const viewer = document.createElement('policy-viewer');
        viewer.lang = 'nb';
        const failed = once(viewer, 'policy-error');
        viewer.bundle = bundle;
        await fixture(html`<div>${viewer}</div>`);
        await failed;
        await settled(viewer);
        expect(clauses(viewer)).to.deep.equal([]);
        expect(words(seen(viewer, '[role=alert] p')[0])).not.to.equal('');
      } finally {
        console.error = error;
      }
    });

  it('an audience or a product that an address asks for, and that no bundle has, does nothing', async () => {
    const viewer = await fixture<PolicyViewer>(
      html`<policy-viewer
        lang="en"
        .bundle=${own}
        audience='x"],*{display:none}[y="'
        product="<img src=x onerror=alert(1)>"
      ></policy-viewer>`,
    );
    await settled(viewer);
    expect(clauses(viewer)).to.have.length(all(viewer, '[data-clause]').length);
  });
});
