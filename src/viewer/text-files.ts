/**
 * The texts that a bundle keeps in files of their own: those that are shown are fetched, and no
 * others. Itself fetched only where a bundle has such.
 */

import type {Bundle, Text, TextReference} from '../policy/bundle.js';
import {isReference} from '../policy/clauses.js';
import {describe} from '../policy/issue.js';
import type {View} from '../policy/select.js';
import {withTexts} from '../policy/texts.js';
import {patterns, validateText} from '../policy/validate.js';
import {loadFaults} from './load-faults.js';
import type {Failure, TextListener, Texts} from './load.js';
import {receive, type Limits} from './receive.js';

/**
 * How long a text that is shown may wait for the one that takes its place, in milliseconds. Longer, and the viewer
 * would seem not to listen.
 */
const patience = 8_000;

type TextState =
  | {readonly kind: 'loading'; readonly request: AbortController}
  | {readonly kind: 'ready'; readonly text: Text}
  | Failure;

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
  #limits: Limits | undefined;

  constructor(index: Bundle, base: string) {
    this.bundle = this.#index = index;
    this.#base = base;
  }

  listen(listener: TextListener): void {
    this.#listener = listener;
  }

  want(view: View, limits: Limits | undefined): void {
    this.#limits = limits;
    const lacking = lackingIn(view);
    for (const [src, state] of this.#states) {
      if (state.kind === 'ready' || lacking.has(src) || this.#also.has(src)) continue;
      // Who comes back to a text that failed, or was given up, asks for it again.
      if (state.kind === 'loading') state.request.abort();
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
    return state?.kind === 'failed' ? state : undefined;
  }

  retry(reference: TextReference): void {
    // What came may be kept for good, as its name promises; asked again, it has to come anew.
    void this.#load(reference, 'reload');
    this.#listener?.changed();
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const state of this.#states.values()) if (state.kind === 'loading') state.request.abort();
    this.#listener = undefined;
  }

  #isLoading(srcs: Iterable<string>): boolean {
    return [...srcs].some((src) => this.#states.get(src)?.kind === 'loading');
  }

  async #load(reference: TextReference, cache: RequestCache = 'default'): Promise<void> {
    const {src} = reference;
    const request = new AbortController();
    this.#states.set(src, {kind: 'loading', request});
    const text = await fetchText(reference, this.#base, this.#index, request, this.#limits, cache);
    const state = this.#states.get(src);
    // Wanted no more, or asked for again.
    if (state?.kind !== 'loading' || state.request !== request) return;
    if ('kind' in text) {
      this.#states.set(src, text);
      this.#listener?.failed(text);
    } else {
      this.#states.set(src, {kind: 'ready', text});
      const texts = [...this.#states].flatMap(([src, state]) =>
        state.kind === 'ready' ? [[src, state.text] as const] : [],
      );
      this.bundle = withTexts(this.#index, new Map(texts));
    }
    this.#listener?.changed();
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
  request: AbortController,
  limits: Limits | undefined,
  cache: RequestCache,
): Promise<Text | Failure> => {
  const address = new URL(src, new URL(base, document.baseURI)).href;
  const {fail, faultOf} = await loadFaults();
  // `fetch` takes metadata of a form it does not know for none, and another host's file for one of ours.
  if (!patterns.src.test(src) || !patterns.integrity.test(integrity))
    return fail(
      'unreadable',
      `${address} was not fetched. Its src has to be relative, and its integrity sha256-, sha384- or ` +
        `sha512- and a hash in Base64; found ${JSON.stringify({src, integrity})}.`,
    );
  let value: unknown;
  try {
    const [json] = await receive(address, request, limits, {cache, integrity});
    value = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return fail('unreadable', `${address} is not complete JSON (${error.message}).`);
    const fault = faultOf(error, address);
    // An answer like 404 has another hash than the text, and `fetch` tells no more than that nothing came.
    return fault.cause === 'connection'
      ? fail(
          'connection',
          `${address} did not come, or is not the file that the bundle means: its hash is another. ` +
            `Publish the bundle and its texts together. (${String(error)})`,
        )
      : fault;
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
