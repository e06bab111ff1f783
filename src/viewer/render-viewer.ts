/** What is inside the viewer: what stands in the element, a failure, or the controls and the view that is chosen. */

import {html, nothing} from 'lit';
import type {Bundle, Id, LanguageTag} from '../policy/bundle.js';
import type {View} from '../policy/select.js';
import type {Words} from '../words/words.js';
import type {Loading} from './controllers/loading.js';
import type {Showing} from './controllers/showing.js';
import {renderAudiences, renderStatus, renderToolbar, type Choose} from './controls.js';
import {renderFailure, renderLoading} from './failure.js';
import {renderReading} from './views/reading.js';

interface Inside {
  readonly loading: Loading;
  readonly showing: Showing;
  /** Whether something is on its way: the bundle, or another text. */
  readonly isBusy: boolean;
  readonly retry: (() => void) | undefined;
  readonly words: Words;
  /** The interface's language. */
  readonly language: LanguageTag;
  readonly choose: Choose;
  readonly level: number;
  readonly since: string;
}

export const renderViewer = (inside: Inside): unknown => {
  const {loading, showing, isBusy, retry, words, language} = inside;
  const {state, bundle} = loading;
  const failure = state.kind === 'failed' ? renderFailure(state.say?.(language, !!state.last), words, retry) : nothing;
  if (bundle && showing.view) return [failure, renderView(bundle, showing.view, inside)];
  return [failure, html`<slot>${isBusy ? renderLoading(words) : nothing}</slot>`];
};

const renderView = (bundle: Bundle, view: View, inside: Inside): unknown => {
  const {loading, showing, isBusy, words, language, choose, level, since} = inside;
  const other = showing.after?.views.state(view.selection.view);
  const context = {
    bundle,
    view,
    words,
    speaks: language,
    level,
    choose,
    vocabulary: showing.vocabulary,
    filter: showing.filter,
    texts: loading.shown?.texts,
    since,
    open: (policy: Id, id: Id) => showing.later((after) => void after.open(policy, id)),
  };
  return [
    renderToolbar(view, words, language, choose),
    renderAudiences(view, words, choose),
    view.documents.length
      ? [
          renderStatus(view, words, language, choose, isBusy || other?.kind === 'loading'),
          html`<div part="views" class="views">${showing.after?.renderMore(context)}</div>`,
          other?.kind === 'ready'
            ? other.module.render(context)
            : renderReading(context, showing.after?.renderContents(context)),
        ]
      : html`<p part="notice" class="notice">${words.empty()}</p>`,
  ];
};
