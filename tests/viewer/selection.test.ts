// What is chosen: attributes, properties and `selection` say the same, and events tell of a reader's choices alone.
import {expect} from '@open-wc/testing';
import {everything, type Selection} from '../../src/policy/selection.js';
import type {PolicyViewer} from './viewer.js';
import {press} from '../harness/commands.js';
import {box, button, clauses, once, options, pick, picker, seen, settled, show, use, visitorClauses} from './reader.js';

const chosen = (viewer: PolicyViewer): Record<string, string | null> =>
  Object.fromEntries(['product', 'audience', 'lang', 'edition'].map((name) => [name, viewer.getAttribute(name)]));

/** Every event of the viewer that reaches the page. */
const listen = (viewer: PolicyViewer): CustomEvent[] => {
  const heard: CustomEvent[] = [];
  for (const name of ['policy-load', 'policy-change', 'policy-error'])
    viewer.parentElement!.addEventListener(name, (event) => heard.push(event as CustomEvent));
  return heard;
};

describe('the attributes', () => {
  it('choose what is shown', async () => {
    const viewer = await show();
    viewer.setAttribute('product', 'labs');
    viewer.setAttribute('audience', 'visitor mentor');
    viewer.setAttribute('lang', 'nl');
    await settled(viewer);
    expect(viewer.selection).to.deep.equal({
      ...everything,
      product: 'labs',
      audiences: ['visitor', 'mentor'],
      language: 'nl',
      edition: '',
    });
    expect(clauses(viewer)).to.have.length(8 + 9 + 6);
    expect(box(viewer, 'bezoeker').checked).to.equal(true);
    expect(picker(viewer, 'Product').value).to.equal('labs');
    viewer.setAttribute('edition', '2019-07-12');
    await settled(viewer);
    expect(seen(viewer, '[part=document]')[0]?.lang).to.equal('da');
  });

  it('name audiences with spaces or commas between them', async () => {
    const viewer = await show({product: 'labs', lang: 'nl', audience: 'visitor,mentor'});
    expect(viewer.selection.audiences).to.deep.equal(['visitor', 'mentor']);
    expect(box(viewer, 'bezoeker').checked).to.equal(true);
    expect(clauses(viewer)).to.have.length(8 + 9 + 6);
  });

  it('that name what the bundle does not have are told to the site’s owner, once, with the nearest', async () => {
    const told: string[] = [];
    const {warn} = console;
    console.warn = (sentence: string) => void told.push(sentence);
    try {
      const viewer = await show({product: 'labz', audience: 'visitor, visitr', lang: 'xx'});
      const labz =
        '<policy-viewer>: product asks for "labz", which the bundle does not have. The nearest it has is "labs".';
      expect(told[0]).to.equal(labz);
      expect(told).to.have.length(3);
      expect(told[1]).to.contain('audience asks for "visitr"').and.contain('"visitor"');
      expect(told[2]).to.contain('lang asks for "xx"').and.contain('It has: sv, nb, da');
      viewer.audience = 'visitor';
      await settled(viewer);
      expect(told).to.have.length(3);
    } finally {
      console.warn = warn;
    }
  });

  it('follow what the reader chooses', async () => {
    const viewer = await show({lang: 'da'});
    await pick(viewer, 'Produkt', 'Labs');
    await use(viewer, box(viewer, 'gæst'));
    await pick(viewer, 'Version', '25. maj 2018');
    expect(chosen(viewer)).to.deep.equal({product: 'labs', audience: 'guest', lang: 'da', edition: '2018-05-25'});
    await pick(viewer, 'Produkt', 'Alle produkter');
    expect(chosen(viewer)).to.deep.equal({product: null, audience: 'guest', lang: 'da', edition: null});
  });

  it('may name what the bundle does not have: then nothing is chosen, and nothing is changed in them', async () => {
    const viewer = await show({product: 'no-such', audience: 'nobody', edition: 'tomorrow', lang: 'i-klingon'});
    expect(seen(viewer, '[part=document]')).to.have.length(3);
    expect(picker(viewer, 'Product').value).to.equal('');
    expect(chosen(viewer)).to.deep.equal({
      product: 'no-such',
      audience: 'nobody',
      lang: 'i-klingon',
      edition: 'tomorrow',
    });
  });

  it('may name a day between editions: what was in force then is shown, and the picker names no other', async () => {
    const viewer = await show({product: 'labs', edition: '2019-01-01', lang: 'da'});
    expect(seen(viewer, '[part=document]')[0]?.lang).to.equal('nl');
    expect(options(picker(viewer, 'Version'))[picker(viewer, 'Version').selectedIndex]).to.equal('Nyeste tilgængelige');
  });

  it('that are taken away choose nothing', async () => {
    const viewer = await show({product: 'labs', audience: 'visitor', lang: 'nl', edition: '2018-05-25'});
    for (const name of ['product', 'audience', 'edition']) viewer.removeAttribute(name);
    await settled(viewer);
    expect(viewer.selection).to.deep.equal({...everything, language: 'nl'});
    expect(seen(viewer, '[part=document]')).to.have.length(3);
  });
});

describe('selection', () => {
  it('chooses all at once, and what it leaves out is not chosen', async () => {
    const viewer = await show({audience: 'mentor', edition: '2018-05-25'});
    viewer.selection = {product: 'labs', audiences: ['visitor'], language: 'nl'};
    await settled(viewer);
    expect(chosen(viewer)).to.deep.equal({product: 'labs', audience: 'visitor', lang: 'nl', edition: null});
    expect(visitorClauses(viewer)).to.have.length(8);
    viewer.selection = {};
    await settled(viewer);
    expect(chosen(viewer)).to.deep.equal({product: null, audience: null, lang: null, edition: null});
  });

  it('round-trips', async () => {
    const viewer = await show();
    const asked: Selection = {
      ...everything,
      product: 'pier',
      audiences: ['visitor', 'guest'],
      language: 'zh-Hant',
      edition: '2019-07-12',
    };
    viewer.selection = asked;
    expect(viewer.selection).to.deep.equal(asked);
    await settled(viewer);
    expect(viewer.selection).to.deep.equal(asked);
  });
});

describe('policy-change', () => {
  it('tells of each choice of the reader, once, after it is shown', async () => {
    const viewer = await show({product: 'labs', lang: 'da'});
    const heard = listen(viewer);
    let shown = 0;
    viewer.addEventListener('policy-change', () => (shown = visitorClauses(viewer).length), {once: true});
    await use(viewer, box(viewer, 'mentor'));
    expect(heard.map(({type}) => type)).to.deep.equal(['policy-change']);
    expect(heard[0]!.detail).to.deep.equal({
      selection: {...everything, product: 'labs', audiences: ['mentor'], language: 'da'},
    });
    expect(heard[0]!.bubbles).to.equal(true);
    expect(shown).to.equal(0);
    await use(viewer, button(viewer, 'Vis hele dokumentet'));
    expect(heard).to.have.length(2);
    await pick(viewer, 'Version', '12. juli 2019');
    expect(heard.map(({detail}) => detail.selection.edition)).to.deep.equal(['', '', '2019-07-12']);
  });

  it('says nothing of what the site itself sets', async () => {
    const viewer = await show();
    const heard = listen(viewer);
    viewer.product = 'labs';
    viewer.lang = 'nl';
    viewer.setAttribute('audience', 'visitor');
    await settled(viewer);
    viewer.selection = {};
    await settled(viewer);
    expect(heard).to.deep.equal([]);
  });

  it('says nothing of a choice that changes nothing', async () => {
    const viewer = await show({product: 'labs', lang: 'nl', audience: 'visitor'});
    const heard = listen(viewer);
    const select = picker(viewer, 'Product');
    select.dispatchEvent(new Event('change'));
    await settled(viewer);
    expect(heard).to.deep.equal([]);
    expect(viewer.selection.product).to.equal('labs');
  });

  it('lets a site that listens choose otherwise, and the controls show that', async () => {
    const viewer = await show({product: 'pier', lang: 'en'});
    viewer.addEventListener('policy-change', () => (viewer.product = 'finder'), {once: true});
    picker(viewer, 'Product').focus();
    const changed = once(viewer, 'policy-change');
    await press('ArrowDown');
    expect(((await changed) as CustomEvent).detail.selection.product).to.equal('kelpworks');
    await settled(viewer);
    expect(picker(viewer, 'Product').value).to.equal('finder');
    expect(seen(viewer, '[part=document]')[0]?.lang).to.equal('nb');
  });
});
