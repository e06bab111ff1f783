// What a reader chooses, and the text they then see.
import {expect} from '@open-wc/testing';
import {bundle, forEveryone} from './fixtures.js';
import {
  all,
  box,
  button,
  buttons,
  clauses,
  headings,
  notices,
  options,
  pick,
  picker,
  seen,
  settled,
  show,
  status,
  use,
  visitorClauses,
  words,
} from './reader.js';

const boxes = (viewer: Element): string[] => all(viewer, '[part=audiences] label').map(words);
const groups = (select: HTMLSelectElement): string[] =>
  [...select.querySelectorAll('optgroup')].map(
    ({label, children}) => `${label}: ${[...children].map(words).join(', ')}`,
  );

describe('a reader of one policy', () => {
  it('sees in Dutch the clauses for visitors, and that a newer edition exists in Danish', async () => {
    const viewer = await show({product: 'labs', audience: 'visitor', lang: 'nl'});
    expect(visitorClauses(viewer)).to.have.length(8);
    expect(clauses(viewer)).to.have.length(8 + forEveryone);
    expect(seen(viewer, '[part=document]').map(({lang}) => lang)).to.deep.equal(['nl']);
    expect(notices(viewer)).to.have.length(1);
    expect(notices(viewer)[0]).to.contain('12 juli 2019').and.contain('Dansk');
    await use(viewer, seen(viewer, '[part=notice] button')[0]!);
    expect(visitorClauses(viewer)).to.have.length(7);
    expect(viewer.lang).to.equal('da');
    expect(notices(viewer)).to.deep.equal([]);
  });

  it('sees a Norwegian text marked as Norwegian where there is none in Swedish, with a sentence why', async () => {
    const viewer = await show({product: 'finder', lang: 'sv'});
    const [document] = seen(viewer, '[part=document]');
    expect(document?.lang).to.equal('nb');
    // WebKit writes languages with a capital, in every language.
    expect(notices(viewer)[0]?.toLowerCase()).to.equal('finns inte på: svenska. visas på: norskt bokmål.');
    expect(notices(viewer)).to.have.length(1);
    expect(seen(viewer, '[part=notice]')[0]?.closest('[lang]')?.getAttribute('lang')).to.equal('sv');
    expect(headings(viewer)).to.include('Besøkende');
  });

  it('sees Chinese for zh-TW, by the name of a product that the policy only covers', async () => {
    const viewer = await show({product: 'Kelpworks', audience: 'visitor', lang: 'zh-TW'});
    expect(visitorClauses(viewer)).to.have.length(8);
    expect(seen(viewer, '[part=document]').map(({lang}) => lang)).to.deep.equal(['zh-Hant']);
    expect(picker(viewer, '產品').value).to.equal('kelpworks');
  });

  it('is told which text prevails', async () => {
    const viewer = await show({product: 'pier', lang: 'en'});
    expect(notices(viewer)).to.deep.equal(['Where the texts differ, this language prevails: Swedish.']);
    await pick(viewer, 'Language', 'Svenska');
    expect(notices(viewer)).to.deep.equal([]);
  });

  it('chooses another language from the date’s line', async () => {
    const viewer = await show({product: 'labs', lang: 'nl'});
    await use(viewer, button(viewer, /^Dansk \(12 juli 2019\)$/));
    expect(seen(viewer, '[part=document]')[0]?.lang).to.equal('da');
  });

  it('chooses an older edition, and is told where it is not in their language', async () => {
    const viewer = await show({product: 'labs', lang: 'da'});
    const name = 'Version';
    expect(options(picker(viewer, name))).to.deep.equal(['Nyeste tilgængelige', '12. juli 2019', '25. maj 2018']);
    await pick(viewer, name, '25. maj 2018');
    expect(viewer.getAttribute('edition')).to.equal('2018-05-25');
    expect(seen(viewer, '[part=document]')[0]?.lang).to.equal('nl');
    expect(words(seen(viewer, '.date')[0])).to.contain('25. maj 2018');
    expect(notices(viewer)[0]).to.contain('dansk').and.contain('nederlandsk');
  });
});

describe('a reader of all products', () => {
  it('sees each policy in its own language, the clauses for visitors and those for everyone', async () => {
    const viewer = await show({audience: 'visitor', lang: 'sv'});
    const documents = seen(viewer, '[part=document]');
    expect(documents.map(({lang}) => lang)).to.deep.equal(['sv', 'nb', 'da']);
    expect(seen(viewer, 'policy-viewer-text').map((text) => seen(text, '[data-clause^="v"]').length)).to.deep.equal([
      8, 3, 7,
    ]);
    expect(clauses(viewer)).to.have.length(8 + 3 + 7 + 3 * forEveryone);
  });

  it('finds every product, those that a policy only covers too', async () => {
    const viewer = await show();
    expect(options(picker(viewer, 'Product'))).to.deep.equal([
      'All products',
      'Northpier',
      'Kelpworks',
      'Day Pass',
      'Finder',
      'Labs',
    ]);
    await pick(viewer, 'Product', 'Day Pass');
    expect(headings(viewer)[0]).to.equal('Northpier: Privacy policy');
    expect(seen(viewer, '[part=document]')).to.have.length(1);
    await pick(viewer, 'Product', 'All products');
    expect(seen(viewer, '[part=document]')).to.have.length(3);
  });

  it('finds each language by its own name and in itself, those missing somewhere in a group of their own', async () => {
    const viewer = await show();
    const select = picker(viewer, 'Language');
    expect([...select.options].map((option) => `${option.lang} ${words(option)}`).sort()).to.deep.equal([
      'ar العربية',
      'da Dansk',
      'en English',
      'nb Norsk bokmål',
      'nl Nederlands',
      'sv Svenska',
      'zh-Hant 繁體中文',
    ]);
    expect(groups(select)).to.have.length(1);
    await pick(viewer, 'Product', 'Labs');
    expect(groups(picker(viewer, 'Language'))).to.deep.equal([
      'Not available for all of this: Svenska, Norsk bokmål, 繁體中文, English, العربية',
    ]);
    expect(picker(viewer, 'Language').value).to.equal('en');
  });
});

describe('who the reader is', () => {
  it('offers those that the chosen product has, in the language of the interface', async () => {
    const viewer = await show();
    expect(boxes(viewer)).to.deep.equal(['member', 'customer', 'mentor', 'day pass customer', 'visitor', 'guest']);
    await pick(viewer, 'Product', 'Labs');
    expect(boxes(viewer)).to.deep.equal(['mentor', 'visitor', 'guest']);
    await pick(viewer, 'Language', 'Nederlands');
    expect(boxes(viewer)).to.deep.equal(['mentor', 'bezoeker', 'gast']);
  });

  it('marks a name that is in another language as such', async () => {
    const viewer = await show({lang: 'da'});
    expect(all(viewer, '[part=audiences] label').map((chip) => chip.lang))
      .to.include('sv')
      .and.include('da');
  });

  it('takes several: a section for any of them shows, and all else is counted', async () => {
    const viewer = await show({product: 'pier'});
    expect(words(status(viewer))).to.equal('Showing all points: 19');
    await use(viewer, box(viewer, 'member'));
    expect(words(status(viewer))).to.equal('Showing 11 of 19 points. Hidden: 8.');
    expect(clauses(viewer)).to.have.length(11);
    await use(viewer, box(viewer, 'guest'));
    expect(words(status(viewer))).to.equal('Showing all points: 19');
    expect(viewer.getAttribute('audience')).to.equal('member guest');
    await use(viewer, box(viewer, 'member'));
    expect(visitorClauses(viewer)).to.have.length(8);
    expect(clauses(viewer)).to.have.length(14);
  });

  it('gives the whole policy back with one button, and the focus stays at hand', async () => {
    const viewer = await show({product: 'pier', audience: 'visitor'});
    await use(viewer, button(viewer, 'Show the whole policy'));
    expect(clauses(viewer)).to.have.length(19);
    expect(viewer.hasAttribute('audience')).to.equal(false);
    expect(buttons(viewer)).not.to.include('Show the whole policy');
    expect(document.activeElement).to.equal(viewer);
  });

  it('says where a policy has no section for the reader, and shows what is for everyone', async () => {
    const viewer = await show({product: 'finder', audience: 'mentor', lang: 'nb'});
    expect(clauses(viewer)).to.have.length(forEveryone);
    expect(notices(viewer)).to.have.length(1);
    expect(words(status(viewer))).to.match(/6.*9.*3/);
  });

  it('lists the headings of what is shown, no others', async () => {
    const viewer = await show({product: 'pier', audience: 'member'});
    const entries = seen(viewer, '[part=contents] a').map(words);
    expect(entries).to.deep.equal(['About this policy', 'Members', 'Your rights']);
    expect(headings(viewer)).to.deep.equal(['Northpier: Privacy policy', ...entries]);
  });

  it('nests the headings in the list as they nest in the text', async () => {
    const nested = (viewer: Element): string[] =>
      seen(viewer, '[part=contents] li > a + ol > li > a').map(
        (link) => `${words(link.closest('ol')!.previousElementSibling)} > ${words(link)}`,
      );
    expect(nested(await show({product: 'pier'}))).to.deep.equal([
      'About this policy > Members',
      'About this policy > Visitors',
    ]);
    expect(nested(await show()).slice(0, 2)).to.deep.equal([
      'Northpier: Privacy policy > About this policy',
      'About this policy > Members',
    ]);
  });
});

describe('a bundle of one', () => {
  it('has no picker where there is nothing to pick', async () => {
    const viewer = await show({
      lang: 'nb',
      bundle: {
        ...bundle,
        languages: ['nb'],
        products: bundle.products.slice(3, 4),
        policies: bundle.policies.slice(1, 2),
      },
    });
    await settled(viewer);
    expect(seen(viewer, 'select')).to.deep.equal([]);
    expect(seen(viewer, '[part=toolbar]')).to.deep.equal([]);
    expect(visitorClauses(viewer)).to.have.length(3);
  });
});
