/** Where some letters of a wording stand in the Markdown that it is written in. */
import {escapePattern} from '../recognise/guess.js';

export interface Located {
  readonly start: number;
  readonly end: number;
}

/** Offsets in the Markdown, or nothing where the letters are written in another way, as with `&shy;`. */
export function locate(words: string, start: number, end: number, markdown: string): Located | undefined {
  const letters = words.slice(start, end);
  if (letters === '') return undefined;
  let before = 0;
  for (let at = words.indexOf(letters); at !== -1 && at < start; at = words.indexOf(letters, at + letters.length))
    before++;
  // What a link leads to is no part of its letters.
  const visible = markdown.replace(/\]\([^()\n]*\)|\]\[[^[\]\n]*\]/g, (destination) => ' '.repeat(destination.length));
  // A unit at a time: a lone surrogate is a letter too. Marks and escapes may stand between any two.
  const pattern = letters
    .split(/([^\S\v\f\u2028\u2029\ufeff]+)/)
    .map((part, index) => (index % 2 === 1 ? '[\\s>]+' : [...part].map(escapePattern).join('[*_\\\\]*')))
    .join('[*_\\\\]*');
  const found = [...visible.matchAll(new RegExp(pattern, /^[\ud800-\udfff]$/.test(letters) ? 'g' : 'gu'))][before];
  return found === undefined ? undefined : {start: found.index, end: found.index + found[0].length};
}
