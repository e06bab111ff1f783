/**
 * Ids for products by their names. The brand that several names begin with is left out of them, as far as no two names
 * get the same id by that; a name of which no id can be made is called after its file.
 */
import type {Id} from '../../../policy/bundle.js';
import {groupBy} from '../../collections/group.js';
import {sharedBrand, toId} from '../../recognise/recognise-products.js';

/** A name as a text has it, and where the text comes from. */
export interface NamedIn {
  readonly name: string;
  /** A word for the file, without its language: `privacy-notice`. */
  readonly stem: string | undefined;
}

export interface ProductId {
  readonly id: Id;
  /** What of the name was left out as others' too. */
  readonly brand: string;
  /** Whether it was made of the name, of a file's, or is a number. */
  readonly origin: 'name' | 'file' | 'number';
  /** Another name that has the same id, where import cannot tell the two apart. */
  readonly sameAs?: string;
}

/** The same for names that differ in nothing but capitals, white space and the width of letters. */
export const plain = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/gu, ' ');

/** What an id keeps of a name is less than the name: letters that are not Latin. */
const loses = (name: string): boolean =>
  toId(name.replace(/[\p{Script=Latin}\p{M}\p{N}\s]+/gu, '')) === '' && /(?!\p{Script=Latin})\p{L}/u.test(name);

/** By the name as `plain` gives it. `brands` are all names that may begin alike. */
export function makeProductIds(
  named: readonly NamedIn[],
  brands: readonly string[],
  taken: ReadonlySet<Id>,
): ReadonlyMap<string, ProductId> {
  const distinct = [...groupBy(named, ({name}) => plain(name))].map(([key, [first, ...others]]) => ({
    key,
    name: first?.name ?? '',
    stem: [first, ...others].find((one) => one?.stem !== undefined)?.stem,
    wishes: wishesFor(first?.name ?? '', brands),
    next: 0,
  }));
  type Distinct = (typeof distinct)[number];
  const idOf = ({wishes, next}: Distinct): Id => wishes[Math.min(next, wishes.length - 1)]?.id ?? '';
  // Where two would be the same, both keep one word more of the brand.
  for (let again = true; again;) {
    again = false;
    for (const [id, alike] of groupBy(distinct, idOf)) {
      if (id === '' || alike.length === 1) continue;
      for (const one of alike) {
        if (one.next >= one.wishes.length - 1) continue;
        one.next++;
        again = true;
      }
    }
  }
  const ids = new Map<string, ProductId>();
  const used = new Set<Id>(taken);
  const set = (one: Distinct, id: Id, origin: ProductId['origin'], sameAs?: string): void => {
    used.add(id);
    const brand = origin === 'name' ? (one.wishes[Math.min(one.next, one.wishes.length - 1)]?.brand ?? '') : '';
    ids.set(one.key, {id, brand, origin, ...(sameAs !== undefined && {sameAs})});
  };
  const later: Distinct[] = [];
  for (const [id, alike] of groupBy(distinct, idOf)) {
    // The one that the id says all of comes first.
    const [first, ...others] =
      id === '' ? [] : [...alike].sort((a, b) => Number(loses(a.name)) - Number(loses(b.name)));
    if (first === undefined) {
      later.push(...alike);
      continue;
    }
    set(first, id, 'name');
    const lossy = others.filter(({name}) => loses(name));
    for (const one of others) {
      // One translated title more is the same product, as far as anybody can tell; of several at most one is.
      if (lossy.length <= 1 || !loses(one.name)) set(one, id, 'name', first.name);
      else later.push(one);
    }
  }
  let count = 0;
  for (const one of later) {
    const stem = toId(one.stem ?? '');
    if (stem !== '' && !used.has(stem)) set(one, stem, 'file');
    else {
      do count++;
      while (used.has(`product-${count}`));
      set(one, `product-${count}`, 'number');
    }
  }
  return ids;
}

/** Without the brand first, then with one word of it more each time. */
function wishesFor(name: string, brands: readonly string[]): readonly {readonly id: Id; readonly brand: string}[] {
  const words = sharedBrand(name, brands)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found: {id: Id; brand: string}[] = [];
  for (let count = words.length; count >= 0; count--) {
    const brand = words.slice(0, count).join(' ');
    const id = toId(name.slice(brand.length));
    if (id !== '') found.push({id, brand});
  }
  return found;
}
