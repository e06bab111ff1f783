/**
 * Import loses nothing, and this is the proof: the text that a bundle would show,
 * read back from the Markdown to be written, is the imported text to the last
 * letter and in order. White space does not count. The mark of a list item is
 * compared with the item it became: a bullet with a bullet, a number with its number.
 */
import type {Text} from '../../policy/bundle.js';
import {plainText, walk, wordsOf, type Part} from '../../policy/walk.js';

export interface Piece {
  readonly text: string;
  /** What a list shows before it. */
  readonly mark?: 'bullet' | number;
}

/** All that a reader sees of a text, in order. */
export const textPieces = (text: Text): Piece[] => [
  {text: text.title},
  ...walk(text).flatMap((part) => wordsOf(part).map((content) => ({text: plainText(content), ...markOf(part)}))),
];

function markOf({kind, around, index}: Part): Pick<Piece, 'mark'> {
  if (kind !== 'item' || around?.kind !== 'list') return {};
  const {start} = around.value;
  return {mark: start === undefined ? 'bullet' : start + index};
}

export type Comparison =
  | {
      readonly same: true;
      /** Code points, white space left out. */ readonly characters: number;
      /** How many of them are marks of list items. */ readonly marks: number;
    }
  | {
      readonly same: false;
      /** Offset in the imported text where it ceases to be the same. */ readonly at: number;
      readonly imported: string;
      readonly bundle: string;
    };

const blank = /[\s\p{White_Space}]/u;
const bulletMark = /^[•●▪◦‣∙◆■○·*\-–—+]/u;

/**
 * Compares the imported text with the pieces. `marked` says whether list marks are part of the imported text, as in
 * plain text.
 */
export function compareLetters(imported: string, pieces: readonly Piece[], marked: boolean): Comparison {
  const letters: {letter: string; at: number}[] = [];
  for (let at = 0; at < imported.length;) {
    const letter = String.fromCodePoint(imported.codePointAt(at) ?? 0);
    if (!blank.test(letter)) letters.push({letter, at});
    at += letter.length;
  }
  let next = 0;
  let marks = 0;
  const ahead = (count: number): string =>
    letters
      .slice(next, next + count)
      .map(({letter}) => letter)
      .join('');
  const differ = (bundle: string): Comparison => ({
    same: false,
    at: letters[next]?.at ?? imported.length,
    imported: ahead(30),
    bundle: [...bundle].slice(0, 30).join(''),
  });
  for (const {text, mark} of pieces) {
    const own = [...text].filter((letter) => !blank.test(letter));
    if (marked && mark !== undefined) {
      const found = mark === 'bullet' ? bulletMark.exec(ahead(1)) : new RegExp(`^${mark}[.)]`, 'u').exec(ahead(8));
      if (found === null) return differ(`${mark === 'bullet' ? '•' : `${mark}.`}${own.join('')}`);
      const length = [...found[0]].length;
      marks += length;
      next += length;
    }
    for (const [index, letter] of own.entries()) {
      if (letters[next]?.letter !== letter) return differ(own.slice(index).join(''));
      next++;
    }
  }
  return next === letters.length ? {same: true, characters: letters.length, marks} : differ('');
}
