/** What the element was pointed at, and how far it has come: one value, which everything that is shown goes by. */

import type {ReactiveControllerHost} from 'lit';
import type {Bundle} from '../../policy/bundle.js';
import type {View} from '../../policy/select.js';
import {fetchBundle, readBundle, type Failure, type Ready} from '../load.js';
import type {Terms} from '../receive.js';

/** `last` is what was readable before a reload, and stays so until what takes its place is there. */
export type LoadingState =
  | {readonly kind: 'idle'; readonly last?: undefined}
  | {readonly kind: 'loading'; readonly last?: Ready | undefined}
  | (Failure & {readonly last?: Ready | undefined})
  | Ready;

export type Tell = (event: 'policy-load' | 'policy-error', detail: unknown) => void;

export type LoadingHost = ReactiveControllerHost & HTMLElement & Terms;

export class Loading {
  readonly #host: LoadingHost;
  readonly #tell: Tell;
  #state: LoadingState = {kind: 'idle'};
  /** Ends the request that is under way. */
  #request: AbortController | undefined;

  constructor(host: LoadingHost, tell: Tell) {
    this.#host = host;
    this.#tell = tell;
  }

  get state(): LoadingState {
    return this.#state;
  }

  /** What can be read: loaded, or kept from before. */
  get shown(): Ready | undefined {
    const state = this.#state;
    return state.kind === 'ready' ? state : state.last;
  }

  /** With every text that has come. */
  get bundle(): Bundle | undefined {
    return this.shown?.texts?.bundle ?? this.shown?.bundle;
  }

  /** Fetches a bundle; what is shown stays until it is there where it is the same one `again`. */
  fetch(src: string, again = false): void {
    this.follow((signal) => fetchBundle(src, signal, this.#host), again);
  }

  /** Takes up the bundle that stands inside the element, if one does. */
  readChild(): void {
    // It may not be there, or not whole, while the page is still parsed.
    if (document.readyState === 'loading')
      return addEventListener('DOMContentLoaded', () => this.#host.requestUpdate(), {once: true});
    const json = this.#host.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (json?.trim()) this.follow(() => readBundle(json, 'The JSON in <policy-viewer>'));
  }

  /** Takes up a source; a request for the one before it is given up. `keep`: it is the same source again. */
  follow(load: (signal: AbortSignal) => Ready | Failure | Promise<Ready | Failure>, keep = false): void {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    const last = keep ? this.shown : undefined;
    const {signal} = request;
    const next = load(signal);
    if (!(next instanceof Promise)) return this.#enter(next);
    this.#enter({kind: 'loading', last});
    const arrive = (state: Ready | Failure): void => {
      if (signal.aborted) return;
      if (state.kind === 'ready') return this.#enter(state);
      this.#enter({...state, last});
      void state.later?.(load, signal, this.#host).then(arrive);
    };
    void next.then(arrive);
  }

  /** Fetches the texts that a view lacks. Whether to go on with what is shown until they are there. */
  isPending(view: View, shown: View | undefined): boolean {
    const texts = this.shown?.texts;
    texts?.want(view, this.#host);
    // At first, what stands inside the element is as good as a text.
    return !!texts?.isPending(view, shown) && (!!shown || this.#host.childElementCount > 0);
  }

  #enter(state: LoadingState): void {
    const before = this.shown;
    this.#state = state;
    if (before !== this.shown) {
      if (state.kind === 'ready') state.texts?.adopt(before?.texts);
      before?.texts?.close();
    }
    this.#host.requestUpdate();
    if (state.kind === 'failed') this.#fail(state);
    if (state.kind !== 'ready') return;
    if (!state.texts) this.#tell('policy-load', {bundle: state.bundle});
    state.texts?.listen({
      changed: () => this.#host.requestUpdate(),
      failed: (failure) => this.#fail(failure),
      complete: () => this.#tell('policy-load', {bundle: this.bundle}),
      replaced: (ready) => this.#enter(ready),
    });
  }

  #fail({cause, message, issues}: Failure): void {
    console.error(`<policy-viewer>: ${message}`);
    this.#tell('policy-error', {cause, message, issues});
  }
}
