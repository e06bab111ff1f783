/** The buttons that choose how the policies are looked at: one Tab stop, and arrows within. */

import {html} from 'lit';
import {offersView} from '../policy/offers-view.js';
import {addressWords} from '../words/address-words.js';
import {viewNames} from '../words/view-names.js';
import type {ViewContext} from './views/views.js';

const names: Readonly<Record<string, () => string>> = viewNames;

const move = ({key, currentTarget, target}: KeyboardEvent): void => {
  const buttons = [...(currentTarget as HTMLElement).querySelectorAll('button')];
  const forward = getComputedStyle(currentTarget as HTMLElement).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const step = key === forward ? 1 : key === backward ? -1 : 0;
  if (step) buttons.at((buttons.indexOf(target as HTMLButtonElement) + step) % buttons.length)?.focus();
};

/** `search` opens the field for it; `link` copies a link to what is shown. */
export const renderViewButtons = (
  all: readonly string[],
  {bundle, view, choose}: ViewContext,
  search: () => void,
  link: () => void,
): unknown => {
  const offered = all.filter((name) => offersView(name, bundle, view));
  const chosen = offered.includes(view.selection.view) ? view.selection.view : '';
  return html`<div role="toolbar" aria-label=${viewNames.all()} @keydown=${move}>${
    // Reading needs no button where it is the only view that has something to show.
    (offered.length ? ['', ...offered] : []).map(
      (name) =>
        html`<button type="button" aria-pressed=${name === chosen} tabindex=${name === chosen ? 0 : -1}
            @click=${() => choose({view: name})}>${names[name || 'reading']?.()}</button>`,
    )
  }<button type="button" tabindex=${offered.length ? -1 : 0} @click=${search}>${viewNames.search()}</button
  ><button type="button" tabindex="-1" @click=${link}>${addressWords.copy()}</button></div>`;
};
