/** The list of headings as readers see it: under a heading stand those of the sections within its own. */

import type {Heading} from './select.js';

/**
 * Renders headings from the innermost out: each with what was made of those under it. A heading stands under the
 * nearest one before it that is further out.
 */
export const nestHeadings = <T>(
  headings: readonly Heading[],
  render: (heading: Heading, within: readonly T[]) => T,
): T[] => {
  const left = [...headings];
  const take = (depth: number): T[] => {
    const taken: T[] = [];
    for (let next; (next = left[0]) && next.depth >= depth;) {
      left.shift();
      taken.push(render(next, take(next.depth + 1)));
    }
    return taken;
  };
  return take(0);
};
