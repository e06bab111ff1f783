/**
 * The texts that a bundle keeps in files of their own: those that are shown are fetched, and no
 * others. Itself fetched only where a bundle has such.
 */

import type {Bundle, Text, TextReference} from '../policy/bundle.js';
import {isReference} from '../policy/clauses.js';
import {describe} from '../policy/issue.js';
import {textsOf, type View} from '../policy/select.js';
import {withTexts} from '../policy/texts.js';
import {patterns, validateText} from '../policy/validate.js';
import {receiveWhole} from './integrity.js';
import {loadFaults} from './load-faults.js';
import {fetchBundle, type Failure, type TextListener, type Texts} from './load.js';
import type {Terms} from './receive.js';

/**
 * How long a text that is shown may wait for the one that takes its place, in milliseconds. Longer, and the viewer
 * would seem not to listen.
 */
const patience = 8_000;

type TextState =
  | {readonly kind: 'loading'; readonly request: AbortController}
  | {readonly kind: 'ready'; readonly text: Text; readonly integrity: string}
  | {readonly kind: 'failed'; readonly failure: Failure; readonly request: AbortController};

/** By address and hash: what was missing, and had the index read again. It is not read for the same one twice. */
const missed = new Set<string>();

class TextFiles implements Texts {
  bundle: Bundle;
  readonly #index: Bundle;
  readonly #base: string;
  /** By `src`; what nobody wanted yet is not in it. */
  readonly #states = new Map<string, TextState>();
  /** What else is wanted, by `src`: see `also`. */
  #also: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPatient = true;
  #isComplete = false;
  #listener: TextListener | undefined;
  #terms: Terms = {};

  constructor(index: Bundle, base: string) {
    this.bundle = this.#index = index;
    this.#base = base;
  }

  get isConnected(): boolean {
    return this.#listener !== undefined;
  }

  listen(listener: TextListener): void {
    this.#listener = listener;
  }

  adopt(others: Texts | undefined): void {
    if (!(others instanceof TextFiles)) return;
    for (const reference of textsOf(this.#index.policies)) {
      const known = isReference(reference) && others.#states.get(reference.src);
      if (known && known.kind === 'ready' && known.integrity === reference.integrity) this.#keep(reference, known.text);
    }
  }

  want(view: View, terms: Terms): void {
    this.#terms = terms;
    const lacking = lackingIn(view);
    for (const [src, state] of this.#states) {
      if (state.kind === 'ready' || lacking.has(src) || this.#also.has(src)) continue;
      // Who comes back to a text that failed, or was given up, asks for it again.
      state.request.abort();
      this.#states.delete(src);
    }
    for (const {reference} of lacking.values()) if (!this.#states.has(reference.src)) void this.#load(reference);
    if (this.#isComplete || this.#isLoading(lacking.keys())) return;
    this.#isComplete = true;
    this.#listener?.complete();
  }

  also(references: readonly TextReference[]): void {
    this.#also = new Set(references.map(({src}) => src));
    for (const reference of references) if (!this.#states.has(reference.src)) void this.#load(reference);
  }

  isPending(view: View, shown: View | undefined): boolean {
    const coming = [...lackingIn(view).values()].filter(({reference}) => this.#isLoading([reference.src]));
    const isPending = shown
      ? coming.some(({policy}) =>
          shown.documents.some((other) => other.policy.id === policy && !isReference(other.text)),
        )
      : coming.length > 0;
    if (!isPending) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#isPatient = true;
    } else if (shown) {
      this.#timer ??= setTimeout(() => {
        this.#isPatient = false;
        this.#listener?.changed();
      }, patience);
    }
    return isPending && this.#isPatient;
  }

  failureOf({src}: TextReference): Failure | undefined {
    const state = this.#states.get(src);
    return state?.kind === 'failed' ? state.failure : undefined;
  }

  retry(reference: TextReference): void {
    // What came may be kept for good, as its name promises; asked again, it has to come anew.
    void this.#load(reference, 'reload');
    this.#listener?.changed();
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const state of this.#states.values()) if (state.kind !== 'ready') state.request.abort();
    this.#listener = undefined;
  }

  #isLoading(srcs: Iterable<string>): boolean {
    return [...srcs].some((src) => this.#states.get(src)?.kind === 'loading');
  }

  async #load(reference: TextReference, cache: RequestCache = 'default'): Promise<void> {
    const {src} = reference;
    const before = this.#states.get(src);
    if (before && before.kind !== 'ready') before.request.abort();
    const request = new AbortController();
    const {signal} = request;
    this.#states.set(src, {kind: 'loading', request});
    const load = (): Promise<Text | Failure> =>
      fetchText(reference, this.#base, this.#index, signal, this.#terms, cache);
    const arrive = async (text: Text | Failure): Promise<void> => {
      if (signal.aborted) return;
      if (!('kind' in text)) this.#keep(reference, text);
      else if (await this.#isReplaced(reference, text, signal)) return;
      else {
        this.#states.set(src, {kind: 'failed', failure: text, request});
        this.#listener?.failed(text);
        void text.later?.(load, signal, this).then(arrive);
      }
      this.#listener?.changed();
    };
    await arrive(await load());
  }

  #keep({src, integrity}: TextReference, text: Text): void {
    this.#states.set(src, {kind: 'ready', text, integrity});
    const texts = [...this.#states].flatMap(([src, state]) =>
      state.kind === 'ready' ? [[src, state.text] as const] : [],
    );
    this.bundle = withTexts(this.#index, new Map(texts));
  }

  /**
   * Whether there is another index now, whose texts are shown instead. Pages stay open while sites are published anew:
   * then a text may be gone, or another, and the index knows of it.
   */
  async #isReplaced({src, integrity}: TextReference, {cause}: Failure, signal: AbortSignal): Promise<boolean> {
    const key = `${this.#base} ${src} ${integrity}`;
    if (!this.#base || !['absent', 'unreadable'].includes(cause) || missed.has(key)) return false;
    missed.add(key);
    const index = await fetchBundle(this.#base, signal, this.#terms, {cache: 'no-cache'});
    if (signal.aborted || index.kind === 'failed' || JSON.stringify(index.bundle) === JSON.stringify(this.#index))
      return signal.aborted;
    this.#listener?.replaced(index);
    return true;
  }
}

/** The texts of a view that are not there, by `src`, and whose they are. */
const lackingIn = ({
  documents,
}: View): ReadonlyMap<string, {readonly policy: string; readonly reference: TextReference}> =>
  new Map(
    documents.flatMap(({policy, text}) =>
      isReference(text) ? [[text.src, {policy: policy.id, reference: text}] as const] : [],
    ),
  );

/** Takes up a bundle. `base` is its own address, or empty where it has none. */
export const openTexts = (index: Bundle, base: string): Texts => new TextFiles(index, base);

/** Fetches one text. */
const fetchText = async (
  {src, integrity}: TextReference,
  base: string,
  bundle: Bundle,
  signal: AbortSignal,
  terms: Terms,
  cache: RequestCache,
): Promise<Text | Failure> => {
  const address = new URL(src, new URL(base, document.baseURI)).href;
  const {fail, faultOf} = await loadFaults();
  // A text on another host is none of ours.
  if (!patterns.src.test(src))
    return fail('unreadable', `${address} was not fetched. Its src has to be relative; found ${JSON.stringify(src)}.`);
  let value: unknown;
  try {
    const [json] = await receiveWhole(address, integrity, signal, terms, {cache});
    value = JSON.parse(json);
  } catch (error) {
    return error instanceof SyntaxError
      ? fail('unreadable', `${address} is not complete JSON (${error.message}).`)
      : faultOf(error, address);
  }
  const result = validateText(value, bundle);
  return result.ok
    ? result.value
    : fail(
        'unreadable',
        [`${address} is not a text that can be shown.`, ...result.issues.map(describe)].join('\n'),
        result.issues,
      );
};
