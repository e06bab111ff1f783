/**
 * Where a text names one of thousands of products. Names are compared as they are: a pattern for each, in each
 * language, would fill the memory.
 */
import type {Id} from '../../policy/bundle.js';

export interface KnownProduct {
  readonly id: Id;
  readonly names: readonly string[];
}

export interface FoundProduct {
  readonly product: KnownProduct;
  /** Of the name, in the text. */
  readonly length: number;
}

interface Name {
  readonly plain: string;
  readonly length: number;
  readonly product: KnownProduct;
}

/** By the name's initial, since only few can begin at a letter. */
type Names = ReadonlyMap<string, readonly Name[]>;

/** A list of products is gone through once, however many texts are read with it. */
const namesOf = new WeakMap<readonly KnownProduct[], Names>();

const ends = /(?![\p{Script=Latin}\p{N}])/uy;

/** The product with the longest name at this place, where a name can begin; the text's own product is none. */
export function findProduct(
  text: string,
  at: number,
  products: readonly KnownProduct[],
  own: Id | undefined,
): FoundProduct | undefined {
  const names = namesOf.get(products) ?? listNames(products);
  namesOf.set(products, names);
  let best: FoundProduct | undefined;
  for (const {plain, length, product} of names.get(initial(text, at)) ?? []) {
    if (product.id === own || length <= (best?.length ?? 0) || text.slice(at, at + length).toLowerCase() !== plain)
      continue;
    ends.lastIndex = at + length;
    if (ends.test(text)) best = {product, length};
  }
  return best;
}

function listNames(products: readonly KnownProduct[]): Names {
  const names = new Map<string, Name[]>();
  for (const product of products) {
    for (const name of product.names) {
      if (name === '') continue;
      const key = initial(name);
      const alike = names.get(key) ?? [];
      names.set(key, alike);
      alike.push({plain: name.toLowerCase(), length: name.length, product});
    }
  }
  return names;
}

/** The character that a name begins with, the same for its capital and its small letter. */
function initial(text: string, at = 0): string {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const capital = character.toUpperCase();
  // “ß” has two letters for a capital, and is no “s” for that.
  return (capital.length === character.length ? capital : character).toLowerCase();
}
