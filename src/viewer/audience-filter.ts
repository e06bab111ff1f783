/** Hides what is for others, in all texts of a viewer at once: one rule in a style sheet that they share. */

import type {Id} from '../policy/bundle.js';

/**
 * For the texts of one document, as sheets are. A sheet of its own for each choice: one that is changed does not always
 * take effect in WebKit. Ids hold no character that means anything in CSS: `validate` saw to it.
 */
export const makeAudienceFilter = (audiences: readonly Id[], {defaultView}: Document): CSSStyleSheet => {
  const sheet = new (defaultView ?? window).CSSStyleSheet();
  const own = audiences.map((id) => `[data-for~="${id}"]`).join();
  if (own) sheet.replaceSync(`[data-for]:not(${own}){display:none!important}`);
  return sheet;
};
