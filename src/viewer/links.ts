/** Links within a text: a fragment does not reach into a shadow tree by itself. */

import type {Id} from '../policy/bundle.js';
import type {PolicyViewerText} from './policy-viewer-text.js';

/**
 * Where a click on a link leads, in these texts: a section, a clause, or a whole document. Nothing where it is no
 * such link. `nowOf` gives the id that something has by one that it had.
 */
export const findTarget = (
  event: Event,
  texts: readonly PolicyViewerText[],
  nowOf: (policy: Id, id: Id) => Id,
): HTMLElement | undefined => {
  const path = event.composedPath() as Partial<HTMLAnchorElement>[];
  const link = path.find((node) => node.matches?.('[href^="#"]'));
  const policy = path.find((node) => node.dataset?.['policy'])?.dataset?.['policy'];
  const text = link && texts.find(({dataset}) => dataset['policy'] === policy);
  const id = link?.hash?.slice(1) ?? '';
  return text?.find(id) ?? text?.find(nowOf(policy ?? '', id)) ?? text?.parentElement ?? undefined;
};
