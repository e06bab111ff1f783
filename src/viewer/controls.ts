/** What a reader chooses with: product, audiences, language, edition. Plain form controls. */

import {html, nothing, type TemplateResult} from 'lit';
import type {LanguageTag} from '../policy/bundle.js';
import {isReference} from '../policy/clauses.js';
import {formatNumber, ownName} from '../policy/language.js';
import type {LanguageChoice, View} from '../policy/select.js';
import type {SelectionChange} from '../policy/selection.js';
import type {Words} from '../words/words.js';
import {nameEdition} from './name-edition.js';

export type Choose = (changes: SelectionChange) => void;

/** `value` is set on the element once its options are there: see `showChoices`. */
const renderPicker = (name: string, value: string, options: unknown, choose: (value: string) => void): TemplateResult =>
  html`<label class="field"><span>${name}</span><select data-value=${value} @change=${({
    target,
  }: {
    target: HTMLSelectElement;
  }) => choose(target.value)}>${options}</select></label>`;

const renderLanguages = (languages: readonly LanguageChoice[], {languageNames}: View): unknown =>
  languages.map(
    ({language}) => html`<option lang=${language} value=${language}>${ownName(language, languageNames)}</option>`,
  );

/** The pickers; each only where there is something to pick. */
export const renderToolbar = (view: View, words: Words, speaks: string, choose: Choose): unknown => {
  const {selection, products, languages, editions} = view;
  const incomplete = languages.filter(({complete}) => !complete);
  const pickers = [
    products.length > 1 &&
      renderPicker(
        words.product(),
        selection.product,
        [
          html`<option value="">${words.allProducts()}</option>`,
          products.map(({id, name}) => html`<option value=${id} lang=${name.language}>${name.text}</option>`),
        ],
        (product) => choose({product, edition: ''}),
      ),
    editions.length > 1 &&
      renderPicker(
        words.edition(),
        editions.some(({id}) => id === selection.edition) ? selection.edition : '',
        [
          html`<option value="">${words.newestEdition()}</option>`,
          editions.map((edition) => html`<option value=${edition.id}>${nameEdition(edition, words, speaks)}</option>`),
        ],
        (edition) => choose({edition}),
      ),
    languages.length > 1 &&
      renderPicker(
        words.language(),
        view.language,
        [
          renderLanguages(
            languages.filter(({complete}) => complete),
            view,
          ),
          incomplete.length
            ? html`<optgroup label=${words.notAvailable()}>${renderLanguages(incomplete, view)}</optgroup>`
            : nothing,
        ],
        (language) => choose({language}),
      ),
  ].filter(Boolean);
  return pickers.length ? html`<div part="toolbar" class="toolbar">${pickers}</div>` : nothing;
};

/** A select forgets its value when its options change; this says it again after each rendering. */
export const showChoices = (root: ParentNode): void => {
  for (const select of root.querySelectorAll('select')) select.value = select.dataset['value'] ?? '';
};

/** Who the reader is: any number of audiences, none for the whole policy. */
export const renderAudiences = (
  {audiences, selection: {audiences: chosen}}: View,
  words: Words,
  choose: Choose,
): unknown =>
  audiences.length
    ? html`<fieldset part="audiences" class="audiences"><legend>${words.reader()}</legend>${audiences.map(
        ({id, name}) => html`<label class="chip" lang=${name.language}
          ><input type="checkbox" .checked=${chosen.includes(id)} @change=${() =>
            choose({
              audiences: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id],
            })}>${name.text}</label>`,
      )}</fieldset>`
    : nothing;

/** How many clauses are shown; empty while that cannot be known, because texts are on their way. */
export const sayCount = ({shown, hidden, documents}: View, words: Words, language: LanguageTag): string => {
  const number = (value: number): string => formatNumber(value, language);
  if (hidden) return words.showingSome(number(shown), number(shown + hidden), number(hidden));
  return documents.some(({text}) => isReference(text)) ? '' : words.showingAll(number(shown));
};

/** How many clauses are shown, with one button for the whole policy. `waiting`: another text is on its way. */
export const renderStatus = (
  view: View,
  words: Words,
  language: LanguageTag,
  choose: Choose,
  waiting: boolean,
): TemplateResult =>
  html`<div part="status" class="status"><span>${sayCount(view, words, language)}</span>${
    view.selection.audiences.length
      ? html`<button type="button" @click=${() => choose({audiences: []})}>${words.showAll()}</button>`
      : nothing
  }${waiting ? html`<span>${words.loading()}</span>` : nothing}</div>`;
