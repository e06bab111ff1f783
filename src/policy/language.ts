/** Finding the language a reader means among the languages there are, and naming it. */

import type {LanguageTag, Localized} from './bundle.js';

interface Likely {
  readonly tag: string;
  readonly language: string;
  readonly script: string;
  readonly region: string;
  /** Whether the tag itself named its region. */
  readonly regional: boolean;
}

const known = new Map<LanguageTag, Likely>();

/**
 * A tag with what is likely filled in (Unicode TR35, likely subtags): `zh-TW` is
 * `zh-Hant-TW`. Tags that Intl.Locale refuses (`i-klingon`, `x-private`) stand for
 * themselves alone.
 */
const likely = (given: LanguageTag): Likely => {
  let found = known.get(given);
  if (!found) {
    const tag = given.replaceAll('_', '-');
    const lower = tag.toLowerCase();
    found = {tag: lower, language: lower, script: '', region: '', regional: false};
    try {
      const locale = new Intl.Locale(tag);
      const {language, script = '', region = ''} = locale.maximize();
      found = {tag: lower, language, script, region, regional: !!locale.region};
    } catch {
      // Not a tag that Intl knows: comparing it letter for letter is all one can do.
    }
    known.set(given, found);
  }
  return found;
};

/** `no` is the macrolanguage of both; in practice it means Bokmål (ISO 639-3). */
const norwegian = ['no', 'nb', 'nn'];

/** 0: another language. More is closer. */
const closeness = (asked: Likely, offered: Likely): number => {
  if (asked.tag === offered.tag) return 9;
  if (asked.script !== offered.script) return 0;
  const kinship =
    asked.language === offered.language
      ? 6
      : norwegian.includes(asked.language) && norwegian.includes(offered.language)
        ? offered.language === 'nn' || asked.language === 'nn'
          ? 0.1
          : 3
        : 0;
  if (!kinship) return 0;
  return kinship + (!offered.regional ? 1 : offered.region === asked.region ? 2 : 0);
};

/**
 * The language of `available` that answers `asked`, or nothing.
 *
 * RFC 4647 §3.4 (lookup) with two additions: a text in another script is no match
 * (`zh-TW` and `zh-HK` find `zh-Hant`, never `zh-Hans`), and where only a more
 * regional text exists it answers the plain tag (`nl` finds `nl-BE`).
 */
export const lookup = (asked: LanguageTag, available: readonly LanguageTag[]): LanguageTag | undefined => {
  const wanted = likely(asked);
  let best: LanguageTag | undefined;
  let most = 0;
  for (const tag of available) {
    const score = closeness(wanted, likely(tag));
    if (score > most) [best, most] = [tag, score];
  }
  return best;
};

/** A wording and the language it is in, which may not be the one asked for. */
export interface Wording {
  readonly text: string;
  readonly language: LanguageTag;
}

/** The wording for a reader of `language`; where there is none, the first of `fallbacks` that exists, then any. */
export const wording = (names: Localized, language: LanguageTag, fallbacks: readonly LanguageTag[] = []): Wording => {
  const available = Object.keys(names);
  const found =
    lookup(language, available) ?? fallbacks.find((tag) => Object.hasOwn(names, tag)) ?? available[0] ?? language;
  return {text: names[found] ?? '', language: found};
};

/** Right-to-left scripts in use today, ISO 15924. */
const rightToLeft = /^(?:Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/;

/** The base direction of a text in this language (HTML `dir`). */
export const direction = (language: LanguageTag): 'ltr' | 'rtl' =>
  rightToLeft.test(likely(language).script) ? 'rtl' : 'ltr';

/** A tag that Intl accepts, for dates, numbers and names in that language. */
export const intl = (language: LanguageTag): string => (likely(language).script ? language.replaceAll('_', '-') : 'en');

/** A language's name as it stands inside a sentence: in Danish, Norwegian Bokmål is `norsk bokmål`. */
export const languageName = (language: LanguageTag, within: LanguageTag): string => {
  try {
    // DisplayNames alone refuses `zh_Hant`, and names what is no language: `x-private` is "root".
    const {baseName} = new Intl.Locale(language.replaceAll('_', '-'));
    return new Intl.DisplayNames([intl(within)], {type: 'language'}).of(baseName) ?? language;
  } catch {
    // A tag that Intl refuses has no name but itself.
    return language;
  }
};

/**
 * A language's name in itself, as at the start of a line: `Norsk bokmål`. `names`: what a bundle calls its languages;
 * what it leaves out the engine names. Georgian begins no line with a capital, though Unicode has some.
 */
export const ownName = (language: LanguageTag, names: Localized = {}): string =>
  (Object.hasOwn(names, language) && names[language]) ||
  languageName(language, language).replace(/^[^ა-ჿ]/, (first) => first.toUpperCase());

/** A day as this language writes it in full: `12 July 2019`. A day has no time zone, hence UTC on both sides. */
export const formatDate = (day: string, language: LanguageTag): string =>
  new Date(day).toLocaleDateString(intl(language), {dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory'});

export const formatNumber = (number: number, language: LanguageTag): string => number.toLocaleString(intl(language));
