/**
 * A folder in which the command keeps what it made, from one run to the next, each under
 * the hash of all that it was made from. So an entry is either right or not found, and
 * nothing has to be told when it is out of date. Each begins with a hash of the rest of it:
 * what was cut off or altered counts as not there.
 */
import {createHash} from 'node:crypto';
import {existsSync, statSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {homedir, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import manifest from '../../../package.json' with {type: 'json'};
import {withLengths, type Cache} from '../../authoring/work/cache.js';
import {valueOf, type Arguments, type Option} from '../terminal/command.js';
import {mapSome} from '../../authoring/collections/map-some.js';

export const cacheOptions: Readonly<Record<string, Option>> = {
  cache: {
    type: 'string',
    value: 'DIR',
    description: 'Keep what was read of unchanged texts here instead of in the usual place',
  },
  'no-cache': {type: 'boolean', description: 'Read every text anew, and keep nothing'},
};

export interface CacheChoice {
  readonly folder?: string | undefined;
  readonly isOff: boolean;
}

export const readCacheChoice = (args: Arguments): CacheChoice => ({
  folder: valueOf(args, 'cache'),
  isOff: args.flags.has('no-cache'),
});

/** Fewer texts are read faster than anybody could notice. */
const worthwhile = 50;

export const isWorthwhile = (texts: number, {folder, isOff}: CacheChoice): boolean =>
  isOff ? texts >= worthwhile : folder !== undefined || texts >= worthwhile;

/** Days after which what was kept and nobody asked for is thrown away. */
const longest = 30;

/**
 * What is kept for `purpose`, of one folder of policies: with `isOff`, until `close` only. Entries that a run did not
 * use go with `close` where `isWhole` says that each run asks for all it will ever want; else in a month.
 */
export function openDiskCache(
  purpose: readonly string[],
  {folder: root = usualFolder(), isOff}: CacheChoice,
  isWhole: boolean,
): Cache {
  return isOff
    ? onDisk(
        async () => mkdtemp(join(tmpdir(), 'policy-viewer-')),
        async (own) => rm(own, {recursive: true, force: true}),
      )
    : onDisk(
        async () => {
          const own = join(root, hash(purpose).slice(0, 16));
          await mkdir(own, {recursive: true});
          await forget(root, own);
          return own;
        },
        async (own, used) => {
          const names = (await readdir(own).catch(() => [])).filter(
            (name) => /^[\da-f]{64}$/.test(name) && !used.has(name),
          );
          await mapSome(names, async (name) =>
            isWhole || (await isOld(join(own, name))) ? rm(join(own, name), {force: true}) : undefined,
          );
          const time = new Date();
          await utimes(own, time, time).catch(() => {});
        },
      );
}

/** `open` is asked for a folder when one is first needed; `tidy` comes last. */
function onDisk(open: () => Promise<string>, tidy: (own: string, used: ReadonlySet<string>) => Promise<void>): Cache {
  const used = new Set<string>();
  let folder: Promise<string | undefined> | undefined;
  const place = async (): Promise<string | undefined> => (folder ??= open().catch(() => undefined));
  return {
    keyOf: (parts) => hash([identity(), ...parts]),
    async read(key) {
      const own = await place();
      const text = own === undefined ? undefined : await readFile(join(own, key), 'utf8').catch(() => undefined);
      if (text === undefined) return undefined;
      const end = text.indexOf('\n');
      if (text.slice(0, end) !== hash([text.slice(end + 1)])) return undefined;
      used.add(key);
      return text.slice(end + 1);
    },
    async write(key, body) {
      const own = await place();
      if (own === undefined) return false;
      const file = join(own, key);
      const temporary = `${file}.${process.pid}.part`;
      try {
        await writeFile(temporary, `${hash([body])}\n${body}`);
        await rename(temporary, file);
      } catch {
        await rm(temporary, {force: true}).catch(() => {});
        return false;
      }
      used.add(key);
      return true;
    },
    async close() {
      const own = folder === undefined ? undefined : await folder;
      if (own !== undefined) await tidy(own, used);
    },
  };
}

/** Where other tools of a project keep theirs, or else where the system wants such things. */
function usualFolder(): string {
  if (existsSync('node_modules')) return resolve('node_modules/.cache/policy-viewer');
  const {XDG_CACHE_HOME: xdg, LOCALAPPDATA: local} = process.env;
  const place =
    process.platform === 'win32' && local !== undefined
      ? local
      : process.platform === 'darwin'
        ? join(homedir(), 'Library/Caches')
        : xdg !== undefined && xdg !== ''
          ? xdg
          : join(homedir(), '.cache');
  return join(place, 'policy-viewer');
}

/** Node's own hash: files are hashed whole at every run, and this takes a fifth of the time. */
function hash(parts: Iterable<string | Uint8Array>): string {
  const sum = createHash('sha256');
  for (const part of withLengths(parts)) sum.update(part);
  return sum.digest('hex');
}

let version: string | undefined;

/** This very command: what another version made of a text, it may have made in another way. */
function identity(): string {
  if (version === undefined) {
    const {size, mtimeMs} = statSync(fileURLToPath(import.meta.url));
    version = `${manifest.version} ${size} ${mtimeMs}`;
  }
  return version;
}

/** Throws away what was kept of folders that nobody looked at any more. */
async function forget(root: string, own: string): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    const folder = join(root, name);
    if (folder !== own && /^[\da-f]{16}$/.test(name) && (await isOld(folder)))
      await rm(folder, {recursive: true, force: true});
  }
}

const isOld = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > longest * 86_400_000;
};
