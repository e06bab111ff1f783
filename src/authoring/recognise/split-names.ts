/** Takes "A, B and C" apart, in each language's way of joining names. */
import type {LanguageTag} from '../../policy/bundle.js';
import {escapePattern, isUnspaced} from '../document/guess.js';
import {wordsOf} from '../vocabulary/language-words.js';

/** What stands between two names: a comma, a joining word, or both. For use inside a pattern with the flags `iu`. */
export function joinPattern(language: LanguageTag): string {
  const words = wordsOf(language)?.joins ?? wordsOf('en')?.joins ?? [];
  const longestFirst = [...words]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|');
  const comma = '\\s*[,，、;；،]\\s*';
  if (isUnspaced(language)) return `(?:${comma})?(?:${longestFirst})\\s*|${comma}`;
  // The Arabic "and" is written together with the word that follows it.
  const after = language.startsWith('ar') ? '\\s*' : '\\s+';
  return `(?:${comma}|\\s+)(?:${longestFirst})${after}|${comma}`;
}

export function splitNames(text: string, language: LanguageTag): string[] {
  return text
    .split(new RegExp(joinPattern(language), 'iu'))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
