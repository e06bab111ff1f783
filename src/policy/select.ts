/**
 * What a reader sees of a bundle. `select` is pure; the elements, prerendered pages
 * and tests all show what it says and work out nothing of their own.
 */

import type {Audience, Bundle, Edition, Id, LanguageTag, Localized, Policy, Text, TextReference} from './bundle.js';
import {audiencesOf, countClauses} from './clauses.js';
import {isDay} from './day.js';
import {findEdition, newestFirst, type EditionChoice} from './editions.js';
import {lookup, wording, type Wording} from './language.js';
import type {Selection} from './selection.js';

export interface View {
  readonly selection: Selection;
  /** The bundle's language that answers the one asked for; the one asked for where it has none. */
  readonly language: LanguageTag;
  readonly documents: readonly PolicyView[];
  /** Clauses, over all documents. */
  readonly shown: number;
  readonly hidden: number;
  readonly products: readonly Choice[];
  readonly audiences: readonly Choice[];
  readonly languages: readonly LanguageChoice[];
  /** Each language's name in itself, as the bundle has it. */
  readonly languageNames: Localized | undefined;
  /** The chosen policies' editions, newest first. */
  readonly editions: readonly EditionChoice[];
}

export interface Choice {
  readonly id: Id;
  readonly name: Wording;
}

export interface LanguageChoice {
  readonly language: LanguageTag;
  /** Whether every chosen policy has a text in it. */
  readonly complete: boolean;
}

/** One policy as it is shown. */
export interface PolicyView {
  readonly policy: Policy;
  readonly edition: Edition;
  /** The language the text is really in. */
  readonly language: LanguageTag;
  /** The text, or where to load it from. */
  readonly text: Text | TextReference;
  /** The language asked for, where this policy has no text in it. */
  readonly missing?: LanguageTag;
  /** A newer edition than the one shown, and the languages it is in. */
  readonly newer?: EditionChoice & {readonly languages: readonly LanguageTag[]};
  /** The languages other than this one, each with its newest edition. */
  readonly others: readonly (EditionChoice & {readonly language: LanguageTag})[];
  /** The language that is binding, where it is another than the one shown. */
  readonly prevails?: LanguageTag;
  /** Whether some part is for the reader in particular; true where no audience is chosen. */
  readonly addressed: boolean;
  readonly shown: number;
  readonly hidden: number;
}

/** A selection as the reader may write it: a product by its id, else by one of its names. */
const findProduct = (bundle: Bundle, asked: string): Id => {
  if (!asked) return '';
  const lower = asked.toLowerCase();
  const found =
    bundle.products.find(({id}) => id === asked) ??
    bundle.products.find(({names}) => Object.values(names).some((name) => name.toLowerCase() === lower));
  return found?.id ?? '';
};

interface Found {
  readonly edition: Edition;
  readonly language: LanguageTag;
  readonly missing: boolean;
}

/**
 * Which text answers a reader: of the languages there are, the one that answers theirs (RFC 4647 lookup),
 * in the newest edition that has it; else the newest edition, in the first language of the bundle that it has.
 */
const findText = (
  editions: readonly Edition[],
  asked: LanguageTag,
  order: readonly LanguageTag[],
): Found | undefined => {
  // Over all editions, not one by one: what is in `nn` could not be read where a newer edition is in `nb`.
  const answer =
    asked &&
    lookup(
      asked,
      editions.flatMap(({texts}) => Object.keys(texts)),
    );
  const edition = answer ? editions.find(({texts}) => Object.hasOwn(texts, answer)) : editions[0];
  const language =
    answer || (edition && (order.find((tag) => Object.hasOwn(edition.texts, tag)) ?? Object.keys(edition.texts)[0]));
  return edition && language ? {edition, language, missing: !answer && asked !== ''} : undefined;
};

const nameOf = ({id, effective}: Edition): EditionChoice => ({id, ...(effective && {effective})});

const viewPolicy = (bundle: Bundle, policy: Policy, selection: Selection): PolicyView[] => {
  const editions = newestFirst(policy.editions);
  const meant = findEdition(editions, selection.edition);
  const candidates = meant ? [meant] : editions;
  const found = findText(candidates, selection.language, bundle.languages);
  const text = found?.edition.texts[found.language];
  if (!found || !text) return [];
  const {edition, language, missing} = found;
  const newest = editions[0];
  const others = bundle.languages
    .filter((tag) => tag !== language)
    .flatMap((tag) => {
      const latest = editions.find(({texts}) => Object.hasOwn(texts, tag));
      return latest ? [{language: tag, ...nameOf(latest)}] : [];
    });
  const chosen = selection.audiences;
  return [
    {
      policy,
      edition,
      language,
      text,
      others,
      ...(missing && {missing: selection.language}),
      ...(newest && newest !== edition && {newer: {...nameOf(newest), languages: Object.keys(newest.texts)}}),
      ...(edition.prevails && edition.prevails !== language && {prevails: edition.prevails}),
      addressed: chosen.length === 0 || [...audiencesOf(text)].some((id) => chosen.includes(id)),
      ...countClauses(text, chosen),
    },
  ];
};

/** Every text there is of some policies, or where to load it from. */
export const textsOf = (policies: readonly Policy[]): (Text | TextReference)[] =>
  policies.flatMap(({editions}) => editions.flatMap(({texts}) => Object.values(texts)));

/**
 * The audiences that the chosen policies have in any text, and those the reader chose elsewhere, in the bundle's
 * order.
 */
const offerAudiences = (bundle: Bundle, policies: readonly Policy[], chosen: readonly Id[]): readonly Audience[] => {
  const present = new Set(chosen);
  for (const text of textsOf(policies)) for (const id of audiencesOf(text)) present.add(id);
  return bundle.audiences.filter(({id}) => present.has(id));
};

const offerLanguages = (bundle: Bundle, policies: readonly Policy[], language: LanguageTag): LanguageChoice[] => {
  const tags = !language || bundle.languages.includes(language) ? bundle.languages : [...bundle.languages, language];
  return tags.map((tag) => ({
    language: tag,
    complete: policies.every(({editions}) => editions.some(({texts}) => Object.hasOwn(texts, tag))),
  }));
};

const hasEdition = ({policies}: Bundle, asked: Id): boolean =>
  policies.some(({editions}) => editions.some(({id}) => id === asked));

/**
 * Each edition that some policy has, once. Policies may have put the same version into force on different days: then
 * it has none.
 */
const offerEditions = (policies: readonly Policy[]): readonly EditionChoice[] => {
  const found = new Map<Id, EditionChoice>();
  for (const {editions} of policies)
    for (const edition of editions) {
      const other = found.get(edition.id);
      found.set(edition.id, !other || other.effective === edition.effective ? nameOf(edition) : {id: edition.id});
    }
  return newestFirst([...found.values()]);
};

/**
 * What a reader with this selection sees of a bundle, and what they could choose instead.
 *
 * Ids that the bundle does not have are left out of `view.selection`; nothing throws.
 * `bundle` must be one that `validate` passed.
 */
export const select = (bundle: Bundle, asked: Selection): View => {
  const product = findProduct(bundle, asked.product);
  const audiences = asked.audiences.filter((id) => bundle.audiences.some((audience) => audience.id === id));
  const edition = isDay(asked.edition) || hasEdition(bundle, asked.edition) ? asked.edition : '';
  const selection = {...asked, product, audiences, edition};
  const language = lookup(asked.language || (bundle.languages[0] ?? ''), bundle.languages) ?? asked.language;
  const policies = product ? bundle.policies.filter(({products}) => products.includes(product)) : bundle.policies;
  const documents = policies.flatMap((policy) => viewPolicy(bundle, policy, selection));
  const name = (names: Audience['names']): Wording => wording(names, language, bundle.languages);
  return {
    selection,
    language,
    documents,
    shown: documents.reduce((sum, {shown}) => sum + shown, 0),
    hidden: documents.reduce((sum, {hidden}) => sum + hidden, 0),
    products: bundle.products.map(({id, names}) => ({id, name: name(names)})),
    audiences: offerAudiences(bundle, policies, audiences).map(({id, names}) => ({id, name: name(names)})),
    languages: offerLanguages(bundle, policies, language),
    languageNames: bundle.languageNames,
    editions: offerEditions(policies),
  };
};
