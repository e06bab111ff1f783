/** From whatever a site's owner pointed the element at to a bundle that can be shown, or to reasons why not. */

import type {Bundle} from '../policy/bundle.js';
import type {Issue} from '../policy/issue.js';
import {isSound} from '../policy/sound.js';

export type State =
  | {readonly kind: 'idle'}
  | {readonly kind: 'loading'}
  | {readonly kind: 'ready'; readonly bundle: Bundle}
  | Failure;

export interface Failure {
  readonly kind: 'failed';
  /** Whether trying again may help: the file did not come, as against: it came and is wrong. */
  readonly unreachable: boolean;
  /** For the site's owner, in English. */
  readonly message: string;
  readonly issues: readonly Issue[];
}

const explain = (): Promise<typeof import('./explain.js')> => import('./explain.js');

/** Accepts a bundle that is already an object; waits only where it is not sound. `name` stands in the message. */
export const acceptBundle = (value: unknown, name: string): State | Promise<State> =>
  isSound(value) ? {kind: 'ready', bundle: value} : explain().then(({explainValue}) => explainValue(value, name));

/** Reads a bundle from JSON. */
export const readBundle = (json: string, name: string): State | Promise<State> => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return explain().then(({explainJson}) => explainJson(json, name, error));
  }
  return acceptBundle(value, name);
};

/** Fetches a bundle. Rejects where it does not come. */
export const fetchBundle = async (src: string, signal: AbortSignal): Promise<State> => {
  const response = await fetch(src, {signal});
  if (!response.ok) throw new Error(`${src} answered ${response.status}`);
  return readBundle(await response.text(), src);
};

/** What became of a source that did not come. */
export const unreachable = (error: unknown): State => ({kind: 'failed', unreachable: true, message: String(error), issues: []});
