/**
 * What work keeps of one run for the next, each piece under the hash of all that it was made
 * from: so it is either right or not there, and nothing has to be told when it is out of date.
 */
import {hexHash} from './hash.js';

export interface Cache {
  /** The key for what is made from all of these. */
  keyOf(parts: Iterable<string | Uint8Array>): string;
  /** Nothing where it is not there, or not whole. */
  read(key: string): Promise<string | undefined>;
  /** Whether it could be kept: a full or closed disk is no reason to stop. */
  write(key: string, body: string): Promise<boolean>;
  /** To be called when all is done: throws away what nobody will ask for. */
  close(): Promise<void>;
}

/** With its length before it, no part can pass for the end of another. */
export const withLengths = (parts: Iterable<string | Uint8Array>): (string | Uint8Array)[] =>
  [...parts].flatMap((part) => [`${part.length} `, part]);

/** For work that keeps nothing. */
export const noCache: Cache = {
  keyOf: (parts) => hexHash(...withLengths(parts)),
  read: async () => undefined,
  write: async () => false,
  close: async () => {},
};
