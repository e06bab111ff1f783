/**
 * What a policy bundle is (`format: "policy-bundle/1"`): the one file that the
 * command writes and the elements show. `bundle.schema.json` says the same for
 * editors; a test holds the two together.
 *
 * There is no HTML and no Markdown in it: every string reaches text nodes only.
 */

/** A BCP 47 language tag, as in `nb` or `zh-Hant`. */
export type LanguageTag = string;

/** A lower-case ASCII name that stays the same in every language: `[a-z0-9]` and inner `-`, `.`, `_`. */
export type Id = string;

/** A calendar day, ISO 8601: `2019-07-12`. */
export type IsoDate = string;

/** One wording per language. */
export type Localized = Readonly<Record<LanguageTag, string>>;

export interface Bundle {
  /** `policy-bundle/1`, or a newer minor version as in `policy-bundle/1.2`. */
  readonly format: string;
  readonly title: Localized;
  readonly publisher?: Localized;
  /** Every language some text is in. The first is the default. */
  readonly languages: readonly LanguageTag[];
  /**
   * Each language's name in itself, as at the start of a line; engines name rare languages differently, or not at
   * all.
   */
  readonly languageNames?: Localized;
  readonly audiences: readonly Audience[];
  readonly products: readonly Product[];
  readonly vocabulary: readonly Term[];
  readonly policies: readonly Policy[];
}

/** Somebody a section can be for: "visitor". Its names answer "Which describes you?". */
export interface Audience {
  readonly id: Id;
  readonly names: Localized;
}

export interface Product {
  readonly id: Id;
  readonly names: Localized;
}

export const termKinds = ['data', 'legal-basis', 'purpose', 'defined-term'] as const;
export type TermKind = (typeof termKinds)[number];

/** What an annotation names: a data category, a legal basis, a purpose, a defined term. */
export interface Term {
  readonly id: Id;
  readonly kind: TermKind;
  readonly names: Localized;
  readonly definition?: Localized;
  /** The same notion in W3C DPV, where there is one. */
  readonly iri?: string;
}

export interface Policy {
  readonly id: Id;
  /** The products this policy covers; the first is the one it is named after. */
  readonly products: readonly Id[];
  /** In any order: `compareEditions` says which is newest. */
  readonly editions: readonly Edition[];
}

/** What a policy says from a certain day on, in a certain version, or at a time that nobody knows. */
export interface Edition {
  /** A day, a version such as `2.1`, or `undated`: the name of its folder. */
  readonly id: Id;
  /** The day it took or takes effect; absent where it is not known. */
  readonly effective?: IsoDate;
  /** The language whose text is binding where texts differ. */
  readonly prevails?: LanguageTag;
  /** Ids that a section or clause had once, and the one it has in this edition: so that links live on. */
  readonly aliases?: Readonly<Record<Id, Id>>;
  readonly texts: Readonly<Record<LanguageTag, Text | TextReference>>;
}

/** A text kept in a file of its own. */
export interface TextReference {
  /** Relative to the bundle's own address. */
  readonly src: string;
  /** Subresource Integrity metadata: `sha256-…`, `sha384-…` or `sha512-…`. */
  readonly integrity: string;
  /** What can be said of the text before it is loaded. */
  readonly title: string;
  readonly audiences: readonly Id[];
}

export interface Text {
  readonly title: string;
  readonly sections: readonly Section[];
}

/**
 * A heading and what stands under it. Without a heading: text before the first
 * heading, or text after an audience's section that belongs to nobody in particular.
 */
export interface Section {
  readonly id: Id;
  readonly heading?: readonly Inline[];
  /** Whom it is for; absent means everyone. A nested section can only narrow this. */
  readonly audiences?: readonly Id[];
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
}

export type Block = Paragraph | List | Table;

/** A clause: the unit that is counted, linked, searched and compared. */
export type Clause = Paragraph | Item | Row;

interface ClauseFields {
  readonly id: Id;
  /** Vocabulary ids that hold for it although no phrase in it says so. */
  readonly terms?: readonly Id[];
}

export interface Paragraph extends ClauseFields {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
}

/** How numbers are written, as CSS names it. */
export const listStyles = ['decimal', 'lower-alpha', 'upper-alpha', 'lower-roman', 'upper-roman'] as const;
export type ListStyle = (typeof listStyles)[number];

export interface List {
  readonly type: 'list';
  /** The sentence that leads into the list. It belongs to the list and is no clause of its own. */
  readonly lead?: readonly Inline[];
  /** The number of the first item, where the items are numbered. */
  readonly start?: number;
  /** How the numbers are written; decimal where it is absent. */
  readonly style?: ListStyle;
  readonly items: readonly Item[];
}

export interface Item extends ClauseFields {
  /** The mark before it as it is printed, where neither `start` nor `style` gives it: `(a)`, `1.1`, `§ 3`. */
  readonly mark?: string;
  readonly audiences?: readonly Id[];
  readonly content: readonly Inline[];
  /** What else stands in the item: lists within it, further paragraphs, tables. */
  readonly blocks?: readonly Block[];
}

export interface Table {
  readonly type: 'table';
  readonly head: readonly Cell[];
  readonly rows: readonly Row[];
}

export interface Row extends ClauseFields {
  readonly cells: readonly Cell[];
}

export type Cell = readonly Inline[];

/** A string (a line feed in it is a line break), or a marked piece of text. */
export type Inline = string | Strong | Emphasis | Link | Reference | Annotation;

export interface Strong {
  readonly type: 'strong';
  readonly content: readonly Inline[];
}

export interface Emphasis {
  readonly type: 'emphasis';
  readonly content: readonly Inline[];
}

export interface Link {
  readonly type: 'link';
  /** `https:`, `mailto:` or `tel:`; nothing else validates. */
  readonly href: string;
  readonly content: readonly Inline[];
}

/**
 * A link within the bundle, by ids: to a section or clause of the same text (`to`), to another
 * policy (`policy`), or to a section or clause of that (both).
 */
export type Reference = {readonly type: 'reference'; readonly content: readonly Inline[]} & (
  {readonly to: Id; readonly policy?: Id} | {readonly to?: Id; readonly policy: Id}
);

/** A phrase that means something in the vocabulary. */
export interface Annotation {
  readonly type: 'annotation';
  readonly terms: readonly Id[];
  readonly content: readonly Inline[];
}
