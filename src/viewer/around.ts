/** What is around an element, out through shadow roots: above all, the language of the page. */

import type {LanguageTag} from '../policy/bundle.js';
import {lookup} from '../policy/language.js';

const outward = (node: Node): Node | null =>
  (node instanceof Element && node.assignedSlot) ||
  (node.parentNode ?? (node instanceof ShadowRoot ? node.host : null));

/** The nearest element around of which something holds. */
export const findAround = (node: Node, matches: (element: HTMLElement) => unknown): HTMLElement | undefined => {
  for (let around = outward(node); around; around = outward(around))
    if (around instanceof HTMLElement && matches(around)) return around;
  return undefined;
};

/** The `lang` of the nearest element around that has one (HTML, "the lang attribute"). */
const nearestLanguage = (element: Element): string | undefined => findAround(element, ({lang}) => lang)?.lang;

/** The language of the page around, else the first of the browser's that is one of `languages`; empty for none. */
export const languageAround = (element: Element, languages: readonly LanguageTag[] | undefined): LanguageTag =>
  nearestLanguage(element) || navigator.languages.find((tag) => !languages || lookup(tag, languages)) || '';
