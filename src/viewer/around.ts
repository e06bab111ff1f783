/** What is around an element, out through shadow roots: the language of the page, and what scrolls. */

import type {LanguageTag} from '../policy/bundle.js';
import {lookup} from '../policy/language.js';

const outward = (node: Node): Node | null =>
  (node instanceof Element && node.assignedSlot) ||
  (node.parentNode ?? (node instanceof ShadowRoot ? node.host : null));

const find = (node: Node, matches: (element: HTMLElement) => unknown): HTMLElement | undefined => {
  for (let around = outward(node); around; around = outward(around))
    if (around instanceof HTMLElement && matches(around)) return around;
  return undefined;
};

/** The `lang` of the nearest element around that has one (HTML, "the lang attribute"). */
const nearestLanguage = (element: Element): string | undefined => find(element, ({lang}) => lang)?.lang;

/** The language of the page around, else the first of the browser's that is one of `languages`; empty for none. */
export const languageAround = (element: Element, languages: readonly LanguageTag[] | undefined): LanguageTag =>
  nearestLanguage(element) || navigator.languages.find((tag) => !languages || lookup(tag, languages)) || '';

/** Scrolls what the reader scrolls to get past an element, by CSS pixels. A `body` may or may not be it; whether it moves tells. */
export const scrollPast = (element: Element, top: number): void => {
  const by = {top, behavior: 'instant'} as const;
  const moves = (around: HTMLElement): boolean => {
    const before = around.scrollTop;
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) around.scrollBy(by);
    return around.scrollTop !== before;
  };
  if (!find(element, moves)) scrollBy(by);
};
