/**
 * Prerendered texts beside the live view of the same bundle: the same words, ids and labels for every reader; and
 * pages that axe finds nothing in.
 */
import {expect, fixture, html} from '@open-wc/testing';
import type axe from 'axe-core';
import fc from 'fast-check';
import './viewer.js';
import {fragmentPath, listPages} from '../../src/authoring/prerender/pages.js';
import type {File} from '../../src/authoring/prerender/prerender-bundle.js';
import {styleSheet} from '../../src/authoring/prerender/style-sheet.js';
import type {Bundle, Id} from '../../src/policy/bundle.js';
import {select, type PolicyView} from '../../src/policy/select.js';
import {everything, type SelectionChange} from '../../src/policy/selection.js';
import type {PolicyViewer} from './viewer.js';
import {prerender} from '../authoring/prerender/prerender-all.js';
import {bundleArbitrary} from '../policy/arbitraries.js';
import {bundle as small, said} from './fixtures.js';
import {all, drawn, isSeen, settled} from './reader.js';

const nameOf = (element: Element): string | undefined => {
  if (/^h[1-6]$/.test(element.localName)) return 'heading';
  if (element.matches('.lead, td, th')) return element.matches('.lead') ? 'lead' : 'cell';
  if (!(element instanceof HTMLElement) || element.dataset['clause'] === undefined) return undefined;
  return `clause ${element.dataset['clause']}`;
};

/** What a label names. The words before it are the interface's: live they may be in another language. */
const labelled = (label: Element): string =>
  [...label.children].map(({textContent}) => textContent.replace(/^[^:：]*[:：] /, '')).join(' | ');

/** What a tree says to a reader, piece by piece. A line break is a line feed, and a zero is what HTML makes of it. */
const piecesOf = (root: ParentNode, isShown: (element: Element) => boolean): string[] => {
  const pieces: {name: string; words: string}[] = [];
  const walk = (node: Node, current: {words: string} | undefined): void => {
    for (const child of node.childNodes) {
      if (child instanceof Text && current) current.words += child.data;
      if (!(child instanceof Element) || !isShown(child)) continue;
      if (child.localName === 'br' && current) current.words += '\n';
      if (child.matches('.label')) {
        pieces.push({name: 'label', words: labelled(child)});
        continue;
      }
      const name = nameOf(child);
      const piece = name === undefined ? undefined : {name, words: ''};
      if (piece) pieces.push(piece);
      walk(child, piece ?? current);
    }
  };
  walk(root, undefined);
  return pieces.map(({name, words}) => `${name}: ${words}`.replaceAll('\0', '\ufffd'));
};

const live = (viewer: PolicyViewer): string[][] =>
  all(viewer, 'policy-viewer-text').map((text) => piecesOf(text.shadowRoot!, isSeen));

/** Whether something is for the readers chosen, by nothing but its own data attribute. */
const isFor =
  (chosen: readonly Id[]) =>
  (element: Element): boolean => {
    const audiences = element.getAttribute('data-for')?.split(' ');
    return !audiences || chosen.length === 0 || audiences.some((id) => chosen.includes(id));
  };

const parse = (text: string): DocumentFragment => {
  const template = document.createElement('template');
  template.innerHTML = text;
  return document.importNode(template.content, true);
};

/** For each text of a bundle the article that was prerendered of it. */
const fragmentsOf = (bundle: Bundle, files: readonly File[]): ((view: PolicyView) => Element) => {
  const articles = new Map<PolicyView['text'], Element>(
    listPages(bundle).map((page) => {
      const {text} = files.find(({file}) => file === fragmentPath(page))!;
      return [page.text, parse(text).querySelector('article')!];
    }),
  );
  return ({text}) => articles.get(text)!;
};

/**
 * Holds what the viewer shows for a selection against the fragments of the same texts. Titles are the viewer's own
 * headings.
 */
const compare = async (
  viewer: PolicyViewer,
  bundle: Bundle,
  fragmentOf: (view: PolicyView) => Element,
  selection: SelectionChange,
): Promise<void> => {
  viewer.selection = selection;
  await settled(viewer);
  const {documents} = select(bundle, {...everything, ...selection});
  const prerendered = documents.map((view) => piecesOf(fragmentOf(view), isFor(selection.audiences ?? [])));
  const titles = all(viewer, '[part=document] > [part=heading]').map((heading) =>
    `heading: ${heading.textContent}`.replaceAll('\0', '\ufffd'),
  );
  expect(prerendered, JSON.stringify(selection)).to.deep.equal(live(viewer).map((pieces, i) => [titles[i], ...pieces]));
};

/**
 * Nothing chosen at first and at last, so that the language changes by itself: one thing at a time, as a reader
 * chooses.
 */
const oneByOne = (choices: readonly (readonly Id[])[]): readonly (readonly Id[])[] => [[], ...choices, []];

describe('prerendered texts', () => {
  let files: File[];
  before(async () => {
    files = await prerender(small, {fragments: true});
  });

  const audiences = small.audiences.map(({id}) => id);
  for (const product of ['', ...small.products.map(({id}) => id)]) {
    it(`say what the live view says of ${product || 'all'}, to every audience in every language`, async function () {
      this.timeout(60_000);
      const viewer = await fixture<PolicyViewer>(html`<policy-viewer .bundle=${small}></policy-viewer>`);
      const fragmentOf = fragmentsOf(small, files);
      for (const language of small.languages)
        for (const chosen of oneByOne([...audiences.map((id) => [id]), ['visitor', 'mentor']]))
          await compare(viewer, small, fragmentOf, {product, audiences: chosen, language});
    });
  }

  it('say what the live view says of older editions', async () => {
    const viewer = await fixture<PolicyViewer>(html`<policy-viewer .bundle=${small}></policy-viewer>`);
    await compare(viewer, small, fragmentsOf(small, files), {product: 'labs', edition: '2018-05-25', language: 'nl'});
  });

  it('say what the live view says of any bundle', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(bundleArbitrary({references: false}), async (bundle) => {
        const fragmentOf = fragmentsOf(bundle, await prerender(bundle, {fragments: true}));
        const viewer = document.createElement('policy-viewer');
        viewer.bundle = bundle;
        document.body.append(viewer);
        try {
          for (const language of bundle.languages)
            for (const chosen of oneByOne(bundle.audiences.map(({id}) => [id])))
              await compare(viewer, bundle, fragmentOf, {audiences: chosen, language});
        } finally {
          viewer.remove();
        }
      }),
      {numRuns: 60, seed: 20261122},
    );
  });

  it('hide a lead with its list where every item is for somebody else', async () => {
    const [pier] = small.policies;
    const bundle: Bundle = {
      ...small,
      languages: ['en'],
      policies: [
        {
          ...pier!,
          editions: [
            {
              id: '2020-01-01',
              effective: '2020-01-01',
              texts: {
                en: {
                  title: 'Lists',
                  sections: [
                    {
                      id: 's',
                      blocks: [
                        {
                          type: 'list',
                          lead: ['For some:'],
                          items: [
                            {id: 'i1', audiences: ['visitor'], content: ['One']},
                            {id: 'i2', audiences: ['mentor'], content: ['Two']},
                          ],
                        },
                      ],
                    },
                  ],
                },
              },
            },
          ],
        },
      ],
    };
    const viewer = await fixture<PolicyViewer>(html`<policy-viewer .bundle=${bundle}></policy-viewer>`);
    const fragmentOf = fragmentsOf(bundle, await prerender(bundle, {fragments: true}));
    for (const audiences of [[], ['visitor'], ['mentor'], ['guest']])
      await compare(viewer, bundle, fragmentOf, {audiences, language: 'en'});
  });

  it('are seen inside the element until the bundle is there, and have its ids', async () => {
    const viewer = await fixture<PolicyViewer>(html`<policy-viewer product="labs" lang="da"></policy-viewer>`);
    viewer.append(parse(files.find(({file}) => file === 'labs/da.fragment.html')!.text));
    await settled(viewer);
    const ids = [...viewer.querySelectorAll<HTMLElement>('section, [data-clause]')].map(({id}) => id);
    expect(ids).to.have.length(23);
    expect(ids.every((id) => isSeen(viewer.querySelector(`[id="${id}"]`)!))).to.equal(true);
    viewer.bundle = small;
    await settled(viewer);
    expect(isSeen(viewer.querySelector('#mentors')!)).to.equal(false);
    expect(all(viewer, 'section, [data-clause]').map(({id, dataset}) => id || dataset['clause'])).to.deep.equal(ids);
  });
});

/** A page as a reader gets it, in a frame of this width. */
const open = async (text: string, width: number, scheme: 'light' | 'dark'): Promise<HTMLIFrameElement> => {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="A page" width=${width} height="900"></iframe>`);
  const styles = styleSheet.replace('color-scheme: light dark', `color-scheme: ${scheme}`);
  frame.srcdoc = text.replace(
    /<link rel="stylesheet"[^>]*>/,
    `<style>${styles}</style><script src="/node_modules/axe-core/axe.min.js"></script>`,
  );
  await new Promise((loaded) => frame.addEventListener('load', loaded, {once: true}));
  return frame;
};

describe('prerendered pages', () => {
  let files: File[];
  before(async () => {
    files = await prerender(small);
  });

  for (const [path, scheme] of [
    ['pier/en.html', 'light'],
    ['pier/ar.html', 'dark'],
    ['pier/zh-Hant.html', 'light'],
    ['labs/nl.html', 'dark'],
    ['index.html', 'light'],
    ['index.html', 'dark'],
  ] as const) {
    for (const width of [1200, 320]) {
      it(`give axe nothing to find: ${path}, ${scheme}, ${width} pixels wide`, async () => {
        const frame = await open(files.find(({file}) => file === path)!.text, width, scheme);
        const {axe: inside, document: page} = frame.contentWindow as unknown as {axe: typeof axe; document: Document};
        const {violations} = await inside.run(page, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`)).to.deep.equal([]);
        expect(page.documentElement.scrollWidth, 'nothing stands out sideways').to.be.at.most(width);
      });
    }
  }

  it('leave out what is out of sight where they are long, and still bring a link’s clause to the top', async () => {
    const [pier] = small.policies;
    const sections = Array.from({length: 60}, (_, s) => ({
      id: `s${s}`,
      heading: [`Part ${s}`],
      blocks: Array.from({length: 6}, (_, p) => ({
        type: 'paragraph' as const,
        id: `s${s}.p${p}`,
        content: ['We keep what you tell us. '.repeat(1 + ((s + p) % 9))],
      })),
    }));
    const long: Bundle = {
      ...small,
      languages: ['en'],
      policies: [
        {...pier!, editions: [{id: '2020-01-01', effective: '2020-01-01', texts: {en: {title: 'Long', sections}}}]},
      ],
    };
    const frame = await open((await prerender(long)).find(({file}) => file === 'pier/en.html')!.text, 800, 'light');
    frame.height = '300';
    await drawn();
    const page = frame.contentDocument!;
    const visibility = (): string =>
      frame.contentWindow!.getComputedStyle(page.getElementById('s50')!).contentVisibility;
    if (CSS.supports('overflow-anchor', 'auto')) expect(visibility()).to.equal('auto');
    for (const id of ['s40.p3', 's9.p1', 's55.p0']) {
      frame.contentWindow!.location.hash = id;
      await drawn();
      expect(Math.abs(page.getElementById(id)!.getBoundingClientRect().top - 16), id).to.be.below(2);
      expect(visibility()).to.equal('visible');
    }
  });

  it('bring a link’s clause to the top of the window', async () => {
    const frame = await open(files.find(({file}) => file === 'pier/en.html')!.text, 800, 'light');
    frame.height = '300';
    await drawn();
    frame.contentWindow!.location.hash = 'v5';
    await drawn();
    const clause = frame.contentDocument!.getElementById('v5')!;
    expect(clause.textContent).to.include(said['en']!.clause);
    expect(Math.abs(clause.getBoundingClientRect().top - 16)).to.be.below(2);
  });
});
