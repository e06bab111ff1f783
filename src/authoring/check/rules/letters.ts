/** Letters that a text's language does not have, in words that are no names: a typing error, or another language. */
import {warning, type Finding} from '../../findings/finding.js';
import {nameOf} from '../../recognise/recognise-language.js';
import {alphabets} from '../texts/alphabets.js';
import type {CheckedText, CheckedWording} from '../texts/checked-text.js';

/** Small letters of words that are written in Latin or Cyrillic script. */
const word = /(?<![\p{L}\p{M}\p{N}._@/#-])[\p{L}\p{M}]{3,}(?![\p{L}\p{M}\p{N}_@/-]|\.\p{L})/gu;
/** What a text writes again and again, it means. */
const often = 3;
/** A whole sentence of such words is in another language, which is told otherwise. */
const mostInWording = 2;

const patterns = new Map<string, RegExp | undefined>();

/** Finds the letters that are strange in a language; nothing where its alphabet is not known. */
function strangeIn(language: string): RegExp | undefined {
  const base = language.split('-')[0] ?? language;
  if (!patterns.has(base)) {
    const own = alphabets[base];
    const script = own === undefined ? '' : /\p{sc=Cyrillic}/u.test(own) ? 'Cyrillic' : 'Latin';
    patterns.set(base, own === undefined ? undefined : new RegExp(`(?![a-z${own}])(?=\\p{sc=${script}})\\p{Ll}`, 'u'));
  }
  return patterns.get(base);
}

export function findLetters(texts: readonly CheckedText[]): Finding[] {
  return texts.flatMap((text) => {
    const strange = strangeIn(text.language);
    if (strange === undefined) return [];
    const found = text.wordings.flatMap((wording) => strangersIn(wording, strange));
    if (found.length === 0) return [];
    const count = (each: string): number => found.filter(({word: other}) => other === each).length;
    const isElsewhere = (each: string): boolean =>
      texts.some((other) => other !== text && other.wordings.some(({words}) => words.includes(each)));
    return found
      .filter(({word: each}) => count(each) < often && !isElsewhere(each))
      .map(({wording, word: each, index, letter}) =>
        warning(
          'strange-letter',
          wording.at(index, index + each.length),
          `In “${each}” stands “${letter}”, which ${nameOf(text.language)} words do not have. ` +
            'Write the letter that is meant.',
        ),
      );
  });
}

interface Found {
  readonly wording: CheckedWording;
  readonly word: string;
  readonly letter: string;
  readonly index: number;
}

function strangersIn(wording: CheckedWording, strange: RegExp): Found[] {
  const {words, kind} = wording;
  // Nearly every wording of many languages passes here.
  if (kind === 'title' || !strange.test(words.normalize('NFC'))) return [];
  const found = [...words.matchAll(word)].flatMap(({0: each, index}): Found[] => {
    // A capital begins a name.
    if (/\p{Lu}/u.test(each)) return [];
    const letter = strange.exec(each.normalize('NFC'))?.[0];
    return letter === undefined || isQuoted(words, index, each.length) ? [] : [{wording, word: each, letter, index}];
  });
  return found.length > mostInWording ? [] : found;
}

/** Words in quotation marks are somebody else's. */
const isQuoted = (words: string, index: number, length: number): boolean =>
  /["“„«»‘'”]$/u.test(words.slice(0, index)) || /^["“”«»’']/u.test(words.slice(index + length));
