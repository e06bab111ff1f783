// The page's address: clauses that it leads to, choices that it names and keeps, and links that are copied.
import {expect} from '@open-wc/testing';
import type {PolicyViewer} from './viewer.js';
import {press} from '../harness/commands.js';
import {bundle as own} from './fixtures.js';
import {
  aMoment,
  all,
  box,
  button,
  focused,
  notices,
  once,
  picker,
  seen,
  settled,
  show,
  until,
  use,
  type Shown,
} from './reader.js';

const before = location.href;

/** Another address of the test's own page, which keeps the parameters that are not ours. */
const go = (own: string, hash = ''): void => {
  const {search} = new URL(before);
  history.replaceState(null, '', `${location.pathname}${[search || '?', own].filter(Boolean).join('&')}${hash}`);
};

/** What the address says of viewers. */
const said = (): string =>
  [...new URLSearchParams(location.search)]
    .filter(([name]) => /^(?:policy|one|two)-/.test(name))
    .map((pair) => pair.join('='))
    .join(' ');

const showWith = async (attributes: string, shown: Shown = {product: 'pier'}): Promise<PolicyViewer> => {
  const viewer = await show(shown);
  for (const attribute of attributes.split(' ').filter(Boolean)) {
    const [name = '', value = ''] = attribute.split('=');
    viewer.setAttribute(name, value);
  }
  viewer.requestUpdate();
  await settled(viewer);
  return viewer;
};

const isAt = (id: string) => (): boolean => (focused() as HTMLElement | null)?.dataset['clause'] === id;

afterEach(() => history.replaceState(null, '', before));

describe('a fragment', () => {
  it('leads to its clause when the page is loaded, in whatever language', async () => {
    go('', '#v3');
    const viewer = await show({product: 'pier', lang: 'zh-Hant'});
    await until(isAt('v3'));
    const {top} = focused()!.getBoundingClientRect();
    expect(top).to.be.within(-1, innerHeight);
    expect(viewer.lang).to.equal('zh-Hant');
  });

  it('leads to its clause when it changes, and opens what hides it', async () => {
    const viewer = await show({product: 'pier', audience: 'member'});
    viewer.setAttribute('view', 'glance');
    await settled(viewer);
    location.hash = '#v4';
    await until(isAt('v4'));
    expect(viewer.selection).to.deep.include({audiences: [], view: '', product: 'pier'});
  });

  it('leads by an id that the clause had once', async () => {
    const renamed = structuredClone(own);
    for (const {editions} of renamed.policies)
      for (const each of editions) Object.assign(each, {aliases: {'v-old': 'v3'}});
    go('', '#v-old');
    await show({product: 'pier', bundle: renamed});
    await until(isAt('v3'));
  });

  for (const hash of ['#/v3', '#!v3', '#v3/x', '#"]', '#%'])
    it(`${hash} is a router's own`, async () => {
      go('', hash);
      const viewer = await show({product: 'pier', audience: 'member'});
      await aMoment();
      expect(viewer.audience).to.equal('member');
      expect(notices(viewer).join()).not.to.contain('address');
      expect(location.hash).to.equal(new URL(hash, before).hash);
    });

  it('of something in the page is left to the browser', async () => {
    const own = document.body.appendChild(document.createElement('p'));
    own.id = 'v3';
    go('', '#v3');
    await show({product: 'pier'});
    await aMoment();
    own.remove();
    expect(focused()).to.equal(document.body);
  });

  it('leads in the first of two viewers that have its clause', async () => {
    const first = await show({product: 'pier'});
    const second = await show({product: 'pier'});
    await aMoment();
    location.hash = '#v5';
    await until(isAt('v5'));
    await aMoment();
    expect([first, second].map((viewer) => viewer.matches(':focus-within'))).to.deep.equal([true, false]);
  });
});

describe('parameters', () => {
  it('are followed, and what does not exist gives way to the nearest, which is said', async () => {
    go('policy-audience=visitr&policy-lang=zh-Hant');
    const viewer = await show({product: 'pier', lang: ''});
    await until(() => viewer.audience === 'visitor');
    await settled(viewer);
    expect(viewer.lang).to.equal('zh-Hant');
    await until(() => notices(viewer).some((notice) => notice.includes('visitr')));
  });

  it('are kept with sync-url alone', async () => {
    const viewer = await show({product: 'pier'});
    await use(viewer, box(viewer, 'visitor'));
    await aMoment();
    expect(said()).to.equal('');
    expect(viewer.audience).to.equal('visitor');
  });

  it('say what is chosen, leave those of others alone, and Back goes back', async () => {
    go('a=%20b&c');
    const viewer = await showWith('sync-url');
    const {length} = history;
    expect(said()).to.equal('');
    await use(viewer, box(viewer, 'visitor'));
    await until(() => said() === 'policy-product=pier policy-audience=visitor policy-lang=en');
    expect(location.search).to.contain('a=%20b&c&policy-');
    expect(history.length).to.equal(length + 1);
    const moved = once(window, 'popstate');
    history.back();
    await moved;
    await until(() => !viewer.audience);
    expect(viewer.product).to.equal('pier');
    expect(said()).to.equal('');
  });

  it('of two viewers do not collide', async () => {
    const one = await showWith('id=one sync-url');
    const two = await showWith('id=two sync-url');
    await use(one, box(one, 'visitor'));
    await use(two, box(two, 'member'));
    await until(() => said().includes('two-audience=member') && said().includes('one-audience=visitor'));
    expect([one.audience, two.audience]).to.deep.equal(['visitor', 'member']);
  });

  it('of viewers without a name are those of the first', async () => {
    const first = await showWith('sync-url');
    const second = await showWith('sync-url');
    await use(second, box(second, 'member'));
    await aMoment();
    expect(said()).to.equal('');
    await use(first, box(first, 'visitor'));
    await until(() => said().includes('policy-audience=visitor'));
    expect(second.audience).to.equal('member');
  });
});

describe('a link', () => {
  let copied = '';
  const writeText = navigator.clipboard?.writeText;
  beforeEach(() => {
    copied = '';
    if (navigator.clipboard) navigator.clipboard.writeText = async (text) => void (copied = text);
  });
  afterEach(() => {
    if (writeText) navigator.clipboard.writeText = writeText;
  });

  it('to a clause is copied in the edition that is read, and in no language', async function () {
    const viewer = await show({product: 'pier', audience: 'visitor', lang: 'sv'});
    const clause = seen(viewer, '[data-clause=v3]')[0]!;
    clause.dispatchEvent(new PointerEvent('pointerover', {bubbles: true, composed: true}));
    await until(() => seen(viewer, '[part=link]').length);
    const link = seen(viewer, '[part=link]')[0]!;
    expect(link.ariaLabel).to.equal('Kopiera länk');
    link.click();
    await until(() => copied);
    const {hash, searchParams} = new URL(copied);
    expect(hash).to.equal('#v3');
    expect(searchParams.get('policy-product')).to.equal('pier');
    expect(searchParams.get('policy-edition')).to.be.a('string').and.not.equal('');
    expect(searchParams.get('policy-lang')).to.equal(null);
    expect(searchParams.get('policy-audience')).to.equal(null);
    await until(() => link.ariaLabel === 'Länken har kopierats');
  });

  it('is reached by Tab from a heading, and taken on by arrows', async () => {
    const viewer = await show({product: 'pier'});
    const entry = seen(viewer, '[part=contents] a')[1] ?? seen(viewer, '[part=contents] a')[0]!;
    entry.focus();
    await press('Enter');
    await until(() => focused()?.matches('[part=heading]'));
    await until(() => seen(viewer, '[part=link]').length);
    await press('Tab');
    await until(() => focused()?.matches('[part=link]'));
    const heading = focused()!.parentElement;
    await press('ArrowDown');
    expect(focused()?.matches('[part=link]')).to.equal(true);
    expect(focused()!.parentElement).not.to.equal(heading);
  });

  it('to all that is chosen names the language too', async () => {
    const viewer = await show({product: 'pier', audience: 'visitor', lang: 'sv'});
    await until(() => all(viewer, '[part=views] button').length);
    button(viewer, 'Kopiera länk').click();
    await until(() => copied);
    const {searchParams} = new URL(copied);
    expect(['product', 'audience', 'lang'].map((name) => searchParams.get(`policy-${name}`))).to.deep.equal([
      'pier',
      'visitor',
      'sv',
    ]);
  });

  it('that was copied leads to the same clause in another language', async () => {
    go('policy-product=pier', '#v3');
    const viewer = await show({product: '', lang: 'zh-Hant'});
    await until(isAt('v3'));
    expect(viewer.product).to.equal('pier');
    expect(picker(viewer, '語言').value).to.equal('zh-Hant');
  });
});
