/** What a tool says of a translation beside its words → whether a person must still look at it. */
import type {Element} from './read-xml.js';

/** A tool writes these for what nobody has translated, also where it has put the source or a suggestion there. */
const unbegun = /^(?:new|needs-translation)$/;

export const isUnbegun = (state: string): boolean => unbegun.test(state);

/**
 * XLIFF 1.2. A translation's `state`, and what its `state-qualifier` says of where it
 * is from: a suggestion is one until a person confirms it.
 */
export function needsReview({attributes}: Element): boolean {
  const state = attributes.get('state') ?? '';
  const qualifier = attributes.get('state-qualifier') ?? '';
  if (unbegun.test(state) || state.startsWith('needs-') || qualifier.startsWith('rejected-')) return true;
  return /^(?:fuzzy-match|mt-suggestion)$/.test(qualifier) && !/^(?:translated|signed-off|final)$/.test(state);
}

/**
 * XLIFF 2. A state that is not written means `initial`, which not every tool minds. Poedit says `poedit:fuzzy`, this
 * program `needs-review-translation`.
 */
export const segmentNeedsReview = ({attributes}: Element): boolean =>
  attributes.get('state') === 'initial' || /^[^:]*:.*(?:needs-|fuzzy|rejected)/.test(attributes.get('subState') ?? '');

/** XLIFF 2. Somebody says that it is as it should be, even where it is empty or reads like its source. */
export const isConfirmed = ({attributes}: Element): boolean =>
  /^(?:translated|reviewed|final)$/.test(attributes.get('state') ?? '');
