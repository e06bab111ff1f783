/** Where in the page the places stand that `find` gives: ranges over the letters of a text. */

import type {Hit} from '../../../policy/find.js';
import type {PolicyViewerText} from '../../policy-viewer-text.js';

/** The element that has the words of a hit. */
export const elementOf = (hit: Hit, text: PolicyViewerText): HTMLElement | undefined => {
  const part = text.find(hit.id);
  const found =
    hit.kind === 'heading'
      ? part?.querySelector(':scope > [part=heading]')
      : hit.kind === 'lead'
        ? part?.parentElement?.previousElementSibling
        : part;
  return found instanceof HTMLElement ? found : undefined;
};

/**
 * Its places, in order. A label in the margin is none of its words. What stands in an item comes after its own words,
 * so counting from the front finds them.
 */
export const rangesIn = (element: HTMLElement, hit: Hit): Range[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges = hit.ranges.map(() => new Range());
  let before = 0;
  let cell: Element | null | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('.label')) continue;
    const now = node.parentElement?.closest('td,th');
    // A tab stands between the cells of a row.
    if (cell && now !== cell) before++;
    cell = now;
    const {length} = node as Text;
    hit.ranges.forEach(([start, end], index) => {
      if (start >= before && start < before + length) ranges[index]?.setStart(node, start - before);
      if (end > before && end <= before + length) ranges[index]?.setEnd(node, end - before);
    });
    before += length;
  }
  return ranges.filter(({collapsed}) => !collapsed);
};
