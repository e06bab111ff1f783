/** What is inside the viewer: what stands in the element, a failure, or the controls and the view that is chosen. */

import {html, nothing} from 'lit';
import type {Bundle} from '../policy/bundle.js';
import type {View} from '../policy/select.js';
import type {LoadingState} from './controllers/loading.js';
import type {Views} from './controllers/views.js';
import {renderAudiences, renderStatus, renderToolbar} from './controls.js';
import type {Setting} from './document.js';
import {renderFailure, renderLoading} from './failure.js';
import {renderReading} from './views/reading.js';

interface Inside {
  readonly state: LoadingState;
  /** What can be read. */
  readonly bundle: Bundle | undefined;
  readonly view: View | undefined;
  readonly views: Views;
  /** Whether something is on its way: the bundle, or another text. */
  readonly isBusy: boolean;
  readonly retry: (() => void) | undefined;
  readonly setting: Setting;
}

export const renderViewer = (inside: Inside): unknown => {
  const {state, bundle, view, isBusy, retry, setting} = inside;
  const {words} = setting;
  const failure =
    state.kind === 'failed'
      ? renderFailure(
          state.last ? words.kept() : state.unreachable ? words.loadingFailed() : words.unreadable(),
          words,
          retry,
        )
      : nothing;
  if (bundle && view) return [failure, renderView(bundle, view, inside)];
  return [failure, html`<slot>${isBusy ? renderLoading(words) : nothing}</slot>`];
};

/** The buttons that choose a view; nothing where reading is the only one. */
const renderViewButtons = (names: readonly string[], chosen: string, {words, choose}: Setting): unknown => {
  const said: Readonly<Record<string, () => string>> = words.viewNames;
  return names.length
    ? html`<div part="views" class="views">${['', ...names].map(
        (view) =>
          html`<button type="button" aria-pressed=${view === chosen} @click=${() => choose({view})}>${said[
            view || 'reading'
          ]?.()}</button>`,
      )}</div>`
    : nothing;
};

const renderView = (bundle: Bundle, view: View, {views, isBusy, setting}: Inside): unknown => {
  const {words, speaks: language, choose, level} = setting;
  const chosen = view.selection.view;
  const other = views.state(chosen);
  return [
    renderToolbar(view, words, language, choose),
    renderAudiences(view, words, choose),
    view.documents.length
      ? [
          renderStatus(view, words, language, choose, isBusy || other?.kind === 'loading'),
          renderViewButtons(views.names, chosen, setting),
          other?.kind === 'failed' ? renderFailure(words.loadingFailed(), words, other.retry) : nothing,
          other?.kind === 'ready'
            ? other.module.render({bundle, view, words, language, level, choose})
            : renderReading(view, setting),
        ]
      : html`<p part="notice" class="notice">${words.empty()}</p>`,
  ];
};
