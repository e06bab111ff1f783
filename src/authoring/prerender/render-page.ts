/** Whole files: a page for each text, the list of all of them, and what can be pasted inside `<policy-viewer>`. */
import type {Element, ElementContent, Root} from 'hast';
import {h} from 'hastscript';
import type {Bundle, Edition, LanguageTag} from '../../policy/bundle.js';
import {formatDate, ownName, wording} from '../../policy/language.js';
import {localize} from '../../words/localize.js';
import {pageWords} from '../../words/page-words.js';
import {describeText} from './describe-text.js';
import {atomPath, jsonFeedPath} from './feeds.js';
import {dataBlock, inLanguage, serialise, stack, text as textNode} from './html.js';
import {
  addressOf,
  alternates,
  indexPath,
  stylesPath,
  wayTo,
  type Index,
  type Listed,
  type Page,
  type Site,
} from './pages.js';
import {nameEdition, renderArticle, sayEdition, speaksOn} from './render-article.js';
import {sizeSections} from './size-sections.js';
import {describeIndex, describePage} from './structured-data.js';

/** Where the text itself begins. No id of a section or clause begins so. */
const textId = '_text';

/** A complete page that needs no script and no style within it. */
export const renderPage = (site: Site, page: Page): string => {
  const {language, text, edition, path} = page;
  const {title, about, contents, sections, editions} = renderArticle(site, page, 1, (other) => wayTo(path, other.path));
  const description = describeText(text, language);
  return renderDocument(
    language,
    titleOf(page),
    [
      ...(description ? [h('meta', {name: 'description', content: description})] : []),
      ...renderAddresses(site, page),
      ...renderFeeds(site, path, language),
      h('link', {rel: 'stylesheet', href: wayTo(path, stylesPath)}),
      dataBlock('application/ld+json', describePage(site, page)),
    ],
    [
      ...(contents ? [renderSkip(language)] : []),
      renderCollection(site, page),
      h(
        'main',
        {},
        h(
          'article',
          {
            className: contents ? 'document' : 'document narrow',
            dataPolicy: page.policy.id,
            dataEdition: edition.id,
          },
          stack([
            h('header', {}, stack([title, about])),
            ...(contents ? [contents] : []),
            h('div', {className: 'text', id: textId, tabIndex: -1}, stack(sizeSections(sections, text))),
            ...(editions ? [editions] : []),
          ]),
        ),
      ),
      ...renderPublisher(site, language),
    ],
  );
};

/** Two editions of a policy have one title; in a list of results only the day tells them apart. */
const titleOf = ({title, language, edition, isNewest}: Listed): string => {
  const speaks = speaksOn(language);
  const name = isNewest
    ? ''
    : edition.effective
      ? formatDate(edition.effective, language)
      : localize(speaks, (words) => nameEdition(edition, words, speaks));
  return name ? `${title} · ${name}` : title;
};

/**
 * The article alone, as ordinary HTML to stand inside `<policy-viewer>` on any page, whose own headings begin above
 * it.
 */
export const renderFragment = (site: Site, page: Page): string => {
  const {language, policy, edition} = page;
  // It does not know where it will be pasted: only absolute addresses lead anywhere.
  const {title, about, sections} = renderArticle(site, page, 2, (other) =>
    site.base === undefined ? undefined : addressOf(site, '', other.path),
  );
  return serialise(
    h(
      'article',
      {...inLanguage(language), dataPolicy: policy.id, dataEdition: edition.id},
      stack([title, about, ...sections]),
    ),
  );
};

/** Every page by policy and edition, in the bundle's first language. */
export const renderIndex = (site: Index): string => {
  const {bundle, pages} = site;
  const language = bundle.languages[0] ?? 'en';
  const speaks = speaksOn(language);
  const title = wording(bundle.title, language, bundle.languages);
  const policies = bundle.policies.filter(({id}) => pages.some((page) => page.policy.id === id));
  return renderDocument(
    language,
    title.text,
    [
      h('link', {rel: 'canonical', href: addressOf(site, indexPath, indexPath)}),
      ...renderFeeds(site, indexPath, language),
      h('link', {rel: 'stylesheet', href: stylesPath}),
      dataBlock('application/ld+json', describeIndex(site)),
    ],
    [
      h(
        'main',
        {className: 'index'},
        stack([
          h('h1', inLanguage(title.language, language), title.text),
          ...policies.map((policy) =>
            h(
              'section',
              {},
              stack([
                ...renderProducts(site, policy.products, language),
                ...[...new Set(pages.filter((page) => page.policy === policy).map(({edition}) => edition))].flatMap(
                  (edition) => [
                    ...renderEdition(edition, speaks, language),
                    h(
                      'ul',
                      {role: 'list'},
                      stack(
                        pages
                          .filter((page) => page.policy === policy && page.edition === edition)
                          .map((page) => renderEntry(page, language, bundle)),
                      ),
                    ),
                  ],
                ),
              ]),
            ),
          ),
        ]),
      ),
      ...renderPublisher(site, language),
    ],
  );
};

const renderEdition = (edition: Edition, speaks: LanguageTag, around: LanguageTag): Element[] => {
  const name = localize(speaks, (words) => sayEdition(edition, words, speaks));
  return name ? [h('h3', inLanguage(speaks, around), name)] : [];
};

/** The product that a policy is named after, and the others it covers. */
function renderProducts({bundle}: Index, ids: readonly string[], language: LanguageTag): Element[] {
  const names = ids
    .flatMap((id) => bundle.products.filter((product) => product.id === id))
    .map(({names}) => wording(names, language, bundle.languages));
  const [first, ...others] = names;
  return [
    ...(first ? [h('h2', inLanguage(first.language, language), first.text)] : []),
    ...(others.length > 0
      ? [
          h(
            'p',
            {className: 'covers'},
            others.flatMap((name, i): ElementContent[] => [
              ...(i > 0 ? [textNode(' · ')] : []),
              h('span', inLanguage(name.language, language), name.text),
            ]),
          ),
        ]
      : []),
  ];
}

const renderEntry = ({language, path, title}: Listed, around: LanguageTag, {languageNames}: Bundle): Element => {
  // On each cell, not on the row: the columns stay where they are.
  const names = inLanguage(language, around);
  return h('li', {}, [
    h('span', names, ownName(language, languageNames)),
    textNode(' '),
    h('a', {href: path, hrefLang: language, ...names}, title),
  ]);
};

const renderDocument = (
  language: LanguageTag,
  title: string,
  head: readonly Element[],
  body: readonly Element[],
): string => {
  const tree: Root = {
    type: 'root',
    children: [
      {type: 'doctype'},
      textNode('\n'),
      h(
        'html',
        inLanguage(language),
        stack([
          h(
            'head',
            {},
            stack([
              h('meta', {charSet: 'utf-8'}),
              h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
              h('meta', {name: 'color-scheme', content: 'light dark'}),
              h('title', {}, title),
              ...head,
            ]),
          ),
          h('body', {}, stack(body)),
        ]),
      ),
    ],
  };
  return serialise(tree);
};

/** `x-default` is for whoever reads none of the languages: the bundle's first among them. */
function renderAddresses(site: Site, page: Page): Element[] {
  const href = (other: Page): string => addressOf(site, page.path, other.path);
  const others = alternates(site, page);
  const [fallback] = others;
  return [
    h('link', {rel: 'canonical', href: href(page)}),
    ...others.map((other) => h('link', {rel: 'alternate', hrefLang: other.language, href: href(other)})),
    ...(fallback ? [h('link', {rel: 'alternate', hrefLang: 'x-default', href: href(fallback)})] : []),
  ];
}

/** Where new editions can be followed in this language. */
const renderFeeds = ({bundle, feeds = []}: Pick<Index, 'bundle' | 'feeds'>, from: string, language: LanguageTag) => {
  const title = wording(bundle.title, language, bundle.languages).text;
  const link = (type: string, path: string): Element =>
    h('link', {rel: 'alternate', type, title, href: wayTo(from, path)});
  return feeds.includes(language)
    ? [link('application/atom+xml', atomPath(language)), link('application/feed+json', jsonFeedPath(language))]
    : [];
};

/** Past the links to other languages and to the headings. */
const renderSkip = (language: LanguageTag): Element => {
  const speaks = speaksOn(language);
  return h(
    'a',
    {className: 'skip', href: `#${textId}`, ...inLanguage(speaks, language)},
    localize(speaks, () => pageWords.skip()),
  );
};

/** Leads to the list of all policies. */
const renderCollection = ({bundle}: Site, {path, language}: Page): Element => {
  const title = wording(bundle.title, language, bundle.languages);
  return h(
    'header',
    {className: 'site'},
    h('a', {href: wayTo(path, indexPath), ...inLanguage(title.language, language)}, title.text),
  );
};

function renderPublisher({bundle}: Index, language: LanguageTag): Element[] {
  if (!bundle.publisher) return [];
  const name = wording(bundle.publisher, language, bundle.languages);
  return [h('footer', {className: 'site'}, h('p', inLanguage(name.language, language), name.text))];
}
