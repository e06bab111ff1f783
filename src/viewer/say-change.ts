/** What is said aloud after a choice: how many clauses, and which policy is missing in the language asked for. */

import type {LanguageTag} from '../policy/bundle.js';
import type {View} from '../policy/select.js';
import type {Words} from '../words/words.js';
import {sayCount} from './controls.js';
import {sayMissing} from './document.js';

export const sayChange = (view: View, words: Words, language: LanguageTag): string =>
  [sayCount(view, words, language), ...view.documents.map((document) => sayMissing(document, words, language))]
    .filter(Boolean)
    .join(' ');
