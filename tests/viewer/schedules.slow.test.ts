// Whatever a page does to a viewer, in whatever order its files come: in the end it shows what one shows that was made
// so from the start.
import {expect, fixture, html} from '@open-wc/testing';
import fc from 'fast-check';
import type {Bundle} from '../../src/policy/bundle.js';
import {audiencesOf, isReference} from '../../src/policy/clauses.js';
import {replaceTexts} from '../../src/policy/texts.js';
import type {PolicyViewer} from './viewer.js';
import {collectGarbage, isWhole, skip} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {all, clauses, settled, show, until} from './reader.js';

/** How many schedules are tried: by `npm run trust`, else in `npm test`. */
const counts = {whole: 10_000, share: 300};

const hash = async (content: string): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content)));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
};

/** Fewer clauses: what is told apart is which text is shown. */
const small: Bundle = replaceTexts(bundle, (text) =>
  isReference(text) ? text : {...text, sections: text.sections.slice(0, 3)},
);
const other: Bundle = replaceTexts(small, (text) => (isReference(text) ? text : {...text, title: `${text.title} II`}));

/** What is served, by the last part of its address: a bundle, another, and the first with its texts in files. */
const files = new Map<string, string>([
  ['one.json', JSON.stringify(small)],
  ['two.json', JSON.stringify(other)],
]);
const split = async (): Promise<void> => {
  const hashes = new Map<unknown, string>();
  let n = 0;
  const names = new Map<unknown, string>();
  for (const policy of small.policies)
    for (const edition of policy.editions)
      for (const text of Object.values(edition.texts)) {
        const content = JSON.stringify(text);
        names.set(text, `text-${n++}.json`);
        files.set(names.get(text)!, content);
        hashes.set(text, await hash(content));
      }
  const index = replaceTexts(small, (text) =>
    isReference(text)
      ? text
      : {src: names.get(text)!, integrity: hashes.get(text)!, title: text.title, audiences: [...audiencesOf(text)]},
  );
  files.set('three.json', JSON.stringify(index));
};

const bundles: Readonly<Record<string, Bundle>> = {'one.json': small, 'two.json': other, 'three.json': small};

const choices = {
  src: Object.keys(bundles),
  lang: ['en', 'sv', 'nb', 'da', 'nl', 'ar'],
  product: ['', 'pier', 'finder', 'labs'],
  audience: ['', 'visitor', 'mentor', 'visitor member'],
  view: ['', 'glance', 'compare', 'changes'],
} as const;
type Name = keyof typeof choices;
type Model = Record<Name, string>;

interface Waiting {
  readonly name: string;
  readonly answer: (response: Response) => void;
}
interface Real {
  readonly viewer: PolicyViewer;
  readonly places: readonly Element[];
}

let waiting: Waiting[] = [];
const original = window.fetch;

const set = (viewer: PolicyViewer, name: Name, value: string): void => {
  if (value) viewer.setAttribute(name, value);
  else viewer.removeAttribute(name);
};

/** Lets the file come that waits longest, or another. */
const answer = (which: number): void => {
  const [{name, answer: come}] = waiting.splice(which % waiting.length, 1) as [Waiting];
  come(new Response(files.get(name)));
};

type Command = fc.AsyncCommand<Model, Real>;

const command = (name: string, act: (real: Real, model: Model) => unknown): Command => ({
  check: () => true,
  run: async (model, real) => {
    await act(real, model);
  },
  toString: () => name,
});

const choose = (name: Name, value: string): Command =>
  command(`${name}=${value}`, ({viewer}, model) => {
    model[name] = value;
    set(viewer, name, value);
  });

const commands = [
  ...Object.entries(choices).map(([name, values]) =>
    fc.constantFrom(...values).map((value) => choose(name as Name, value)),
  ),
  fc.nat(5).map((which) => command(`answer ${which}`, () => waiting.length > 0 && answer(which))),
  fc.constantFrom(
    command('reload', ({viewer}) => viewer.reload()),
    command('move', ({viewer, places}) => places.find((place) => !place.contains(viewer))!.append(viewer)),
    command('out and in', ({viewer, places: [place]}) => {
      viewer.remove();
      place!.append(viewer);
    }),
    command('a frame', () => new Promise(requestAnimationFrame)),
    command('a turn', () => new Promise((turn) => setTimeout(turn))),
  ),
];

/** All that is in a tree, styles aside, but which texts its filter hides. */
const describeTree = (root: ParentNode): string =>
  [...root.childNodes]
    .map((node) => {
      if (node instanceof Text) return node.data.trim();
      if (!(node instanceof Element) || node.localName === 'style') return '';
      const {shadowRoot} = node;
      const filter = [...(shadowRoot?.adoptedStyleSheets.slice(1) ?? [])].flatMap(({cssRules}) =>
        node.localName === 'policy-viewer-text' ? [...cssRules].map(({cssText}) => cssText) : [],
      );
      const attributes = ['lang', 'dir', 'data-clause', 'aria-pressed', 'role', 'hidden']
        .map((name) => node.getAttribute(name))
        .filter((value) => value !== null);
      return `<${node.localName} ${attributes.join()} ${filter.join()}>${shadowRoot ? describeTree(shadowRoot) : ''}${
        // What is announced says how it came about.
        node.matches('[role=status]') ? '' : describeTree(node)
      }`;
    })
    .join('');
const shownBy = (viewer: PolicyViewer): string => describeTree(viewer.shadowRoot!);

const references = new Map<string, Promise<string>>();
const referenceFor = (model: Model): Promise<string> => {
  const key = JSON.stringify({...model, src: bundles[model.src] === small});
  let reference = references.get(key);
  if (!reference) {
    reference = (async () => {
      const viewer = document.createElement('policy-viewer');
      for (const name of Object.keys(choices) as Name[]) if (name !== 'src') set(viewer, name, model[name]);
      viewer.bundle = bundles[model.src];
      document.body.append(viewer);
      await rest(viewer);
      const shown = shownBy(viewer);
      viewer.remove();
      return shown;
    })();
    references.set(key, reference);
  }
  return reference;
};

/** Until nothing waits and nothing changes any more. */
const rest = async (viewer: PolicyViewer): Promise<void> => {
  for (let before = ''; ;) {
    while (waiting.length > 0) answer(waiting.length - 1);
    await settled(viewer);
    await new Promise((turn) => setTimeout(turn));
    const now = shownBy(viewer);
    const isBusy = viewer.shadowRoot!.querySelector('[aria-busy=true], .loading');
    if (now === before && waiting.length === 0 && !isBusy) return;
    before = now;
  }
};

describe('schedules of changes and answers', () => {
  before(async () => {
    await split();
    // What comes later has come: the views, and the words of each language.
    const viewer = await show({product: 'pier'});
    for (const view of ['glance', 'compare', 'changes']) {
      viewer.view = view;
      await until(() => all(viewer, `[part=${view}]`).length);
    }
  });
  beforeEach(() => {
    window.fetch = (address, init) => {
      const name = new URL(String(address), document.baseURI).pathname.split('/').at(-1)!;
      // What is none of ours, such as a view.
      if (!files.has(name)) return original(address, init);
      return new Promise((come, fail) => {
        const entry = {name, answer: come};
        waiting.push(entry);
        init?.signal?.addEventListener('abort', () => {
          waiting = waiting.filter((each) => each !== entry);
          fail(init.signal!.reason as Error);
        });
      });
    };
  });
  afterEach(() => {
    window.fetch = original;
    waiting = [];
  });

  it('end in what is chosen last, in whatever order answers come', async function () {
    this.timeout(1_200_000);
    const numRuns = (await isWhole()) ? counts.whole : counts.share;
    const places = await fixture<HTMLElement>(
      html`<div>
        <section></section>
        <section></section>
      </div>`,
    );
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, {maxCommands: 16}), async (schedule) => {
        const viewer = document.createElement('policy-viewer');
        const model: Model = {src: 'one.json', lang: 'en', product: '', audience: '', view: ''};
        for (const name of Object.keys(choices) as Name[]) set(viewer, name, model[name]);
        const real = {viewer, places: [...places.children]};
        places.firstElementChild!.append(viewer);
        await fc.asyncModelRun(() => ({model, real}), schedule);
        await rest(viewer);
        const reference = await referenceFor(model);
        // Hashes of texts are taken elsewhere, and nothing tells when they are done.
        for (let left = 300; left && shownBy(viewer) !== reference; left--) await rest(viewer);
        await rest(viewer);
        const shown = shownBy(viewer);
        viewer.remove();
        compared++;
        if (shown === reference) return;
        const at = [...shown].findIndex((letter, i) => letter !== reference[i]);
        const [has, should] = [shown, reference].map((each) => each.slice(Math.max(0, at - 100), at + 200));
        throw new Error(`${JSON.stringify(model)} shows\n${has}\nand should show\n${should}`);
      }),
      {numRuns, seed: 1, includeErrorInReport: true},
    );
    expect(compared).to.be.at.least(numRuns);
    console.log(`trust: schedules of changes and answers: ${compared}, each ends in what was chosen last`);
  });
});

describe('a viewer that comes and goes', () => {
  it('ten thousand times shows what it showed', async function () {
    this.timeout(120_000);
    const viewer = await show({product: 'pier', audience: 'visitor'});
    const [place, before] = [viewer.parentElement!, clauses(viewer)];
    for (let times = 0; times < 10_000; times++) {
      viewer.remove();
      place.append(viewer);
    }
    await settled(viewer);
    expect(clauses(viewer)).to.deep.equal(before);
  });

  it('is not kept by anything once it is gone: ten thousand of them', async function () {
    this.timeout(240_000);
    if (!(await collectGarbage())) return skip(this, 'this engine cannot be told to collect what nobody uses');
    const gone: WeakRef<PolicyViewer>[] = [];
    for (let times = 0; times < 100; times++) {
      const viewers = Array.from({length: 100}, (_, n) => {
        const viewer = document.createElement('policy-viewer');
        // Every other one has something to show.
        Object.assign(viewer, {lang: 'en', product: 'pier', ...(n % 2 ? {bundle} : {})});
        return viewer;
      });
      document.body.append(...viewers);
      await settled(viewers[1]!);
      for (const viewer of viewers) viewer.remove();
      gone.push(...viewers.map((viewer) => new WeakRef(viewer)));
    }
    await until(async () => {
      await collectGarbage();
      return gone.every((each) => !each.deref());
    });
    expect(gone.filter((each) => each.deref())).to.have.length(0);
    console.log(`trust: viewers made, shown and removed, none of which is kept: ${gone.length}`);
  });
});
