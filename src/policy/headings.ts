/** The list of headings as readers see it: under a heading stand those of the sections within its own. */

import type {Id, Text, TextReference} from './bundle.js';
import {isReference} from './clauses.js';
import {isVisible, plainText, walk} from './walk.js';

export interface Heading {
  readonly id: Id;
  readonly text: string;
  /** 0 for the outermost. */
  readonly depth: number;
}

/**
 * The headings that readers of the chosen audiences see, each with how many of those it stands under have one, too.
 * None of a text that is not there yet.
 */
export const listHeadings = (text: Text | TextReference, chosen: readonly Id[]): Heading[] =>
  (isReference(text) ? [] : walk(text)).flatMap((part) => {
    if (part.kind !== 'section' || !part.value.heading || !isVisible(part, chosen)) return [];
    const depth = part.sections.filter(({heading}) => heading).length - 1;
    return [{id: part.value.id, text: plainText(part.value.heading), depth}];
  });

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
