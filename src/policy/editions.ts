/** The order of a policy's editions. */

import type {Edition} from './bundle.js';

/** Which of two editions comes first where the newest does. */
export const compareEditions = (a: Pick<Edition, 'effective'>, b: Pick<Edition, 'effective'>): number =>
  a.effective < b.effective ? 1 : a.effective > b.effective ? -1 : 0;

export const newestFirst = <E extends Pick<Edition, 'effective'>>(editions: readonly E[]): readonly E[] =>
  [...editions].sort(compareEditions);
