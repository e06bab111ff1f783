/**
 * What the letters of a clause say of it before any language is guessed: names only, or in another script than its
 * text is written in.
 */
import type {LanguageTag} from '../../../policy/bundle.js';
import {countSimplifiable} from '../../recognise/recognise-language.js';

/** In letters: what is shorter may be a name. */
const fewest = 20;
/** Chinese characters; of so many, Traditional ones always hold some that are simplified, nearly a third of them. */
const tellingHan = 30;

/** Addresses, and the names of settings, files and cookies: the same in every language. */
const identifiers = new RegExp(
  [
    '(?:https?:\\/\\/|www\\.)[!-~]+',
    '(?<![\\w.+-])[\\w.+-]+@[\\w.-]+',
    '(?<![a-zA-Z0-9])[a-zA-Z0-9]*(?:[._/:=\\\\][a-zA-Z0-9]+)+',
    '(?<![a-zA-Z0-9])[a-z]+(?:[A-Z][a-z0-9]+)+',
  ].join('|'),
  'gu',
);

const patterns = new Map<LanguageTag, RegExp | undefined>();

/** The letters that a language is written in; nothing where nobody could tell. */
export function lettersOf(language: LanguageTag): RegExp | undefined {
  if (!patterns.has(language)) patterns.set(language, patternOf(new Intl.Locale(language).maximize().script));
  return patterns.get(language);
}

function patternOf(script: string | undefined): RegExp | undefined {
  switch (script) {
    case undefined:
      return undefined;
    case 'Hans':
    case 'Hant':
      return /\p{sc=Han}/gu;
    case 'Jpan':
      return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
    case 'Kore':
      return /[\p{sc=Hangul}\p{sc=Han}]/gu;
    default:
      try {
        return new RegExp(`\\p{Script=${script}}`, 'gu');
      } catch {
        // A mixture or a code that has no pattern.
        return undefined;
      }
  }
}

const count = (words: string, pattern: RegExp): number => words.match(pattern)?.length ?? 0;

/** An English sentence in an Arabic text, or an Arabic one in an English text. */
export function isInOtherScript(words: string, language: LanguageTag): boolean {
  const pattern = lettersOf(language);
  const said = words.replace(identifiers, ' ');
  const letters = count(said, /\p{L}/gu);
  return (
    pattern !== undefined &&
    letters >= (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(said) ? fewest / 2 : fewest) &&
    count(said, pattern) < letters * 0.2 &&
    !isNames(words)
  );
}

/** Addresses and lists of firms are the same in every language: most of their words have a capital or a digit. */
export function isNames(words: string): boolean {
  const plain = words.replace(/(?<!\S)\S+@\S+|(?:https?:\/\/|www\.)\S+/gu, 'Address');
  const all = plain.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’&-]*/gu) ?? [];
  // What is written in capitals throughout may say anything.
  if (all.length === 0 || !/\p{Ll}/u.test(plain)) return false;
  return all.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length >= all.length * 0.6;
}

/** The other script of Chinese, where a clause is in it and its text is not. */
export function otherChinese(words: string, language: LanguageTag): 'zh-Hans' | 'zh-Hant' | undefined {
  const {language: base, script} = new Intl.Locale(language).maximize();
  if (base !== 'zh' || language === 'zh') return undefined;
  const {han, changed} = countSimplifiable(words);
  if (han < tellingHan) return undefined;
  if (script === 'Hant') return changed === 0 ? 'zh-Hans' : undefined;
  return script === 'Hans' && changed > han * 0.1 ? 'zh-Hant' : undefined;
}
