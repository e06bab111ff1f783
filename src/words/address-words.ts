/** The words of links to what is shown, and of addresses that ask for what is not there. */

import {msg, str} from '@lit/localize';

export const addressWords = {
  copy: () => msg('Copy link', {id: 'link-copy'}),
  copied: () => msg('Link copied', {id: 'link-copied'}),
  absent: (asked: string) => msg(str`The address asks for “${asked}”, which is not here.`, {id: 'address-absent'}),
  replaced: (asked: string, shown: string) =>
    msg(str`The address asks for “${asked}”, which is not here. You see: ${shown}.`, {id: 'address-replaced'}),
};
