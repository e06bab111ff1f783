/** What a screen reader says of a change, in one live region that is there from the start and never replaced. */

import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How long changes may follow one another and be one announcement, in milliseconds. */
const pause = 120;

/** A paragraph of its own, so that a screen reader pauses after it; the space is for who reads on without one. */
const paragraph = (sentence: string): HTMLElement => {
  const element = document.createElement('p');
  element.textContent = `${sentence} `;
  return element;
};

export class Announcing implements ReactiveController {
  readonly #region: Element;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, region: Element) {
    this.#region = region;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Says sentences: of several calls in quick succession those of the last, and what was said before again. */
  say(...sentences: readonly string[]): void {
    clearTimeout(this.#timer);
    // Emptied first: where the letters stay the same nothing would be said.
    this.#region.replaceChildren();
    this.#timer = setTimeout(() => this.#region.replaceChildren(...sentences.map(paragraph)), pause);
  }
}
