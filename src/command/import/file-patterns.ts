/**
 * Which of the imported files an option means: a path, a file's name where only one has it, or a pattern for several.
 */
import {basename, join} from '../../authoring/files/paths.js';

export type Meant =
  /** The files, and how closely they were named: a path before a name, and a name before a pattern. */
  | {readonly kind: 'files'; readonly files: readonly string[]; readonly rank: 1 | 2 | 3}
  /** Several files have this name. */
  | {readonly kind: 'ambiguous'; readonly files: readonly string[]}
  | {readonly kind: 'nothing'; readonly isPattern: boolean};

export function filesMeant(written: string, files: readonly string[]): Meant {
  const path = join(written);
  const exact = files.filter((file) => join(file) === path);
  if (exact.length > 0) return {kind: 'files', files: exact, rank: 3};
  const named = files.filter((file) => basename(file) === written);
  if (named.length === 1) return {kind: 'files', files: named, rank: 2};
  if (named.length > 1) return {kind: 'ambiguous', files: named};
  if (!/[*?]/.test(written)) return {kind: 'nothing', isPattern: false};
  const parts = path.split('/');
  const fitting = files.filter((file) => {
    const own = join(file).split('/');
    // A pattern without a folder is for names, wherever they are.
    return parts.length === 1 ? fitsPart(path, basename(file)) : fits(parts, own);
  });
  return fitting.length === 0 ? {kind: 'nothing', isPattern: true} : {kind: 'files', files: fitting, rank: 1};
}

/**
 * `**` stands for any number of folders. Only the last one is tried again, so that time grows with the product of
 * both lengths at most.
 */
const fits = (pattern: readonly string[], path: readonly string[]): boolean =>
  matches(pattern, path, (piece) => piece === '**', fitsPart);

/** `*` stands for any letters of one part, `?` for one letter. */
const fitsPart = (pattern: string, part: string): boolean =>
  matches(
    [...pattern],
    [...part],
    (letter) => letter === '*',
    (letter, own) => letter === '?' || letter === own,
  );

function matches(
  pattern: readonly string[],
  subject: readonly string[],
  isAny: (piece: string) => boolean,
  isOne: (piece: string, own: string) => boolean,
): boolean {
  let [at, next] = [0, 0];
  let [star, resume] = [-1, 0];
  while (next < subject.length) {
    const piece = pattern[at];
    if (piece !== undefined && isAny(piece)) {
      [star, resume] = [at++, next];
    } else if (piece !== undefined && isOne(piece, subject[next] ?? '')) {
      at++;
      next++;
    } else if (star >= 0) {
      at = star + 1;
      next = ++resume;
    } else return false;
  }
  while (at < pattern.length && isAny(pattern[at] ?? '')) at++;
  return at === pattern.length;
}
