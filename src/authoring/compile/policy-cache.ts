/**
 * What became of each policy's texts, kept from one run to the next: so that a second `check` or `build`
 * reads the Markdown of those policies only in which something changed.
 */
import {noCache, type Cache} from '../work/cache.js';
import type {Finding} from '../findings/finding.js';
import type {Id} from '../../policy/bundle.js';
import type {Elsewhere} from '../folder/markdown/context.js';
import type {Summary} from '../bundle/assemble.js';

/** What is kept of one policy. */
export interface CompiledPolicy extends PolicySummary {
  /** Each text as JSON, in the order of `texts`; empty where it was found unfit. */
  readonly json: readonly string[];
}

/** All of it but the texts themselves. */
export interface PolicySummary {
  readonly texts: readonly Summary[];
  /** What keeps a bundle from being made, if it is an error. */
  readonly found: readonly Finding[];
  /** What else there is to say of the texts. */
  readonly examined: readonly Finding[];
  /** Where the texts break the bundle's own rules. */
  readonly invalid: readonly Finding[];
  /** Links to other policies, to be held against those. */
  readonly elsewhere?: readonly Elsewhere[];
  /** Of every clause and section in any edition and language. */
  readonly ids?: readonly Id[];
  /** Of policies.yaml, where findings stand in it: they are right for it alone. */
  readonly settings?: string;
}

export interface PolicyCache {
  keyOf(parts: Iterable<string | Uint8Array>): string;
  get(key: string): Promise<PolicySummary | undefined>;
  /** Gives the summary back as a copy that holds on to nothing else. */
  put(key: string, entry: CompiledPolicy): Promise<PolicySummary>;
  /** The texts of an entry; nothing where it is gone. */
  json(key: string): Promise<readonly string[] | undefined>;
  /** To be called when all is done. */
  close(): Promise<void>;
}

/** For few texts, or for several runs of one program. */
export function inMemory(): PolicyCache {
  const entries = new Map<string, CompiledPolicy>();
  let used = new Set<string>();
  return {
    keyOf: (parts) => noCache.keyOf(parts),
    async get(key) {
      used.add(key);
      return entries.get(key);
    },
    async put(key, {json, ...summary}) {
      const copy = detach(summary);
      used.add(key);
      entries.set(key, {...copy, json});
      return copy;
    },
    async json(key) {
      return entries.get(key)?.json;
    },
    async close() {
      for (const key of entries.keys()) if (!used.has(key)) entries.delete(key);
      used = new Set();
    },
  };
}

/** A string cut out of a text keeps the whole text in memory; one that was read from JSON does not. */
const detach = (summary: PolicySummary): PolicySummary => parse(JSON.stringify(summary));

/** What this command wrote itself, held to be whole by its hash. */
const parse = (json: string): PolicySummary => JSON.parse(json) as PolicySummary;

/** Of each policy a line with its summary, then each text in a line. */
export function cachedIn(cache: Cache): PolicyCache {
  // Where nothing can be written, memory has to do.
  const instead = inMemory();
  return {
    keyOf: (parts) => cache.keyOf(parts),
    async get(key) {
      const body = await cache.read(key);
      return body === undefined ? undefined : parse(body.slice(0, end(body)));
    },
    async put(key, entry) {
      const {json, ...rest} = entry;
      const summary = JSON.stringify(rest);
      return (await cache.write(key, [summary, ...json].join('\n'))) ? parse(summary) : instead.put(key, entry);
    },
    async json(key) {
      const kept = await instead.json(key);
      if (kept !== undefined) return kept;
      const body = await cache.read(key);
      return body === undefined ? undefined : body.slice(end(body) + 1).split('\n');
    },
    async close() {
      await cache.close();
    },
  };
}

/** Strings in JSON have no line feeds. */
const end = (body: string): number => {
  const found = body.indexOf('\n');
  return found === -1 ? body.length : found;
};
