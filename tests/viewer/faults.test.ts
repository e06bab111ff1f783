// All that goes wrong on the way of a bundle, from a real server: at first, and when it is loaded again.
import {expect, fixture, html} from '@open-wc/testing';
import type {Limits} from '../../src/viewer/receive.js';
import type {PolicyViewer} from './viewer.js';
import {serveFaulty} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {button, clauses, once, seen, settled, words} from './reader.js';

const good = JSON.stringify(bundle);

const sentences = {
  absent: 'The policy is not available at its address. Please tell the owner of this site.',
  refused: 'The policy is not available at its address. Please tell the owner of this site.',
  busy: 'The server cannot deliver the policy now. Wait a little, then try again.',
  slow: 'The server cannot deliver the policy now. Wait a little, then try again.',
  connection: 'The policy could not be loaded. Check your connection and try again.',
  'too-large':
    'The policy cannot be shown because its file has errors. Try again later, or ask the owner of this site for it.',
  unreadable:
    'The policy cannot be shown because its file has errors. Try again later, or ask the owner of this site for it.',
};
type Cause = keyof typeof sentences;
const kept = 'The policy could not be loaded anew. You are reading what was loaded before.';

/** By behaviour of the server. Two where engines see it differently. */
const faults: Readonly<Record<string, Cause | readonly Cause[]>> = {
  '204': ['absent', 'unreadable'],
  '400': 'refused',
  '401': 'refused',
  '403': 'refused',
  '404': 'absent',
  '405': 'refused',
  '406': 'refused',
  '408': 'busy',
  '410': 'absent',
  '418': 'refused',
  '425': 'busy',
  '429': 'busy',
  '429, to come back later': 'busy',
  '451': 'refused',
  '500': 'busy',
  '500 with a page': 'busy',
  '502': 'busy',
  '503': 'busy',
  '504': 'busy',
  '511': 'busy',
  'a redirect to nowhere': 'connection',
  'redirects without end': ['connection', 'slow'],
  'a connection that is closed at once': 'connection',
  'a connection that is reset': 'connection',
  'headers, then the end of the connection': 'connection',
  'half of it, then the end of the connection': 'connection',
  'an origin that does not let the page read it': 'connection',
  'no answer': 'slow',
  'headers, then silence': 'slow',
  'half of it, then silence': 'slow',
  'two bytes at a time': 'slow',
  'broken gzip': ['connection', 'unreadable'],
  'half of its gzip': ['connection', 'unreadable'],
  '200 MB out of 200 kB of gzip': ['too-large', 'slow'],
  nothing: ['unreadable', 'slow'],
  'white space': 'unreadable',
  'a page with 200': 'absent',
  'a page sent as JSON': 'absent',
  'half of it': 'unreadable',
  'something after it': 'unreadable',
  'it twice': 'unreadable',
  'JSON in a call': 'unreadable',
  'UTF-16': 'unreadable',
  null: 'unreadable',
  'a number': 'unreadable',
  'a list': 'unreadable',
  'an empty object': 'unreadable',
  'a newer format': 'unreadable',
  'a million brackets': 'too-large',
  'a hundred thousand brackets': 'unreadable',
  'a million values': 'too-large',
  'a Lit template for a title': 'unreadable',
};

/**
 * Shorter than usual where the time runs out, so that the tests need not wait so long; but 200 MB take theirs. All else
 * may take what a busy machine needs.
 */
const limitsFor = (behaviour: string): Limits | undefined => {
  if (behaviour.startsWith('200 MB')) return {silence: 5000, time: 5000};
  return [faults[behaviour]].flat().includes('slow') ? {silence: 400, time: 800} : undefined;
};

/** What is odd, and no fault. */
const oddities = [
  'a byte order mark before it',
  'no content type',
  'sent as plain text',
  'in pieces of a hundred bytes',
  'a redirect on the same origin',
  'a key __proto__',
];

const load = (src: string, behaviour = ''): Promise<PolicyViewer> =>
  fixture<PolicyViewer>(
    html`<policy-viewer lang="en" .limits=${limitsFor(behaviour)} src=${src}
      ><p class="fallback">The whole policy.</p></policy-viewer
    >`,
  );
const fallbackSeen = (viewer: Element): boolean => viewer.querySelector('.fallback')!.checkVisibility();

const failed = (viewer: PolicyViewer): Promise<CustomEvent<{cause: Cause; message: string}>> =>
  once(viewer, 'policy-error');
const alerts = (viewer: PolicyViewer): string[] => seen(viewer, '[role=alert] p').map(words);

const originalError = console.error;
let complaints: string[] = [];
beforeEach(() => {
  complaints = [];
  console.error = (message: unknown) => void complaints.push(`${message}`);
});
afterEach(() => {
  console.error = originalError;
});

describe('a fault on the way of a bundle', () => {
  for (const [behaviour, expected] of Object.entries(faults)) {
    const causes = [expected].flat();
    it(`at first: ${behaviour}`, async () => {
      const {address} = await serveFaulty(behaviour, good);
      const viewer = await load(address, behaviour);
      const {detail} = await failed(viewer);
      expect(causes).to.contain(detail.cause);
      expect(alerts(viewer)).to.deep.equal([sentences[detail.cause]]);
      expect(fallbackSeen(viewer)).to.equal(true);
      expect(seen(viewer, '[aria-busy=true]')).to.deep.equal([]);
      expect(complaints).to.deep.equal([`<policy-viewer>: ${detail.message}`]);
      expect(detail.message).to.contain(address);
    });

    it(`when it is loaded again: ${behaviour}`, async () => {
      const file = await serveFaulty('good', good);
      const viewer = await load(file.address);
      await once(viewer, 'policy-load');
      const before = clauses(viewer);
      expect(before).not.to.have.length(0);
      await file.become(behaviour);
      viewer.limits = limitsFor(behaviour);
      const failing = failed(viewer);
      viewer.reload();
      const {detail} = await failing;
      expect(causes).to.contain(detail.cause);
      expect(clauses(viewer)).to.deep.equal(before);
      expect(alerts(viewer)).to.deep.equal([`${kept} ${sentences[detail.cause]}`]);
      await file.become('good');
      viewer.limits = undefined;
      const loaded = once(viewer, 'policy-load');
      button(viewer, 'Try again').click();
      await loaded;
      await settled(viewer);
      expect(alerts(viewer)).to.deep.equal([]);
      expect(clauses(viewer)).to.deep.equal(before);
    });
  }

  for (const behaviour of oddities)
    it(`is none: ${behaviour}`, async () => {
      const {address} = await serveFaulty(behaviour, good);
      const viewer = await load(address);
      await once(viewer, 'policy-load');
      expect(clauses(viewer)).not.to.have.length(0);
      expect(alerts(viewer)).to.deep.equal([]);
    });
});

describe('limits', () => {
  it('that are raised let through what was too much, and those that are lowered hold back', async () => {
    const {address} = await serveFaulty('good', good);
    const viewer = await load(address);
    await once(viewer, 'policy-load');
    viewer.limits = {pieces: 100};
    let failing = failed(viewer);
    viewer.reload();
    expect((await failing).detail.cause).to.equal('too-large');
    viewer.limits = {length: 1000};
    failing = failed(viewer);
    viewer.reload();
    expect((await failing).detail.cause).to.equal('too-large');
    viewer.limits = {length: 10_000_000, pieces: 1_000_000};
    const loaded = once(viewer, 'policy-load');
    viewer.reload();
    await loaded;
    expect(alerts(viewer)).to.deep.equal([]);
  });
});
