// Searching in what is shown: how much is found, one after the other, and what lies in hidden clauses.
import {expect} from '@open-wc/testing';
import type {PolicyViewer} from './viewer.js';
import {press} from '../harness/commands.js';
import {all, button, focused, seen, settled, show, until, use, words, type Shown} from './reader.js';

const said = (viewer: Element): string => words(all(viewer, 'output')[0]);

/** What is marked, in reading order. */
const marked = (name: string): string[] => [...(CSS.highlights.get(name) ?? [])].map(String);

const search = async (query: string, shown: Shown): Promise<PolicyViewer> => {
  const viewer = await show(shown);
  viewer.setAttribute('query', query);
  await settled(viewer);
  await until(() => /\d/.test(said(viewer)));
  return viewer;
};

describe('searching', () => {
  // First of all: what is fetched once stays.
  it('is fetched when it is asked for, and has the focus then', async () => {
    const viewer = await show({product: 'pier'});
    const asked = (): number =>
      performance.getEntriesByType('resource').filter(({name}) => name.includes('beside-reading')).length;
    expect(asked()).to.equal(0);
    await use(viewer, button(viewer, 'Search'));
    await until(() => focused()?.matches('input[type=search]'));
    expect(asked()).to.equal(1);
    expect(said(viewer)).to.equal('');
  });

  it('marks every place, letters folded, and says how many there are', async () => {
    const viewer = await search('INTEGRITETSPÓLICY', {product: 'pier', lang: 'sv'});
    await until(() => marked('policy-viewer-hit').length);
    expect(new Set(marked('policy-viewer-hit'))).to.deep.equal(new Set(['Integritetspolicy']));
    expect(said(viewer)).to.contain(`: ${marked('policy-viewer-hit').length}`);
    expect(viewer.query).to.equal('INTEGRITETSPÓLICY');
  });

  it('finds words where no spaces stand between them', async () => {
    await search('火災', {product: 'pier', lang: 'zh-Hant'});
    await until(() => marked('policy-viewer-hit').length);
    expect(new Set(marked('policy-viewer-hit'))).to.deep.equal(new Set(['火災']));
  });

  it('leads from place to place, round and back', async () => {
    const viewer = await search('fire', {product: 'pier'});
    await until(() => marked('policy-viewer-hit').length > 2);
    const field = seen(viewer, 'input[type=search]')[0]!;
    field.focus();
    await press('Enter');
    await until(() => /^Hit 1 of/.test(said(viewer)));
    await press('Enter');
    await until(() => /^Hit 2 of/.test(said(viewer)));
    const [range] = CSS.highlights.get('policy-viewer-current')!;
    const {top} = (range as Range).getBoundingClientRect();
    expect(top).to.be.within(0, innerHeight);
    await use(viewer, button(viewer, 'Previous hit'));
    await use(viewer, button(viewer, 'Previous hit'));
    const total = marked('policy-viewer-hit').length;
    await until(() => said(viewer).startsWith(`Hit ${total} of ${total}`));
  });

  it('says what lies in hidden clauses, and shows them', async () => {
    const viewer = await search('fire', {product: 'pier', audience: 'visitor'});
    expect(said(viewer)).to.match(/Hits in hidden points: [1-9]/);
    const some = marked('policy-viewer-hit').length;
    button(seen(viewer, '[part=search]')[0]!, 'Show the whole policy').click();
    await until(() => !viewer.audience && marked('policy-viewer-hit').length > some);
    expect(said(viewer)).not.to.contain('hidden');
  });

  it('leaves no marks behind', async () => {
    const viewer = await search('fire', {product: 'pier'});
    await until(() => marked('policy-viewer-hit').length);
    viewer.remove();
    expect(marked('policy-viewer-hit')).to.deep.equal([]);
  });
});
