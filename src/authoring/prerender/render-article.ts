/** One policy as an article: its title and dates, what the reader must know about this text, and the text. */
import type {Element, ElementContent} from 'hast';
import {h} from 'hastscript';
import type {Edition, Id, LanguageTag, Term} from '../../policy/bundle.js';
import {versionOf} from '../../policy/editions.js';
import {formatDate, languageName, lookup, ownName} from '../../policy/language.js';
import {listHeadings, nestHeadings, type Heading} from '../../policy/headings.js';
import {select, type PolicyView} from '../../policy/select.js';
import {everything} from '../../policy/selection.js';
import {walk} from '../../policy/walk.js';
import {interfaceLanguages, localize} from '../../words/localize.js';
import type {Words} from '../../words/words.js';
import {groupBy} from '../collections/group.js';
import {heading, inLanguage, stack, text} from './html.js';
import {editionsOf, newestIn, pageAbout, translations, wayTo, type Listed, type Page, type Site} from './pages.js';
import {renderText} from './render-text.js';

/** Where a link to a page leads; absent where there is no address that holds. */
export type Lead = (page: Listed) => string | undefined;

export interface Article {
  readonly title: Element;
  /** The dates and notices, in the interface's words. */
  readonly about: Element;
  /** Links to the headings; absent where there are none. */
  readonly contents: Element | undefined;
  readonly sections: readonly Element[];
  /** Links to other editions in this language; absent where there are none. */
  readonly editions: Element | undefined;
}

/** The language in which the interface speaks on a page: the page's own, with its region, where it has its words. */
export const speaksOn = (language: LanguageTag): LanguageTag =>
  lookup(language, interfaceLanguages) ? language : 'en';

/** What a page shows by the same rules as the live view. */
const viewOf = ({bundle}: Site, {policy, edition, language, isNewest}: Page): PolicyView | undefined =>
  select(bundle, {
    ...everything,
    product: policy.products[0] ?? '',
    language,
    edition: isNewest ? '' : edition.id,
  }).documents.find((document) => document.policy.id === policy.id);

/**
 * `level` is that of the title; `lead` says where links between pages go. The words of the page's language must be
 * loaded.
 */
export const renderArticle = (site: Site, page: Page, level: number, lead: Lead): Article => {
  const {language} = page;
  const speaks = speaksOn(language);
  const vocabulary: ReadonlyMap<Id, Term> = new Map(site.bundle.vocabulary.map((term) => [term.id, term]));
  const view = viewOf(site, page);
  const pageOf = (policy: Id): string | undefined => {
    const other = pageAbout(site, policy, language);
    return other && lead(other);
  };
  return localize(speaks, (words) => {
    const setting = {site, page, words, speaks, lead};
    return {
      title: heading(level, page.title),
      about: h(
        'div',
        {className: 'about', ...inLanguage(speaks, language)},
        stack([renderDates(setting), ...renderNotices(view, setting)]),
      ),
      contents: renderContents(view, setting),
      sections: renderText(page.text, level + 1, {
        language,
        words,
        speaks,
        vocabulary,
        pageOf,
        formerIds: formerIdsOf(page),
      }),
      editions: renderEditions(setting),
    };
  });
};

/** Those of the edition, except what is an id in this text. */
const formerIdsOf = ({text, edition}: Page): ReadonlyMap<Id, readonly Id[]> => {
  const entries = Object.entries(edition.aliases ?? {});
  if (entries.length === 0) return new Map();
  const ids = new Set(walk(text).flatMap(({value}) => ('id' in value ? [value.id] : [])));
  const former = entries.filter(([alias]) => !ids.has(alias));
  return new Map([...groupBy(former, ([, id]) => id)].map(([id, pairs]) => [id, pairs.map(([alias]) => alias)]));
};

interface Setting {
  readonly site: Site;
  readonly page: Page;
  readonly words: Words;
  readonly speaks: LanguageTag;
  readonly lead: Lead;
}

/** A link in the words of the language it leads to; its name alone where nothing holds that it could lead to. */
const renderLanguage = (page: Page, {site, lead, speaks}: Setting): Element => {
  const href = lead(page);
  const {language} = page;
  const name = ownName(language, site.bundle.languageNames);
  return href === undefined
    ? h('span', inLanguage(language, speaks), name)
    : h('a', {href, hrefLang: language, ...inLanguage(language, speaks)}, name);
};

/** `dated`: with the day of each that is of another edition than the page. */
const renderLanguages = (pages: readonly Page[], setting: Setting, dated: boolean): ElementContent[] =>
  pages.flatMap((page): ElementContent[] => {
    const {effective} = page.edition;
    const date =
      dated && effective && effective !== setting.page.edition.effective
        ? ` (${formatDate(effective, setting.speaks)})`
        : '';
    return [
      text(' '),
      h('span', {className: 'language'}, [renderLanguage(page, setting), ...(date ? [text(date)] : [])]),
    ];
  });

/**
 * On a policy's main pages every other language, each in its newest edition; on an older edition's page that
 * edition's.
 */
const alsoIn = (site: Site, page: Page): readonly Page[] =>
  page.isNewest
    ? site.bundle.languages.flatMap((language) =>
        language === page.language ? [] : (newestIn(site, page.policy, language) ?? []),
      )
    : translations(site, page);

/** Its day, else its version; nothing where nothing is known. */
export const nameEdition = (edition: Edition, words: Words, speaks: LanguageTag): string => {
  const version = versionOf(edition);
  return edition.effective ? formatDate(edition.effective, speaks) : version ? words.version(version) : '';
};

/** The same as a line of its own: the day is said to be that of effect. */
export const sayEdition = (edition: Edition, words: Words, speaks: LanguageTag): string =>
  edition.effective ? words.effective(formatDate(edition.effective, speaks)) : nameEdition(edition, words, speaks);

const renderDates = (setting: Setting): Element => {
  const {site, page, words, speaks} = setting;
  const others = alsoIn(site, page);
  const edition = sayEdition(page.edition, words, speaks);
  return h('p', {className: 'date'}, [
    ...(edition ? [h('span', {}, edition)] : []),
    ...(others.length > 0
      ? [text(' '), h('span', {className: 'also'}, [words.alsoIn(), ...renderLanguages(others, setting, true)])]
      : []),
  ]);
};

function renderNotices(view: PolicyView | undefined, setting: Setting): Element[] {
  const {site, page, words, speaks} = setting;
  const own = newestIn(site, page.policy, page.language);
  const notice = (content: ElementContent[] | string): Element => h('p', {className: 'notice'}, content);
  const tellNewer = (pages: readonly Page[]): Element[] => {
    const [first] = pages;
    return first === undefined
      ? []
      : [
          notice([
            text(words.newer(nameEdition(first.edition, words, speaks) || words.undated())),
            ...renderLanguages(pages, setting, false),
          ]),
        ];
  };
  const newest = site.bundle.languages.flatMap((language) =>
    view?.newer?.languages.includes(language) ? (newestIn(site, page.policy, language) ?? []) : [],
  );
  return [
    ...tellNewer(newest),
    // What is newest of all may be in languages the reader of this one does not read.
    ...(own !== undefined && !page.isNewest && !newest.includes(own) ? tellNewer([own]) : []),
    ...(view?.prevails !== undefined ? [notice(words.prevails(languageName(view.prevails, speaks)))] : []),
  ];
}

const renderEntry = ({id, text}: Heading, within: readonly Element[]): Element =>
  h('li', {}, [h('a', {href: `#${id}`}, text), ...(within.length > 0 ? [h('ol', {role: 'list'}, stack(within))] : [])]);

function renderContents(view: PolicyView | undefined, {page, words, speaks}: Setting): Element | undefined {
  const headings = view ? listHeadings(view.text, []) : [];
  if (headings.length === 0) return undefined;
  const names = inLanguage(speaks, page.language);
  return h(
    'nav',
    {className: 'contents', ariaLabel: words.contents(), ...names},
    h(
      'details',
      {open: true},
      stack([
        h('summary', {}, words.contents()),
        h(
          'ol',
          {role: 'list', ...(names.lang === undefined ? {} : inLanguage(page.language))},
          stack(nestHeadings(headings, renderEntry)),
        ),
      ]),
    ),
  );
}

function renderEditions({site, page, words, speaks}: Setting): Element | undefined {
  const editions = editionsOf(site, page);
  if (editions.length < 2) return undefined;
  return h(
    'nav',
    {className: 'editions', ariaLabel: words.edition(), ...inLanguage(speaks, page.language)},
    stack([
      h('p', {}, words.edition()),
      h(
        'ul',
        {role: 'list'},
        stack(
          editions.map((other) =>
            h(
              'li',
              {},
              h(
                'a',
                {href: wayTo(page.path, other.path), ...(other === page && {ariaCurrent: 'page'})},
                nameEdition(other.edition, words, speaks) || words.undated(),
              ),
            ),
          ),
        ),
      ),
    ]),
  );
}
