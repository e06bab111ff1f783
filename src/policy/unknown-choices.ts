/** What a site chose in attributes that its bundle does not have, for those who wrote the attributes. */

import {nearest, nearestEdition, views} from './addresses.js';
import type {Bundle, Id} from './bundle.js';
import {isDay} from './day.js';
import {lookup} from './language.js';
import type {Selection} from './selection.js';

export interface UnknownChoice {
  readonly field: 'product' | 'audience' | 'language' | 'edition' | 'view';
  readonly asked: string;
  /** The one that is probably meant, by its id; empty where none is near. */
  readonly nearest: Id;
  /** What there is to choose. */
  readonly known: readonly Id[];
}

/**
 * What `select` passes over in a selection, in the order of its fields, each with the nearest that the bundle has. A
 * product may be named by its id or one of its names, an edition by any day: those are known.
 */
export const unknownChoices = (bundle: Bundle, selection: Selection): readonly UnknownChoice[] => {
  const {product, audiences, language, edition, view} = selection;
  const {products, languages} = bundle;
  const editions = [...new Set(bundle.policies.flatMap((policy) => policy.editions.map(({id}) => id)))];
  const audienceIds = bundle.audiences.map(({id}) => id);
  const tags = languages.map((id) => ({id, names: {}}));
  const isProduct = products.some(
    ({id, names}) =>
      id === product || Object.values(names).some((name) => name.toLowerCase() === product.toLowerCase()),
  );
  const viewIds = views.map((id) => ({id, names: {}}));
  /** What is near is looked for only where something is asked: this runs with every rendering. */
  const unknown = (
    field: UnknownChoice['field'],
    asked: string,
    known: readonly Id[],
    near: (asked: string) => Id,
  ): UnknownChoice[] => (asked ? [{field, asked, nearest: near(asked), known}] : []);
  return [
    ...(isProduct
      ? []
      : unknown(
          'product',
          product,
          products.map(({id}) => id),
          (asked) => nearest(products, asked),
        )),
    ...audiences
      .filter((asked) => !audienceIds.includes(asked))
      .flatMap((asked) => unknown('audience', asked, audienceIds, () => nearest(bundle.audiences, asked))),
    ...(lookup(language, languages) ? [] : unknown('language', language, languages, (asked) => nearest(tags, asked))),
    ...(isDay(edition) || editions.includes(edition)
      ? []
      : unknown('edition', edition, editions, (asked) => nearestEdition(bundle, asked))),
    ...(views.includes(view) ? [] : unknown('view', view, views, (asked) => nearest(viewIds, asked))),
  ];
};

/** How many of the things to choose a sentence names, at most. */
const most = 12;

/** A sentence for the site's owner. */
export const describeUnknown = ({field, asked, nearest: near, known}: UnknownChoice): string => {
  const attribute = field === 'language' ? 'lang' : field;
  const named = known.slice(0, most).join(', ') + (known.length > most ? ', …' : '');
  return (
    `${attribute} asks for "${asked}", which the bundle does not have. ` +
    (near ? `The nearest it has is "${near}".` : `It has: ${named || 'none'}.`)
  );
};
