/** The vocabulary that a folder's texts are read with: the default one, and what its policies.yaml adds or replaces. */
import type {Audience, Id, LanguageTag, Localized, Term, TermKind} from '../../policy/bundle.js';
import {defaultAudiences} from './audiences.js';
import {terms as defaultTerms} from './terms.js';

/** Phrases by language. A word of a phrase may begin or end in `*`: any letters. */
export type Phrases = Readonly<Record<LanguageTag, readonly string[]>>;

/** One wording for every language, or one for each. */
export type Names = string | Localized;

/** What a folder's policies.yaml says of an audience or a product. */
export interface DeclaredAudience {
  readonly id: Id;
  readonly names?: Names;
}

/** What it says of a term: the rest is the default one's. */
export interface DeclaredTerm extends DeclaredAudience {
  readonly kind?: TermKind;
  readonly definition?: Names;
  readonly iri?: string;
  readonly phrases?: Phrases;
}

export interface AudienceEntry {
  readonly id: Id;
  /** They read on after "I am a …". */
  readonly names: Localized;
  /** The same people in W3C DPV, where it has a term for them. */
  readonly iri?: string;
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

/** One wording stands for every language of the bundle. */
export const localize = (names: Names, languages: readonly LanguageTag[]): Localized =>
  typeof names === 'string' ? Object.fromEntries(languages.map((tag) => [tag, names])) : names;

/** Audiences in the order in which they are shown: those that policies.yaml declares, then the default ones. */
export function mergeAudiences(
  declared: readonly DeclaredAudience[],
  languages: readonly LanguageTag[],
): readonly Audience[] {
  const defaults = new Map(defaultAudiences.map((entry) => [entry.id, entry]));
  const own = declared.map(({id, names}) => ({
    id,
    names: {...defaults.get(id)?.names, ...(names === undefined ? {} : localize(names, languages))},
  }));
  const ids = new Set(own.map(({id}) => id));
  return [...own, ...defaultAudiences.filter(({id}) => !ids.has(id)).map(({id, names}) => ({id, names}))];
}

/** Terms in the default order, then those that policies.yaml adds. What it says replaces the default language by language. */
export function mergeTerms(declared: readonly DeclaredTerm[], languages: readonly LanguageTag[]): readonly TermEntry[] {
  const entries = new Map(defaultTerms.map((entry) => [entry.id, entry]));
  for (const {id, kind, names, definition, iri, phrases} of declared) {
    const known = entries.get(id);
    const merged = {...known?.definition, ...(definition === undefined ? {} : localize(definition, languages))};
    const address = iri ?? known?.iri;
    entries.set(id, {
      id,
      kind: kind ?? known?.kind ?? 'defined-term',
      names: {...known?.names, ...(names === undefined ? {} : localize(names, languages))},
      ...(Object.keys(merged).length > 0 && {definition: merged}),
      ...(address !== undefined && {iri: address}),
      phrases: {...known?.phrases, ...phrases},
    });
  }
  return [...entries.values()];
}

/** What the bundle says of a term: all but its phrases. */
export const toTerm = ({id, kind, names, definition, iri}: TermEntry): Term => ({
  id,
  kind,
  names,
  ...(definition !== undefined && {definition}),
  ...(iri !== undefined && {iri}),
});
