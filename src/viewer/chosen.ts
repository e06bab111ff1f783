/** What is chosen, as the element's attributes say it. */

import {everything, parseAgainst, printAgainst, type Selection, type SelectionChange} from '../policy/selection.js';

/**
 * Absent, not empty, while nothing is chosen: then there is no attribute either. Lit makes null of one that is
 * removed.
 */
export interface Chosen {
  product: string | undefined | null;
  audience: string | undefined | null;
  lang: string | undefined | null;
  edition: string | undefined | null;
  view: string | undefined | null;
  query: string | undefined | null;
  against: string | undefined | null;
}

export const readChosen = (chosen: Chosen): Selection => {
  const read = (name: keyof Chosen): string => chosen[name] ?? '';
  return {
    product: read('product'),
    audiences: read('audience')
      .split(/[\s,]+/)
      .filter(Boolean),
    language: read('lang'),
    edition: read('edition'),
    view: read('view'),
    query: read('query'),
    against: parseAgainst(read('against')),
  };
};

/** The attributes that say a selection; what it leaves out is not chosen. */
export const writeChosen = (selection: SelectionChange): Chosen => {
  const {product, audiences, language, edition, view, query, against} = {...everything, ...selection};
  const audience = audiences.join(' ');
  const chosen = {product, audience, lang: language, edition, view, query, against: printAgainst(against)};
  return Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, value || undefined])) as typeof chosen;
};
