/** Paths with `/` between their parts, put together and taken apart. */

/** The parts as one path, without `.` and with `..` resolved as far as it can be. */
export function join(...parts: readonly string[]): string {
  const whole = parts.filter((part) => part !== '').join('/');
  const isAbsolute = whole.startsWith('/');
  const kept: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!isAbsolute) kept.push(part);
  }
  return (isAbsolute ? '/' : '') + kept.join('/') || '.';
}

/** What stands before the last part: `a/b` of `a/b/c.md`, `.` of `c.md`. */
export const dirname = (path: string): string => join(path, '..');

/** The last part. Of a path on Windows too, where `\` stands between them. */
export const basename = (path: string): string =>
  /(?<![^/\\])[^/\\]*$/.exec(path.replace(/(?<![/\\])[/\\]+$/, ''))?.[0] ?? '';

/** `.md` of `a/en.md`, in small letters; nothing where the name has no ending. */
export const endingOf = (path: string): string => /[^.](\.[^.]*)$/.exec(basename(path))?.[1]?.toLowerCase() ?? '';
