/** Where some letters of a wording stand in the Markdown that it is written in. */

export interface Located {
  readonly start: number;
  readonly end: number;
}

/**
 * Marks and escapes may stand between any two letters; the same characters may be letters too, as in a blank of
 * underscores.
 */
const isMark = (unit: string | undefined): boolean => unit === '*' || unit === '_' || unit === '\\';

/**
 * A space may be a line break in the Markdown, with the marks of a quotation on the new line. The rarer ones stay
 * letters.
 */
const space = /[^\S\v\f\u2028\u2029\ufeff]/;
const isSpace = (unit: string | undefined): boolean => unit !== undefined && space.test(unit);

/**
 * Offsets in the Markdown, or nothing where the letters are written in another way, as with `&shy;`.
 * Takes time in proportion to the Markdown's length: looks for the letters without marks, then for the marks around
 * them.
 */
export function locate(words: string, start: number, end: number, markdown: string): Located | undefined {
  const letters = words.slice(start, end);
  if (letters === '') return undefined;
  let before = 0;
  for (let at = words.indexOf(letters); at !== -1 && at < start; at = words.indexOf(letters, at + letters.length))
    before++;
  // What a link leads to is no part of its letters.
  const visible = markdown.replace(/\]\([^()\n]*\)|\]\[[^[\]\n]*\]/g, (destination) => ' '.repeat(destination.length));
  for (const found of occurrences(oneSpace(letters), visible)) if (before-- === 0) return found;
  return undefined;
}

const oneSpace = (text: string): string => text.replace(new RegExp(`${space.source}(?:${space.source}|>)*`, 'g'), ' ');

/** Every place of the letters, from the first on, none within another. */
function* occurrences(letters: string, visible: string): Generator<Located> {
  const sought = withoutMarks(letters);
  if (sought.text === '') {
    yield* occurrencesOfMarks(letters, visible);
    return;
  }
  const leading = letters.slice(0, sought.offsets[0]);
  const {text, offsets} = withoutMarks(visible);
  let from = 0;
  for (let index = text.indexOf(sought.text); index !== -1; index = text.indexOf(sought.text, index + 1)) {
    const start = startOf(leading, visible, offsets[index] ?? 0, from);
    const end = start === undefined ? undefined : endOf(letters, visible, start);
    if (start === undefined || end === undefined) continue;
    yield {start, end};
    from = end;
  }
}

/** For letters that are nothing but such characters: each run of them by itself. */
function* occurrencesOfMarks(letters: string, visible: string): Generator<Located> {
  for (let start = 0; start < visible.length;) {
    const end = visible[start] === letters[0] ? endOf(letters, visible, start) : undefined;
    if (end !== undefined) {
      yield {start, end};
      start = end;
    } else if (visible[start] === letters[0] && !letters.includes(' ')) {
      // What is left of this run is too short, wherever one begins in it.
      while (isMark(visible[start])) start++;
    } else start++;
  }
}

/** The text without marks and white space, and where each of its units stood. */
function withoutMarks(text: string): {text: string; offsets: number[]} {
  const units: string[] = [];
  const offsets: number[] = [];
  for (const [at, unit] of text.split('').entries()) {
    if (isMark(unit) || isSpace(unit) || unit === '>') continue;
    units.push(unit);
    offsets.push(at);
  }
  return {text: units.join(''), offsets};
}

/** Where letters begin that end right before an offset: marks and white space that are letters themselves. */
function startOf(letters: string, visible: string, offset: number, earliest: number): number | undefined {
  let at = offset;
  for (const unit of letters.split('').reverse()) {
    while (at > earliest && visible[at - 1] !== unit && isMark(visible[at - 1])) at--;
    if (at === earliest) return undefined;
    const previous = visible[at - 1];
    if (unit === ' ' && (isSpace(previous) || previous === '>'))
      while (at > earliest && (isSpace(visible[at - 1]) || visible[at - 1] === '>')) at--;
    else if (previous === unit) at--;
    else return undefined;
  }
  return at;
}

/**
 * Where the letters end that begin here. A character that is the letter is taken as one before it is taken as a mark.
 */
function endOf(letters: string, visible: string, start: number): number | undefined {
  let at = start;
  for (const unit of letters.split('')) {
    while (visible[at] !== unit && isMark(visible[at])) at++;
    if (unit === ' ' && isSpace(visible[at])) while (isSpace(visible[at]) || visible[at] === '>') at++;
    else if (visible[at] === unit) at++;
    else return undefined;
  }
  return at;
}
