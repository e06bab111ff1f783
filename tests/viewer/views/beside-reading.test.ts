// The views beside reading, as readers have them: what they show, that they are fetched when asked for, and by axe.
import {expect} from '@open-wc/testing';
import type Axe from 'axe-core';
import 'axe-core/axe.min.js'; // no module: it leaves itself on the window
import type {PolicyViewer} from '../viewer.js';
import type {Bundle} from '../../../src/policy/bundle.js';
import {material, skip} from '../../harness/commands.js';
import {all, button, clauses, focused, once, seen, settled, show, until, use, words, type Shown} from '../reader.js';

declare const axe: typeof Axe;

const open = async (part: string, shown: Shown, against = ''): Promise<PolicyViewer> => {
  const viewer = await show(shown);
  if (against) viewer.setAttribute('against', against);
  viewer.setAttribute('view', part);
  await settled(viewer);
  await until(() => seen(viewer, `[part=${part}]`)[0]?.shadowRoot?.childElementCount);
  await settled(viewer);
  return viewer;
};

const asked = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({name}) => name)
    .filter((name) => /dist\/(?:cdn\/)?(?:views|chunks)\/beside-reading/.test(name));

describe('the views beside reading', () => {
  // First of all: what is fetched once stays.
  it('are not fetched by a reader who reads', async () => {
    const viewer = await show({product: 'pier'});
    expect(button(viewer, 'At a glance').getAttribute('aria-pressed')).to.equal('false');
    expect(asked()).to.deep.equal([]);
  });

  it('are chosen by buttons that are one Tab stop, and tell the page', async () => {
    const viewer = await show({product: 'labs', lang: 'nl'});
    expect(seen(viewer, '[part=views] button').map(({tabIndex}) => tabIndex)).to.deep.equal([0, -1, -1, -1, -1, -1]);
    const changed = once<CustomEvent>(viewer, 'policy-change');
    await use(viewer, button(viewer, 'In één oogopslag'));
    expect((await changed).detail.selection.view).to.equal('glance');
    await until(() => seen(viewer, '[part=glance]').length);
    expect(asked()).to.have.length(1);
  });

  for (const [lang, notNamed] of [
    ['en', 'not named'],
    ['zh-Hant', '未提及'],
    ['ar', 'غير مذكور'],
  ] as const)
    it(`glance, in ${lang}: what no clause names is “${notNamed}”, and a cell leads to its clause`, async () => {
      const viewer = await open('glance', {product: 'pier', lang});
      const cells = all(viewer, 'td[data-term=contact]');
      expect(cells.length).to.be.greaterThan(1);
      for (const cell of cells)
        if (cell.dataset['clauses'] === undefined) expect(words(cell)).to.equal(notNamed);
        else expect(cell.querySelector('details')).not.to.equal(null);
      const named = cells.find(({dataset}) => dataset['clauses'])!;
      const [id] = named.dataset['clauses']!.split(' ');
      named.querySelector('details')!.open = true;
      named.querySelector('button')!.click();
      await until(() => (focused() as HTMLElement | null)?.dataset['clause'] === id);
      expect(viewer.view).to.equal(undefined);
    });

  it('compare: each clause of both sides stands in one row, which says where it is', async () => {
    const viewer = await open('compare', {product: 'pier'}, 'language:zh-Hant');
    expect(viewer.selection.against).to.deep.equal({language: 'zh-Hant'});
    const rows = all(viewer, 'tr[data-clause]');
    expect(rows.length).to.be.greaterThan(10);
    for (const row of rows) expect(row.dataset['state']).to.equal('both');
    expect(all(viewer, 'tbody td:last-child')[0]?.lang).to.equal('zh-Hant');
  });

  it('changes: two languages are compared by structure, and that is said', async () => {
    const viewer = await open('changes', {product: 'labs', lang: 'da'});
    expect(words(seen(viewer, '[part=changes]')[0]?.shadowRoot?.querySelector('p:nth-of-type(2)'))).to.contain(
      'forskellige sprog',
    );
  });

  it('changes: one line says how many there are since a day, and opens them', async () => {
    const viewer = await show({product: 'labs', lang: 'en'});
    viewer.setAttribute('since', '2018-06-01');
    await until(() => seen(viewer, '.since button').length);
    expect(words(seen(viewer, '.since button')[0])).to.match(/^Changes for you: \d+\. Since: June 1, 2018\.$/);
    await use(viewer, seen(viewer, '.since button')[0]!);
    expect(viewer.view).to.equal('changes');
  });

  for (const part of ['glance', 'compare', 'changes'])
    for (const lang of ['en', 'zh-Hant', 'ar'])
      it(`${part} in ${lang}: axe finds nothing`, async () => {
        const viewer = await open(part, {product: 'labs', lang, audience: 'visitor'}, 'language:nl');
        const {violations} = await axe.run(viewer as HTMLElement, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        expect(
          violations.flatMap(({id, nodes}) =>
            nodes.map(({html, failureSummary}) => `${id}: ${html} ${failureSummary}`),
          ),
        ).to.deep.equal([]);
      });
});

describe('the views of real policies', () => {
  let bundle: Bundle | undefined;
  let reason = '';
  before(async function () {
    this.timeout(60_000);
    const found = await material<{bundle: Bundle}>('seeds-bundle');
    if ('reason' in found) ({reason} = found);
    else ({bundle} = found);
  });

  it('glance of labs: calendar data is named for employee, mentor and visitor, not for member', async function () {
    const viewer = await open('glance', {bundle: bundle ?? (await skip(this, reason)), product: 'labs', lang: 'da'});
    const named = all(viewer, 'td[data-term=calendar][data-clauses]').map(({dataset}) => dataset['audience']);
    expect(named).to.include.members(['employee', 'mentor', 'visitor']).and.not.include('member');
  });

  it('compare Swedish with Chinese: all 20 list clauses stand on both sides', async function () {
    bundle ??= await skip(this, reason);
    const setting = {bundle, product: bundle.policies[0]!.products[0]!, lang: 'sv'};
    const viewer = await open('compare', setting, 'language:zh-Hant');
    const items = new Set(clauses(await show(setting), 'li[data-clause]'));
    const both = all(viewer, 'tr[data-state=both]').map(({dataset}) => dataset['clause']!);
    expect(items.size).to.equal(20);
    expect(both).to.include.members([...items]);
  });
});
