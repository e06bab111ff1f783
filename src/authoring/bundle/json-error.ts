/** Where a text stops being JSON. `JSON.parse` says it in some cases only, and in other words in each version of Node. */

const token =
  /\s*(?:(?<mark>[{}[\]:,])|(?<string>"(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|(?<other>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

/** The offset of what cannot stand there; the text's length where it ends too early; undefined for JSON. */
export function findJsonError(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) break;
    const {mark, string} = match.groups ?? {};
    const start = token.lastIndex - (mark ?? string ?? match.groups?.['other'] ?? '').length;
    if (expected === 'comma or end' && open.length === 0) return start;
    const takesValue = expected === 'value' || expected === 'value or end';
    if (takesValue && (mark === '{' || mark === '[')) {
      open.push(mark);
      expected = mark === '{' ? 'key or end' : 'value or end';
    } else if (takesValue && mark === undefined) {
      expected = 'comma or end';
    } else if ((expected === 'key' || expected === 'key or end') && string !== undefined) {
      expected = 'colon';
    } else if (expected === 'colon' && mark === ':') {
      expected = 'value';
    } else if (expected === 'comma or end' && mark === ',') {
      expected = open.at(-1) === '{' ? 'key' : 'value';
    } else if (expected.endsWith('or end') && mark === (open.at(-1) === '{' ? '}' : ']')) {
      open.pop();
      expected = 'comma or end';
    } else {
      return start;
    }
    at = token.lastIndex;
  }
  const rest = text.slice(at).trimStart();
  if (rest === '') return expected === 'comma or end' && open.length === 0 ? undefined : text.length;
  return isBeginning(rest) ? text.length : text.length - rest.length;
}

/** Whether only the end of a string, number or word is missing. */
const isBeginning = (rest: string): boolean =>
  /^"(?:[^"\\\0-\x1f]|\\["\\/bfnrtu])*\\?$/.test(rest) ||
  /^[\d.e+-]*$/i.test(rest) ||
  ['true', 'false', 'null'].some((word) => word.startsWith(rest.trimEnd()));
