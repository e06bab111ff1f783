/** The words of searching in the policies. */

import {msg, str} from '@lit/localize';

export const searchWords = {
  hit: (current: string, total: string) => msg(str`Hit ${current} of ${total}`, {id: 'search-hit'}),
  hits: (total: string) => msg(str`Hits: ${total}`, {id: 'search-hits'}),
  hidden: (count: string) => msg(str`Hits in hidden points: ${count}`, {id: 'search-hidden'}),
  next: () => msg('Next hit', {id: 'search-next'}),
  previous: () => msg('Previous hit', {id: 'search-previous'}),
};
