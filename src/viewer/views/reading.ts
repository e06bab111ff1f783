/**
 * Reading: the policies as they are written, with the list of their headings beside them. It is there from the start.
 */

import {html, type TemplateResult} from 'lit';
import {renderContents} from '../contents.js';
import {renderDocument} from '../document.js';
import type {ViewContext} from './views.js';

export const renderReading = (context: ViewContext): TemplateResult =>
  html`<div class="page">${renderContents(context.view, context.words)}<div class="documents"
    >${context.view.documents.map((document) => renderDocument(document, context))}</div></div>`;
