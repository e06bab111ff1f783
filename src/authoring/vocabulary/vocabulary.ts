/** The vocabulary that a folder's texts are read with: the default one, and what its policies.yaml adds or replaces. */
import type {Audience, Id, LanguageTag, Localized, Term, TermKind} from '../../policy/bundle.js';
import {wordsOf} from './language-words.js';
import {notions, type NotionKind} from './notions.js';

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
  /** As they stand alone in a list of choices. */
  readonly names: Localized;
  /** The words for them, as headings and sentences have them. */
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

/** Everybody at once. Not an audience that a reader chooses: a section for everyone is always shown. */
export const everyone = {id: 'everyone', name: 'everyone'} as const;

const ids: ReadonlySet<Id> = new Set(notions.audiences.map(({id}) => id));

export const isDefaultAudience = (id: Id): boolean => ids.has(id);

/**
 * Lists that are the same for every text in the same languages are made once: what reads texts keeps its own work by
 * them.
 */
function once<T>(make: (languages: readonly LanguageTag[]) => T): (languages: readonly LanguageTag[]) => T {
  const made = new Map<string, T>();
  return (languages) => {
    const key = languages.join(' ');
    const value = made.get(key) ?? make(languages);
    made.set(key, value);
    return value;
  };
}

/** What each of the languages has for something, by its tag. */
const inEach = <T>(languages: readonly LanguageTag[], find: (tag: LanguageTag) => T | undefined): Record<string, T> =>
  Object.fromEntries(
    languages.flatMap((tag) => {
      const found = find(tag);
      return found === undefined ? [] : [[tag, found]];
    }),
  );

/** The default audiences with their words in these languages, whose words are loaded. */
export const audienceEntries = once((languages): readonly AudienceEntry[] =>
  notions.audiences.map(({id}) => ({
    id,
    names: inEach(languages, (tag) => wordsOf(tag)?.audiences[id]?.name),
    phrases: inEach(languages, (tag) => wordsOf(tag)?.audiences[id]?.words),
  })),
);

const entriesOf =
  (kind: Exclude<NotionKind, 'audiences'>, of: TermKind) =>
  (languages: readonly LanguageTag[]): readonly TermEntry[] =>
    notions[kind].map(({id, iri}) => ({
      id,
      kind: of,
      names: inEach(languages, (tag) => wordsOf(tag)?.[kind][id]?.name),
      ...(iri !== undefined && {iri}),
      phrases: inEach(languages, (tag) => wordsOf(tag)?.[kind][id]?.phrases),
    }));

export const dataEntries = once(entriesOf('data', 'data'));
const legalBasisEntries = once(entriesOf('legal-bases', 'legal-basis'));
/** Found only where a folder or bundle is exported as DPV: readers are shown the words themselves. */
export const purposeEntries = once(entriesOf('purposes', 'purpose'));

/** One wording stands for every language of the bundle. */
export const localize = (names: Names, languages: readonly LanguageTag[]): Localized =>
  typeof names === 'string' ? Object.fromEntries(languages.map((tag) => [tag, names])) : names;

/** Every name is there in English too: for languages that have no words of their own yet. */
const withEnglish = (languages: readonly LanguageTag[]): readonly LanguageTag[] =>
  languages.includes('en') ? languages : [...languages, 'en'];

/** Audiences in the order in which they are shown: those that policies.yaml declares, then the default ones. */
export function mergeAudiences(
  declared: readonly DeclaredAudience[],
  languages: readonly LanguageTag[],
): readonly Audience[] {
  const all = audienceEntries(withEnglish(languages));
  const defaults = new Map(all.map((entry) => [entry.id, entry]));
  const own = declared.map(({id, names}) => ({
    id,
    names: {...defaults.get(id)?.names, ...(names === undefined ? {} : localize(names, languages))},
  }));
  const taken = new Set(own.map(({id}) => id));
  return [...own, ...all.filter(({id}) => !taken.has(id)).map(({id, names}) => ({id, names}))];
}

/**
 * Terms in the default order, then those that policies.yaml adds. What it says replaces the default language by
 * language.
 */
export function mergeTerms(declared: readonly DeclaredTerm[], languages: readonly LanguageTag[]): readonly TermEntry[] {
  const all = withEnglish(languages);
  const entries = new Map([...dataEntries(all), ...legalBasisEntries(all)].map((entry) => [entry.id, entry]));
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
