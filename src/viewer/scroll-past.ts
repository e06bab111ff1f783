/** Scrolling what is around an element, whichever that is. */

import {findOuter} from './outer-elements.js';

/**
 * Scrolls what the reader scrolls to get past an element, by CSS pixels. A `body` may or may not be it; whether it
 * moves tells.
 */
export const scrollPast = (element: Element, top: number): void => {
  const by = {top, behavior: 'instant'} as const;
  const moves = (around: HTMLElement): boolean => {
    const before = around.scrollTop;
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) around.scrollBy(by);
    return around.scrollTop !== before;
  };
  if (!findOuter(element, moves)) scrollBy(by);
};
