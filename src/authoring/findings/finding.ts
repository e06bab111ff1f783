/** A finding: what is wrong with somebody's files, where, and in one sentence what to do about it. */
import stringWidth from 'string-width';

export type Severity = 'error' | 'warning';

export interface Finding {
  /** An error stops a build; a warning does not. */
  readonly severity: Severity;
  /** Kebab-case, stable, for machines: `unknown-audience`. */
  readonly code: string;
  /** One or two sentences that name the thing and the way out. */
  readonly message: string;
  readonly place: Place;
}

/** A whole file or folder, or a spot in a file. Lines and columns count from 1, columns in UTF-16 units. */
export type Place = {readonly file: string} | Spot;

export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters the caret underlines. */
  readonly width: number;
  /** The line it stands in. */
  readonly sourceLine: string;
}

/** A file's name, as the user would type it, and what it says. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

export const error = (code: string, place: Place | string, message: string): Finding => ({
  severity: 'error',
  code,
  message,
  place: toPlace(place),
});

export const warning = (code: string, place: Place | string, message: string): Finding => ({
  severity: 'warning',
  code,
  message,
  place: toPlace(place),
});

const toPlace = (place: Place | string): Place => (typeof place === 'string' ? {file: place} : place);

export const isError = (finding: Finding): boolean => finding.severity === 'error';

const lineStartsOf = new WeakMap<Source, readonly number[]>();

function lineStarts(source: Source): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known !== undefined) return known;
  const starts = [0];
  for (const ending of source.text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
  lineStartsOf.set(source, starts);
  return starts;
}

/** The spot from one offset in a source to another, cut at the end of its line. */
export function spot(source: Source, start: number, end = start + 1): Spot {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const from = starts[low] ?? 0;
  // A whole file may be one line, so only its end is looked at.
  let until = starts[low + 1] ?? source.text.length;
  while (until > from && /[\r\n]/.test(source.text.charAt(until - 1))) until--;
  const sourceLine = source.text.slice(from, until);
  const width = Math.max(1, Math.min(end, from + sourceLine.length) - start);
  return {file: source.file, line: low + 1, column: start - from + 1, width, sourceLine};
}

/** By file, then line, then column; what concerns a whole file comes before what stands in it. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const line = (finding: Finding): number => ('line' in finding.place ? finding.place.line : 0);
  const column = (finding: Finding): number => ('line' in finding.place ? finding.place.column : 0);
  return [...findings].sort(
    (a, b) => compare(a.place.file, b.place.file) || line(a) - line(b) || column(a) - column(b),
  );
}

/** By code unit, so that the order is the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * `file:line:column error message`, its code if wanted, and under it the line with a caret. No line feed at the end.
 */
export function describe({severity, code, message, place}: Finding, {withCode = false} = {}): string {
  const word = severity.padEnd(7);
  const said = withCode ? `${message} [${code}]` : message;
  if (!('line' in place)) return `${place.file}  ${word}  ${said}`;
  const {shown, before, marked} = excerpt(place);
  const gutter = String(place.line);
  return [
    `${place.file}:${place.line}:${place.column}  ${word}  ${said}`,
    `  ${gutter} | ${shown}`,
    `  ${' '.repeat(gutter.length)} | ${' '.repeat(before)}${'^'.repeat(marked)}`,
  ].join('\n');
}

const widest = 96;

/** A paragraph may be one very long line: show what stands around the spot, one column per character. */
function excerpt({sourceLine, column, width}: Spot): {shown: string; before: number; marked: number} {
  const start = column - 1;
  const from = sourceLine.length <= widest ? 0 : Math.max(0, Math.min(start - 30, sourceLine.length - widest));
  const to = Math.min(sourceLine.length, from + widest);
  const head = from > 0 ? '…' : '';
  // What nobody sees would turn the line around, or put the caret elsewhere.
  const plain = (text: string): string =>
    text
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/[\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}\u{e0000}-\u{e007f}]/gu, '\ufffd');
  const lead = head + plain(sourceLine.slice(from, start));
  const mark = plain(sourceLine.slice(start, Math.min(start + width, to)));
  return {
    shown: lead + mark + plain(sourceLine.slice(start + mark.length, to)) + (to < sourceLine.length ? '…' : ''),
    before: stringWidth(lead),
    marked: Math.max(1, stringWidth(mark)),
  };
}

/** `2 errors and 1 warning`, `no findings`. */
export function countFindings(findings: readonly Finding[]): string {
  const errors = findings.filter(isError).length;
  const warnings = findings.length - errors;
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  return parts.length === 0 ? 'no findings' : parts.join(' and ');
}
