// Which language a viewer speaks, and what is announced when it changes.
import {expect, fixture, html} from '@open-wc/testing';
import {lookup} from '../../src/policy/language.js';
import type {PolicyViewer} from './viewer.js';
import {bundle} from './fixtures.js';
import {markup} from './markup.js';
import {box, buttons, notices, options, pick, picker, seen, settled, show, status, use, words} from './reader.js';

/** The language of the interface and those of the texts. */
const languages = (viewer: Element): string[] => seen(viewer, '[part=viewer], [part=document]').map(({lang}) => lang);

const viewerIn = async (inside: (viewer: PolicyViewer) => unknown, lang?: string): Promise<PolicyViewer> => {
  const viewer = document.createElement('policy-viewer');
  viewer.bundle = bundle;
  viewer.product = 'pier';
  if (lang) viewer.lang = lang;
  await fixture(html`${inside(viewer)}`);
  await settled(viewer);
  return viewer;
};

describe('the language', () => {
  it('is that of the element itself before all others', async () => {
    expect(languages(await viewerIn((viewer) => html`<div lang="ar">${viewer}</div>`, 'sv'))).to.deep.equal([
      'sv',
      'sv',
    ]);
  });

  it('is else the nearest around', async () => {
    expect(
      languages(
        await viewerIn(
          (viewer) =>
            html`<div lang="ar">
              <div lang="zh-TW">
                <p></p>
                ${viewer}
              </div>
            </div>`,
        ),
      ),
    ).to.deep.equal(['zh-TW', 'zh-Hant']);
  });

  it('is found through shadow trees and slots', async () => {
    const viewer = document.createElement('policy-viewer');
    viewer.bundle = bundle;
    viewer.product = 'pier';
    const host = await fixture(html`<div lang="sv"><section></section></div>`);
    const inner = host.firstElementChild!.attachShadow({mode: 'open'});
    inner.append(viewer);
    await settled(viewer);
    expect(languages(viewer)).to.deep.equal(['sv', 'sv']);

    const slotted = document.createElement('policy-viewer');
    slotted.bundle = bundle;
    const outer = await fixture<HTMLElement>(html`<div lang="sv"></div>`);
    outer.attachShadow({mode: 'open'}).innerHTML = markup('<div lang="ar"><slot></slot></div>');
    outer.append(slotted);
    await settled(slotted);
    expect(languages(slotted)[0]).to.equal('ar');
  });

  it('is else the reader’s browser’s, of those the bundle has, else the bundle’s first', async () => {
    const page = document.documentElement.lang;
    document.documentElement.removeAttribute('lang');
    try {
      const asked = navigator.languages.find((tag) => lookup(tag, bundle.languages));
      expect(languages(await viewerIn((viewer) => viewer))[0]).to.equal(asked ?? 'sv');
      const viewer = await viewerIn((viewer) => viewer);
      viewer.bundle = {...bundle, languages: ['nb'], policies: bundle.policies.slice(1, 2)};
      viewer.product = undefined;
      await settled(viewer);
      expect(languages(viewer)).to.deep.equal(['nb', 'nb']);
      expect(notices(viewer)).to.deep.equal([]);
    } finally {
      document.documentElement.lang = page;
    }
  });

  for (const [lang, date] of [
    ['en-GB', '12 July 2019'],
    ['en-US', 'July 12, 2019'],
    ['en', 'July 12, 2019'],
    ['sv-FI', '12 juli 2019'],
  ] as const)
    it(`writes days as the region of ${lang} does: ${date}`, async () => {
      const viewer = await show({lang, product: 'labs'});
      expect(words(seen(viewer, '.date span')[0])).to.contain(date);
      expect(seen(viewer, '[part=viewer]')[0]?.lang).to.equal(lang);
    });

  it('is called what the bundle calls it, else what the browser does', async () => {
    const viewer = await show({bundle: {...bundle, languageNames: {da: 'Dansk (rigsdansk)'}}, product: 'labs'});
    const named = options(picker(viewer, 'Language'));
    expect(named).to.contain('Dansk (rigsdansk)').and.contain('Nederlands');
    viewer.lang = 'nl';
    viewer.edition = '2018-05-25';
    await settled(viewer);
    expect(buttons(viewer).join()).to.contain('Dansk (rigsdansk)');
  });

  it('is read from right to left where it is written so, and the texts each in their own direction', async () => {
    const viewer = await show({lang: 'ar'});
    expect(seen(viewer, '[part=viewer]')[0]?.dir).to.equal('rtl');
    expect(seen(viewer, '[part=document]').map(({dir, lang}) => `${lang} ${dir}`)).to.deep.equal([
      'ar rtl',
      'nb ltr',
      'da ltr',
    ]);
    expect(seen(viewer, '.about').map(({dir, lang}) => `${lang} ${dir}`)).to.deep.equal(['ar rtl', 'ar rtl', 'ar rtl']);
    expect(seen(viewer, '[part=contents] > ol > li').map(({dir}) => dir)).to.deep.equal(['rtl', 'ltr', 'ltr']);
  });

  for (const [lang, contents] of [
    ['en', 'Contents'],
    ['sv', 'Innehåll'],
    ['nb', 'Innhold'],
    ['da', 'Indhold'],
    ['nl', 'Inhoud'],
    ['zh-Hant', '目錄'],
    ['ar', 'المحتويات'],
  ] as const)
    it(`of the interface may be ${lang}`, async () => {
      const viewer = await show({lang});
      expect(seen(viewer, '[part=contents]')[0]?.ariaLabel).to.equal(contents);
      expect(languages(viewer)[0]).to.equal(lang);
    });

  it('may be one that the interface does not speak: it speaks English, the text its own language', async () => {
    const swiss = {
      ...bundle,
      languages: ['fr'],
      policies: bundle.policies.slice(1, 2).map((policy) => ({
        ...policy,
        editions: policy.editions.map((edition) => ({...edition, texts: {fr: Object.values(edition.texts)[0]!}})),
      })),
    };
    const viewer = await show({lang: 'fr-CH', bundle: swiss});
    expect(languages(viewer)).to.deep.equal(['en', 'fr']);
    expect(notices(viewer)).to.deep.equal([]);
  });

  it('may change twice before the words of the first have come', async () => {
    const viewer = await show({product: 'pier'});
    viewer.lang = 'nb';
    await Promise.resolve();
    viewer.lang = 'ar';
    await settled(viewer);
    expect(languages(viewer)).to.deep.equal(['ar', 'ar']);
  });
});

describe('two viewers on one page', () => {
  it('each keep to their own language', async () => {
    const around = await fixture(
      html`<div>
        <policy-viewer .bundle=${bundle} product="pier" lang="sv"></policy-viewer>
        <policy-viewer .bundle=${bundle} product="pier" lang="ar"></policy-viewer>
      </div>`,
    );
    const [first, second] = [...around.querySelectorAll('policy-viewer')] as [PolicyViewer, PolicyViewer];
    await settled(first);
    await settled(second);
    await pick(first, 'Språk', 'English');
    expect(words(seen(first, 'legend')[0])).to.equal('Which describes you?');
    expect(languages(first)).to.deep.equal(['en', 'en']);
    expect(languages(second)).to.deep.equal(['ar', 'ar']);
    await use(second, box(second, 'زائر'));
    expect(words(status(second))).not.to.match(/[a-z]/i);
    expect(words(status(first))).to.match(/^Showing all points: 19/);
  });
});
