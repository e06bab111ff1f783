// What passes by itself is tried again by itself: when the server says so, else after a while that differs by chance,
// and at once when the browser is online again.
import {expect, fixture, html} from '@open-wc/testing';
import type {PolicyViewer} from './viewer.js';
import {serveFaulty} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {aMoment, button, clauses, once, seen, settled, until, words} from './reader.js';

const good = JSON.stringify(bundle);
const load = (src: string): Promise<PolicyViewer> =>
  fixture<PolicyViewer>(html`<policy-viewer lang="en" src=${src}></policy-viewer>`);
const failed = (viewer: PolicyViewer): Promise<CustomEvent<{cause: string}>> => once(viewer, 'policy-error');
const alerts = (viewer: PolicyViewer): string[] => seen(viewer, '[role=alert] p').map(words);

const originalError = console.error;
const {setTimeout: originalSet, clearTimeout: originalClear} = window;
/** Waits of seconds that were asked for and that only the test ends; shorter ones are as ever. */
let waits: {readonly time: number; end: () => void}[] = [];
/** Beyond the numbers of real ones. */
const numbers = 1e9;
beforeEach(() => {
  console.error = () => undefined;
  waits = [];
  window.setTimeout = ((end: () => void, time = 0, ...rest: unknown[]) =>
    // Not the silence that a request may have, nor what the tests' own commands may take.
    time >= 1000 && time !== 10_000 && time !== 20_000
      ? numbers + waits.push({time, end}) - 1
      : originalSet(end, time, ...rest)) as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    const wait = waits[Number(id) - numbers];
    if (wait) wait.end = () => undefined;
    else originalClear(id);
  };
});
afterEach(() => {
  console.error = originalError;
  Object.assign(window, {setTimeout: originalSet, clearTimeout: originalClear});
});

describe('a fault that passes by itself', () => {
  for (const behaviour of ['503', 'a connection that is closed at once'])
    it(`is tried again after a while, again later, and told once: ${behaviour}`, async () => {
      const file = await serveFaulty(behaviour, good);
      let times = 0;
      const viewer = await load(file.address);
      viewer.addEventListener('policy-error', () => {
        times++;
      });
      await failed(viewer);
      await until(() => waits.length === 1);
      const alert = seen(viewer, '[role=alert]')[0];
      for (const [n, [least, most]] of [
        [1000, 3000],
        [2000, 6000],
        [4000, 12000],
      ].entries()) {
        await until(() => waits.length === n + 1);
        expect(waits[n]!.time).to.be.within(least!, most!);
        waits[n]!.end();
      }
      await until(() => waits.length === 4);
      expect(times).to.equal(1);
      // A screen reader would say a new one aloud.
      expect(seen(viewer, '[role=alert]')).to.deep.equal([alert]);
      const loaded = once(viewer, 'policy-load');
      await file.become('good');
      waits[3]!.end();
      await loaded;
      await settled(viewer);
      expect(alerts(viewer)).to.deep.equal([]);
      expect(clauses(viewer)).not.to.have.length(0);
    });

  for (const [behaviour, least, most] of [
    ['429, to come back in five seconds', 5000, 5000],
    ['429, to come back later', 3_600_000, 3_600_000],
    ['503, to come back at a time', 3_500_000, 3_601_000],
  ] as const)
    it(`is left as long as the server asks: ${behaviour}`, async () => {
      const {address} = await serveFaulty(behaviour, good);
      await failed(await load(address));
      await until(() => waits.length);
      expect(waits[0]!.time).to.be.within(least, most);
    });

  it('is tried at another time by each reader', async () => {
    const {address} = await serveFaulty('503', good);
    const viewers = Array.from({length: 20}, () =>
      Object.assign(document.createElement('policy-viewer'), {src: address}),
    );
    await fixture(html`<div>${viewers}</div>`);
    await until(() => waits.length === 20);
    expect(new Set(waits.map(({time}) => time)).size).to.be.greaterThan(10);
  });

  it('is tried at once when the browser is online again', async () => {
    const file = await serveFaulty('a connection that is closed at once', good);
    const viewer = await load(file.address);
    await failed(viewer);
    await until(() => waits.length);
    await file.become('good');
    const loaded = once(viewer, 'policy-load');
    dispatchEvent(new Event('online'));
    await loaded;
    await settled(viewer);
    expect(alerts(viewer)).to.deep.equal([]);
  });

  it('leaves what is read, and takes what is newer when it comes', async () => {
    const file = await serveFaulty('good', [good, JSON.stringify({...bundle, policies: bundle.policies.slice(0, 1)})]);
    const viewer = await load(file.address);
    await once(viewer, 'policy-load');
    await settled(viewer);
    const before = clauses(viewer);
    await file.become('503');
    const failing = failed(viewer);
    viewer.reload();
    await failing;
    await until(() => waits.length);
    expect(clauses(viewer)).to.deep.equal(before);
    await file.become('good');
    const loaded = once(viewer, 'policy-load');
    waits[0]!.end();
    await loaded;
    await settled(viewer);
    expect(clauses(viewer)).not.to.deep.equal(before);
  });

  it('is no more tried for a viewer that is gone, shows something else, or was told to', async () => {
    const file = await serveFaulty('503', good);
    const [gone, other, told] = [await load(file.address), await load(file.address), await load(file.address)];
    await until(() => waits.length === 3);
    gone.remove();
    other.src = 'data:application/json,{}';
    await failed(other);
    await file.become('good');
    const loaded = once(told, 'policy-load');
    button(told, 'Try again').click();
    await loaded;
    const asked = (await file.requests()).length;
    for (const {end} of waits) end();
    dispatchEvent(new Event('online'));
    await aMoment();
    expect(await file.requests()).to.have.length(asked);
  });
});

describe('a fault that does not', () => {
  for (const behaviour of ['404', '403', 'half of it', 'a list'])
    it(`is left to the reader: ${behaviour}`, async () => {
      const file = await serveFaulty(behaviour, good);
      await failed(await load(file.address));
      await aMoment();
      dispatchEvent(new Event('online'));
      await aMoment();
      expect(waits).to.deep.equal([]);
      expect(await file.requests()).to.have.length(1);
    });
});
