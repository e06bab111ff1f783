/** What stands in place of what is not there: it is on its way, or could not be loaded. */

import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from '../words/words.js';

export const renderLoading = (words: Words): TemplateResult => html`<p class="loading">${words.loading()}</p>`;

/** A sentence, the one for want of a connection where none is said; and a button where trying again may help. */
export const renderFailure = (sentence: string | undefined, words: Words, retry?: () => void): TemplateResult =>
  html`<div part="error" class="notice" role="alert"><p>${sentence ?? words.loadingFailed()}</p>${
    retry ? html`<button type="button" @click=${retry}>${words.retry()}</button>` : nothing
  }</div>`;
