/** What became of each policy's texts, kept from one run to the next: so that a second `check` or `build` reads the Markdown of those policies only in which something changed. */
import {resolve} from 'node:path';
import {isWorthwhile, openShelf, type CacheChoice, type Shelf} from '../disk/shelf.js';
import type {Finding} from '../../authoring/findings/finding.js';
import type {Summary} from '../../authoring/bundle/assemble.js';

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

/** The cache for the texts of `path`. Few texts wait in memory. */
export const openCache = (path: string, texts: number, choice: CacheChoice = {isOff: false}): Cache =>
  isWorthwhile(texts, choice) ? onShelf(openShelf([resolve(path)], choice, true)) : inMemory();

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
const detach = (head: Head): Head => parse(JSON.stringify(head));

/** What this command wrote itself, held to be whole by its hash. */
const parse = (json: string): Head => JSON.parse(json) as Head;

/** A line with the head, then each text in a line. */
function onShelf(shelf: Shelf): Cache {
  // Where nothing can be written, memory has to do.
  const instead = inMemory();
  return {
    async get(key) {
      const body = await shelf.read(key);
      return body === undefined ? undefined : parse(body.slice(0, end(body)));
    },
    async put(key, entry) {
      const {json, ...rest} = entry;
      const head = JSON.stringify(rest);
      return (await shelf.write(key, [head, ...json].join('\n'))) ? parse(head) : instead.put(key, entry);
    },
    async json(key) {
      const kept = await instead.json(key);
      if (kept !== undefined) return kept;
      const body = await shelf.read(key);
      return body === undefined ? undefined : body.slice(end(body) + 1).split('\n');
    },
    async close() {
      await shelf.close();
    },
  };
}

/** Strings in JSON have no line feeds. */
const end = (body: string): number => {
  const found = body.indexOf('\n');
  return found === -1 ? body.length : found;
};
