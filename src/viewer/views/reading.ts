/**
 * Reading: the policies as they are written, with the list of their headings beside them. It is there from the start,
 * and the list's place is kept until the list comes.
 */

import {html, nothing, type TemplateResult} from 'lit';
import {isReference} from '../../policy/clauses.js';
import {renderDocument} from '../document.js';
import type {ViewContext} from './views.js';

export const renderReading = (context: ViewContext, contents: unknown): TemplateResult => {
  const {documents} = context.view;
  return html`<div class="page">${
    documents.some(({text}) => !isReference(text) && text.sections.some(({heading}) => heading))
      ? html`<nav part="contents" class="contents" aria-label=${context.words.contents()}>${contents}</nav>`
      : nothing
  }<div class="documents">${documents.map((document) => renderDocument(document, context))}</div></div>`;
};
