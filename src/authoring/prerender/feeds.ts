/**
 * What is new, for whoever follows: the editions whose day is known, in one language, as Atom (RFC 4287) and as JSON
 * Feed (1.1). An entry's id is the address that its page has for good, once a newer edition has taken over the main
 * one.
 */
import type {Bundle, LanguageTag} from '../../policy/bundle.js';
import {formatDate, wording} from '../../policy/language.js';
import {localize} from '../../words/localize.js';
import {attribute, escapeText, writable} from '../xml/write.js';
import {indexPath, type Listed} from './pages.js';
import {sayEdition, speaksOn} from './render-article.js';

/** The newest; nobody reads on. */
const mostEntries = 100;

export const atomPath = (language: LanguageTag): string => `feeds/${language}.xml`;
export const jsonFeedPath = (language: LanguageTag): string => `feeds/${language}.json`;

/** The languages that have an edition whose day is known. */
export const feedLanguages = (pages: readonly Listed[]): readonly LanguageTag[] => [
  ...new Set(pages.filter(({edition}) => edition.effective !== undefined).map(({language}) => language)),
];

interface Entry {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  /** In the interface's language. */
  readonly summary: string;
  /** A feed needs a time: the day's beginning, in the time zone that stands for all. */
  readonly time: string;
}

const entriesOf = (pages: readonly Listed[], language: LanguageTag, base: string): readonly Entry[] =>
  pages
    .flatMap(({language: own, edition, policy, path, title}) =>
      own === language && edition.effective !== undefined
        ? [{day: edition.effective, edition, policy, path, title}]
        : [],
    )
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, mostEntries)
    .map(({day, edition, policy, path, title}) => ({
      id: new URL(`${policy.id}/${edition.id}/${language}.html`, base).href,
      address: new URL(path, base).href,
      title: `${title} · ${formatDate(day, language)}`,
      summary: localize(speaksOn(language), (words) => sayEdition(edition, words, speaksOn(language))),
      time: `${day}T00:00:00Z`,
    }));

export interface Followed {
  readonly bundle: Bundle;
  readonly pages: readonly Listed[];
  /** The address of the folder of all pages. */
  readonly base: string;
}

/** The words of the language must be loaded. */
export function renderAtom({bundle, pages, base}: Followed, language: LanguageTag): string {
  const entries = entriesOf(pages, language, base);
  const title = wording(bundle.title, language, bundle.languages);
  const author = wording(bundle.publisher ?? bundle.title, language, bundle.languages).text;
  const text = (name: string, value: string, lang: LanguageTag): string =>
    `<${name}${lang === language ? '' : ` xml:lang=${attribute(lang)}`}>${escapeText(writable(value))}</${name}>`;
  const own = new URL(atomPath(language), base).href;
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang=${attribute(language)}>`,
    `  <id>${escapeText(own)}</id>`,
    `  ${text('title', title.text, title.language)}`,
    `  <updated>${entries[0]?.time ?? ''}</updated>`,
    `  <author><name>${escapeText(writable(author))}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href=${attribute(own)}/>`,
    `  <link rel="alternate" type="text/html" href=${attribute(new URL(indexPath, base).href)}/>`,
    ...entries.flatMap((entry) => [
      '  <entry>',
      `    <id>${escapeText(entry.id)}</id>`,
      `    ${text('title', entry.title, language)}`,
      `    <updated>${entry.time}</updated>`,
      `    <published>${entry.time}</published>`,
      `    <link rel="alternate" type="text/html" hreflang=${attribute(language)} href=${attribute(entry.address)}/>`,
      `    ${text('summary', entry.summary, speaksOn(language))}`,
      '  </entry>',
    ]),
    '</feed>',
  ].join('\n')}\n`;
}

/** The words of the language must be loaded. */
export function renderJsonFeed({bundle, pages, base}: Followed, language: LanguageTag): string {
  const author = bundle.publisher && wording(bundle.publisher, language, bundle.languages).text;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: wording(bundle.title, language, bundle.languages).text,
    home_page_url: new URL(indexPath, base).href,
    feed_url: new URL(jsonFeedPath(language), base).href,
    language,
    ...(author !== undefined && {authors: [{name: author}]}),
    items: entriesOf(pages, language, base).map(({id, address, title, summary, time}) => ({
      id,
      url: address,
      title,
      content_text: summary,
      date_published: time,
    })),
  };
  return `${JSON.stringify(feed, undefined, 2)}\n`;
}
