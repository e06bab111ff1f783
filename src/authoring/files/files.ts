/**
 * Where files are read from: a disk, an archive, a page's memory. What cannot be read is a finding; what is not there
 * is none.
 */
import {failed, ok, type Result} from '../../policy/result.js';
import {error, type Finding, type Source} from '../findings/finding.js';
import {decode} from './decode.js';
import {join} from './paths.js';

export interface FileEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

export interface Files {
  /** What is in a folder; `undefined` where there is no such folder. */
  list(folder: string): Promise<Result<readonly FileEntry[] | undefined, Finding>>;
  /** `undefined` where there is no such file. */
  read(file: string): Promise<Result<Uint8Array | undefined, Finding>>;
}

/** A file in memory. */
export interface InputFile {
  /** With `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const absent = 'There is no such file or folder. Check the name.';

/** The file's bytes; that it is not there is a finding here. */
export async function readBytes(files: Files, file: string): Promise<Result<Uint8Array, Finding>> {
  const bytes = await files.read(file);
  if (!bytes.ok) return bytes;
  return bytes.value === undefined ? failed([error('unreadable', file, absent)]) : ok(bytes.value);
}

/** A text file as UTF-8, without its byte order mark. */
export async function readText(files: Files, file: string): Promise<Result<Source, Finding>> {
  const bytes = await readBytes(files, file);
  return bytes.ok ? decode(file, bytes.value) : bytes;
}

/** Files in memory as a tree of folders. */
export function memoryFiles(files: Iterable<InputFile>): Files {
  const contents = new Map<string, Uint8Array>();
  const folders = new Map<string, Map<string, FileEntry>>();
  for (const {path, bytes} of files) {
    const file = join(path);
    contents.set(file, bytes);
    const parts = file.split('/');
    for (const [index, name] of parts.entries()) {
      const folder = join(...parts.slice(0, index));
      const entries = folders.get(folder) ?? new Map<string, FileEntry>();
      folders.set(folder, entries.set(name, {name, isFolder: index < parts.length - 1}));
    }
  }
  return {
    async list(folder) {
      const entries = folders.get(join(folder));
      return ok(entries && [...entries.values()]);
    },
    async read(file) {
      return ok(contents.get(join(file)));
    },
  };
}
