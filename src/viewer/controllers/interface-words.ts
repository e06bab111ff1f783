/** The language that the interface is in, and its words. */

import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {LanguageTag} from '../../policy/bundle.js';
import {isLoaded, loadWords} from '../../words/localize.js';

export class InterfaceWords implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #wanted: () => LanguageTag;
  #language: LanguageTag = 'en';

  /** `wanted`: which of the interface's languages answers the reader. */
  constructor(host: ReactiveControllerHost, wanted: () => LanguageTag) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  /** The language the interface is in, which is the one wanted once its words are there. */
  get language(): LanguageTag {
    return this.#language;
  }

  /** Whether the words that are wanted are there. */
  get isReady(): boolean {
    return isLoaded(this.#wanted());
  }

  /** Another place in the page may be in another language. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Waits for the words, also where others are wanted meanwhile. English stands in for words that do not come. */
  async load(): Promise<void> {
    for (let wanted; wanted !== this.#wanted();) {
      wanted = this.#wanted();
      await loadWords(wanted).catch(console.error);
    }
  }

  /** Goes over to what is wanted. */
  adopt(): void {
    this.#language = this.isReady ? this.#wanted() : 'en';
  }
}
