/** From whatever a site's owner pointed the element at to a bundle that can be shown, or to reasons why not. */

import type {Bundle, TextReference} from '../policy/bundle.js';
import {isReference} from '../policy/clauses.js';
import type {Issue} from '../policy/issue.js';
import {textsOf, type View} from '../policy/select.js';
import {isSound} from '../policy/sound.js';

export interface Ready {
  readonly kind: 'ready';
  readonly bundle: Bundle;
  /** Where texts are in files of their own: what became of each. */
  readonly texts?: Texts;
}

export interface Failure {
  readonly kind: 'failed';
  /** Whether trying again may help: the file did not come, as against: it came and is wrong. */
  readonly unreachable: boolean;
  /** For the site's owner, in English. */
  readonly message: string;
  readonly issues: readonly Issue[];
}

/** The texts of one bundle that are in files of their own. */
export interface Texts {
  /** The bundle with those that have come. */
  readonly bundle: Bundle;
  /** Says what comes of them: that there is something to show, a failure, and once that all first wanted are there. */
  listen(listener: TextListener): void;
  /** Fetches what a view lacks, and gives up what it does not want. */
  want(view: View): void;
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
}

const explain = (): Promise<typeof import('./explain.js')> => import('./explain.js');

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
  isSound(value) ? ready(value, base) : explain().then(({explainValue}) => explainValue(value, name, base, ready));

/** Reads a bundle from JSON. */
export const readBundle = (json: string, name: string, base?: string): Loaded => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return explain().then(({explainJson}) => explainJson(json, name, error));
  }
  return acceptBundle(value, name, base);
};

/** Fetches a bundle. Rejects where it does not come. */
export const fetchBundle = async (src: string, signal: AbortSignal): Promise<Ready | Failure> => {
  const response = await fetch(src, {signal});
  if (!response.ok) throw new Error(`${src} answered ${response.status}`);
  return readBundle(await response.text(), src, response.url);
};

/** What became of a source that did not come. */
export const unreachable = (error: unknown): Failure => ({
  kind: 'failed',
  unreachable: true,
  message: String(error),
  issues: [],
});
