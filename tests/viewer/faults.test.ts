// All that goes wrong on the way of a bundle, from a real server: at first, and when it is loaded again.
import {expect, fixture, html} from '@open-wc/testing';
import type {PolicyViewer} from './viewer.js';
import {serveFaulty} from '../harness/commands.js';
import {alerts, failed, faults, hearComplaints, kept, limitsFor, sentences} from './fault-kinds.js';
import {bundle} from './fixtures.js';
import {button, clauses, once, seen, settled} from './reader.js';

const good = JSON.stringify(bundle);

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

const complaints = hearComplaints();

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
      expect(complaints()).to.deep.equal([`<policy-viewer>: ${detail.message}`]);
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
