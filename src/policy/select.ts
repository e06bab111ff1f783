/**
 * What a reader sees of a bundle. `select` is pure; the elements, prerendered pages
 * and tests all show what it says and work out nothing of their own.
 */

import type {Audience, Bundle, Edition, Id, IsoDate, LanguageTag, Policy, Text, TextReference} from './bundle.js';
import {audiencesOf, countClauses, isReference} from './clauses.js';
import {newestFirst} from './editions.js';
import {lookup, wording, type Wording} from './language.js';
import type {Selection} from './selection.js';
import {isVisible, plainText, walk} from './walk.js';

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
  /** The days on which the chosen policies' editions took effect, newest first. */
  readonly editions: readonly IsoDate[];
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
  readonly newer?: {readonly effective: IsoDate; readonly languages: readonly LanguageTag[]};
  /** The languages other than this one, each with its newest edition. */
  readonly others: readonly {readonly language: LanguageTag; readonly effective: IsoDate}[];
  /** The language that is binding, where it is another than the one shown. */
  readonly prevails?: LanguageTag;
  /** Whether some part is for the reader in particular; true where no audience is chosen. */
  readonly addressed: boolean;
  readonly shown: number;
  readonly hidden: number;
  /** The headings that are shown. */
  readonly contents: readonly Heading[];
}

export interface Heading {
  readonly id: Id;
  readonly text: string;
  /** 0 for the outermost. */
  readonly depth: number;
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

/** The edition that was in force on a day; before the first one, the first. `editions` is newest first. */
const inForce = (editions: readonly Edition[], day: IsoDate): readonly Edition[] => {
  const found = editions.find(({effective}) => effective <= day) ?? editions.at(-1);
  return found ? [found] : [];
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

/** The headings that a reader sees, each with how many of those it stands under have one, too. */
const listHeadings = (text: Text, chosen: readonly Id[]): Heading[] =>
  walk(text).flatMap((part) => {
    if (part.kind !== 'section' || !part.value.heading || !isVisible(part, chosen)) return [];
    const depth = part.sections.filter(({heading}) => heading).length - 1;
    return [{id: part.value.id, text: plainText(part.value.heading), depth}];
  });

const viewPolicy = (bundle: Bundle, policy: Policy, selection: Selection): PolicyView[] => {
  const editions = newestFirst(policy.editions);
  const candidates = selection.edition ? inForce(editions, selection.edition) : editions;
  const found = findText(candidates, selection.language, bundle.languages);
  const text = found?.edition.texts[found.language];
  if (!found || !text) return [];
  const {edition, language, missing} = found;
  const newest = editions[0];
  const others = bundle.languages
    .filter((tag) => tag !== language)
    .flatMap((tag) => {
      const latest = editions.find(({texts}) => Object.hasOwn(texts, tag));
      return latest ? [{language: tag, effective: latest.effective}] : [];
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
      ...(newest && newest !== edition && {newer: {effective: newest.effective, languages: Object.keys(newest.texts)}}),
      ...(edition.prevails && edition.prevails !== language && {prevails: edition.prevails}),
      addressed: chosen.length === 0 || [...audiencesOf(text)].some((id) => chosen.includes(id)),
      ...countClauses(text, chosen),
      contents: isReference(text) ? [] : listHeadings(text, chosen),
    },
  ];
};

/** Every text there is of some policies, or where to load it from. */
export const textsOf = (policies: readonly Policy[]): (Text | TextReference)[] =>
  policies.flatMap(({editions}) => editions.flatMap(({texts}) => Object.values(texts)));

/** The audiences that the chosen policies have in any text, and those the reader chose elsewhere, in the bundle's order. */
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

/**
 * What a reader with this selection sees of a bundle, and what they could choose instead.
 *
 * Ids that the bundle does not have are left out of `view.selection`; nothing throws.
 * `bundle` must be one that `validate` passed.
 */
export const select = (bundle: Bundle, asked: Selection): View => {
  const product = findProduct(bundle, asked.product);
  const audiences = asked.audiences.filter((id) => bundle.audiences.some((audience) => audience.id === id));
  const selection = {...asked, product, audiences};
  const language = lookup(asked.language || (bundle.languages[0] ?? ''), bundle.languages) ?? asked.language;
  const policies = product ? bundle.policies.filter(({products}) => products.includes(product)) : bundle.policies;
  const documents = policies.flatMap((policy) => viewPolicy(bundle, policy, selection));
  const name = (names: Audience['names']): Wording => wording(names, language, bundle.languages);
  const dates = new Set(policies.flatMap(({editions}) => editions.map(({effective}) => effective)));
  return {
    selection,
    language,
    documents,
    shown: documents.reduce((sum, {shown}) => sum + shown, 0),
    hidden: documents.reduce((sum, {hidden}) => sum + hidden, 0),
    products: bundle.products.map(({id, names}) => ({id, name: name(names)})),
    audiences: offerAudiences(bundle, policies, audiences).map(({id, names}) => ({id, name: name(names)})),
    languages: offerLanguages(bundle, policies, language),
    editions: [...dates].sort().reverse(),
  };
};
