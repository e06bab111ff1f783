/** The vocabulary that a folder's texts are read with: the default one, and what its policies.yaml adds or replaces. */
import type {Id, LanguageTag, Localized, TermKind} from '../policy/bundle.js';

/** Phrases by language. A phrase may end in `*`: any ending of the word. */
export type Phrases = Readonly<Record<LanguageTag, readonly string[]>>;

export interface AudienceEntry {
  readonly id: Id;
  /** They read on after "I am a …". */
  readonly names: Localized;
  readonly phrases: Phrases;
}

export interface TermEntry {
  readonly id: Id;
  readonly kind: TermKind;
  readonly names: Localized;
  readonly definition?: Localized;
  /** The same notion in W3C DPV, where there is one. */
  readonly iri?: string;
  readonly phrases: Phrases;
}
