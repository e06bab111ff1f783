/** Reads files and writes them whole or not at all. Every failure is one sentence that says what to do. */
import {lstat, mkdir, open, readdir, readFile, realpath, rename, rm, rmdir, stat} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {failed, ok, type Result} from '../../policy/result.js';
import {absent, type Files} from '../../authoring/files/files.js';
import {error, type Finding} from '../../authoring/findings/finding.js';
import {mapSome} from '../../authoring/collections/map-some.js';

/** More than any policy text; a bundle of many languages stays below it too. */
const largest = 256 * 1024 * 1024;

/** A disk, as everything that reads a policies folder sees it. */
export const disk: Files = {
  async list(folder) {
    try {
      const names = await readdir(folder);
      // A link that leads nowhere is shown as a file, which then cannot be read.
      return ok(
        await Promise.all(
          names.map(async (name) => ({
            name,
            isFolder: await stat(join(folder, name)).then(
              (found) => found.isDirectory(),
              () => false,
            ),
          })),
        ),
      );
    } catch (cause) {
      return isAbsent(cause) ? ok(undefined) : failed([error('unreadable', folder, whyUnreadable(cause))]);
    }
  },
  async read(file) {
    try {
      const {size} = await stat(file);
      if (size > largest) {
        return failed([
          error(
            'too-large',
            file,
            `This file is larger than ${largest / 1024 / 1024} MB, too large for a policy. Give the right file.`,
          ),
        ]);
      }
      return ok(await readFile(file));
    } catch (cause) {
      return isAbsent(cause) ? ok(undefined) : failed([error('unreadable', file, whyUnreadable(cause))]);
    }
  },
};

const isAbsent = (cause: unknown): boolean => codeOf(cause) === 'ENOENT';

export interface NewFile {
  readonly file: string;
  readonly text: string;
}

/** A new file that is no text. */
export interface NewBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A new file that is never in memory as a whole. */
export interface NewStream {
  readonly file: string;
  readonly pieces: AsyncIterable<string>;
}

type AnyFile = NewFile | NewBytes | NewStream;

/**
 * Writes all files or none: each goes to a temporary file beside its place
 * first, and is renamed when all are there. Folders are made as needed.
 */
export async function writeFiles(files: readonly AnyFile[], {force}: {force: boolean}): Promise<Result<void, Finding>> {
  const refusals = await refuseOverwriting(files, force);
  if (refusals.length > 0) return failed(refusals);
  const staging = stageFiles();
  for (const file of files) {
    const staged = await staging.add(file);
    if (!staged.ok) return staged;
  }
  return staging.commit();
}

/** Files on their way to their places, for work that makes more of them than memory should hold. */
export interface Staging {
  /** Writes a file beside its place. What cannot be written takes all the others back with it. */
  add(file: AnyFile): Promise<Result<void, Finding>>;
  /** Puts all of them in their places. */
  commit(): Promise<Result<void, Finding>>;
  /** Takes all of them back, and the folders that were made for them. */
  discard(): Promise<void>;
}

/** What is in a file's place is overwritten: see `refuseOverwriting`. */
export function stageFiles(): Staging {
  const staged: {readonly temporary: string; readonly target: string}[] = [];
  const made: string[] = [];
  const takeBack = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) await rm(path, {force: true});
    // The deepest first. One that somebody has put something in stays.
    for (const folder of made.splice(0).reverse()) await rmdir(folder).catch(() => {});
  };
  const discard = async (): Promise<void> => takeBack(staged.splice(0).map(({temporary}) => temporary));
  const giveUp = async (file: string, cause: unknown): Promise<Result<never, Finding>> => {
    await discard();
    return failed([error('unwritable', file, whyUnwritable(cause))]);
  };
  return {
    discard,
    async add(entry) {
      const {file} = entry;
      try {
        const target = await realpath(file).catch(() => file);
        made.push(...(await makeFolder(dirname(target))));
        const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
        staged.push({temporary, target});
        const handle = await open(temporary, 'wx');
        try {
          if ('pieces' in entry) for await (const piece of entry.pieces) await handle.appendFile(piece);
          else await handle.writeFile('text' in entry ? entry.text : entry.bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        return ok(undefined);
      } catch (cause) {
        return giveUp(file, cause);
      }
    },
    async commit() {
      const placed: string[] = [];
      for (const {temporary, target} of staged) {
        try {
          const isNew = await lstat(target).then(
            () => false,
            () => true,
          );
          await rename(temporary, target);
          if (isNew) placed.push(target);
        } catch (cause) {
          for (const path of placed) await rm(path, {force: true});
          return giveUp(target, cause);
        }
      }
      staged.length = 0;
      return ok(undefined);
    },
  };
}

/** The folders that were not there before, from the outermost in. */
async function makeFolder(folder: string): Promise<string[]> {
  const outermost = await mkdir(folder, {recursive: true});
  const made: string[] = [];
  for (
    let each = resolve(folder);
    outermost !== undefined && each.length >= resolve(outermost).length;
    each = dirname(each)
  )
    made.unshift(each);
  return made;
}

/** Why these files may not be written here. */
export async function refuseOverwriting(files: readonly {readonly file: string}[], force: boolean): Promise<Finding[]> {
  return (await mapSome(files, async ({file}) => refuse(file, force))).flat();
}

async function refuse(file: string, force: boolean): Promise<Finding[]> {
  const there = await stat(file).catch(() => undefined);
  if (there === undefined) return [];
  if (there.isDirectory()) return [error('unwritable', file, 'This is a folder. Give the name of a file.')];
  if (!there.isFile()) return [error('unwritable', file, 'This is no ordinary file. Give the name of a file.')];
  return force
    ? []
    : [
        error(
          'exists',
          file,
          'This file is there already and was left as it is. Give another name, or add --force to overwrite it.',
        ),
      ];
}

/** Whether it is a file, a folder or nothing that can be read. */
export async function kindOf(path: string): Promise<Result<'file' | 'folder', Finding>> {
  try {
    return ok((await stat(path)).isDirectory() ? 'folder' : 'file');
  } catch (cause) {
    return failed([error('unreadable', path, whyUnreadable(cause))]);
  }
}

/** What the system calls a failure, `EACCES`. */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : String(cause);

export function whyUnreadable(cause: unknown): string {
  const code = codeOf(cause);
  switch (code) {
    case 'ENOENT':
      return absent;
    case 'ENOTDIR':
      return 'A part of this path is a file, not a folder. Check the name.';
    case 'EISDIR':
      return 'This is a folder. Give the name of a file.';
    case 'EACCES':
    case 'EPERM':
      return 'You may not read this. Change its permissions.';
    case 'ELOOP':
      return 'This link leads back to itself. Give the file it should lead to.';
    default:
      return `This could not be read (${code}). Check the file and the disk, then try again.`;
  }
}

function whyUnwritable(cause: unknown): string {
  const code = codeOf(cause);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'You may not write here, so nothing was written. Choose another place or change the permissions.';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'A part of this path is a file, not a folder, so nothing was written. Choose another place.';
    case 'ENOSPC':
      return 'The disk is full, so nothing was written. Make room and try again.';
    case 'ENAMETOOLONG':
      return 'This name is too long, so nothing was written. Choose a shorter one.';
    default:
      return `This could not be written (${code}), so nothing was. Check the disk, then try again.`;
  }
}
