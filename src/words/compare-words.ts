/** The words of two sides, compared. */

import {msg, str} from '@lit/localize';

export const compareWords = {
  with: () => msg('Compare with', {id: 'compare-with'}),
  choose: () => msg('Choose what to compare with', {id: 'compare-choose'}),
  counts: (both: string, left: string, right: string) =>
    msg(str`Points on both sides: ${both}. Only on the first: ${left}. Only on the second: ${right}.`, {
      id: 'compare-counts',
    }),
  missing: () => msg('Not on this side', {id: 'compare-missing'}),
};
