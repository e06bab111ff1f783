/** The list of headings that are shown. On a narrow viewer it folds away behind a button. */

import {html, nothing, type TemplateResult} from 'lit';
import type {Id} from '../policy/bundle.js';
import {direction} from '../policy/language.js';
import type {View} from '../policy/select.js';
import type {Words} from '../words/words.js';

export type GoTo = (policy: Id, heading: Id | undefined) => void;

const toggle = ({currentTarget: button}: {currentTarget: HTMLElement}): void => {
  button.ariaExpanded = `${button.ariaExpanded !== 'true'}`;
};

export const renderContents = ({documents}: View, words: Words, goTo: GoTo): unknown => {
  const renderEntry = (policy: Id, text: string, depth: number, id?: Id): TemplateResult =>
    html`<li data-depth=${depth}><a href="#${id ?? policy}" @click=${(event: Event) => {
      event.preventDefault();
      goTo(policy, id);
    }}>${text}</a></li>`;
  const several = documents.length > 1 ? 1 : 0;
  if (!documents.some(({contents}) => contents.length)) return nothing;
  return html`<nav part="contents" class="contents" aria-label=${words.contents()}>
    <button type="button" aria-expanded="false" @click=${toggle}>${words.contents()}</button>
    <ol role="list">${documents.map(({policy, text, language, contents}) => html`<li lang=${language} dir=${direction(language)}><ol role="list">${[
      several ? renderEntry(policy.id, text.title, 0) : nothing,
      contents.map((heading) => renderEntry(policy.id, heading.text, heading.depth + several, heading.id)),
    ]}</ol></li>`)}</ol>
  </nav>`;
};
