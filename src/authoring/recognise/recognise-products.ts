/**
 * Which product a text is about and what kind of policy it is, by its title, and which others it says that it also
 * covers.
 */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {joinPattern, splitNames} from './split-names.js';
import {audienceEntries} from '../vocabulary/vocabulary.js';
import {isUnderstood, readRoles, type RoleReader} from './recognise-audiences.js';
import {anybody, rolesBesideName, type RolesBesideName} from './title-roles.js';
import {escapePattern, isUnspaced, wordPattern} from '../document/guess.js';
import {wordsIn} from '../vocabulary/language-words.js';

/** What is no kind of its own: a policy on privacy is named after its product alone. */
const ordinaryKind = 'privacy';

export interface ProductNames {
  /** As the title has it: "Fjord och Powered by Fjord". */
  readonly name: string;
  /** The names it joins. The first one is the product's own. */
  readonly parts: readonly [string, ...string[]];
  /** Whether there was a name, and not only the word for a policy. */
  readonly isNamed: boolean;
  /** Whom the text is for, where the title names them: "Employee privacy notice". */
  readonly audiences?: readonly Id[];
  /** Whose text for them it is, where the title names that beside them. */
  readonly owner?: string;
  /** What the policy is about, other than privacy, and the words that say so. */
  readonly kind?: {readonly id: Id; readonly words: string};
}

/** The product that a title names, or the whole title where there is no word for a policy in it. */
export function readTitle(title: string, language: LanguageTag): ProductNames {
  const {before, after, kinds} = wordsOfTitles(language);
  const trimmed = title.trim();
  const said = after.exec(trimmed) ?? before.exec(trimmed);
  const words = said?.groups?.['words']?.trim() ?? '';
  const found = [...words.matchAll(kinds.pattern)].map(([noun]) => kinds.of(noun));
  const [kind] = found.includes(ordinaryKind) ? [] : found;
  const name = (said === null ? trimmed : trimmed.slice(0, said.index) + trimmed.slice(said.index + said[0].length))
    .replace(/(?:['’]s|['’])$/u, '')
    .trim();
  const whole = name === '' ? trimmed : name;
  const audiences = name === '' ? [] : audiencesOfTitle(trimmed, name, language);
  if (audiences.length > 0)
    return {
      name: trimmed,
      parts: [trimmed],
      isNamed: true,
      audiences,
      ...(kind !== undefined && {kind: {id: kind, words}}),
    };
  const [first = whole, ...others] = splitNames(whole, language);
  const beside = audiencesBesideName(trimmed, language);
  return {
    name: whole,
    parts: [first, ...others],
    isNamed: name !== '',
    ...(beside !== undefined && {audiences: beside.ids, owner: beside.name}),
    ...(kind !== undefined && {kind: {id: kind, words}}),
  };
}

/** Whom a title names, where it names nobody and nothing else. */
function audiencesOfTitle(title: string, name: string, language: LanguageTag): readonly Id[] {
  const inOwn = (tag: LanguageTag): readonly Id[] => {
    const reader: RoleReader = {language: tag, audiences: audienceEntries([tag]), own: [], products: []};
    const roles = [name, title].map((words) => readRoles(words, reader)).find(isUnderstood);
    return roles?.ids ?? [];
  };
  const own = inOwn(language);
  const ids = own.length > 0 ? own : inOwn('en');
  return ids.some((id) => anybody.has(id)) ? [] : ids;
}

/** Whom a title names beside a name, around the longest of the words that say what it is. */
function audiencesBesideName(title: string, language: LanguageTag): RolesBesideName | undefined {
  const [said] = [...title.matchAll(wordsOfTitles(language).kinds.pattern)].sort((a, b) => b[0].length - a[0].length);
  if (said === undefined) return undefined;
  return rolesBesideName(title.slice(0, said.index), title.slice(said.index + said[0].length), language);
}

interface TitleWords {
  /** The words for a policy at a title's end, with what leads into them, and at its beginning. */
  readonly after: RegExp;
  readonly before: RegExp;
  readonly kinds: {readonly pattern: RegExp; readonly of: (noun: string) => Id};
}

const wordsByLanguage = new Map<LanguageTag, TitleWords>();

function wordsOfTitles(language: LanguageTag): TitleWords {
  const made = wordsByLanguage.get(language) ?? makeTitleWords(language);
  wordsByLanguage.set(language, made);
  return made;
}

function makeTitleWords(language: LanguageTag): TitleWords {
  // A title may be English above a text that is not, and Bokmål above one in Nynorsk.
  const tables = [...new Set([...wordsIn(language), ...wordsIn('en')])].map(({kinds}) => kinds);
  const byKind = tables.flatMap((kinds) =>
    Object.entries(kinds).flatMap(([id, nouns]) =>
      nouns.map((noun) => {
        const pattern = asPattern(noun, language);
        return {id, noun, pattern, whole: new RegExp(`^${pattern}$`, 'iu')};
      }),
    ),
  );
  // The longest first: "terms of use" are not "terms".
  const nouns = byKind
    .sort((one, other) => other.noun.length - one.noun.length)
    .map(({pattern}) => pattern)
    .join('|');
  const links = wordsIn(language).flatMap(({titles}) => titles.links);
  const unspaced = isUnspaced(language);
  const space = language.startsWith('ar') || unspaced ? '\\s*' : '\\s+';
  const [starts, ends] = unspaced ? ['', ''] : ['(?<!\\p{L})', '(?!\\p{L})'];
  // "Terms of use and privacy policy", "Data processing agreement (DPA)".
  const words = `(?<words>(?:${nouns})(?:(?:${joinPattern(language)})(?:${nouns}))*)${ends}(?:\\s*\\(\\p{Lu}{2,5}\\))?`;
  const leading = links.map((link) => asPattern(link, language)).join('|') || '(?!)';
  const following =
    links.map((link) => asPattern(link, language) + (link.endsWith("'") ? '' : space)).join('|') || '(?!)';
  return {
    after: new RegExp(`[\\s:：|·–—-]*${starts}(?:${leading})?\\s*${words}[.。]?$`, 'iu'),
    before: new RegExp(`^${words}\\s*[:：|·–—-]?\\s*(?:${following})?`, 'iu'),
    kinds: {
      pattern: new RegExp(nouns, 'giu'),
      of: (noun) => byKind.find(({whole}) => whole.test(noun))?.id ?? ordinaryKind,
    },
  };
}

/** White space and apostrophes of every kind. */
const asPattern = (words: string, language: LanguageTag): string =>
  wordPattern(words, language).replace(/\s+/gu, '\\s+').replaceAll("'", "['’]");

/** The names of products that the first paragraphs say are covered too, as the text has them. */
export function readCovers(paragraphs: readonly string[], language: LanguageTag): string[] {
  const phrases = wordsIn(language).flatMap(({titles}) => titles.covers);
  if (phrases.length === 0) return [];
  const lead = new RegExp(
    `(?:${phrases.map(escapePattern).join('|')})\\s*(?:[^:：.。]{0,60}[:：])?\\s*([^.。]+)`,
    'giu',
  );
  const names = paragraphs.flatMap((paragraph) =>
    [...paragraph.matchAll(lead)].flatMap(([, list = '']) => splitNames(list, language)),
  );
  return [...new Set(names.filter((name) => isName(name)))];
}

/** A product's name is short and, where there are capitals, starts with one or with a digit. */
function isName(text: string): boolean {
  return text.length <= 60 && text.split(/\s+/u).length <= 6 && !/^\p{Ll}/u.test(text);
}

/** The brand's words that a name starts with and other names start with too: "Fjord" of "Fjord Labs". */
export function sharedBrand(name: string, others: readonly string[]): string {
  const beginnings = beginningsOf.get(others) ?? findBeginnings(others);
  beginningsOf.set(others, beginnings);
  const words = name.split(/\s+/u);
  let shared = 0;
  while (shared < words.length - 1) {
    const names = beginnings.get(beginning(words, shared + 1));
    if (names === undefined || (names.length === 1 && names[0] === name)) break;
    shared++;
  }
  return words.slice(0, shared).join(' ');
}

/** For each beginning of a name in whole words, up to two of the names that begin so. More make no difference. */
type Beginnings = ReadonlyMap<string, readonly string[]>;

/** Thousands of names are compared with one another: each list is looked through once. */
const beginningsOf = new WeakMap<readonly string[], Beginnings>();

const beginning = (words: readonly string[], count: number): string => words.slice(0, count).join(' ').toLowerCase();

function findBeginnings(names: readonly string[]): Beginnings {
  const found = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const words = name.split(/\s+/u);
    for (let count = 1; count <= words.length; count++) {
      const key = beginning(words, count);
      const alike = found.get(key) ?? [];
      if (alike.length < 2) alike.push(name);
      found.set(key, alike);
    }
  }
  return found;
}

const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  ß: 'ss',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** A name as an id: `quayside-studios`. Empty where no Latin letter or digit is in it. */
export function toId(name: string): Id {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[æøßœđðþłı]/gu, (letter) => letters[letter] ?? letter)
    .replace(/\p{M}+/gu, '')
    .replace(/['’\u00ad\u200b]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/gu, '');
}
