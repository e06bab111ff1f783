/**
 * What is used about whom, as one table: data categories down, audiences across; in each cell why, and the clauses
 * that say so.
 */

import type {Bundle, Id} from './bundle.js';
import {isReference} from './clauses.js';
import {wording, type Wording} from './language.js';
import {select} from './select.js';
import type {Selection} from './selection.js';
import {clausesOf, termsOf} from './walk.js';

export interface Glance {
  /**
   * Whom the chosen policies name, in the bundle's order; one column for everyone, without an id, where they name
   * nobody.
   */
  readonly columns: readonly GlanceColumn[];
  /** The data categories that some clause names, in the vocabulary's order. */
  readonly rows: readonly GlanceRow[];
}

export interface GlanceColumn {
  readonly audience: Id;
  readonly name: Wording;
  /** Whether the reader is one of them. */
  readonly own: boolean;
}

export interface GlanceRow {
  readonly term: Id;
  readonly name: Wording;
  /** One for each column. */
  readonly cells: readonly GlanceCell[];
}

export interface GlanceCell {
  readonly term: Id;
  readonly audience: Id;
  /** Vocabulary ids, in the vocabulary's order. */
  readonly purposes: readonly Id[];
  readonly bases: readonly Id[];
  /**
   * The clauses that name the category for this audience, in reading order; none: it is not named, which is no
   * promise.
   */
  readonly clauses: readonly ClauseName[];
}

/** A clause by the ids of its policy and its own. */
export interface ClauseName {
  readonly policy: Id;
  readonly clause: Id;
}

interface Statement extends ClauseName {
  readonly terms: ReadonlySet<Id>;
  /** Absent means everyone. */
  readonly audiences: readonly Id[] | undefined;
}

/** The table of what a reader with this selection is shown. Texts that are not loaded name nothing yet. */
export const glance = (bundle: Bundle, selection: Selection): Glance => {
  const view = select(bundle, selection);
  const statements = view.documents.flatMap(({policy, text}): Statement[] =>
    isReference(text)
      ? []
      : clausesOf(text).map((part) => ({
          policy: policy.id,
          clause: part.value.id,
          terms: termsOf(part),
          audiences: part.audiences,
        })),
  );
  const named = new Set(statements.flatMap(({terms}) => [...terms]));
  const ofKind = (kind: string): Id[] => bundle.vocabulary.filter((term) => term.kind === kind).map(({id}) => id);
  const [purposes, bases] = [ofKind('purpose'), ofKind('legal-basis')];
  const columns: GlanceColumn[] = view.audiences.length
    ? view.audiences.map(({id, name}) => ({audience: id, name, own: view.selection.audiences.includes(id)}))
    : [{audience: '', name: {text: '', language: view.language}, own: true}];
  const cell = (term: Id, audience: Id): GlanceCell => {
    const own = statements.filter(
      ({terms, audiences}) => terms.has(term) && (!audiences || audiences.includes(audience)),
    );
    const named = (ids: readonly Id[]): Id[] => ids.filter((id) => own.some(({terms}) => terms.has(id)));
    return {
      term,
      audience,
      purposes: named(purposes),
      bases: named(bases),
      clauses: own.map(({policy, clause}) => ({policy, clause})),
    };
  };
  return {
    columns,
    rows: bundle.vocabulary
      .filter(({id, kind}) => kind === 'data' && named.has(id))
      .map(({id, names}) => ({
        term: id,
        name: wording(names, view.language, bundle.languages),
        cells: columns.map(({audience}) => cell(id, audience)),
      })),
  };
};
