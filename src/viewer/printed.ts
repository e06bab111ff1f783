/** The sentence on paper that says what was printed: the whole or an excerpt, for whom, of what, on which day. */

import {html, type TemplateResult} from 'lit';
import {formatDate, ownName} from '../policy/language.js';
import type {View} from '../policy/select.js';
import {printWords} from '../words/print-words.js';
import {today} from './today.js';
import type {Words} from '../words/words.js';
import {nameEdition} from './name-edition.js';

interface Printed {
  readonly view: View;
  readonly words: Words;
  readonly speaks: string;
}

/** Product, languages and, where all texts are of the same, the edition. Otherwise each text has its own below. */
const describe = ({view, words, speaks}: Printed): string => {
  const {documents, products, selection} = view;
  const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
  const editions = unique(
    documents.map(({edition}) =>
      edition.effective ? words.effective(formatDate(edition.effective, speaks)) : nameEdition(edition, words, speaks),
    ),
  );
  return [
    products.find(({id}) => id === selection.product)?.name.text ?? words.allProducts(),
    ...unique(documents.map(({language}) => ownName(language, view.languageNames))),
    ...(editions.length > 1 ? [] : editions),
  ].join(' · ');
};

export const renderPrinted = (printed: Printed): TemplateResult => {
  const {audiences, selection, hidden} = printed.view;
  const chosen = audiences.filter(({id}) => selection.audiences.includes(id)).map(({name}) => name.text);
  const what = describe(printed);
  const day = formatDate(today(), printed.speaks);
  return html`<p class="printed">${
    hidden ? printWords.excerpt(chosen.join(', '), what, day) : printWords.whole(what, day)
  }</p>`;
};
