/**
 * What became of each policy's texts, kept from one run to the next: so that a second
 * `check` or `build` reads the Markdown of those policies only in which something changed.
 *
 * An entry's name is a hash of all that it was made from: the texts, what policies.yaml
 * says of the policy, and this very command. So an entry is either right or not found, and
 * nothing has to be told when it is out of date. Each begins with a hash of the rest of it:
 * what was cut off or altered counts as not there. Entries that a run had no use for go.
 */
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {homedir, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {valueOf, type Arguments, type Option} from './command.js';
import type {Finding} from './finding.js';
import type {Summary} from './assemble.js';

/** What is kept of one policy. */
export interface Entry extends Head {
  /** Each text as JSON, in the order of `texts`; empty where it was found unfit. */
  readonly json: readonly string[];
}

/** All of it but the texts themselves. */
export interface Head {
  readonly texts: readonly Summary[];
  /** What keeps a bundle from being made, if it is an error. */
  readonly found: readonly Finding[];
  /** What else there is to say of the texts. */
  readonly examined: readonly Finding[];
  /** Where the texts break the bundle's own rules. */
  readonly invalid: readonly Finding[];
  /** Of policies.yaml, where findings stand in it: they are right for it alone. */
  readonly settings?: string;
}

export interface Cache {
  get(key: string): Promise<Head | undefined>;
  /** Gives the head back as a copy that holds on to nothing else. */
  put(key: string, entry: Entry): Promise<Head>;
  /** The texts of an entry; nothing where it is gone. */
  json(key: string): Promise<readonly string[] | undefined>;
  /** To be called when all is done. */
  close(): Promise<void>;
}

export const cacheOptions: Readonly<Record<string, Option>> = {
  cache: {type: 'string', value: 'DIR', description: 'Keep what was read of unchanged texts here instead of in the usual place'},
  'no-cache': {type: 'boolean', description: 'Read every text anew, and keep nothing'},
};

/** Fewer texts are read faster than anybody could notice. */
const worthwhile = 50;

export interface CacheChoice {
  readonly folder?: string | undefined;
  readonly isOff: boolean;
}

export const readCacheChoice = (args: Arguments): CacheChoice => ({folder: valueOf(args, 'cache'), isOff: args.flags.has('no-cache')});

/** The cache for the texts of `path`. Without one, texts wait in memory, or if there are many in a temporary folder. */
export function openCache(path: string, texts: number, {folder, isOff}: CacheChoice = {isOff: false}): Cache {
  if (isOff) return texts < worthwhile ? inMemory() : onDisk(async () => mkdtemp(join(tmpdir(), 'policy-viewer-')), true);
  if (folder === undefined && texts < worthwhile) return inMemory();
  const root = folder ?? usualFolder();
  return onDisk(async () => {
    const own = join(root, hash([resolve(path)]).slice(0, 16));
    await mkdir(own, {recursive: true});
    await forget(root, own);
    return own;
  }, false);
}

/** Where other tools of a project keep theirs, or else where the system wants such things. */
function usualFolder(): string {
  if (existsSync('node_modules')) return resolve('node_modules/.cache/policy-viewer');
  const {XDG_CACHE_HOME: xdg, LOCALAPPDATA: local} = process.env;
  const place = process.platform === 'win32' && local !== undefined ? local
    : process.platform === 'darwin' ? join(homedir(), 'Library/Caches')
      : xdg !== undefined && xdg !== '' ? xdg : join(homedir(), '.cache');
  return join(place, 'policy-viewer');
}

export function hash(parts: Iterable<string | Uint8Array>): string {
  const sum = createHash('sha256');
  // With its length before it, no part can pass for the end of another.
  for (const part of parts) sum.update(`${part.length} `).update(part);
  return sum.digest('hex');
}

export function inMemory(): Cache {
  const entries = new Map<string, Entry>();
  let used = new Set<string>();
  return {
    async get(key) {
      used.add(key);
      return entries.get(key);
    },
    async put(key, {json, ...head}) {
      const copy = detach(head);
      used.add(key);
      entries.set(key, {...copy, json});
      return copy;
    },
    async json(key) { return entries.get(key)?.json; },
    async close() {
      for (const key of entries.keys()) if (!used.has(key)) entries.delete(key);
      used = new Set();
    },
  };
}

/** A string cut out of a text keeps the whole text in memory; one that was read from JSON does not. */
const detach = (head: Head): Head => parse(JSON.stringify(head));

/** What this command wrote itself, held to be whole by its hash. */
const parse = (json: string): Head => JSON.parse(json) as Head;

/** A line with the hash of all that follows, one with the head, then each text in a line. */
function onDisk(open: () => Promise<string>, isTemporary: boolean): Cache {
  const used = new Set<string>();
  // Where nothing can be written, memory has to do.
  const instead = inMemory();
  let folder: Promise<string | undefined> | undefined;
  const place = async (): Promise<string | undefined> => folder ??= open().catch(() => undefined);
  const read = async (key: string): Promise<{readonly head: string; readonly json: readonly string[]} | undefined> => {
    const own = await place();
    const text = own === undefined ? undefined : await readFile(join(own, key), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const end = text.indexOf('\n');
    if (text.slice(0, end) !== hash([text.slice(end + 1)])) return undefined;
    const [head = '', ...json] = text.slice(end + 1).split('\n');
    return {head, json};
  };
  return {
    async get(key) {
      const found = isTemporary ? undefined : await read(key);
      if (found !== undefined) used.add(key);
      return found === undefined ? undefined : parse(found.head);
    },
    async put(key, entry) {
      const {json, ...rest} = entry;
      const head = JSON.stringify(rest);
      const body = [head, ...json].join('\n');
      const own = await place();
      if (own === undefined) return instead.put(key, entry);
      const file = join(own, key);
      try {
        await writeFile(`${file}.${process.pid}.part`, `${hash([body])}\n${body}`);
        await rename(`${file}.${process.pid}.part`, file);
      } catch {
        // A full or closed disk: what cannot be kept is no reason to stop.
        await rm(`${file}.${process.pid}.part`, {force: true}).catch(() => {});
        return instead.put(key, entry);
      }
      used.add(key);
      return parse(head);
    },
    async json(key) { return await instead.json(key) ?? (await read(key))?.json; },
    async close() {
      const own = folder === undefined ? undefined : await folder;
      if (own === undefined) return;
      if (isTemporary) {
        await rm(own, {recursive: true, force: true});
        return;
      }
      const names = await readdir(own).catch(() => []);
      for (const name of names) if (/^[\da-f]{64}$/.test(name) && !used.has(name)) await rm(join(own, name), {force: true});
      const time = new Date();
      await utimes(own, time, time).catch(() => {});
    },
  };
}

/** Days after which what was kept of a folder that nobody looked at is thrown away. */
const longest = 30;

async function forget(root: string, own: string): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    const folder = join(root, name);
    if (folder === own || !/^[\da-f]{16}$/.test(name)) continue;
    const found = await stat(folder).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > longest * 86_400_000) await rm(folder, {recursive: true, force: true});
  }
}
