/** Reading: the policies as they are written, with the list of their headings beside them. It is there from the start. */

import {html, type TemplateResult} from 'lit';
import type {View} from '../../policy/select.js';
import {renderContents} from '../contents.js';
import {renderDocument, type Setting} from '../document.js';

export const renderReading = (view: View, setting: Setting): TemplateResult =>
  html`<div class="page">${renderContents(view, setting.words)}<div class="documents">${view.documents.map((document) =>
    renderDocument(document, setting),
  )}</div></div>`;
