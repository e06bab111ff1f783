/** What stands on paper alone. */

import {msg, str} from '@lit/localize';

export const printWords = {
  whole: (what: string, day: string) => msg(str`The whole policy: ${what}. Printed: ${day}.`, {id: 'printed-whole'}),
  excerpt: (audiences: string, what: string, day: string) =>
    msg(str`Excerpt with the points for: ${audiences}. ${what}. Printed: ${day}.`, {id: 'printed-excerpt'}),
};
