/** An edition as a reader is told it: by its day, else its version, else that it has no date. */

import {versionOf, type EditionChoice} from '../policy/editions.js';
import {formatDate} from '../policy/language.js';
import type {Words} from '../words/words.js';

export const nameEdition = (edition: EditionChoice, words: Words, speaks: string): string => {
  const version = versionOf(edition);
  return edition.effective ? formatDate(edition.effective, speaks) : version ? words.version(version) : words.undated();
};
