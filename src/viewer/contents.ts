/** The list of headings that are shown. On a narrow viewer it folds away behind a button. */

import {html, nothing, type TemplateResult} from 'lit';
import type {Id} from '../policy/bundle.js';
import {direction} from '../policy/language.js';
import type {PolicyView, View} from '../policy/select.js';
import type {Words} from '../words/words.js';

const toggle = ({currentTarget: button}: {currentTarget: HTMLElement}): void => {
  button.ariaExpanded = `${button.ariaExpanded !== 'true'}`;
};

export const renderContents = ({documents}: View, words: Words): unknown => {
  const renderEntry = (text: string, depth: number, id: Id = ''): TemplateResult =>
    html`<li data-depth=${depth}><a href="#${id}">${text}</a></li>`;
  const several = documents.length > 1 ? 1 : 0;
  if (!documents.some(({contents}) => contents.length)) return nothing;
  const renderPolicy = ({policy, text, language, contents}: PolicyView): TemplateResult =>
    html`<li data-policy=${policy.id} lang=${language} dir=${direction(language)}><ol role="list">${[
      several ? renderEntry(text.title, 0) : nothing,
      contents.map((heading) => renderEntry(heading.text, heading.depth + several, heading.id)),
    ]}</ol></li>`;
  return html`<nav part="contents" class="contents" aria-label=${words.contents()}>
    <button type="button" aria-expanded="false" @click=${toggle}>${words.contents()}</button>
    <ol role="list">${documents.map(renderPolicy)}</ol>
  </nav>`;
};
