/**
 * Many words and phrases, and the longest one that stands at a place: looked up by their first two letters, so that
 * thousands of them cost no more than the few that could stand there.
 */
import {foldText} from './fold.js';

export interface WordAt<T> {
  readonly value: T;
  readonly length: number;
  /** Whether what may follow the phrase follows it. */
  readonly isExtended: boolean;
}

interface Entry<T> {
  readonly text: string;
  /** Any letters may follow. */
  readonly open: boolean;
  readonly value: T;
}

export interface WordIndexOptions {
  /** Whether words stand together without spaces, so that one may end anywhere. */
  readonly unspaced: boolean;
  /** What may follow a word and belong to it, as a genitive -s does; sticky. */
  readonly ending?: RegExp;
}

export interface WordIndex<T> {
  /** The longest phrase of folded text that begins at a place and ends with a word; of several as long, the first. */
  longestAt(text: string, at: number): WordAt<T> | undefined;
}

const inWord = /[\p{L}\p{M}\p{N}]/uy;
const letters = /[\p{L}\p{M}]*/uy;

const isInWord = (text: string, at: number): boolean => {
  inWord.lastIndex = at;
  return inWord.test(text);
};

export function wordIndex<T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
  {unspaced, ending}: WordIndexOptions,
): WordIndex<T> {
  const byStart = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of phrases) {
    const folded = foldText(phrase.trim());
    const open = folded.endsWith('*');
    const text = open ? folded.slice(0, -1) : folded;
    if (text === '') continue;
    const key = text.slice(0, 2);
    const alike = byStart.get(key) ?? [];
    byStart.set(key, alike);
    alike.push({text, open, value});
  }
  /** The place where a phrase ends that begins at `at`, and where what belongs to it ends. */
  const endsOf = ({text: phrase, open}: Entry<T>, text: string, at: number): readonly [number, number] | undefined => {
    if (!text.startsWith(phrase, at)) return undefined;
    let end = at + phrase.length;
    if (unspaced) return [end, end];
    if (open) {
      letters.lastIndex = end;
      letters.test(text);
      const whole = letters.lastIndex;
      // Any letters may be the ending too: “company member*” in “company members’”.
      if (ending !== undefined && whole > end && text.charAt(whole - 1) === 's') return [whole - 1, whole];
      end = whole;
    }
    if (ending !== undefined) {
      ending.lastIndex = end;
      if (ending.test(text) && !isInWord(text, ending.lastIndex)) return [end, ending.lastIndex];
    }
    return isInWord(text, end) ? undefined : [end, end];
  };
  return {
    longestAt(text, at) {
      let best: WordAt<T> | undefined;
      for (const key of new Set([text.slice(at, at + 2), text.slice(at, at + 1)])) {
        for (const entry of byStart.get(key) ?? []) {
          const ends = endsOf(entry, text, at);
          if (ends !== undefined && ends[1] - at > (best?.length ?? 0))
            best = {value: entry.value, length: ends[1] - at, isExtended: ends[1] > ends[0]};
        }
      }
      return best;
    },
  };
}
