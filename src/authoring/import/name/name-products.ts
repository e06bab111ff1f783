/**
 * Gives every imported text its product and policy. Texts whose titles name the
 * same product are texts of one policy: in several languages, or of several dates.
 * A policy of another kind than privacy, on cookies or of terms, is one of its own
 * that covers the same product.
 */
import type {Id, LanguageTag} from '../../../policy/bundle.js';
import type {Doubt} from '../../document/guess.js';
import {readTitle, sharedBrand, toId, type ProductNames} from '../../recognise/recognise-products.js';

export interface Titled {
  readonly title: string;
  readonly language: LanguageTag;
  /** The names of other products that the text covers. */
  readonly covers: readonly string[];
  /** What the user or the text's front matter says. */
  readonly product: string | undefined;
  readonly policy: Id | undefined;
}

export interface NamedProduct {
  readonly id: Id;
  readonly name: string;
  /** Each of the names that the name joins, for reading roles with. */
  readonly parts: readonly string[];
}

export interface Identity {
  readonly policy: Id;
  readonly product: NamedProduct;
  readonly covers: readonly NamedProduct[];
  /** How the id came about, where it is not plain from the title. */
  readonly why: string | undefined;
  readonly doubts: readonly Doubt[];
}

/** A product that the folder has already, with all its names. */
export interface KnownName {
  readonly id: Id;
  readonly names: readonly string[];
}

export function nameProducts(texts: readonly Titled[], known: readonly KnownName[]): Identity[] {
  // Each name is looked up, not compared with all others: there may be thousands of either.
  const knownAs = new Map<string, KnownName>();
  for (const product of known)
    for (const name of product.names) if (!knownAs.has(plain(name))) knownAs.set(plain(name), product);
  const asWritten = texts.map((text) => ({text, names: namesOf(text, knownAs)}));
  const nominatives = new Set([...asWritten.flatMap(({names}) => names.parts.map(plain)), ...knownAs.keys()]);
  const read = asWritten.map(({text, names}) => ({text, names: withoutGenitive(names, text.language, nominatives)}));
  const bases = [...read.map(({names}) => names.parts[0]), ...known.flatMap(({names}) => names)];
  const firsts = new Set(read.map(({names}) => plain(names.parts[0])));
  const unwritable = new Map<string, Id>();
  const idOf = (name: string, others: readonly string[]): Id => {
    const kept = knownAs.get(plain(name));
    if (kept !== undefined) return kept.id;
    const brand = sharedBrand(name, others);
    const id = toId(name.slice(brand.length)) || toId(name) || unwritable.get(name) || `product-${unwritable.size + 1}`;
    if (toId(name) === '') unwritable.set(name, id);
    return id;
  };
  return read.map(({text, names}) => {
    const [base] = names.parts;
    const kind = names.isNamed ? names.kind : undefined;
    const whole = knownAs.get(plain(names.name));
    const fromPolicy =
      text.policy !== undefined && text.product === undefined && kind === undefined ? text.policy : undefined;
    const id = fromPolicy ?? whole?.id ?? idOf(base, bases);
    const brand = sharedBrand(base, bases);
    const doubts: Doubt[] = [];
    if (fromPolicy === undefined && whole === undefined && toId(base) === '') {
      doubts.push({
        message: `No id can be made of “${base}”, so the product was called “${id}”.`,
        remedy: 'give it one with --policy ID',
      });
    }
    if (!names.isNamed && text.policy === undefined) {
      doubts.push({message: `The title “${text.title}” names no product.`, remedy: 'name it with --product NAME'});
    }
    const covers = text.covers
      .filter((name) => ![names.name, ...names.parts].map(plain).includes(plain(name)))
      .map((name) => ({id: idOf(name, firsts.has(plain(name)) ? bases : []), name, parts: [name]}))
      .filter((covered) => covered.id !== id);
    return {
      policy: text.policy ?? (kind === undefined ? id : `${id}-${kind.id}`),
      product: {id, name: names.name, parts: [names.name, ...names.parts]},
      covers,
      why:
        kind !== undefined && text.policy === undefined
          ? `as the title says “${kind.words}”`
          : explain(base, brand, id, names, whole !== undefined),
      doubts,
    };
  });
}

function namesOf(text: Titled, known: ReadonlyMap<string, KnownName>): ProductNames {
  const names = readTitle(text.title, text.language);
  if (text.product !== undefined) return {...names, name: text.product, parts: [text.product], isNamed: true};
  // A product may be called what sounds like a policy.
  const {title} = text;
  return known.has(plain(title)) ? {name: title, parts: [title], isNamed: true} : names;
}

/** In "Kajens sekretesspolicy" the product is "Kajen", but only another text can tell that it is not "Kajens". */
function withoutGenitive(names: ProductNames, language: LanguageTag, others: ReadonlySet<string>): ProductNames {
  if (!/^(?:sv|nb|nn|da|de)\b/u.test(language) || !/[^sxz]s$/iu.test(names.name)) return names;
  const shorter = names.name.slice(0, -1);
  return names.parts.length === 1 && others.has(plain(shorter)) ? {...names, name: shorter, parts: [shorter]} : names;
}

function explain(base: string, brand: string, id: Id, names: ProductNames, isKnown: boolean): string | undefined {
  if (isKnown) return 'as the folder has it already';
  if (brand !== '' && id === toId(base.slice(brand.length)))
    return `without “${brand}”, which other products’ names begin with too`;
  return names.parts.length > 1 ? `after “${base}”, the first product that the title names` : undefined;
}

/** The same for names that differ in nothing but capitals, white space and the width of letters. */
const plain = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/gu, ' ');
