/** What is said aloud after a choice: what is chosen, how many points are shown, what must be known about a text. */

import type {LanguageTag} from '../policy/bundle.js';
import {languageName, ownName} from '../policy/language.js';
import type {PolicyView, View} from '../policy/select.js';
import type {Words} from '../words/words.js';
import {sayCount} from './controls.js';
import {sayMissing} from './document.js';
import {nameEdition} from './name-edition.js';

/** The names of what is chosen, which stand for themselves: no grammar has to carry them. */
const sayChoice = ({selection, products, audiences, language, languageNames}: View): string =>
  [
    ...products.filter(({id}) => id === selection.product),
    ...audiences.filter(({id}) => selection.audiences.includes(id)),
  ]
    .map(({name}) => name.text)
    .concat(ownName(language, languageNames))
    .join(' · ');

const sayNotices = (document: PolicyView, {languageNames}: View, words: Words, speaks: LanguageTag): string[] => {
  const {newer, prevails, addressed} = document;
  return [
    sayMissing(document, words, speaks),
    newer
      ? `${words.newer(nameEdition(newer, words, speaks))} ` +
        newer.languages.map((tag) => ownName(tag, languageNames)).join(', ')
      : '',
    prevails ? words.prevails(languageName(prevails, speaks)) : '',
    addressed ? '' : words.notAddressed(),
  ];
};

/** One sentence after another; what several policies have in common is said once. */
export const sayChange = (view: View, words: Words, speaks: LanguageTag): readonly string[] => {
  const {documents} = view;
  const sentences = [
    sayChoice(view),
    sayCount(view, words, speaks),
    documents.length ? '' : words.empty(),
    ...documents.flatMap((document) => sayNotices(document, view, words, speaks)),
  ];
  return [...new Set(sentences.filter(Boolean))];
};
