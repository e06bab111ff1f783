/** Which product a text is about, by its title, and which others it says that it also covers. */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {escapePattern, isUnspaced, wordsFor, type WordsByLanguage} from './guess.js';
import {splitNames} from './split-names.js';

/** What a title says besides the product's name, longest first. */
const policyNouns: WordsByLanguage<readonly string[]> = {
  en: ['privacy and cookie policy', 'privacy policy', 'privacy notice', 'privacy statement', 'data protection policy', 'data protection notice', 'policy'],
  sv: ['sekretesspolicy', 'integritetspolicy', 'personuppgiftspolicy', 'dataskyddspolicy', 'integritetsmeddelande', 'policy för personuppgifter'],
  nb: ['retningslinjer for personvern', 'personvernerklæring', 'personvernpolicy', 'personvernregler'],
  nn: ['retningslinjer for personvern', 'personvernerklæring'],
  da: ['databeskyttelsespolitik', 'privatlivspolitik', 'persondatapolitik', 'politik for databeskyttelse', 'persondataerklæring'],
  nl: ['privacybeleid', 'privacyverklaring', 'privacyreglement', 'privacystatement'],
  zh: ['隱私權政策', '隱私政策', '隱私權聲明', '個人資料保護政策', '隐私权政策', '隐私政策', '隐私声明'],
  ar: ['سياسة خصوصية', 'سياسة الخصوصية', 'إشعار الخصوصية', 'بيان الخصوصية', 'سياسة حماية البيانات'],
};

/** Small words between a policy noun and a name: "privacy policy of X", "personvernerklæring for X". */
const linkingWords: WordsByLanguage<readonly string[]> = {
  en: ['for the', 'of the', 'for', 'of', 'the'],
  sv: ['för', 'hos', 'av'],
  nb: ['for', 'hos', 'i'],
  nn: ['for', 'hos', 'i'],
  da: ['for', 'hos', 'i'],
  nl: ['van de', 'van het', 'van', 'voor', 'bij'],
  zh: ['的', '之'],
  ar: ['الخاصة بـ', 'الخاصة ب', 'لدى', 'لـ', 'ل'],
};

/** What leads into the names of products that are covered too. */
const coverPhrases: WordsByLanguage<readonly string[]> = {
  en: ['also applies to', 'also covers', 'applies also to', 'also apply to'],
  sv: ['gäller även för', 'gäller också för', 'omfattar även', 'omfattar också', 'gäller även', 'gäller också'],
  nb: ['gjelder også for', 'omfatter også', 'dekker også', 'gjelder også'],
  nn: ['gjeld òg for', 'gjeld også for', 'omfattar òg'],
  da: ['gælder også for', 'omfatter også', 'dækker også', 'gælder også', 'gælder ligeledes for'],
  nl: ['is ook van toepassing op', 'geldt ook voor', 'is tevens van toepassing op', 'geldt eveneens voor'],
  zh: ['也適用於', '亦適用於', '同時適用於', '也适用于', '亦适用于', '同时适用于'],
  ar: ['تنطبق أيضا على', 'تنطبق أيضًا على', 'تسري أيضا على', 'تسري أيضًا على', 'تشمل أيضا', 'تشمل أيضًا'],
};

export interface ProductNames {
  /** As the title has it: "Fjord och Powered by Fjord". */
  readonly name: string;
  /** The names it joins. The first one is the product's own. */
  readonly parts: readonly [string, ...string[]];
  /** Whether there was a name, and not only the word for a policy. */
  readonly isNamed: boolean;
}

/** The product that a title names, or the whole title where there is no word for a policy in it. */
export function readTitle(title: string, language: LanguageTag): ProductNames {
  const nouns = [...wordsFor(policyNouns, language) ?? [], ...policyNouns['en'] ?? []].map(escapePattern).join('|');
  const links = (wordsFor(linkingWords, language) ?? []).map(escapePattern).join('|');
  const space = isUnspaced(language) ? '\\s*' : '\\s+';
  const name = title.trim()
    .replace(new RegExp(`[\\s:：–—-]*(?<!\\p{L})(?:${links === '' ? '(?!)' : links})?\\s*(?:${nouns})[.。]?$`, 'iu'), '')
    .replace(new RegExp(`^(?:${nouns})\\s*[:：–—-]?\\s*(?:(?:${links === '' ? '(?!)' : links})${language.startsWith('ar') ? '\\s*' : space})?`, 'iu'), '')
    .replace(/(?:['’]s|['’])$/u, '')
    .trim();
  const whole = name === '' ? title.trim() : name;
  const [first = whole, ...others] = splitNames(whole, language);
  return {name: whole, parts: [first, ...others], isNamed: name !== ''};
}

/** The names of products that the first paragraphs say are covered too, as the text has them. */
export function readCovers(paragraphs: readonly string[], language: LanguageTag): string[] {
  const phrases = wordsFor(coverPhrases, language) ?? [];
  if (phrases.length === 0) return [];
  const lead = new RegExp(`(?:${phrases.map(escapePattern).join('|')})\\s*(?:[^:：.。]{0,60}[:：])?\\s*([^.。]+)`, 'giu');
  const names = paragraphs.flatMap((paragraph) =>
    [...paragraph.matchAll(lead)].flatMap(([, list = '']) => splitNames(list, language)));
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

const letters: Readonly<Record<string, string>> = {æ: 'ae', ø: 'o', ß: 'ss', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i'};

/** A name as an id: `quayside-studios`. Empty where no Latin letter or digit is in it. */
export function toId(name: string): Id {
  return name.toLowerCase().normalize('NFKD')
    .replace(/[æøßœđðþłı]/gu, (letter) => letters[letter] ?? letter)
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}
