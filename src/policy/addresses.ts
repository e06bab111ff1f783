/**
 * A selection as parameters of a page's address, and back. Without the DOM: parameters are pairs, as
 * `URLSearchParams` gives and takes them. Those of others, a second viewer's too, are left alone.
 */

import type {Bundle, Id} from './bundle.js';
import {isDay} from './day.js';
import {editionNamed, newestFirst, compareEditions} from './editions.js';
import {lookup} from './language.js';
import {everything, parseAgainst, printAgainst, type Selection, type SelectionChange} from './selection.js';

export type Parameters = readonly (readonly [name: string, value: string])[];

/** What an address asked for that does not exist, and what is shown instead: nothing where `shown` is empty. */
export interface Replaced {
  readonly field: 'product' | 'audience' | 'language' | 'edition' | 'view';
  readonly asked: string;
  readonly shown: string;
}

export interface FromAddress {
  /** What the address says; fields that it does not name are absent. */
  readonly changes: SelectionChange;
  readonly replaced: readonly Replaced[];
}

export const views: readonly string[] = ['glance', 'compare', 'changes'];

const names = ['product', 'audience', 'lang', 'edition', 'view', 'q', 'against'] as const;
type Name = (typeof names)[number];

/** The prefix of an element's parameters: two viewers on a page keep apart by their ids. */
export const prefixFor = (id: string): string => `${id || 'policy'}-`;

/** Levenshtein's distance, as far as it matters: more than 2 is another word. */
const isNear = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 2) return false;
  let row = Array.from({length: other.length + 1}, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return (row[other.length] ?? 9) <= Math.min(2, Math.floor(one.length / 3));
};

type Named = Bundle['products'][number];

/** By id, by a name, by an id or name that is nearly the same. */
export const nearest = (entries: readonly Named[], asked: string): Id => {
  const lower = asked.toLowerCase().trim();
  const all = entries.map(({id, names}) => ({
    id,
    names: [id, ...Object.values(names)].map((name) => name.toLowerCase()),
  }));
  const found =
    all.find(({id}) => id === asked) ??
    all.find(({names}) => names.includes(lower)) ??
    all.find(({names}) => names.some((name) => isNear(lower, name)));
  return found?.id ?? '';
};

/** The edition of that name; a day; else the newest that is not newer than what was asked for. */
export const nearestEdition = ({policies}: Bundle, asked: string): string => {
  const editions = newestFirst(policies.flatMap(({editions}) => editions));
  if (isDay(asked) || editions.some(({id}) => id === asked)) return asked;
  const likeIt = /^v?\d+(?:\.\d+)*$/.test(asked) ? editions.filter(({effective}) => !effective) : [];
  return likeIt.find((edition) => compareEditions(edition, editionNamed(asked)) >= 0)?.id ?? '';
};

/** What an address says of a viewer with this prefix. What does not exist gives way to the nearest that does. */
export const readAddress = (bundle: Bundle, parameters: Parameters, prefix: string): FromAddress => {
  const replaced: Replaced[] = [];
  const value = (name: Name): string | undefined => parameters.find(([each]) => each === prefix + name)?.[1];
  const settle = (field: Replaced['field'], asked: string, shown: string, isSame = shown === asked): string => {
    if (asked && !isSame) replaced.push({field, asked, shown});
    return shown;
  };
  const [product, audience, language, edition, view, query, against] = names.map(value);
  return {
    changes: {
      ...(product !== undefined && {product: settle('product', product, nearest(bundle.products, product))}),
      ...(audience !== undefined && {
        audiences: [
          ...new Set(
            audience
              .split(/[\s,]+/)
              .filter(Boolean)
              .map((asked) => settle('audience', asked, nearest(bundle.audiences, asked)))
              .filter(Boolean),
          ),
        ],
      }),
      // A language that no text is in stays chosen: the viewer says what is read instead.
      ...(language !== undefined && {
        language: settle('language', language, language, !language || !!lookup(language, bundle.languages)),
      }),
      ...(edition !== undefined && {edition: settle('edition', edition, nearestEdition(bundle, edition))}),
      ...(view !== undefined && {view: settle('view', view, views.includes(view) ? view : '')}),
      ...(query !== undefined && {query}),
      ...(against !== undefined && {against: parseAgainst(against)}),
    },
    replaced,
  };
};

/** Whether a parameter of this name is one of an element with this prefix. */
export const isOwn = (name: string, prefix: string): boolean => names.some((own) => prefix + own === name);

/**
 * The parameters that say what is chosen; what is not chosen has none, except where `initial`, which is shown without
 * any, has something chosen there. Those of others stay as they are, in their order.
 */
export const writeAddress = (
  parameters: Parameters,
  prefix: string,
  selection: Selection,
  initial = everything,
): Parameters => {
  const [values, before] = [selection, initial].map(valuesOf);
  return [
    ...parameters.filter(([name]) => !isOwn(name, prefix)),
    ...names.flatMap((name) =>
      values?.[name] || before?.[name] ? [[prefix + name, values?.[name] ?? ''] as const] : [],
    ),
  ];
};

const valuesOf = (selection: Selection): Readonly<Record<Name, string>> => {
  const {product, audiences, language, edition, view, query, against} = selection;
  return {
    product,
    audience: audiences.join(' '),
    lang: language,
    edition,
    view,
    q: query,
    against: printAgainst(against),
  };
};
