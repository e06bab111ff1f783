/** The words of what changed between two editions. */

import {msg, str} from '@lit/localize';

export const changesWords = {
  between: (older: string, newer: string) =>
    msg(str`Older version: ${older}. Newer version: ${newer}.`, {id: 'changes-between'}),
  upcoming: (day: string) => msg(str`Changes from this day: ${day}`, {id: 'changes-upcoming'}),
  noOlder: () => msg('There is no other version to compare this one with.', {id: 'changes-no-older'}),
  none: () => msg('Nothing changed in the points shown to you.', {id: 'changes-none'}),
  languages: (older: string, newer: string) =>
    msg(
      // eslint-disable-next-line max-len -- what is to be translated is one literal
      str`These versions are in different languages: ${older}, ${newer}. So wording is not compared: only which points were added, removed or moved.`,
      {id: 'changes-languages'},
    ),
  since: (day: string, count: string) => msg(str`Changes for you: ${count}. Since: ${day}.`, {id: 'changes-since'}),
  open: () => msg('Read in the full text', {id: 'changes-open'}),
  next: () => msg('Next change', {id: 'changes-next'}),
  previous: () => msg('Previous change', {id: 'changes-previous'}),
  states: {
    added: () => msg('Added', {id: 'change-added'}),
    removed: () => msg('Removed', {id: 'change-removed'}),
    reworded: () => msg('Reworded', {id: 'change-reworded'}),
    moved: () => msg('Moved', {id: 'change-moved'}),
    split: () => msg('Split', {id: 'change-split'}),
    merged: () => msg('Merged', {id: 'change-merged'}),
  },
};
