/** What a folder's policies.yaml says of its texts: names, languages, which policy covers which product. */
import {termKinds, type Id, type LanguageTag, type TermKind} from '../../policy/bundle.js';
import {patterns} from '../../policy/validate.js';
import type {Finding, Source, Spot} from '../findings/finding.js';
import {listOr, suggest} from '../findings/nearest.js';
import type {DeclaredAudience, DeclaredTerm, Names, Phrases} from '../vocabulary/vocabulary.js';
import {howIdsLook} from './markdown/attributes.js';
import {noTerminology, readTerminology, type Terminology} from './terminology.js';
import {readYaml, type Value} from './yaml.js';

export interface Settings {
  readonly title?: Names;
  readonly publisher?: Names;
  readonly languages: readonly LanguageTag[];
  readonly audiences: readonly NamedEntry[];
  readonly products: readonly NamedEntry[];
  readonly policies: readonly PolicyEntry[];
  readonly vocabulary: readonly VocabularyEntry[];
  /** Names that stay as they are, and words that are not to be used. */
  readonly terminology: Terminology;
  /** Findings to pass over. */
  readonly ignore: readonly Ignored[];
  /** Where a language is listed. */
  readonly languagePlaces: ReadonlyMap<LanguageTag, Spot>;
}

export interface NamedEntry extends DeclaredAudience {
  readonly at: Spot;
}

export interface PolicyEntry {
  readonly id: Id;
  readonly at: Spot;
  readonly products?: readonly {readonly id: Id; readonly at: Spot}[];
  /** Those it is promised in. */
  readonly languages?: readonly {readonly language: LanguageTag; readonly at: Spot}[];
  readonly prevails?: {readonly language: LanguageTag; readonly at: Spot};
}

export interface VocabularyEntry extends DeclaredTerm {
  readonly at: Spot;
}

/** Findings to pass over. */
export interface Ignored {
  readonly code: string;
  /** A file or folder, from the policies folder; `*` is anything within a name. Absent: everywhere. */
  readonly file?: string;
  readonly reason: string;
  readonly at: Spot;
}

export const noSettings: Settings = {
  languages: [],
  audiences: [],
  products: [],
  policies: [],
  vocabulary: [],
  terminology: noTerminology,
  ignore: [],
  languagePlaces: new Map(),
};

const kinds: ReadonlyMap<string, TermKind> = new Map(termKinds.map((kind) => [kind, kind]));

export function readSettings(source: Source, findings: Finding[]): Settings {
  const top = readYaml(source, findings);
  if (top === undefined) return noSettings;
  const fields = top.fields(
    ['title', 'publisher', 'languages', 'audiences', 'products', 'policies', 'vocabulary', 'terminology', 'ignore'],
    'keys',
  );
  const languages = (fields.languages?.list('language tags') ?? []).flatMap((value) => {
    const tag = languageTag(value);
    return tag === undefined ? [] : [{tag, at: value.at}];
  });
  return {
    ...present('title', fields.title && names(fields.title)),
    ...present('publisher', fields.publisher && names(fields.publisher)),
    languages: [...new Set(languages.map(({tag}) => tag))],
    languagePlaces: new Map(languages.map(({tag, at}) => [tag, at])),
    audiences: entries(fields.audiences, 'audiences', ['id', 'names'], namedEntry),
    products: entries(fields.products, 'products', ['id', 'names'], namedEntry),
    policies: entries(fields.policies, 'policies', ['id', 'products', 'languages', 'prevails'], policyEntry),
    vocabulary: entries(
      fields.vocabulary,
      'terms',
      ['id', 'kind', 'names', 'definition', 'iri', 'phrases'],
      vocabularyEntry,
    ),
    terminology: readTerminology(fields.terminology, phrases),
    ignore: (fields.ignore?.list('findings to pass over') ?? []).flatMap(ignored),
  };
}

type Fields = Readonly<Partial<Record<string, Value>>>;
type Base = Pick<NamedEntry, 'id' | 'at'>;

/** A list of things with ids, each id once. */
function entries<T extends Base>(
  value: Value | undefined,
  what: string,
  keys: readonly string[],
  read: (base: Base, fields: Fields) => T,
): readonly T[] {
  const seen = new Map<Id, Spot>();
  return (value?.list(what) ?? []).flatMap((each) => {
    const fields: Fields = each.fields(keys, 'an entry');
    if (!each.isMap) return [];
    if (fields['id'] === undefined) {
      each.report('no-id', `One of the ${what} has no id. Add one: “id: …”.`);
      return [];
    }
    const id = readId(fields['id']);
    if (id === undefined) return [];
    const first = seen.get(id);
    if (first !== undefined) {
      fields['id'].report(
        'duplicate-id',
        `“${id}” stands in line ${first.line} already. Put the two together, or give one another id.`,
      );
      return [];
    }
    const {at} = fields['id'];
    seen.set(id, at);
    return [read({id, at}, fields)];
  });
}

const namedEntry = (base: Base, fields: Fields): NamedEntry => ({
  ...base,
  ...present('names', fields['names'] && names(fields['names'])),
});

function policyEntry(base: Base, {products, languages, prevails}: Fields): PolicyEntry {
  const language = prevails && languageTag(prevails);
  return {
    ...base,
    ...(products !== undefined && {
      products: products.list('product ids').flatMap((value) => {
        const id = readId(value);
        return id === undefined ? [] : [{id, at: value.at}];
      }),
    }),
    ...(languages !== undefined && {
      languages: languages.list('language tags').flatMap((value) => {
        const tag = languageTag(value);
        return tag === undefined ? [] : [{language: tag, at: value.at}];
      }),
    }),
    ...(prevails !== undefined && language !== undefined && {prevails: {language, at: prevails.at}}),
  };
}

function vocabularyEntry(base: Base, fields: Fields): VocabularyEntry {
  const {kind, definition, iri, phrases: given} = fields;
  const kindName = kind?.text('a kind');
  const known = kindName === undefined ? undefined : kinds.get(kindName);
  if (kindName !== undefined && known === undefined)
    kind?.report('bad-value', `“${kindName}” is no kind of term. Write ${listOr(termKinds)}.`);
  const address = iri?.text('an address');
  if (address !== undefined && !patterns.link.test(address))
    iri?.report(
      'bad-value',
      `“${address}” is no IRI that a bundle takes. Write a whole https: address, as in ` +
        'https://w3id.org/dpv#PersonalData.',
    );
  return {
    ...namedEntry(base, fields),
    ...present('kind', known),
    ...present('definition', definition && names(definition)),
    ...present('iri', address),
    ...present('phrases', given && phrases(given)),
  };
}

/** A finding that is passed over without a reason would never be looked at again. */
function ignored(value: Value): Ignored[] {
  const {code, file, reason} = value.fields(['code', 'file', 'reason'], 'an entry');
  if (!value.isMap) return [];
  if (code === undefined || reason === undefined) {
    value.report(
      'no-reason',
      'An entry of “ignore” says which finding it is for and why it may stay: {code: ' +
        `${code?.text('a finding’s code') ?? 'older-edition'}, file: …, reason: …}. ` +
        `Add ${code === undefined ? 'the code' : 'the reason'}.`,
    );
    return [];
  }
  const [name, why, where] = [code.text('a finding’s code'), reason.text('a reason'), file?.text('a file or folder')];
  return name === undefined || why === undefined || (file !== undefined && where === undefined)
    ? []
    : [{code: name, reason: why, at: code.at, ...(where !== undefined && {file: where})}];
}

/** A key with its value, or nothing where there is no value. */
const present = <K extends string, V>(key: K, value: V | undefined): {[key in K]?: V} =>
  // A computed key makes the compiler forget which key it is.
  value === undefined ? {} : ({[key]: value} as {[key in K]: V});

function readId(value: Value): Id | undefined {
  const id = value.text('an id');
  if (id === undefined || patterns.id.test(id)) return id;
  value.report('bad-id', `“${id}” is no id. ${howIdsLook(id)}`);
  return undefined;
}

function languageTag(value: Value): LanguageTag | undefined {
  const tag = value.text('a language tag');
  if (tag === undefined || patterns.language.test(tag)) return tag === undefined ? undefined : canonical(tag);
  value.report('bad-language', `“${tag}” is no language tag. Write one like sv, pt-BR or zh-Hant.`);
  return undefined;
}

/** The usual capitals: `zh-hant` is `zh-Hant`. */
export function canonical(tag: LanguageTag): LanguageTag {
  const [proper = tag] = Intl.getCanonicalLocales(tag);
  // It also replaces old codes (`iw` by `he`), which would rename somebody's file.
  return proper.toLowerCase() === tag.toLowerCase() ? proper : tag;
}

function names(value: Value): Names | undefined {
  if (!value.isMap) return value.text('a name, or a name for each language');
  const result: Record<LanguageTag, string> = {};
  for (const {key, value: name} of value.entries('names')) {
    const [tag, text] = [languageTag(key), name.text('a name')];
    if (tag !== undefined && text !== undefined) result[tag] = text;
  }
  if (Object.keys(result).length > 0) return result;
  value.report('bad-value', 'Here should stand a name for each language: “en: …”.');
  return undefined;
}

function phrases(value: Value): Phrases {
  const result: Record<LanguageTag, readonly string[]> = {};
  for (const {key, value: list} of value.entries('lists of phrases by language: “en: [one, two]”')) {
    const tag = languageTag(key);
    const all = list.list('phrases').flatMap((each) => {
      const phrase = each.text('a phrase');
      if (phrase === undefined) return [];
      if (/[\p{L}\p{N}]/u.test(phrase)) return [phrase];
      each.report(
        'bad-value',
        `“${phrase}” has no letters and would mark everything. Write the words that mean the term.`,
      );
      return [];
    });
    if (tag !== undefined) result[tag] = all;
  }
  return result;
}

/** “unknown-…” with the nearest name. */
export const unknownName = (what: string, name: string, known: Iterable<string>): string =>
  `There is no ${what} “${name}”.${suggest(name, known)}`;
