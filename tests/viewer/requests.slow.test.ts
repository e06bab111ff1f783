// What goes over the network, and what it tells of the reader: one request for all viewers of a page, nothing that
// names them, nowhere else, and no file but the one that is meant.
import {expect, fixture, html} from '@open-wc/testing';
import type {PolicyViewer} from './viewer.js';
import {publish, serveFaulty} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {data, open, viewerOf} from './page.js';
import {aMoment, clauses, once, seen, settled, words} from './reader.js';

const json = JSON.stringify(bundle);
const bytes = new TextEncoder().encode(json);

const hash = async (content: Uint8Array<ArrayBuffer>, algorithm = 'SHA-384'): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest(algorithm, content));
  return `${algorithm.toLowerCase().replace('-', '')}-${btoa(String.fromCharCode(...digest))}`;
};

const load = (src: string, attributes: Partial<PolicyViewer> = {}): PolicyViewer => {
  const viewer = document.createElement('policy-viewer');
  Object.assign(viewer, {lang: 'en', product: 'pier', src, ...attributes});
  return viewer;
};
type Failed = CustomEvent<{cause: string; message: string}>;
const failing = async (viewer: PolicyViewer): Promise<Failed['detail']> => {
  const failed = once<Failed>(viewer, 'policy-error');
  await fixture(html`<div>${viewer}</div>`);
  return (await failed).detail;
};
const loaded = async (viewer: PolicyViewer): Promise<PolicyViewer> => {
  const arrived = once(viewer, 'policy-load');
  await fixture(html`<div>${viewer}</div>`);
  await arrived;
  await settled(viewer);
  expect(clauses(viewer)).not.to.have.length(0);
  return viewer;
};

const originalError = console.error;
beforeEach(() => {
  console.error = () => undefined;
});
afterEach(() => {
  console.error = originalError;
});

describe('all viewers of a page with one address', () => {
  it('make one request, forty of them, whatever each of them shows', async () => {
    const file = await serveFaulty('good', json);
    const viewers = Array.from({length: 40}, (_, n) =>
      load(file.address, n % 2 ? {lang: 'sv', audience: 'visitor'} : {}),
    );
    const arrived = Promise.all(viewers.map((viewer) => once(viewer, 'policy-load')));
    await fixture(html`<div>${viewers}</div>`);
    await arrived;
    expect(await file.requests()).to.have.length(1);
    for (const viewer of viewers) {
      await settled(viewer);
      expect(clauses(viewer)).not.to.have.length(0);
    }
  });

  it('keep it for the others where one is taken elsewhere', async () => {
    const site = await publish({'bundle.json': json});
    await site.withhold('bundle.json');
    const [first, second] = [load(`${site.address}bundle.json`), load(`${site.address}bundle.json`)];
    const arrived = once(second, 'policy-load');
    await fixture(html`<div>${[first, second]}</div>`);
    await settled(second);
    first.src = 'data:application/json,{}';
    await once(first, 'policy-error');
    await site.release('bundle.json');
    await arrived;
    expect(await site.requests()).to.deep.equal(['bundle.json']);
    expect(clauses(second)).not.to.have.length(0);
  });

  it('ask again once it has come: nothing is kept', async () => {
    const file = await serveFaulty('good', json);
    await loaded(load(file.address));
    await loaded(load(file.address));
    expect(await file.requests()).to.have.length(2);
  });
});

describe('a request', () => {
  it('says nothing of the reader to another origin: no cookie, no page', async () => {
    document.cookie = 'known=1';
    const file = await serveFaulty('good', json);
    await loaded(load(file.address));
    document.cookie = 'known=; max-age=0';
    expect(await file.requests()).to.deep.equal([{}]);
  });

  // WebKitGTK makes two even then, where the file may not be stored.
  it('is the one that the page had the browser make early, as far as a plain fetch is', async () => {
    const preload = (address: string, inside: string): Promise<Window & typeof globalThis> =>
      open(`<html lang="en"><link rel="preload" href="${address}" as="fetch" crossorigin><body>${inside}`);
    const early = async (address: string): Promise<void> => {
      const script = '<script type="module" src="/dist/cdn/policy-viewer.js"></script>';
      const viewer = await viewerOf(
        await preload(address, `${script}<policy-viewer src="${address}"></policy-viewer>`),
      );
      if (!viewer.bundle) await once(viewer, 'policy-load');
    };
    const plain = async (address: string): Promise<void> => {
      const page = await preload(address, '');
      await (await page.fetch(address)).text();
    };
    for (const serve of [
      async () => {
        const {address, requests} = await serveFaulty('good', json);
        return {address, requests};
      },
      async () => {
        const {address, requests} = await publish({'bundle.json': json});
        return {address: `${location.origin}${address}bundle.json`, requests};
      },
    ]) {
      const [own, other] = [await serve(), await serve()];
      await early(own.address);
      await plain(other.address);
      expect((await own.requests()).length).to.equal((await other.requests()).length);
    }
  });

  it('that is led to another origin is refused, and allowed where the page says so', async () => {
    const file = await serveFaulty('a redirect to another origin', json);
    const viewer = load(file.address);
    const {cause, message} = await failing(viewer);
    expect(cause).to.equal('refused');
    expect(message).to.contain('another origin').and.contain('127.0.0.1');
    expect(clauses(viewer)).to.deep.equal([]);
    await loaded(load(file.address, {allowRedirects: true}));
  });

  it('goes to the page’s own origin alone, whatever is done, and nothing is stored', async () => {
    const before = [document.cookie, localStorage.length, sessionStorage.length];
    const page = await open(`<html lang="en"><script>
      window.stored = [];
      for (const method of ['setItem', 'getItem'])
        Storage.prototype[method] = (...args) => void stored.push(method + args[0]);
      for (const name of ['indexedDB', 'caches', 'cookieStore']) {
        const own = window[name];
        Object.defineProperty(window, name, {get: () => (stored.push(name), own)});
      }
      navigator.sendBeacon = () => void stored.push('sendBeacon');
      const cookie = () => void stored.push('cookie');
      Object.defineProperty(document, 'cookie', {get: cookie, set: cookie});
      </script><script type="module" src="/dist/cdn/policy-viewer.js"></script>
      <body><policy-viewer product="pier">${data(bundle)}</policy-viewer>`);
    const viewer = await viewerOf(page);
    for (const view of ['glance', 'compare', 'changes', '']) {
      viewer.view = view;
      viewer.lang = view === 'glance' ? 'sv' : 'da';
      viewer.audience = view ? 'visitor' : undefined;
      await viewerOf(page);
    }
    viewer.query = 'we';
    viewer.src = '/no/such.json';
    await once(viewer, 'policy-error');
    await aMoment();
    const origins = page.performance.getEntriesByType('resource').map(({name}) => new URL(name).origin);
    expect(origins.length).to.be.greaterThan(3);
    expect(new Set(origins)).to.deep.equal(new Set([location.origin]));
    expect((page as unknown as {stored: string[]}).stored).to.deep.equal([]);
    expect([document.cookie, localStorage.length, sessionStorage.length]).to.deep.equal(before);
  });
});

/** How many files with one byte changed are tried. */
const flips = 1000;

describe('a bundle that has to have a hash', () => {
  it('is shown where it has it, by each algorithm', async () => {
    const file = await serveFaulty('good', json);
    for (const algorithm of ['SHA-256', 'SHA-384', 'SHA-512'])
      await loaded(load(file.address, {integrity: await hash(bytes, algorithm)}));
  });

  it('is refused where it is another, and the reader is told', async () => {
    const file = await serveFaulty('good', json);
    const viewer = load(file.address, {integrity: await hash(new TextEncoder().encode(`${json} `))});
    const {cause, message} = await failing(viewer);
    expect(cause).to.equal('unreadable');
    expect(message).to.contain(file.address).and.contain('hash');
    expect(clauses(viewer)).to.deep.equal([]);
    expect(words(seen(viewer, '[role=alert] p')[0])).to.contain('its file has errors');
  });

  for (const integrity of [
    'md5-CY9rzUYh03PK3k6DJie09g==',
    'sha384',
    'sha384-',
    'sha384-abc',
    'sha256-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC',
    'SHA384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC',
    'sha384-oqVuAfXRKap7fdgcCY5uykM6-R9GqQ8K_uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC',
    '{}',
  ])
    it(`is not even fetched where the hash is none: ${integrity}`, async () => {
      const file = await serveFaulty('good', json);
      const {message} = await failing(load(file.address, {integrity}));
      expect(message).to.contain('was not fetched').and.contain(integrity);
      expect(await file.requests()).to.have.length(0);
    });

  it(`is refused with any one byte changed: 1,000 of them`, async function () {
    this.timeout(60_000);
    const small = new TextEncoder().encode(JSON.stringify({...bundle, policies: bundle.policies.slice(0, 1)}));
    const integrity = await hash(small);
    const {receiveWhole, IntegrityError} = (await import(
      integrityModule
    )) as typeof import('../../src/viewer/integrity.js');
    const address = (content: Uint8Array<ArrayBuffer>): string => URL.createObjectURL(new Blob([content]));
    const accepts = (src: string): Promise<boolean> =>
      receiveWhole(src, integrity, new AbortController().signal, {}).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof IntegrityError)) throw error;
          return false;
        },
      );
    expect(await accepts(address(small))).to.equal(true);
    let accepted = 0;
    for (let n = 0; n < flips; n++) {
      const changed = small.slice();
      // Spread over the file, each bit in turn.
      const at = Math.floor((n * small.length) / flips);
      changed[at] = (changed[at] ?? 0) ^ (1 << (n % 8));
      const src = address(changed);
      if (await accepts(src)) accepted++;
      URL.revokeObjectURL(src);
    }
    expect(accepted).to.equal(0);
    console.log(`trust: files with one byte changed: ${flips}, accepted ${accepted}`);
  });
});

/** Of the sources: what is built has it inside of a part. */
const integrityModule = '/src/viewer/integrity.ts';
