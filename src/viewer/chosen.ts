/** What is chosen, as the element's attributes say it. */

import {everything, parseAgainst, printAgainst, type Selection, type SelectionChange} from '../policy/selection.js';

/** Absent, not empty, while nothing is chosen: then there is no attribute either. Lit makes null of one that is removed. */
export interface Chosen {
  product: string | undefined | null;
  audience: string | undefined | null;
  lang: string | undefined | null;
  edition: string | undefined | null;
  view: string | undefined | null;
  query: string | undefined | null;
  against: string | undefined | null;
}

export const readChosen = ({product, audience, lang, edition, view, query, against}: Chosen): Selection => ({
  product: product ?? '',
  audiences: audience?.split(/[\s,]+/).filter(Boolean) ?? [],
  language: lang ?? '',
  edition: edition ?? '',
  view: view ?? '',
  query: query ?? '',
  against: parseAgainst(against ?? ''),
});

/** The attributes that say a selection; what it leaves out is not chosen. */
export const writeChosen = (selection: SelectionChange): Chosen => {
  const {product, audiences, language, edition, view, query, against} = {...everything, ...selection};
  return {
    product: product || undefined,
    audience: audiences.join(' ') || undefined,
    lang: language || undefined,
    edition: edition || undefined,
    view: view || undefined,
    query: query || undefined,
    against: printAgainst(against) || undefined,
  };
};
