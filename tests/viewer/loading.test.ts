// What a reader sees while a bundle loads and when it does not come, and what the site's owner is told.
import {expect, fixture, html} from '@open-wc/testing';
import {describe as tell, type Issue} from '../../src/policy/issue.js';
import type {PolicyViewer} from './viewer.js';
import {press} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {markup} from './markup.js';
import {button, clauses, focused, once, seen, settled, show, use, visitorClauses, words} from './reader.js';

type Failed = CustomEvent<{message: string; issues: readonly Issue[]}>;

const file = (content: string): string => URL.createObjectURL(new Blob([content]));
const json = JSON.stringify(bundle);

const original = globalThis.fetch;
const originalError = console.error;
let complaints: string[] = [];

/** Lets nothing come until it is told to: each call is one request. What waits already is waited for together. */
const hold = (): {readonly signals: AbortSignal[]; readonly answers: ((response: Response) => void)[]} => {
  const held = {signals: [] as AbortSignal[], answers: [] as ((response: Response) => void)[]};
  globalThis.fetch = (_, init) =>
    new Promise((answer, fail) => {
      held.signals.push(init!.signal!);
      held.answers.push(answer);
      init!.signal!.addEventListener('abort', () => fail(init!.signal!.reason as Error));
    });
  return held;
};

beforeEach(() => {
  complaints = [];
  console.error = (message: unknown) => void complaints.push(`${message}`);
});
afterEach(() => {
  globalThis.fetch = original;
  console.error = originalError;
});

const inside = html`<p class="fallback">The whole policy as ordinary HTML.</p>`;
const fallbackSeen = (viewer: Element): boolean => viewer.querySelector('.fallback')!.checkVisibility();

/** A viewer of an address, with something inside it; not yet loaded. */
const load = (src: string, lang = 'en'): Promise<PolicyViewer> =>
  fixture<PolicyViewer>(html`<policy-viewer src=${src} lang=${lang}>${inside}</policy-viewer>`);

const failing = async (src: string, lang = 'en'): Promise<{viewer: PolicyViewer; detail: Failed['detail']}> => {
  const viewer = document.createElement('policy-viewer');
  const failed = once<Failed>(viewer, 'policy-error');
  viewer.src = src;
  viewer.lang = lang;
  await fixture(html`<div>${viewer}</div>`);
  viewer.innerHTML = markup('<p class="fallback">The whole policy as ordinary HTML.</p>');
  const {detail} = await failed;
  return {viewer, detail};
};

describe('while a bundle loads', () => {
  it('what stands inside the element is seen, and afterwards the bundle alone', async () => {
    const {answers} = hold();
    const viewer = await load('policies-1.json');
    await settled(viewer);
    expect(fallbackSeen(viewer)).to.equal(true);
    expect(seen(viewer, '[aria-busy=true]')).to.have.length(1);
    const loaded = once(viewer, 'policy-load');
    answers[0]!(new Response(json));
    await loaded;
    expect(fallbackSeen(viewer)).to.equal(false);
    expect(clauses(viewer)).not.to.have.length(0);
    expect(seen(viewer, '[aria-busy=true]')).to.have.length(0);
  });

  it('an empty element says so, in the reader’s language', async () => {
    hold();
    const viewer = await fixture<PolicyViewer>(html`<policy-viewer src="policies-0.json" lang="da"></policy-viewer>`);
    await settled(viewer);
    expect(words(seen(viewer, '[part=viewer]')[0])).to.equal('Indlæser dokumentet …');
  });

  it('another address takes its place: the first request is given up, the second shown', async () => {
    const {signals, answers} = hold();
    const viewer = await load('old.json');
    await settled(viewer);
    viewer.src = 'new.json';
    await settled(viewer);
    expect(signals.map(({aborted}) => aborted)).to.deep.equal([true, false]);
    const loaded = once(viewer, 'policy-load');
    answers[1]!(new Response(json));
    await loaded;
    answers[0]!(new Response('not JSON'));
    await settled(viewer);
    expect(clauses(viewer)).not.to.have.length(0);
    expect(complaints).to.deep.equal([]);
  });

  it('an element that is moved goes on loading, one that is taken out and put back shows', async () => {
    const {answers} = hold();
    const viewer = await load('policies-2.json');
    await settled(viewer);
    const place = await fixture<HTMLElement>(html`<section></section>`);
    place.append(viewer);
    viewer.remove();
    const loaded = once(viewer, 'policy-load');
    answers[0]!(new Response(json));
    place.append(viewer);
    await loaded;
    expect(answers).to.have.length(1);
    expect(clauses(viewer)).not.to.have.length(0);
  });
});

describe('where a bundle comes from', () => {
  it('an address', async () => {
    const viewer = await load(file(json));
    await once(viewer, 'policy-load');
    expect(clauses(viewer)).not.to.have.length(0);
  });

  it('a script child, before which nothing else is seen', async () => {
    const viewer = await fixture<PolicyViewer>(
      html`<policy-viewer lang="sv" product="pier" audience="visitor"
        ><script type="application/json">
          ${json}
        </script></policy-viewer
      >`,
    );
    await settled(viewer);
    expect(visitorClauses(viewer)).to.have.length(8);
    expect(fallbackSeenOrNone(viewer)).to.equal(false);
  });

  it('the property, also where it was set before the element was known', async () => {
    class Later extends (customElements.get('policy-viewer') as typeof PolicyViewer) {}
    const early = document.createElement('later-viewer') as PolicyViewer;
    Object.assign(early, {bundle, lang: 'nl', product: 'labs', audience: 'visitor'});
    const around = await fixture(html`<div>${early}</div>`);
    customElements.define('later-viewer', Later);
    await settled(early);
    expect(around.contains(early)).to.equal(true);
    expect(visitorClauses(early)).to.have.length(8);
    expect(early.getAttribute('audience')).to.equal('visitor');
  });

  it('the property again: the last one set is shown', async () => {
    const viewer = await show({product: 'finder', lang: 'nb'});
    viewer.bundle = {...bundle, policies: bundle.policies.slice(0, 1)};
    await settled(viewer);
    expect(words(seen(viewer, '[part=notice]')[0])).to.equal('Det er ikke noe dokument å vise her.');
  });
});

const fallbackSeenOrNone = (viewer: Element): boolean => [...viewer.children].some((child) => child.checkVisibility());

const bad = (changes: object): string => file(JSON.stringify({...bundle, ...changes}));

describe('when a bundle cannot be shown', () => {
  const cases: readonly [title: string, src: () => string, message: RegExp, issues: RegExp | undefined][] = [
    [
      'a web page in its place',
      () => file('<!doctype html><title>Not found</title>'),
      /is a web page, not a policy bundle/,
      undefined,
    ],
    ['half a file', () => file(json.slice(0, 5000)), /is not complete JSON/, undefined],
    ['an empty file', () => file(''), /is not complete JSON/, undefined],
    ['a newer format', () => bad({format: 'policy-bundle/2'}), /policy-bundle\/2.*Update policy-viewer/s, /./],
    ['no policies', () => bad({policies: undefined}), /policies: expected a list, found nothing/, /^policies: /],
    [
      'an audience that it does not name',
      () => bad({audiences: bundle.audiences.map((each) => ({...each, id: 5}))}),
      /audiences\[0\]\.id/,
      /audiences\[0\]\.id/,
    ],
    ['a list', () => file('[]'), /is not a policy bundle/, /top level/],
    ['null', () => file('null'), /is not a policy bundle/, /top level/],
  ];
  for (const [title, src, message, issues] of cases)
    it(`for ${title}: the reader gets a sentence, the owner every reason`, async () => {
      const {viewer, detail} = await failing(src());
      expect(words(seen(viewer, '[role=alert] p')[0])).to.match(
        title === 'a web page in its place'
          ? /^The policy is not available at its address/
          : /^The policy cannot be shown because its file has errors/,
      );
      expect(fallbackSeen(viewer)).to.equal(true);
      expect(detail.message).to.match(message);
      expect(complaints).to.have.length(1);
      expect(complaints[0]).to.contain(detail.message);
      if (issues) expect(detail.issues.map(tell).join('\n')).to.match(issues);
      else expect(detail.issues).to.deep.equal([]);
    });

  for (const [title, src, sentence] of [
    ['404', '/there/is/no.json', /^Policyn finns inte på den angivna adressen/],
    ['no network', 'http://localhost:1/policies.json', /^Policyn kunde inte läsas in/],
  ] as const)
    it(`for ${title}: the reader gets a sentence in their language, and a button to try again`, async () => {
      const {viewer, detail} = await failing(src, 'sv');
      expect(words(seen(viewer, '[role=alert] p')[0])).to.match(sentence);
      expect(seen(viewer, '[role=alert]')[0]?.closest('[lang]')?.getAttribute('lang')).to.equal('sv');
      expect(fallbackSeen(viewer)).to.equal(true);
      expect(detail.issues).to.deep.equal([]);
      expect(words(button(viewer, 'Försök igen'))).to.equal('Försök igen');
      const again = once<Failed>(viewer, 'policy-error');
      await use(viewer, button(viewer, 'Försök igen'));
      expect((await again).detail.message).to.equal(detail.message);
      expect(detail.message).not.to.equal('');
    });

  it('a bundle set as a property is refused with the same words', async () => {
    const viewer = await show();
    const failed = once<Failed>(viewer, 'policy-error');
    viewer.bundle = {...bundle, policies: [{}]};
    expect((await failed).detail.message)
      .to.match(/The bundle property/)
      .and.match(/policies\[0\]\.id/);
    expect(viewer.bundle).to.equal(undefined);
    expect(seen(viewer, 'button')).to.deep.equal([]);
  });

  it('the button tries again, and the keyboard goes on from there', async () => {
    const {viewer} = await failing('/there/is/no.json');
    const again = once(viewer, 'policy-error');
    await use(viewer, button(viewer, 'Try again'));
    await again;
    expect(document.activeElement).to.equal(viewer);
    const loaded = once(viewer, 'policy-load');
    globalThis.fetch = async () => new Response(json);
    await press('Tab');
    expect(focused()).to.equal(button(viewer, 'Try again'));
    await press('Enter');
    await loaded;
    expect(clauses(viewer)).not.to.have.length(0);
    expect(document.activeElement).to.equal(viewer);
    await press('Tab');
    expect(focused()?.localName).to.equal('select');
  });
});

describe('loading again', () => {
  it('keeps what is read, and says so where it does not come', async () => {
    const {answers} = hold();
    const viewer = await load('policies-3.json');
    await settled(viewer);
    const loaded = once(viewer, 'policy-load');
    answers[0]!(new Response(json));
    await loaded;
    const before = clauses(viewer);
    viewer.reload();
    await settled(viewer);
    expect(clauses(viewer)).to.deep.equal(before);
    expect(seen(viewer, '[aria-busy=true]')).to.have.length(1);
    const failed = once(viewer, 'policy-error');
    answers[1]!(new Response('', {status: 503}));
    await failed;
    expect(clauses(viewer)).to.deep.equal(before);
    expect(words(seen(viewer, '[role=alert] p')[0])).to.match(/You are reading what was loaded before/);
    const again = once(viewer, 'policy-load');
    await use(viewer, button(viewer, 'Try again'));
    answers[2]!(new Response(JSON.stringify({...bundle, policies: bundle.policies.slice(0, 1)})));
    await again;
    expect(seen(viewer, '[role=alert]')).to.deep.equal([]);
    expect(clauses(viewer)).to.have.length(19);
  });

  it('shows nothing of another address’s policies while that loads', async () => {
    const {answers} = hold();
    const viewer = await load('policies-4.json');
    await settled(viewer);
    const loaded = once(viewer, 'policy-load');
    answers[0]!(new Response(json));
    await loaded;
    viewer.src = 'others.json';
    await settled(viewer);
    expect(clauses(viewer)).to.deep.equal([]);
    expect(fallbackSeen(viewer)).to.equal(true);
  });
});
