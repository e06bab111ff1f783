/** Keeping the reader's place: the clause at the top of the window stays there while the text around it changes. */

import type {PolicyViewerText} from './policy-viewer-text.js';

export interface Place {
  readonly policy: string | undefined;
  /** The clause's id, then that of the section around it. */
  readonly ids: readonly string[];
  /** From the top of the window, in CSS pixels. */
  readonly top: number;
}

/** Clauses in a section's own blocks, not those of the sections within it. */
const ownClauses = ':scope>:not(section)[data-clause],:scope>:not(section) [data-clause]';

/**
 * The clause across `edge`, the bottom of what covers the window's top; else the first below it.
 * Texts are measured first, then sections, then the clauses of one: measuring all would lay out
 * everything that `content-visibility` left alone.
 */
export const findPlace = (texts: Iterable<PolicyViewerText>, edge: number): Place | undefined => {
  const below = (element: Element): boolean => {
    const {bottom, height} = element.getBoundingClientRect();
    // Less than a line of it is not what is read.
    return height > 0 && bottom > edge + 20;
  };
  let place: Place | undefined;
  for (const text of texts)
    for (const section of below(text) ? text.renderRoot.querySelectorAll('section') : [])
      for (const clause of below(section) ? section.querySelectorAll<HTMLElement>(ownClauses) : []) {
        if (!below(clause)) continue;
        const {top} = clause.getBoundingClientRect();
        // An item across the edge may hold another that is.
        if (top > (place ? edge : innerHeight)) return place;
        place = {policy: text.dataset['policy'], ids: [clause.dataset['clause']!, section.id], top};
      }
  return place;
};

/** How far a place is from where it was, in CSS pixels; nothing where it is gone. */
export const strayed = ({policy, ids, top}: Place, texts: readonly PolicyViewerText[]): number | undefined => {
  const text = texts.find(({dataset}) => dataset['policy'] === policy);
  const rect = ids.map((id) => text?.find(id)?.getBoundingClientRect()).find((rect) => rect?.height);
  return rect && rect.top - top;
};
