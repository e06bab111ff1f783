/** What stands beside a clause: the data it is about, what allows its use, and what the data is used for. */

import type {Id, Inline, LanguageTag, Term} from './bundle.js';
import {wording, type Wording} from './language.js';
import {eachInline, plainText} from './walk.js';

/** What a label says, in this order. */
export const labelKinds = ['data', 'legal-basis', 'purpose'] as const;

/**
 * Names of data categories and purposes, and legal bases in the text's own words where it says them: a name from
 * elsewhere might contradict it. Each in reading order, and in its own language.
 */
export type Label = Readonly<Partial<Record<(typeof labelKinds)[number], readonly Wording[]>>>;

/** The label of a clause in the language of its text, or nothing where nothing is annotated. */
export const labelOf = (
  clause: {readonly content: readonly Inline[]; readonly terms?: readonly Id[]},
  vocabulary: ReadonlyMap<Id, Term>,
  language: LanguageTag,
): Label | undefined => {
  /** The ids, each with the first words that say it, where any do. */
  const phrases = new Map<Id, string>(clause.terms?.map((id) => [id, '']));
  eachInline(clause.content, (piece) => {
    if (typeof piece !== 'string' && piece.type === 'annotation')
      for (const id of piece.terms) phrases.set(id, phrases.get(id) || plainText(piece.content));
  });
  const label: Partial<Record<Term['kind'], Wording[]>> = {};
  for (const [id, phrase] of phrases) {
    const term = vocabulary.get(id);
    if (term)
      (label[term.kind] ??= []).push(
        term.kind === 'legal-basis' && phrase ? {text: phrase, language} : wording(term.names, language),
      );
  }
  return phrases.size ? label : undefined;
};
