/** A button beside the heading or clause that the reader points at, or has the focus in: it copies a link to it. */

import type {Id, LanguageTag} from '../../policy/bundle.js';
import {direction} from '../../policy/language.js';
import {addressWords} from '../../words/address-words.js';
import {localize} from '../../words/localize.js';
import look from './copy-link.css?inline';

const parts = '[part=heading],[data-clause]';

/** Copies letters, also where the page is not served securely and has no clipboard of its own. */
const copy = async (letters: string): Promise<void> => {
  if (isSecureContext) return navigator.clipboard.writeText(letters);
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', letters);
    event.preventDefault();
  };
  document.addEventListener('copy', give, {once: true});
  // Its successor is there on secure pages alone.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand('copy');
  return undefined;
};

export class CopyLink {
  readonly #linkTo: (policy: Id, id: Id) => string;
  readonly #say: (sentence: string) => void;
  readonly #button = document.createElement('button');
  readonly #sheet = new CSSStyleSheet();
  /** What the button stands in. */
  #part: HTMLElement | undefined;
  /** The interface's language. */
  #language: LanguageTag = 'en';

  constructor(linkTo: (policy: Id, id: Id) => string, say: (sentence: string) => void) {
    this.#linkTo = linkTo;
    this.#say = say;
    this.#sheet.replaceSync(look);
    this.#button.type = 'button';
    this.#button.setAttribute('part', 'link');
    this.#button.addEventListener('click', () => void this.#onClick());
    this.#button.addEventListener('keydown', this.#onKey);
  }

  /** Shows the button in the heading or clause around `target`, inside the root of a text. */
  showAt(target: Element, language: LanguageTag): void {
    const part = target.closest<HTMLElement>(parts) ?? undefined;
    const root = target.getRootNode();
    if (part === this.#part || !(root instanceof ShadowRoot)) return;
    // Who tabbed to it keeps it while the mouse lies elsewhere.
    if (this.#button.matches(':focus')) return;
    this.#place(part, root, language);
  }

  hide(): void {
    this.#part = undefined;
    this.#button.remove();
  }

  /** Copies the link to a clause, or without one to all that is chosen, and says so. */
  async copy(policy: Id, id: Id, language: LanguageTag): Promise<void> {
    await copy(this.#linkTo(policy, id));
    this.#say(localize(language, addressWords.copied));
  }

  #place(part: HTMLElement | undefined, root: ShadowRoot, language: LanguageTag): void {
    this.hide();
    if (!part) return;
    this.#part = part;
    this.#language = language;
    if (!root.adoptedStyleSheets.includes(this.#sheet)) root.adoptedStyleSheets.push(this.#sheet);
    this.#button.lang = language;
    this.#button.dir = direction(language);
    this.#button.ariaLabel = localize(language, addressWords.copy);
    // A row of a table takes it in its last cell, an item in its own words.
    (part.matches('tr,li') ? (part.lastElementChild ?? part) : part).append(this.#button);
  }

  readonly #onClick = async (): Promise<void> => {
    const section = this.#part?.matches('[part=heading]') ? this.#part.parentElement?.id : undefined;
    const {host} = this.#button.getRootNode() as ShadowRoot;
    const policy = (host as HTMLElement).dataset['policy'] ?? '';
    await this.copy(policy, section ?? this.#part?.dataset['clause'] ?? '', this.#language);
    this.#button.ariaLabel = localize(this.#language, addressWords.copied);
  };

  /** Arrows take it from clause to clause, for those who have no mouse. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const root = this.#button.getRootNode() as ShadowRoot;
    const all = [...root.querySelectorAll<HTMLElement>(parts)].filter((each) => each.checkVisibility());
    const next = step && this.#part ? all[all.indexOf(this.#part) + step] : undefined;
    if (!next) return;
    event.preventDefault();
    this.#place(next, root, this.#language);
    this.#button.focus();
  };
}
