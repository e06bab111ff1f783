/** A policies folder or a bundle file on disk, whichever a path leads to. */
import {resolve} from 'node:path';
import type {Bundle, Policy} from '../../policy/bundle.js';
import {ok, type Result} from '../../policy/result.js';
import {loadTexts} from '../../authoring/bundle/load-texts.js';
import {readBundle} from '../../authoring/bundle/parse-bundle.js';
import type {CompileOptions} from '../../authoring/compile/compile.js';
import {
  inspectBundle,
  inspectFolder,
  inspectIndex,
  nothing,
  putTextsIn,
  type Inspection,
} from '../../authoring/compile/inspect.js';
import {cachedIn, inMemory, type PolicyCache} from '../../authoring/compile/policy-cache.js';
import {sortFindings, type Finding} from '../../authoring/findings/finding.js';
import {isWorthwhile, openDiskCache, type CacheChoice} from '../disk/disk-cache.js';
import {disk, kindOf} from '../disk/files.js';
import {isAddress, web} from '../web/get.js';

export interface InspectOptions extends Omit<CompileOptions, 'openCache'> {
  /** Where what is kept from one run to the next goes. */
  readonly choice?: CacheChoice;
  /** One that outlives this run, instead of the usual one. */
  readonly cache?: PolicyCache;
  /**
   * What the texts of a folder say is always looked at; those of a bundle, which others may have made, only if asked
   * for.
   */
  readonly thorough?: boolean;
}

export async function inspect(path: string, options: InspectOptions = {}): Promise<Inspection> {
  const kind = await kindOf(path);
  if (!kind.ok) return {kind: 'nothing', findings: kind.issues, ...nothing};
  return kind.value === 'folder'
    ? inspectFolder(disk, path, withCache(path, options))
    : inspectBundle(disk, path, options.thorough ?? false);
}

/** The same without the texts, however many there are. */
export async function inspectWithoutTexts(
  path: string,
  options: InspectOptions = {},
): Promise<Omit<Inspection, 'bundle' | 'draft'>> {
  const kind = await kindOf(path);
  if (!kind.ok || kind.value === 'file') return inspect(path, options);
  const {inspection, close} = await inspectIndex(disk, path, withCache(path, options));
  await close();
  return inspection;
}

/** A folder or bundle, to be gone through policy by policy. */
export interface Opened {
  readonly findings: readonly Finding[];
  /** What there is, with or without texts in it; absent where no bundle can be had. */
  readonly index?: Bundle;
  readonly texts: number;
  /** A policy of `index` with every text in it. */
  whole(policy: Policy): Promise<Result<Policy, Finding>>;
  /** To be called when no text is wanted any more. */
  close(): Promise<void>;
}

export async function open(path: string, options: InspectOptions = {}): Promise<Opened> {
  const kind = await kindOf(path);
  if (kind.ok && kind.value === 'folder') {
    const {
      inspection: {findings, texts},
      index,
      isSound,
      textsOf,
      close,
    } = await inspectIndex(disk, path, withCache(path, options));
    return {
      findings,
      texts,
      ...(index !== undefined && isSound && {index}),
      whole: async (policy) => ok(index === undefined ? policy : await putTextsIn(index, policy, textsOf)),
      close,
    };
  }
  const files = isAddress(path) ? web : disk;
  const read = files === web || kind.ok ? await readBundle(files, path) : kind;
  const closed = {texts: 0, async close() {}};
  if (!read.ok) return {...closed, findings: sortFindings(read.issues), whole: async (policy) => ok(policy)};
  const {bundle: index} = read.value;
  return {
    ...closed,
    findings: [],
    index,
    async whole(policy) {
      const loaded = await loadTexts(files, {...index, policies: [policy]}, path);
      return loaded.ok ? ok(loaded.value.policies[0] ?? policy) : loaded;
    },
  };
}

/** Few texts wait in memory, many on disk. */
export const withCache = (
  path: string,
  {choice = {isOff: false}, cache, ...options}: InspectOptions,
): CompileOptions => ({
  ...options,
  openCache: (texts) =>
    cache ?? (isWorthwhile(texts, choice) ? cachedIn(openDiskCache([resolve(path)], choice, true)) : inMemory()),
});
