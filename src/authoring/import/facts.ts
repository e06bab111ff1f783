/** What became of an imported text, as plain data: what was recognised, what import is unsure of. */
import type {Id, IsoDate, LanguageTag} from '../../policy/bundle.js';
import type {Doubt} from '../document/guess.js';

export interface ImportFacts {
  /** The imported file. */
  readonly file: string;
  /** The Markdown that was made of it. */
  readonly target: string;
  /** Each with what it was read from, in words. */
  readonly language: {readonly tag: LanguageTag; readonly why: string};
  /** A day, a version, or `undated`. */
  readonly edition: {readonly id: Id; readonly why: string};
  /** Absent where no day is known. */
  readonly effective?: {readonly date: IsoDate; readonly why: string};
  readonly policy: Id;
  readonly product: {readonly id: Id; readonly name: string};
  /** Further products that it covers. */
  readonly covers: readonly {readonly id: Id; readonly name: string}[];
  readonly title: string;
  readonly sections: readonly SectionFacts[];
  readonly unsure: readonly Doubt[];
  /** Letters, all of which are in the bundle; and how many of them are marks of list items. */
  readonly characters: number;
  readonly listMarks: number;
}

export interface SectionFacts {
  readonly id: Id;
  /** `null` for a section without one. */
  readonly heading: string | null;
  readonly audiences: readonly Id[] | 'everyone';
  /** Of its lists. */
  readonly items: number;
  /** Absent where there are none. */
  readonly sections?: readonly SectionFacts[];
}
