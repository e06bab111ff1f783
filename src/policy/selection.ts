/** What a reader chose. The attributes, the address, prerendered pages and the tests all speak this one value. */

import type {Id, LanguageTag} from './bundle.js';

export interface Selection {
  /** A product's id; empty for all products. */
  readonly product: Id;
  /** Whom the reader is: any number of audience ids; none for the whole policy. */
  readonly audiences: readonly Id[];
  /** The language asked for; empty for the bundle's default. */
  readonly language: LanguageTag;
  /** An edition's id, or a day on which it was in force; empty for the newest there is. */
  readonly edition: Id;
  /** What is searched for; empty for nothing. */
  readonly query: string;
  /** How the policies are looked at: `glance`, `compare`, `changes`; empty for reading. */
  readonly view: string;
  /** The other side of a comparison: what differs from what is chosen. */
  readonly against: Against;
}

export interface Against {
  readonly product?: Id;
  readonly audience?: Id;
  readonly language?: LanguageTag;
  readonly edition?: Id;
}

export type SelectionChange = Partial<Selection>;

export const everything: Selection = {
  product: '',
  audiences: [],
  language: '',
  edition: '',
  query: '',
  view: '',
  against: {},
};

/** The selection after a change; the same object where nothing changed. */
export const change = (selection: Selection, changes: SelectionChange): Selection => {
  const next = {...selection, ...changes};
  return sameSelection(selection, next) ? selection : next;
};

export const sameSelection = (a: Selection, b: Selection): boolean =>
  a.product === b.product &&
  a.language === b.language &&
  a.edition === b.edition &&
  a.query === b.query &&
  a.view === b.view &&
  sameMembers(a.audiences, b.audiences) &&
  printAgainst(a.against) === printAgainst(b.against);

const sameMembers = (a: readonly Id[], b: readonly Id[]): boolean =>
  a.every((id) => b.includes(id)) && b.every((id) => a.includes(id));

const sides = ['product', 'audience', 'language', 'edition'] as const;

const pair = /(?<!\S)(product|audience|language|edition):(\S+)/g;

/** As the attribute and the address write it: `language:zh-Hant`, `audience:visitor edition:2024-05-25`. */
export const printAgainst = (against: Against): string =>
  sides.flatMap((side) => (against[side] ? [`${side}:${against[side]}`] : [])).join(' ');

/** What `printAgainst` wrote; what is not of that form is passed over. */
export const parseAgainst = (letters: string): Against =>
  Object.fromEntries([...letters.matchAll(pair)].map(([, side = '', value = '']) => [side, value] as const));
