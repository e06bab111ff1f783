/** What a page says of itself to machines: schema.org, as JSON-LD. */
import type {Bundle, LanguageTag} from '../../policy/bundle.js';
import {wording} from '../../policy/language.js';
import {describeText} from './describe-text.js';
import {addressOf, indexPath, translations, type Index, type Listed, type Page, type Site} from './pages.js';

type Data = Readonly<Record<string, unknown>>;

export const describePage = (site: Site, page: Page): Data => {
  const {bundle} = site;
  const {language, text, edition, path} = page;
  const description = describeText(text, language);
  return {
    '@context': 'https://schema.org',
    ...work(site, page, path),
    ...(site.base !== undefined && {url: addressOf(site, path, path)}),
    ...(description && {description}),
    ...(edition.effective !== undefined && {datePublished: edition.effective, dateModified: edition.effective}),
    ...publisher(bundle, language),
    isPartOf: {
      '@type': 'CollectionPage',
      '@id': addressOf(site, path, indexPath),
      name: wording(bundle.title, language, bundle.languages).text,
    },
    ...tellTranslations(site, page),
  };
};

export const describeIndex = (site: Index): Data => {
  const {bundle} = site;
  const language = bundle.languages[0] ?? 'en';
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    '@id': addressOf(site, indexPath, indexPath),
    ...(site.base !== undefined && {url: addressOf(site, indexPath, indexPath)}),
    name: wording(bundle.title, language, bundle.languages).text,
    inLanguage: language,
    ...publisher(bundle, language),
    hasPart: site.pages.map((page) => work(site, page, indexPath)),
  };
};

const work = (site: Index, {title, language, path}: Listed, from: string): Data => ({
  '@type': ['WebPage', 'DigitalDocument'],
  '@id': addressOf(site, from, path),
  name: title,
  inLanguage: language,
});

const publisher = ({publisher: names, languages}: Bundle, language: LanguageTag): Data =>
  names ? {publisher: {'@type': 'Organization', name: wording(names, language, languages).text}} : {};

/**
 * Where one text prevails, the others translate it; where none does, each is a translation of each, and no original
 * is claimed.
 */
function tellTranslations(site: Site, page: Page): Data {
  const others = translations(site, page);
  const original = others.find(({language}) => language === page.edition.prevails);
  if (original) return {translationOfWork: work(site, original, page.path)};
  return others.length > 0 ? {workTranslation: others.map((other) => work(site, other, page.path))} : {};
}
