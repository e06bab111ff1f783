/**
 * Finds phrases in a text, whatever its capitals, accents' encoding, kind of hyphen
 * or white space, as whole words in scripts that have spaces.
 *
 * By hand rather than with one large regular expression: with the classes of letters
 * that word boundaries need, that took half a second per language to prepare.
 */
import {fold} from './fold.js';

export interface Found<T> {
  /** Offsets in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

interface Phrase<T> {
  readonly value: T;
  /** Between them stand stars. */
  readonly parts: readonly string[];
  readonly starFirst: boolean;
}

/**
 * What finds every occurrence of every phrase, overlapping ones too. `*` is any letters, at the beginning or end of a
 * word.
 */
export function phraseFinder<T>(
  phrases: readonly {readonly phrase: string; readonly value: T}[],
): (text: string) => Found<T>[] {
  const byStart = new Map<string, Phrase<T>[]>();
  for (const {phrase, value} of phrases) {
    const folded = fold(phrase.trim()).text;
    const starFirst = folded.startsWith('*');
    const parts = folded.slice(starFirst ? 1 : 0).split('*');
    const [first = ''] = parts;
    if (first === '') continue;
    const alike = byStart.get(first.slice(0, 2)) ?? [];
    byStart.set(first.slice(0, 2), alike);
    alike.push({value, parts, starFirst});
  }
  return (original) => {
    const {text, starts} = fold(original);
    const found: Found<T>[] = [];
    for (let at = 0; at < text.length; at++) {
      for (const key of new Set([text.slice(at, at + 2), text.charAt(at)])) {
        for (const phrase of byStart.get(key) ?? []) {
          const match = matchAt(text, at, phrase);
          const [start, end] = match === undefined ? [] : [starts[match.start], starts[match.end]];
          if (start !== undefined && end !== undefined && end > start) found.push({start, end, value: phrase.value});
        }
      }
    }
    return found;
  };
}

/** In letters, so that a text of one endless word is not read again from each of them. */
const longestWord = 80;

function matchAt<T>(text: string, at: number, {parts, starFirst}: Phrase<T>): {start: number; end: number} | undefined {
  let start = at;
  const begins = unspaced.test(after(text, at)) || !wordCharacter.test(before(text, at));
  // Before the letters that a star stands for are counted: else a text of one word would be counted from each of them.
  if (!starFirst && !begins) return undefined;
  if (starFirst)
    while (start > 0 && at - start < longestWord && letter.test(before(text, start)))
      start -= before(text, start).length;
  let end = at;
  for (const [index, part] of parts.entries()) {
    const from = end;
    if (index > 0) while (end - from < longestWord && letter.test(after(text, end))) end += after(text, end).length;
    if (!text.startsWith(part, end)) return undefined;
    end += part.length;
  }
  const isWhole =
    (unspaced.test(after(text, start)) || !wordCharacter.test(before(text, start))) &&
    (unspaced.test(before(text, end)) || !wordCharacter.test(after(text, end)));
  return isWhole ? {start, end} : undefined;
}

const letter = /^[\p{L}\p{M}]/u;
const wordCharacter = /^[\p{L}\p{M}\p{N}]/u;
/** Where scripts write no spaces between words, a phrase may stand anywhere. */
const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The character that begins at an offset, and the one that ends there; empty at the edges. */
const after = (text: string, offset: number): string =>
  String.fromCodePoint(...[text.codePointAt(offset)].filter((point) => point !== undefined));
const before = (text: string, offset: number): string =>
  /[\udc00-\udfff]/.test(text.charAt(offset - 1)) ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
