/** What a reader chose. The attributes, the address, prerendered pages and the tests all speak this one value. */

import type {Id, IsoDate, LanguageTag} from './bundle.js';

export interface Selection {
  /** A product's id; empty for all products. */
  readonly product: Id;
  /** Whom the reader is: any number of audience ids; none for the whole policy. */
  readonly audiences: readonly Id[];
  /** The language asked for; empty for the bundle's default. */
  readonly language: LanguageTag;
  /** The day an edition took effect; empty for the newest there is. */
  readonly edition: IsoDate;
}

export type SelectionChange = Partial<Selection>;

export const everything: Selection = {product: '', audiences: [], language: '', edition: ''};

/** The selection after a change; the same object where nothing changed. */
export const change = (selection: Selection, changes: SelectionChange): Selection => {
  const next = {...selection, ...changes};
  return sameSelection(selection, next) ? selection : next;
};

export const sameSelection = (a: Selection, b: Selection): boolean =>
  a.product === b.product &&
  a.language === b.language &&
  a.edition === b.edition &&
  sameMembers(a.audiences, b.audiences);

const sameMembers = (a: readonly Id[], b: readonly Id[]): boolean =>
  a.every((id) => b.includes(id)) && b.every((id) => a.includes(id));
