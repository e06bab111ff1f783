/** Links within a text: a fragment does not reach into a shadow tree by itself. */

import type {PolicyViewerText} from './policy-viewer-text.js';

/**
 * Where a click on a link leads, in these texts: a section, a clause, or a whole document. Nothing where it is no
 * such link.
 */
export const findTarget = (event: Event, texts: readonly PolicyViewerText[]): HTMLElement | undefined => {
  const path = event.composedPath() as Partial<HTMLAnchorElement>[];
  const link = path.find((node) => node.matches?.('[href^="#"]'));
  const policy = path.find((node) => node.dataset?.['policy'])?.dataset?.['policy'];
  const text = link && texts.find(({dataset}) => dataset['policy'] === policy);
  return text?.find(link?.hash?.slice(1) ?? '') ?? text?.parentElement ?? undefined;
};
