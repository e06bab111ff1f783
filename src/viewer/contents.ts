/** The list of headings that are shown. On a narrow viewer it folds away behind a button. It comes after the text. */

import {html, nothing, type TemplateResult} from 'lit';
import {direction} from '../policy/language.js';
import {listHeadings, nestHeadings} from '../policy/headings.js';
import type {PolicyView, View} from '../policy/select.js';
import type {Words} from '../words/words.js';

const toggle = ({currentTarget: button}: {currentTarget: HTMLElement}): void => {
  button.ariaExpanded = `${button.ariaExpanded !== 'true'}`;
};

export const renderContents = ({documents, selection}: View, words: Words): TemplateResult => {
  const renderList = (entries: readonly unknown[]): unknown =>
    entries.length ? html`<ol role="list">${entries}</ol>` : nothing;
  const several = documents.length > 1;
  const renderPolicy = ({policy, text, language}: PolicyView): TemplateResult =>
    html`<li data-policy=${policy.id} lang=${language} dir=${direction(language)}>${
      several ? html`<a href="#">${text.title}</a>` : nothing
    }${renderList(
      nestHeadings(
        listHeadings(text, selection.audiences),
        ({id, text}, within) => html`<li><a href="#${id}">${text}</a>${renderList(within)}</li>`,
      ),
    )}</li>`;
  return html`<button type="button" aria-expanded="false" @click=${toggle}>${words.contents()}</button>
    <ol role="list">${documents.map(renderPolicy)}</ol>`;
};
