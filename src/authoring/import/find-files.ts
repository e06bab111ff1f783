/** The files to import among what was given: folders are gone through, and what is no policy is left out and named. */
import {groupBy} from '../collections/group.js';
import type {Files} from '../files/files.js';
import {basename, endingOf, join} from '../files/paths.js';
import {compare, warning, type Finding} from '../findings/finding.js';
import {isConvertible, isImported, whyUnread} from '../read/endings.js';

export interface FoundFiles {
  /** Each once: those given as they were given, those of a folder by name. */
  readonly files: readonly string[];
  /** What was left out, and why. */
  readonly leftOut: readonly Finding[];
}

export async function findFiles(inputs: Files, given: readonly string[]): Promise<FoundFiles> {
  const files = new Set<string>();
  const leftOut: Finding[] = [];
  for (const path of given) {
    const litter = whatLitter(basename(path));
    const inside = isImported(path) || litter !== undefined ? undefined : await inputs.list(path);
    if (inside?.ok !== true || inside.value === undefined) {
      if (litter === undefined) files.add(path);
      else leftOut.push(warning('left-out', path, `This is ${litter}, so it was left out.`));
      continue;
    }
    const others: string[] = [];
    for (const file of await walk(inputs, path, leftOut)) {
      const why = whyUnread(file);
      if (isImported(file) && whatPaper(basename(file)) === undefined) files.add(file);
      else if (why !== undefined && isConvertible(file))
        leftOut.push(warning('left-out', file, `${why} It was left out.`));
      else others.push(file);
    }
    leftOut.push(...summarise(path, others));
  }
  return {files: [...files], leftOut};
}

/** All files below a folder, by name, hidden ones and what programs install apart. */
async function walk(inputs: Files, folder: string, leftOut: Finding[]): Promise<readonly string[]> {
  const found = await inputs.list(folder);
  if (!found.ok) leftOut.push(...found.issues);
  const entries = found.ok ? (found.value ?? []) : [];
  const files: string[] = [];
  for (const {name, isFolder} of [...entries].sort((one, other) => compare(one.name, other.name))) {
    if (name.startsWith('.') || name === 'node_modules' || whatLitter(name) !== undefined) continue;
    const path = join(folder, name);
    if (isFolder) files.push(...(await walk(inputs, path, leftOut)));
    else files.push(path);
  }
  return files;
}

/** One sentence for all of a kind: of a site's files most are pictures and styles. */
function summarise(folder: string, others: readonly string[]): Finding[] {
  const kinds = groupBy(others, (file) => whatPaper(basename(file)) ?? (endingOf(file) || 'without an ending'));
  if (kinds.size === 0) return [];
  const named = [...kinds].map(([kind, files]) =>
    files.length === 1 ? basename(files[0] ?? '') : `${files.length} ${kind}`,
  );
  return [
    warning(
      'left-out',
      folder,
      `Not taken for policies and left out: ${named.join(', ')}. Give a file by its own name where it is one.`,
    ),
  ];
}

/** What programs leave beside texts. */
function whatLitter(name: string): string | undefined {
  if (name.startsWith('~$') || /^\.~lock\..*#$/u.test(name)) return 'the lock of a file that somebody has open';
  if (/^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/iu.test(name) || name.startsWith('._'))
    return 'a file that the file manager keeps for itself';
  return /(?:~|\.sw[op]|\.bak|\.tmp)$/iu.test(name) ? 'a copy that an editor keeps' : undefined;
}

/** Papers of a project rather than of its users. */
const whatPaper = (name: string): string | undefined =>
  /^(?:readme|licen[cs]e|copying|changelog|contributing|authors|maintainers|codeowners)(?:\.[\w-]+)*$/iu.test(name)
    ? name
    : undefined;
