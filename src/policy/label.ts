/** What stands beside a clause: the data it is about, and the legal ground it names. */

import type {Id, Inline, LanguageTag, Term} from './bundle.js';
import {wording} from './language.js';
import {termsIn} from './walk.js';

export interface Label {
  /** Names of data categories, in reading order: "contact · payment". */
  readonly what: string;
  /** Names of legal bases and purposes: "contract · consent". */
  readonly why: string;
}

/** The label of a clause in the language of its text, or nothing where nothing is annotated. */
export const labelOf = (
  clause: {readonly content: readonly Inline[]; readonly terms?: readonly Id[]},
  vocabulary: ReadonlyMap<Id, Term>,
  language: LanguageTag,
): Label | undefined => {
  const what: string[] = [];
  const why: string[] = [];
  for (const id of termsIn(clause.content, new Set(clause.terms))) {
    const term = vocabulary.get(id);
    if (!term || term.kind === 'defined-term') continue;
    (term.kind === 'data' ? what : why).push(wording(term.names, language).text);
  }
  return what.length || why.length ? {what: what.join(' · '), why: why.join(' · ')} : undefined;
};
