/** Hides what is for others, in all texts of a viewer at once: one rule in a style sheet that they share. */

import type {Id} from '../policy/bundle.js';

export class AudienceFilter {
  readonly sheet = new CSSStyleSheet();

  /** Ids hold no character that means anything in CSS: `validate` saw to it. */
  choose(audiences: readonly Id[]): void {
    // Where nobody is chosen it matches nothing: emptied, the sheet stayed without effect in WebKit when it was
    // filled again.
    const others = audiences.map((id) => `[data-for~="${id}"]`).join() || '*';
    this.sheet.replaceSync(`[data-for]:not(${others}){display:none!important}`);
  }
}
