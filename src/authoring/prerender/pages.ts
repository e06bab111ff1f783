/** Which pages a bundle makes, where each stands, and how one leads to another. */
import type {Bundle, Edition, Id, LanguageTag, Policy, Text, TextReference} from '../../policy/bundle.js';
import {isReference} from '../../policy/clauses.js';
import {newestFirst} from '../../policy/editions.js';
import {lookup} from '../../policy/language.js';
import {groupBy} from '../collections/group.js';

/** One text of one policy, to have a page of its own. */
export interface Listed {
  readonly policy: Policy;
  readonly edition: Edition;
  readonly language: LanguageTag;
  readonly title: string;
  /**
   * From the folder of all pages: `labs/en.html`. Nothing but ids, days and language tags, so no part of it needs
   * escaping.
   */
  readonly path: string;
  /** Whether no newer edition is in this language. Newer editions take over its address. */
  readonly isNewest: boolean;
}

/** With the text itself. */
export interface Page extends Listed {
  readonly text: Text;
}

/** Everything that a page can lead to: all pages of its policy, and perhaps of others. */
export interface Site {
  readonly bundle: Bundle;
  /** By policy, then newest first, then in the bundle's order of languages. */
  readonly pages: readonly Page[];
  /** Those of all policies, which texts may lead to. */
  readonly listed: readonly Listed[];
  /** The address of the folder of all pages, ending in a slash; absent where it is not known. */
  readonly base: string | undefined;
  /** The languages in which new editions can be followed. */
  readonly feeds?: readonly LanguageTag[];
}

/** The same without the texts themselves, which the list of all pages can do without. */
export interface Index extends Omit<Site, 'pages' | 'listed'> {
  readonly pages: readonly Listed[];
}

export const indexPath = 'index.html';
export const stylesPath = 'policy.css';

/** All texts of a bundle, those too that are in files of their own. */
export const listTexts = (bundle: Bundle): readonly (Listed & {readonly text: Text | TextReference})[] =>
  bundle.policies.flatMap((policy) => {
    const taken = new Set<LanguageTag>();
    const editions = newestFirst(policy.editions);
    return editions.flatMap((edition) => {
      const pages = bundle.languages.flatMap((language) => {
        const text = Object.hasOwn(edition.texts, language) ? edition.texts[language] : undefined;
        if (text === undefined) return [];
        const isNewest = !taken.has(language);
        const path = `${policy.id}/${isNewest ? '' : `${edition.id}/`}${language}.html`;
        return [{policy, edition, language, title: text.title, text, path, isNewest}];
      });
      for (const {language} of pages) taken.add(language);
      return pages;
    });
  });

/** The pages of a bundle whose texts are all loaded. */
export const listPages = (bundle: Bundle): Page[] =>
  listTexts(bundle).flatMap(({text, ...rest}) => (isReference(text) ? [] : [{...rest, text}]));

/** Where the text stands that is to be pasted into another page. */
export const fragmentPath = ({path}: Listed): string => path.replace(/html$/, 'fragment.html');

/** Pages by policy. All of a site's are looked through once, not once for each of thousands of pages. */
function byPolicy<T extends Listed>(): (pages: readonly T[], id: Id) => readonly T[] {
  const known = new WeakMap<readonly T[], ReadonlyMap<Id, readonly T[]>>();
  return (pages, id) => {
    const groups = known.get(pages) ?? groupBy(pages, ({policy}) => policy.id);
    known.set(pages, groups);
    return groups.get(id) ?? [];
  };
}

const pagesIn = byPolicy<Page>();
const listedIn = byPolicy<Listed>();

const pagesOf = ({pages}: Site, {id}: Policy): readonly Page[] => pagesIn(pages, id);

/** The newest page of a policy in a language. */
export const newestIn = (site: Site, policy: Policy, language: LanguageTag): Page | undefined =>
  pagesOf(site, policy).find((page) => page.isNewest && page.language === language);

/** The page that tells of a policy to a reader of a language. */
export const pageAbout = ({listed}: Site, id: Id, language: LanguageTag): Listed | undefined => {
  const pages = listedIn(listed, id).filter(({isNewest}) => isNewest);
  const tag = lookup(
    language,
    pages.map((page) => page.language),
  );
  return pages.find((page) => page.language === tag) ?? pages[0];
};

/**
 * The same text in every language, this one too, in the bundle's order: what `hreflang` tells
 * of. Search engines believe it only where each page names all the others, so a text of an
 * older edition that still stands at a policy's main address counts to the newest.
 */
export const alternates = (site: Site, page: Page): readonly Page[] => {
  const group = pagesOf(site, page.policy).filter(
    (other) => other.isNewest === page.isNewest && (page.isNewest || other.edition.id === page.edition.id),
  );
  return site.bundle.languages.flatMap((language) => group.filter((other) => other.language === language));
};

/** The other languages of the same edition, wherever they stand. */
export const translations = (site: Site, page: Page): readonly Page[] =>
  pagesOf(site, page.policy).filter((other) => other !== page && other.edition.id === page.edition.id);

/** All editions in the page's language, newest first. */
export const editionsOf = (site: Site, page: Page): readonly Page[] =>
  pagesOf(site, page.policy).filter((other) => other.language === page.language);

/** From one page to another, for links that hold wherever the folder is put. */
export const wayTo = (from: string, to: string): string => `${'../'.repeat(from.split('/').length - 1)}${to}`;

/** A page's address for machines: absolute where the base is known. */
export const addressOf = ({base}: Pick<Site, 'base'>, from: string, to: string): string =>
  base === undefined ? wayTo(from, to) : new URL(to, base).href;
