/** Why a policy cannot be shown, for readers: whole sentences, each of which fits one cause. */

import {msg} from '@lit/localize';

export const faultWords = {
  absent: () =>
    msg('The policy is not available at its address. Please tell the owner of this site.', {id: 'fault-absent'}),
  busy: () => msg('The server cannot deliver the policy now. Wait a little, then try again.', {id: 'fault-busy'}),
  unreadable: () =>
    msg(
      'The policy cannot be shown because its file has errors. Try again later, or ask the owner of this site for it.',
      {id: 'unreadable'},
    ),
  kept: () => msg('The policy could not be loaded anew. You are reading what was loaded before.', {id: 'kept'}),
};
