/** Printing: the day is that of the printing, also where the page was opened before, and texts get their paper look. */

import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PolicyViewerText} from '../policy-viewer-text.js';
import look from '../print-text.css?inline';

export class Printing implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** A style sheet belongs to one document. */
  readonly #sheets = new WeakMap<Document, CSSStyleSheet>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPrint);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPrint);
  }

  /** Gives texts the look that they have on paper, where they have it not yet. */
  async follow(texts: readonly PolicyViewerText[]): Promise<void> {
    // A text's first rendering puts its filter in the second place.
    await Promise.all(texts.map(({updateComplete}) => updateComplete));
    const sheet = this.#sheetOf(this.#host.ownerDocument);
    for (const {shadowRoot} of texts)
      if (shadowRoot && !shadowRoot.adoptedStyleSheets.includes(sheet)) shadowRoot.adoptedStyleSheets.push(sheet);
  }

  #sheetOf(owner: Document): CSSStyleSheet {
    let sheet = this.#sheets.get(owner);
    if (!sheet) {
      const {CSSStyleSheet} = owner.defaultView ?? window;
      sheet = new CSSStyleSheet();
      sheet.replaceSync(look);
      this.#sheets.set(owner, sheet);
    }
    return sheet;
  }

  readonly #onPrint = (): void => this.#host.requestUpdate();
}
