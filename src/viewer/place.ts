/** Keeping the reader's place: the clause at the top of the window stays there while the text around it changes. */

import {scrollPast} from './around.js';
import type {PolicyViewerText} from './policy-viewer-text.js';

export interface Place {
  readonly policy: string | undefined;
  /** The clause's id, then that of the section around it. */
  readonly ids: readonly string[];
  /** From the top of the window, in CSS pixels. */
  readonly top: number;
}

/** The first that is rendered and reaches below `edge`. */
const firstBelow = <E extends Element>(edge: number, elements: Iterable<E>): E | undefined => {
  for (const element of elements) {
    const {bottom, height} = element.getBoundingClientRect();
    if (height && bottom > edge) return element;
  }
  return undefined;
};

/**
 * The first clause that reaches below `edge`, the bottom of what covers the window's top.
 * Sections are measured first, then the clauses of one: measuring all would lay out
 * everything that `content-visibility` left alone.
 */
export const findPlace = (texts: Iterable<PolicyViewerText>, edge: number): Place | undefined => {
  const text = firstBelow(edge, texts);
  const sections = [...(text?.renderRoot.querySelectorAll('section') ?? [])];
  const across = sections.filter((section) => {
    const {top, bottom} = section.getBoundingClientRect();
    return top <= edge && bottom > edge;
  });
  const section = across.at(-1) ?? firstBelow(edge, sections);
  const clause = section && firstBelow(edge, section.querySelectorAll<HTMLElement>('[data-clause]'));
  return clause && {
    policy: text?.dataset['policy'],
    ids: [clause.dataset['clause']!, section.id],
    top: clause.getBoundingClientRect().top,
  };
};

/** Moves the window, or what scrolls within it, until the place is where it was. */
export const returnTo = ({policy, ids, top}: Place, texts: readonly PolicyViewerText[]): void => {
  const text = texts.find(({dataset}) => dataset['policy'] === policy);
  for (const id of ids) {
    const rect = text?.find(id)?.getBoundingClientRect();
    if (!text || !rect?.height) continue;
    scrollPast(text, rect.top - top);
    return;
  }
};
