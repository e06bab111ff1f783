/**
 * One bundle → a small index and one file for each text, named by what is in it, with compressed copies beside them.
 */
import {createHash} from 'node:crypto';
import {lstat, readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync} from 'node:zlib';
import type {Bundle, Edition, LanguageTag, Policy, Text, TextReference} from '../../policy/bundle.js';
import {audiencesOf, isReference} from '../../policy/clauses.js';
import {describe} from '../../policy/issue.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {validate} from '../../policy/validate.js';
import {codeOf, disk, refuseOverwriting, stageFiles, type NewBytes, type NewFile} from '../disk/files.js';
import {mapSome} from '../../authoring/collections/map-some.js';
import {compare, error, type Finding} from '../../authoring/findings/finding.js';
import type {Progress} from '../../authoring/work/progress.js';
import {serverSettings} from './server-settings.js';

export interface SplitPolicy {
  /** With a reference in each text's place. */
  readonly policy: Policy;
  /** By `src`. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

/**
 * Each text becomes a reference to a file whose name holds a hash of its bytes: what is cached under it is never out
 * of date.
 */
export function splitPolicy(whole: Policy, audiences: Bundle['audiences']): SplitPolicy {
  const texts = new Map<string, Uint8Array>();
  const refer = (text: Text | TextReference, {id: edition}: Edition, language: LanguageTag): TextReference => {
    if (isReference(text)) return text;
    const bytes = toJson(text);
    const digest = createHash('sha256').update(bytes).digest();
    const src = `texts/${whole.id}.${edition}.${language}.${digest.toString('hex').slice(0, 16)}.json`;
    texts.set(src, bytes);
    const present = audiencesOf(text);
    return {
      src,
      integrity: `sha256-${digest.toString('base64')}`,
      title: text.title,
      audiences: audiences.map(({id}) => id).filter((id) => present.has(id)),
    };
  };
  const editions = whole.editions.map((edition) => ({
    ...edition,
    texts: Object.fromEntries(
      Object.entries(edition.texts).map(([language, text]) => [language, refer(text, edition, language)]),
    ),
  }));
  return {policy: {...whole, editions}, texts};
}

const toJson = (value: Bundle | Text): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

/** What `splitPolicy` names files, with the endings of their compressed copies. */
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
  readonly progress?: Progress;
}

/**
 * Writes the texts first, policy by policy, and the index after them, so that no index ever names a file that is not
 * there. `index` is the bundle with or without texts in it; `whole` gives each policy with its texts.
 */
export async function writeSplit(
  index: Bundle,
  whole: (policy: Policy) => Promise<Result<Policy, Finding>>,
  folder: string,
  {force, prune, progress}: SplitOptions,
): Promise<Result<Written, Finding>> {
  const staging = stageFiles();
  const write = async (files: readonly (NewBytes | NewFile)[]): Promise<Result<void, Finding>> => {
    const refusals = await refuseOverwriting(files, force);
    if (refusals.length > 0) return failed(refusals);
    for (const file of files) {
      const staged = await staging.add(file);
      if (!staged.ok) return staged;
    }
    return ok(undefined);
  };
  try {
    // Settings that are there already may have been made to fit a server: they stay.
    const settings = serverSettings.map(({name, text}) => ({file: join(folder, name), text}));
    const begun = await write(
      (await mapSome(settings, async (each) => ((await isAbsent(each.file)) ? [each] : []))).flat(),
    );
    if (!begun.ok) return begun;
    const policies: Policy[] = [];
    const current = new Set<string>();
    for (const each of index.policies) {
      const loaded = await whole(each);
      if (!loaded.ok) return loaded;
      const {policy, texts} = splitPolicy(loaded.value, index.audiences);
      for (const [src, bytes] of texts) {
        current.add(src.slice('texts/'.length));
        const written = await write(await whatLacks(join(folder, src), bytes));
        if (!written.ok) return written;
      }
      policies.push(policy);
      progress?.show('Wrote', policies.length, index.policies.length, 'policies');
    }
    const checked = validate({...index, policies});
    if (!checked.ok)
      return failed(checked.issues.map((issue) => error('invalid-bundle', folder, `${describe(issue)}.`)));
    const place = join(folder, 'bundle.json');
    const bytes = toJson({...index, policies});
    const last = await write(await whatLacks(place, bytes));
    const placed = last.ok ? await staging.commit() : last;
    if (!placed.ok) return placed;
    const deletion = prune ? await deleteOld(join(folder, 'texts'), current) : {pruned: [], findings: []};
    return ok({index: place, bytes: bytes.length, compressed: (await stat(`${place}.br`)).size, ...deletion});
  } finally {
    await staging.discard();
  }
}

/**
 * Of a file and its copies for servers that send what is compressed already, those that are not there yet as they
 * should be. The file itself last, as it is what others name.
 */
async function whatLacks(file: string, bytes: Uint8Array): Promise<NewBytes[]> {
  const copies = [
    {file: `${file}.br`, make: toBrotli, undo: brotliDecompressSync},
    {file: `${file}.gz`, make: toGzip, undo: gunzipSync},
    {file, make: (same: Uint8Array) => same, undo: (same: Uint8Array) => same},
  ];
  return (
    await mapSome(copies, async ({file: copy, make, undo}) =>
      (await holds(copy, bytes, undo)) ? [] : [{file: copy, bytes: make(bytes)}],
    )
  ).flat();
}

/** Compressing takes a hundred times as long as looking whether it was done before. */
async function holds(file: string, bytes: Uint8Array, undo: (bytes: Uint8Array) => Uint8Array): Promise<boolean> {
  const there = await disk.read(file);
  try {
    return there.ok && there.value !== undefined && Buffer.compare(undo(there.value), bytes) === 0;
  } catch {
    // Cut off, or nothing that was compressed.
    return false;
  }
}

const toBrotli = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/**
 * The header's tenth byte names the system it was made on: 255, unknown, makes all alike (RFC 1952 §2.3.1). Node
 * leaves the time at 0.
 */
function toGzip(bytes: Uint8Array): Uint8Array {
  const compressed = gzipSync(bytes, {level: 9, memLevel: 9});
  compressed[9] = 255;
  return compressed;
}

const isAbsent = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => false,
    () => true,
  );

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
    return {
      pruned,
      findings: [
        error(
          'undeletable',
          folder,
          `The bundle was built, but not every old file could be deleted (${codeOf(cause)}). ` +
            'Check this folder’s permissions and run again with --prune.',
        ),
      ],
    };
  }
}
