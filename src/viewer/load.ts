/** From whatever a site's owner pointed the element at to a bundle that can be shown, or to reasons why not. */

import type {Bundle, LanguageTag, TextReference} from '../policy/bundle.js';
import {isReference} from '../policy/clauses.js';
import type {Issue} from '../policy/issue.js';
import {textsOf, type View} from '../policy/select.js';
import {isSound} from '../policy/sound.js';
import {loadFaults} from './load-faults.js';
import {receive, type Received, type Terms} from './receive.js';

export interface Ready {
  readonly kind: 'ready';
  readonly bundle: Bundle;
  /** Where texts are in files of their own: what became of each. */
  readonly texts?: Texts;
}

/**
 * Why there is nothing to show.
 *
 * - `absent`: there is no such file.
 * - `refused`: the server does not give it to this page.
 * - `busy`: the server cannot give it now.
 * - `slow`: it did not come, or not whole, in the time that `limits` gives it.
 * - `connection`: there was no answer, or none that the page may read.
 * - `too-large`: it is larger than `limits` allow.
 * - `unreadable`: it came and is wrong.
 */
export type Cause = 'absent' | 'refused' | 'busy' | 'slow' | 'connection' | 'too-large' | 'unreadable';

export interface Failure {
  readonly kind: 'failed';
  readonly cause: Cause;
  /** For the site's owner, in English. */
  readonly message: string;
  readonly issues: readonly Issue[];
  /** For the reader. Nothing where the means to say more than the least did not come. */
  readonly say?: (language: LanguageTag, isKept?: boolean) => string;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter?: number | undefined;
  /** Tries again by itself, where waiting helps: see try-later.ts. */
  readonly later?: <T extends object>(
    load: (signal: AbortSignal) => T | Failure | Promise<T | Failure>,
    signal: AbortSignal,
    whom: {readonly isConnected: boolean},
  ) => Promise<T | Failure>;
}

/** The texts of one bundle that are in files of their own. */
export interface Texts {
  /** The bundle with those that have come. */
  readonly bundle: Bundle;
  /** Says what comes of them: that there is something to show, a failure, and once that all first wanted are there. */
  listen(listener: TextListener): void;
  /** Takes over the texts of another that are the same here: they have the same hash. */
  adopt(others: Texts | undefined): void;
  /** Fetches what a view lacks, and gives up what it does not want. */
  want(view: View, terms: Terms): void;
  /** Fetches texts beside those of the view that is shown: what was so asked for before is wanted no more. */
  also(references: readonly TextReference[]): void;
  /** Whether a view should wait for its texts while `shown` stays: not for ever, see `patience`. */
  isPending(view: View, shown: View | undefined): boolean;
  /** Why a text did not come; nothing while it is on its way. */
  failureOf(reference: TextReference): Failure | undefined;
  retry(reference: TextReference): void;
  close(): void;
}

export interface TextListener {
  changed(): void;
  failed(failure: Failure): void;
  complete(): void;
  /** The bundle's own file is another now, and so are its texts. */
  replaced(ready: Ready): void;
}

const ready = (bundle: Bundle, base: string): Ready | Promise<Ready> =>
  textsOf(bundle.policies).some(isReference)
    ? import('./text-files.js').then(({openTexts}) => ({kind: 'ready', bundle, texts: openTexts(bundle, base)}))
    : {kind: 'ready', bundle};

type Loaded = Ready | Failure | Promise<Ready | Failure>;

/**
 * Accepts a bundle that is already an object; waits only where it is not sound, or its texts are in files of their own.
 * `name` stands in the message; `base` is the bundle's own address, where it has one.
 */
export const acceptBundle = (value: unknown, name: string, base = ''): Loaded =>
  isSound(value) ? ready(value, base) : loadFaults().then(({explainValue}) => explainValue(value, name, base, ready));

/** Reads a bundle from JSON. */
export const readBundle = (json: string, name: string, base?: string): Loaded => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return loadFaults().then(({explainJson}) => explainJson(json, name, error));
  }
  return acceptBundle(value, name, base);
};

/** What became of a source that did not come. Where the means to say why do not come either, there is no connection. */
const explainFault = (error: unknown, name: string): Promise<Failure> =>
  loadFaults().then(
    ({faultOf}) => faultOf(error, name),
    () => ({kind: 'failed', cause: 'connection', message: String(error), issues: []}),
  );

const receiveBundle = (src: string, signal: AbortSignal, terms: Terms, how?: RequestInit): Promise<Received> => {
  const {integrity} = terms;
  return integrity
    ? import('./integrity.js').then(({receiveWhole}) => receiveWhole(src, integrity, signal, terms, how))
    : receive(src, signal, terms, how);
};

/** Fetches a bundle. */
export const fetchBundle = (
  src: string,
  signal: AbortSignal,
  terms: Terms,
  how?: RequestInit,
): Promise<Ready | Failure> =>
  receiveBundle(src, signal, terms, how).then(
    ([json, address]) => readBundle(json, src, address),
    (error: unknown) => explainFault(error, src),
  );
