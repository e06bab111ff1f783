/** Links within a text: a fragment does not reach into a shadow tree by itself. */

import type {Id} from '../policy/bundle.js';
import type {PolicyViewerText} from './policy-viewer-text.js';

/** Whether a click asks for a new tab or window, or for a menu. */
export const isModified = ({ctrlKey, metaKey, shiftKey, altKey, button}: MouseEvent): boolean =>
  ctrlKey || metaKey || shiftKey || altKey || button > 0;

/** For whom a part of the text and what it stands in are, where those are others than the ones chosen: one of each. */
export const audiencesHiding = (part: Element, chosen: readonly Id[]): readonly Id[] => {
  const found: Id[] = [];
  for (let outer: Element | null = part; outer; outer = outer.parentElement) {
    const own = outer.getAttribute('data-for')?.split(' ') ?? [];
    if (own[0] && !own.some((id) => chosen.includes(id) || found.includes(id))) found.push(own[0]);
  }
  return found;
};

/**
 * The link that a click is on, and where it leads in these texts: a section, a clause, or a whole document. Nothing
 * where it is no such link. `nowOf` gives the id that something has by one that it had.
 */
export const findTarget = (
  event: Event,
  texts: readonly PolicyViewerText[],
  nowOf: (policy: Id, id: Id) => Id,
): [link?: HTMLElement, part?: HTMLElement | undefined] => {
  const path = event.composedPath() as Partial<HTMLAnchorElement>[];
  const link = path.find((node) => node.matches?.('[href^="#"]'));
  const policy = path.find((node) => node.dataset?.['policy'])?.dataset?.['policy'];
  const text = link && texts.find(({dataset}) => dataset['policy'] === policy);
  const id = link?.hash?.slice(1) ?? '';
  if (!link || !text) return [];
  const part = text.find(id) ?? text.find(nowOf(policy ?? '', id)) ?? text.parentElement ?? undefined;
  return [link as HTMLElement, part];
};
