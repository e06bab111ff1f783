/**
 * Letters that a program read in the wrong encoding: UTF-8 taken for Windows-1252 makes “Ã©” of “é” and “â€™” of “’”.
 */
import {error, type Finding} from '../../findings/finding.js';
import type {CheckedWording} from '../texts/checked-text.js';

/** What Windows-1252 has for the bytes 80 to 9F; a dot where it has nothing. */
const special = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** The character that a control of the second set would be in Windows-1252. */
export function windows1252(control: string): string | undefined {
  const character = special.charAt((control.codePointAt(0) ?? 0) - 0x80);
  return character === '' || character === '.' ? undefined : character;
}

/** A byte after the first, as it was misread. */
const next = `[\\u0080-\\u00bf${special.replaceAll('.', '')}]`;
/** Where text goes on after a capital, quotes, dashes and hard spaces stand too: »Å« is no “ū”. */
const firm = `(?![«»“”‘’…–—\\u00a0])${next}`;
/**
 * Two bytes made one letter of the West, several in a row those of Arabic, Greek, Hebrew or
 * Cyrillic; three bytes made punctuation, or letters of the East, of which a word has several.
 */
const misread = new RegExp(
  [`â€${next}`, `[ÃÂÅÄ]${firm}`, `Â\\u00a0`, `(?:[ÎÏÐÑ×ØÙ]${next}){2,}`, `(?:[ã-é]${next}{2}){2,}`].join('|'),
  'gu',
);

export const findGarbled = (wording: CheckedWording): Finding[] =>
  [...wording.words.matchAll(misread)].flatMap(({0: found, index}) => {
    const meant = reread(found);
    return meant === undefined
      ? []
      : [
          error(
            'garbled',
            wording.at(index, index + found.length),
            `“${found}” was “${meant}” before a program read it in the wrong encoding. ` +
              'Save the source as UTF-8 and bring the text in again, or correct it here.',
          ),
        ];
  });

/** As UTF-8, if it can be that. */
function reread(found: string): string | undefined {
  const bytes = [...found].map((character) => {
    const at = character === '.' ? -1 : special.indexOf(character);
    return at === -1 ? (character.codePointAt(0) ?? 0) : 0x80 + at;
  });
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(Uint8Array.from(bytes));
  } catch {
    // Not UTF-8: then the letters are what they look like.
    return undefined;
  }
}
