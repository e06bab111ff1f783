/** What a screen reader says of a change, in one live region that is there from the start and never replaced. */

import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How long changes may follow one another and be one announcement, in milliseconds. */
const pause = 120;

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

  /** Says a sentence: of several in quick succession the last, and one that was said before again. */
  say(sentence: string): void {
    clearTimeout(this.#timer);
    // Emptied first: where the letters stay the same nothing would be said.
    this.#region.textContent = '';
    this.#timer = setTimeout(() => (this.#region.textContent = sentence), pause);
  }
}
