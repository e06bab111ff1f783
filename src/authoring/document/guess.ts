/** What import believes of a text: a value, what it was read from, and what settles it where it may be wrong. */
import type {LanguageTag} from '../../policy/bundle.js';

export interface Guess<T> {
  readonly value: T;
  /** What it was read from, in words for the report. */
  readonly why: string;
  /** Absent when import is sure. */
  readonly doubt?: Doubt;
}

/** One thing that import is unsure of. */
export interface Doubt {
  /** One sentence. */
  readonly message: string;
  /** The option or the edit that settles it. */
  readonly remedy: string;
  /** The line of the imported file, from 1. */
  readonly line?: number;
  /** Where it is in a file that has no lines: under “Berths”, paragraph 2. */
  readonly place?: string;
}

/** Words that differ by language, by its tag without script or region: `zh` serves `zh-Hant` too. */
export type WordsByLanguage<T> = Readonly<Record<string, T>>;

/** The entry for a language, or that of the language without its script and region. */
export function wordsFor<T>(words: WordsByLanguage<T>, language: LanguageTag): T | undefined {
  const base = language.split('-')[0] ?? language;
  // What Nynorsk has no words of its own for, Bokmål's mostly serve.
  return words[language] ?? words[base] ?? (base === 'nn' ? words['nb'] : undefined);
}

/** A pattern that matches the text and nothing else. */
export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * A pattern that matches the words whatever their capitals, in a pattern that ignores case: that one knows nothing of
 * the two kinds of i that Turkish has.
 */
export const wordPattern = (words: string, language: LanguageTag): string =>
  /^(?:tr|az)\b/.test(language) ? escapePattern(words).replace(/[iıİ]/giu, '[iıİ]') : escapePattern(words);

/** Whether a language is written without spaces between its words. */
export const isUnspaced = (language: LanguageTag): boolean => /^(?:zh|ja)\b/.test(language);
