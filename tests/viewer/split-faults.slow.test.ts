// All that goes wrong on the way of a text that is in a file of its own: at first, and when the bundle is loaded again.
import {expect, fixture, html} from '@open-wc/testing';
import {replaceTexts} from '../../src/policy/texts.js';
import type {Bundle, Text} from '../../src/policy/bundle.js';
import {audiencesOf, isReference} from '../../src/policy/clauses.js';
import type {PolicyViewer} from './viewer.js';
import {serveFaulty, type Faulty} from '../harness/commands.js';
import {alerts, failed, faults, hearComplaints, limitsFor, sentences} from './fault-kinds.js';
import {bundle} from './fixtures.js';
import {button, clauses, once, seen, settled, until, words} from './reader.js';

const only = {...bundle, policies: bundle.policies.filter(({products}) => products.includes('pier')).slice(0, 1)};

const hash = async (content: string): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content)));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
};

interface Site {
  readonly text: Faulty;
  readonly index: Bundle;
}

/** A bundle whose English text is in a file of its own, which something goes wrong with. */
const split = async (behaviour: string, change = (text: Text): Text => text): Promise<Site> => {
  const english = only.policies[0]!.editions.map(({texts}) => texts['en']).find((text) => text && !isReference(text));
  const good = JSON.stringify(change(english as Text));
  const text = await serveFaulty(behaviour, good);
  const src = new URL(text.address).pathname.slice(1);
  const integrity = await hash(good);
  const index = replaceTexts(only, (each) =>
    each === english ? {src, integrity, title: english.title, audiences: [...audiencesOf(english)]} : each,
  );
  return {text, index};
};

const open = async ({index}: Site, behaviour = ''): Promise<PolicyViewer> =>
  show((await serveFaulty('good', JSON.stringify(index))).address, behaviour);

const show = (src: string, behaviour = ''): Promise<PolicyViewer> =>
  fixture<PolicyViewer>(
    html`<policy-viewer lang="en" product="pier" .limits=${limitsFor(behaviour)} src=${src}></policy-viewer>`,
  );
const complaints = hearComplaints();

/** What is changed on its way has another hash: whatever it is now, it is not the text. */
const causesOf = (behaviour: string): readonly string[] => [faults[behaviour] ?? []].flat();

describe('a fault on the way of a text', () => {
  // A text does not say of what format its bundle is.
  for (const behaviour of Object.keys(faults).filter((each) => each !== 'a newer format'))
    it(`at first, and after it all is well: ${behaviour}`, async () => {
      const site = await split(behaviour);
      const viewer = await open(site, behaviour);
      const {detail} = await failed(viewer);
      expect(causesOf(behaviour)).to.contain(detail.cause);
      await until(() => alerts(viewer).length);
      expect(alerts(viewer)).to.deep.equal([sentences[detail.cause]]);
      expect(complaints()).to.deep.equal([`<policy-viewer>: ${detail.message}`]);
      expect(detail.message).to.contain(site.text.address);
      expect(clauses(viewer)).to.deep.equal([]);
      await site.text.become('good');
      viewer.limits = undefined;
      button(viewer, 'Try again').click();
      await until(() => clauses(viewer).length);
      expect(alerts(viewer)).to.deep.equal([]);
    });

  for (const behaviour of ['404', '503', 'a connection that is closed at once', 'half of it', 'no answer'])
    it(`costs no reader what they read when the bundle is loaded again: ${behaviour}`, async () => {
      const site = await split('good');
      const viewer = await open(site);
      await once(viewer, 'policy-load');
      await settled(viewer);
      const before = clauses(viewer);
      expect(before).not.to.have.length(0);
      await site.text.become(behaviour);
      const loaded = once(viewer, 'policy-load');
      viewer.reload();
      await loaded;
      await settled(viewer);
      expect(clauses(viewer)).to.deep.equal(before);
      expect(alerts(viewer)).to.deep.equal([]);
    });
});

describe('a page that stays open while its site is published anew', () => {
  for (const gone of ['404', 'a page with 200', 'half of it'])
    it(`reads the index again where a text is gone, and shows the new one: ${gone}`, async () => {
      const old = await split(gone);
      const renewed = await split('good', (text) => ({...text, title: 'Renewed'}));
      // The index that the page has is the old one; from then on the site has the new one.
      const index = await serveFaulty(
        'good',
        [old.index, renewed.index].map((each) => JSON.stringify(each)),
      );
      const viewer = await show(index.address);
      await once(viewer, 'policy-load');
      await settled(viewer);
      expect(words(seen(viewer, '[part=document] [part=heading]')[0])).to.equal('Renewed');
      expect(complaints()).to.deep.equal([]);
      expect(await index.requests()).to.have.length(2);
    });
});
