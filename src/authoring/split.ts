/** One bundle → a small index and one file for each text, named by what is in it, with compressed copies beside them. */
import {createHash} from 'node:crypto';
import {lstat, readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {constants, brotliCompressSync, gzipSync} from 'node:zlib';
import type {Bundle, Text} from '../policy/bundle.js';
import {audiencesOf, isReference} from '../policy/clauses.js';
import {describe} from '../policy/issue.js';
import {failed, ok, type Result} from '../policy/result.js';
import {replaceTexts} from '../policy/texts.js';
import {validate} from '../policy/validate.js';
import {readBytes, refuseOverwriting, writeFiles, type NewBytes} from './files.js';
import {compare, error, type Finding} from './finding.js';
import {serverSettings} from './server-settings.js';

export interface Split {
  readonly index: Bundle;
  /** By `src`. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

/** Each text becomes a reference to a file whose name holds a hash of its bytes: what is cached under it is never out of date. */
export function splitBundle(bundle: Bundle): Split {
  const texts = new Map<string, Uint8Array>();
  const index = replaceTexts(bundle, (text, policy, edition, language) => {
    if (isReference(text)) return text;
    const bytes = toJson(text);
    const digest = createHash('sha256').update(bytes).digest();
    const src = `texts/${policy.id}.${edition.effective}.${language}.${digest.toString('hex').slice(0, 16)}.json`;
    texts.set(src, bytes);
    const present = audiencesOf(text);
    return {
      src, integrity: `sha256-${digest.toString('base64')}`, title: text.title,
      audiences: bundle.audiences.map(({id}) => id).filter((id) => present.has(id)),
    };
  });
  return {index, texts};
}

const toJson = (value: Bundle | Text): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

/** What `splitBundle` names files, with the endings of their compressed copies. */
const ownName = /^[a-z0-9]+(?:[._-][a-z0-9]+)*\.\d{4}-\d\d-\d\d\.[A-Za-z\d-]+\.[0-9a-f]{16}\.json(?:\.br|\.gz)?$/;

export interface Written {
  readonly index: string;
  /** Of the index as it is, and as brotli sends it. */
  readonly bytes: number;
  readonly compressed: number;
  /** Names in `texts/` that were deleted. */
  readonly pruned: readonly string[];
  /** Why others could not be. */
  readonly findings: readonly Finding[];
}

export interface SplitOptions {
  readonly force: boolean;
  /** Whether files of earlier runs that the new index does not name are deleted. */
  readonly prune: boolean;
}

/** Writes the texts first and the index after them, so that no index ever names a file that is not there. */
export async function writeSplit(bundle: Bundle, folder: string, {force, prune}: SplitOptions): Promise<Result<Written, Finding>> {
  const {index, texts} = splitBundle(bundle);
  const checked = validate(index);
  if (!checked.ok) return failed(checked.issues.map((issue) => error('invalid-bundle', folder, `${describe(issue)}.`)));
  const place = join(folder, 'bundle.json');
  const indexBytes = toJson(index);
  const indexFiles = withCopies(place, indexBytes);
  const textFiles = await missing([...texts].flatMap(([src, bytes]) => withCopies(join(folder, src), bytes)));
  const changed = await missing(indexFiles);
  const refusals = await refuseOverwriting([...textFiles, ...changed], force);
  if (refusals.length > 0) return failed(refusals);
  // Settings that are there already may have been made to fit a server: they stay.
  const settings = await filter(serverSettings.map(({name, text}) => ({file: join(folder, name), text})), async ({file}) => isAbsent(file));
  for (const files of [[...settings, ...textFiles], changed]) {
    const written = await writeFiles(files, {force});
    if (!written.ok) return written;
  }
  const deletion = prune ? await deleteOld(join(folder, 'texts'), new Set([...texts.keys()].map((src) => src.slice('texts/'.length)))) : {pruned: [], findings: []};
  return ok({index: place, bytes: indexBytes.length, compressed: indexFiles.find(({file}) => file.endsWith('.br'))?.bytes.length ?? 0, ...deletion});
}

/** A file and its copies for servers that send what is compressed already. The file itself last, as it is what others name. */
const withCopies = (file: string, bytes: Uint8Array): NewBytes[] =>
  [{file: `${file}.br`, bytes: toBrotli(bytes)}, {file: `${file}.gz`, bytes: toGzip(bytes)}, {file, bytes}];

const toBrotli = (bytes: Uint8Array): Uint8Array => brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});

/** The header's tenth byte names the system it was made on: 255, unknown, makes all alike (RFC 1952 §2.3.1). Node leaves the time at 0. */
function toGzip(bytes: Uint8Array): Uint8Array {
  const compressed = gzipSync(bytes, {level: 9, memLevel: 9});
  compressed[9] = 255;
  return compressed;
}

/** Those that are not there yet with the very same bytes. */
const missing = (files: readonly NewBytes[]): Promise<NewBytes[]> => filter(files, async ({file, bytes}) => {
  const there = await readBytes(file);
  return !there.ok || Buffer.compare(there.value, bytes) !== 0;
});

const isAbsent = (file: string): Promise<boolean> => lstat(file).then(() => false, () => true);

async function filter<T>(entries: readonly T[], keep: (entry: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(entries.map(keep));
  return entries.filter((_, index) => kept[index]);
}

/** Deletes files of earlier runs; whatever is not named as ours is somebody else's. */
async function deleteOld(folder: string, current: ReadonlySet<string>): Promise<Pick<Written, 'pruned' | 'findings'>> {
  const pruned: string[] = [];
  try {
    const entries = (await readdir(folder, {withFileTypes: true})).sort((a, b) => compare(a.name, b.name));
    for (const entry of entries) {
      const {name} = entry;
      if (!entry.isFile() || !ownName.test(name) || current.has(name.replace(/\.(?:br|gz)$/, ''))) continue;
      await rm(join(folder, name));
      pruned.push(name);
    }
    return {pruned, findings: []};
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return {pruned, findings: [error('undeletable', folder, `The bundle was built, but not every old file could be deleted (${why}). Check this folder’s permissions and run again with --prune.`)]};
  }
}
