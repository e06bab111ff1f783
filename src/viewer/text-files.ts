/**
 * The texts that a bundle keeps in files of their own: those that are shown are fetched, and no
 * others. Itself fetched only where a bundle has such; it imports nothing that the viewer also
 * imports (not even Lit's `html`), because bundlers would make of that a further file for every reader.
 */

import type {LitElement} from 'lit';
import type {Bundle, Text, TextReference} from '../policy/bundle.js';
import {describe} from '../policy/issue.js';
import type {View} from '../policy/select.js';
import {withTexts} from '../policy/texts.js';
import {patterns, validateText} from '../policy/validate.js';
import type {Words} from '../words/words.js';
import type {Failure, Ready} from './load.js';

/** How long a text that is shown may wait for the one that takes its place, in milliseconds. Longer, and the viewer would seem not to listen. */
const patience = 8_000;

interface FailedText {
  readonly unreachable: boolean;
  readonly retry: () => void;
}

const make = (tag: 'p' | 'button', text: string): HTMLElement =>
  Object.assign(document.createElement(tag), {textContent: text});

class TextFiles implements Ready {
  readonly kind = 'ready';
  bundle: Bundle;
  readonly #index: Bundle;
  readonly #base: string;
  // All by `src`.
  readonly #texts = new Map<string, Text>();
  readonly #coming = new Map<string, AbortController>();
  readonly #failed = new Map<string, FailedText>();
  readonly #standIns = new Map<string, HTMLElement>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #patient = true;
  #told = false;
  #viewer: LitElement | undefined;

  constructor(index: Bundle, base: string) {
    this.bundle = this.#index = index;
    this.#base = base;
  }

  hold(next: View, shown: View | undefined, viewer: LitElement, {signal}: AbortController): boolean {
    this.#viewer = viewer;
    const lacking = new Map(
      next.documents.flatMap(({policy, text}) => ('src' in text ? [[text.src, {policy, text}] as const] : [])),
    );
    for (const [src, controller] of this.#coming) {
      if (lacking.has(src)) continue;
      controller.abort();
      this.#coming.delete(src);
    }
    // Who comes back to a text that failed asks for it again.
    for (const src of this.#failed.keys()) if (!lacking.has(src)) this.#failed.delete(src);
    for (const [src, {text}] of lacking)
      if (!this.#coming.has(src) && !this.#failed.has(src)) void this.#load(text, signal);
    if (!this.#coming.size && !this.#told) {
      this.#told = true;
      this.#emit('policy-load', {bundle: this.bundle});
    }
    const isShown = (id: string): boolean =>
      shown!.documents.some(({policy, text}) => policy.id === id && !('src' in text));
    const waits =
      viewer.hasUpdated &&
      // At first, what stands inside the element is as good as a text.
      (shown
        ? [...this.#coming.keys()].some((src) => isShown(lacking.get(src)!.policy.id))
        : this.#coming.size > 0 && viewer.childElementCount > 0);
    if (!waits) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#patient = true;
    } else if (shown) {
      this.#timer ??= setTimeout(() => {
        this.#patient = false;
        viewer.requestUpdate();
      }, patience);
    }
    return waits && this.#patient;
  }

  standIn({src}: TextReference, words: Words): HTMLElement {
    const failed = this.#failed.get(src);
    const said = !failed ? words.loading() : failed.unreachable ? words.loadingFailed() : words.unreadable();
    const before = this.#standIns.get(src);
    // A rendering between must not take the button from under the reader's finger.
    if (before?.firstElementChild?.textContent === said) return before;
    const element = document.createElement('div');
    element.append(make('p', said));
    element.className = failed ? 'notice' : 'loading';
    if (failed) {
      element.setAttribute('role', 'alert');
      element.part.add('error');
      const button = make('button', words.retry());
      button.setAttribute('type', 'button');
      button.addEventListener('click', failed.retry);
      element.append(button);
    }
    this.#standIns.set(src, element);
    return element;
  }

  async #load(reference: TextReference, signal: AbortSignal, cache: RequestCache = 'default'): Promise<void> {
    const {src} = reference;
    const controller = new AbortController();
    this.#coming.set(src, controller);
    const either = AbortSignal.any([controller.signal, signal]);
    const text = await fetchText(reference, this.#base, this.#index, {signal: either, cache}).catch((error: unknown) =>
      fail(String(error), [], true),
    );
    if (either.aborted) return;
    this.#coming.delete(src);
    if ('kind' in text) {
      // What came may be kept for good, as its name promises; asked again, it has to come anew.
      const retry = (): void => {
        this.#failed.delete(src);
        void this.#load(reference, signal, 'reload');
        this.#viewer?.requestUpdate();
      };
      this.#failed.set(src, {unreachable: text.unreachable, retry});
      console.error(`<policy-viewer>: ${text.message}`);
      this.#emit('policy-error', {message: text.message, issues: text.issues});
    } else {
      this.#texts.set(src, text);
      this.bundle = withTexts(this.#index, this.#texts);
    }
    this.#viewer?.requestUpdate();
  }

  #emit(name: string, detail: unknown): void {
    const viewer = this.#viewer;
    // After the rendering that shows it.
    void Promise.resolve()
      .then(() => viewer?.updateComplete)
      .then(() => viewer?.dispatchEvent(new CustomEvent(name, {bubbles: true, detail})));
  }
}

/** Takes up a bundle. `base` is its own address, or empty where it has none. */
export const openTexts = (index: Bundle, base: string): Ready => new TextFiles(index, base);

const fail = (message: string, issues: Failure['issues'] = [], unreachable = false): Failure => ({
  kind: 'failed',
  unreachable,
  message,
  issues,
});

/** Fetches one text. An answer like 404 has another hash than the text. */
const fetchText = async (
  {src, integrity}: TextReference,
  base: string,
  bundle: Bundle,
  how: RequestInit,
): Promise<Text | Failure> => {
  const address = new URL(src, new URL(base, document.baseURI)).href;
  // `fetch` takes metadata of a form it does not know for none, and another host's file for one of ours.
  if (!patterns.src.test(src) || !patterns.integrity.test(integrity))
    return fail(
      `${address} was not fetched. Its src has to be relative, and its integrity sha256-, sha384- or sha512- and a hash in Base64; found ${JSON.stringify({src, integrity})}.`,
    );
  let value: unknown;
  try {
    value = await (await fetch(address, {...how, integrity})).json();
  } catch (error) {
    return error instanceof SyntaxError
      ? fail(`${address} is not complete JSON (${error.message}).`)
      : fail(
          `${address} did not come, or is not the file that the bundle means: its hash is another. Publish the bundle and its texts together. (${error})`,
          [],
          true,
        );
  }
  const result = validateText(value, bundle);
  return result.ok
    ? result.value
    : fail([`${address} is not a text that can be shown.`, ...result.issues.map(describe)].join('\n'), result.issues);
};
