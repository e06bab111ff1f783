// The views beside reading: fetched when first asked for, and asked for again at another address where that failed.
import {expect} from '@open-wc/testing';
import {Views} from '../../src/viewer/controllers/views.js';
import type {ViewModule} from '../../src/viewer/views/views.js';

const host = (): {updates: number} & ConstructorParameters<typeof Views>[0] => ({
  updates: 0,
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate() {
    this.updates++;
  },
  updateComplete: Promise.resolve(true),
});

const originalError = console.error;
beforeEach(() => (console.error = () => undefined));
afterEach(() => (console.error = originalError));

/** Until no promise is left that could change anything. */
const quiet = (): Promise<unknown> => new Promise((done) => setTimeout(done));

describe('a view', () => {
  const module: ViewModule = {render: () => 'shown'};

  for (const name of ['', 'reading', 'nothing', 'constructor', '__proto__'])
    it(`that is "${name}" is reading`, () => {
      expect(new Views(host(), {glance: async () => module}).state(name)).to.equal(undefined);
    });

  it('is fetched once, when it is first asked for', async () => {
    let times = 0;
    const owner = host();
    const views = new Views(owner, {
      glance: async () => {
        times++;
        return module;
      },
    });
    expect(views.names).to.deep.equal(['glance']);
    expect(times).to.equal(0);
    expect(views.state('glance')).to.deep.equal({kind: 'loading'});
    expect(views.state('glance')).to.deep.equal({kind: 'loading'});
    await quiet();
    expect(views.state('glance')).to.deep.equal({kind: 'ready', module});
    expect(times).to.equal(1);
    expect(owner.updates).to.equal(1);
  });

  it('that did not come says so, and is asked for again by the reader alone', async () => {
    let times = 0;
    const views = new Views(host(), {
      glance: () =>
        times++ ? Promise.resolve(module) : Promise.reject(new TypeError('Importing a module script failed.')),
    });
    views.state('glance');
    await quiet();
    const state = views.state('glance');
    if (state?.kind !== 'failed') throw new Error(`It is ${state?.kind}`);
    expect(times).to.equal(1);
    state.retry();
    expect(views.state('glance')).to.deep.equal({kind: 'loading'});
    while (views.state('glance')?.kind === 'loading') await quiet();
    expect(views.state('glance')).to.deep.equal({kind: 'ready', module});
  });

  it('is asked for again at another address, where the engine names the one that failed', async () => {
    const address = `${location.origin}/tests/viewer/absent-view.js`;
    const views = new Views(host(), {
      glance: () => Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${address}`)),
    });
    views.state('glance');
    await quiet();
    const state = views.state('glance');
    if (state?.kind !== 'failed') throw new Error(`It is ${state?.kind}`);
    state.retry();
    while (views.state('glance')?.kind === 'loading') await quiet();
    const asked = performance.getEntriesByType('resource').map(({name}) => name);
    expect(asked.filter((name) => name.startsWith(`${address}?retry=`))).to.have.length(1);
  });
});
