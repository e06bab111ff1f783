/** The elements that an element stands in, out through shadow roots, and the language that they say. */

import type {LanguageTag} from '../policy/bundle.js';
import {lookup} from '../policy/language.js';

const outward = (node: Node): Node | null =>
  (node instanceof Element && node.assignedSlot) ||
  (node.parentNode ?? (node instanceof ShadowRoot ? node.host : null));

/** The nearest outer element of which something holds. */
export const findOuter = (node: Node, matches: (element: HTMLElement) => unknown): HTMLElement | undefined => {
  for (let outer = outward(node); outer; outer = outward(outer))
    if (outer instanceof HTMLElement && matches(outer)) return outer;
  return undefined;
};

/** The `lang` of the nearest outer element that has one (HTML, "the lang attribute"). */
const nearestLanguage = (element: Element): string | undefined => findOuter(element, ({lang}) => lang)?.lang;

/**
 * The language of the page where the element stands, else the first of the browser's that is one of `languages`;
 * empty for none.
 */
export const pageLanguage = (element: Element, languages: readonly LanguageTag[] | undefined): LanguageTag =>
  nearestLanguage(element) || navigator.languages.find((tag) => !languages || lookup(tag, languages)) || '';
