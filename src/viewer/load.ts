/** From whatever a site's owner pointed the element at to a bundle that can be shown, or to reasons why not. */

import type {LitElement} from 'lit';
import type {Bundle, TextReference} from '../policy/bundle.js';
import {isReference} from '../policy/clauses.js';
import type {Issue} from '../policy/issue.js';
import {textsOf, type View} from '../policy/select.js';
import {isSound} from '../policy/sound.js';
import type {Words} from '../words/words.js';

export type State = Waiting<'idle'> | Waiting<'loading'> | Ready | Failure;

interface Waiting<Kind> {
  readonly kind: Kind;
  readonly bundle?: undefined;
  readonly hold?: undefined;
  readonly standIn?: undefined;
}

export interface Ready {
  readonly kind: 'ready';
  readonly bundle: Bundle;
  /**
   * Where texts are in files of their own: fetches what `next` lacks, and renders the viewer anew when it is there.
   * Says whether to go on with what is shown until then. It all ends with `source`.
   */
  hold?(next: View, shown: View | undefined, viewer: LitElement, source: AbortController): boolean;
  /** What stands in place of a text that is not there. */
  standIn?(reference: TextReference, words: Words): unknown;
}

export interface Failure extends Waiting<'failed'> {
  /** Whether trying again may help: the file did not come, as against: it came and is wrong. */
  readonly unreachable: boolean;
  /** For the site's owner, in English. */
  readonly message: string;
  readonly issues: readonly Issue[];
}

const explain = (): Promise<typeof import('./explain.js')> => import('./explain.js');

const ready = (bundle: Bundle, base: string): State | Promise<State> =>
  textsOf(bundle.policies).some(isReference)
    ? import('./text-files.js').then(({openTexts}) => openTexts(bundle, base))
    : {kind: 'ready', bundle};

/**
 * Accepts a bundle that is already an object; waits only where it is not sound, or its texts are in files of their own.
 * `name` stands in the message; `base` is the bundle's own address, where it has one.
 */
export const acceptBundle = (value: unknown, name: string, base = ''): State | Promise<State> =>
  isSound(value) ? ready(value, base) : explain().then(({explainValue}) => explainValue(value, name, base, ready));

/** Reads a bundle from JSON. */
export const readBundle = (json: string, name: string, base?: string): State | Promise<State> => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return explain().then(({explainJson}) => explainJson(json, name, error));
  }
  return acceptBundle(value, name, base);
};

/** Fetches a bundle. Rejects where it does not come. */
export const fetchBundle = async (src: string, signal: AbortSignal): Promise<State> => {
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
