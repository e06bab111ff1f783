/** What changed between two editions, for this reader; and one line that says so above the text. */

import {html, nothing, unsafeCSS, type TemplateResult} from 'lit';
import base from '../../../look/base.css?inline';
import type {LanguageTag} from '../../../policy/bundle.js';
import {
  changes,
  changeStates,
  type Change,
  type Changes,
  type ChangeSide,
  type ChangeSummary,
  type PolicyChanges,
} from '../../../policy/changes.js';
import {isDay} from '../../../policy/day.js';
import {direction, formatDate, formatNumber, languageName} from '../../../policy/language.js';
import {clauseText, headingsOf} from '../../../policy/walk.js';
import {changesWords} from '../../../words/changes-words.js';
import {renderFailure, renderLoading} from '../../failure.js';
import {renderHeading} from '../../heading.js';
import {nameEdition} from '../../name-edition.js';
import controls from '../controls.css?inline';
import shared from '../view.css?inline';
import {defineTag} from '../../define-tag.js';
import {ViewElement} from '../view-element.js';
import type {ViewContext} from '../views.js';
import own from './changes.css?inline';
import {today} from '../../today.js';

/** Changes as this reader has them; the texts they take are fetched where they are in files of their own. */
const read = ({bundle, view, since, texts}: ViewContext): Changes => {
  const found = changes(bundle, view.selection, {today: today(), ...(isDay(since) && {since})});
  texts?.also(found.policies.flatMap(({lacking, upcoming}) => [...lacking, ...(upcoming?.lacking ?? [])]));
  return found;
};

class PolicyViewerChanges extends ViewElement {
  static override styles = unsafeCSS(base + controls + shared + own);

  protected override renderView(context: ViewContext): unknown {
    const {policies, summary} = read(context);
    const step = (by: number) => () => this.#step(by);
    return html`${
      summary.total > 1
        ? html`<div class="steps"><button type="button" @click=${step(-1)}>${changesWords.previous()}</button
          ><button type="button" @click=${step(1)}>${changesWords.next()}</button></div>`
        : nothing
    }${policies.map((policy) => [
      renderHeading(context.level, titleOf(policy, context)),
      policy.upcoming
        ? [
            html`<p><strong>${changesWords.upcoming(nameOf(policy.upcoming.newer, context))}</strong></p>`,
            renderChanges(policy.upcoming, context),
          ]
        : nothing,
      renderChanges(policy, context),
    ])}`;
  }

  /** Leads on from the change that has the focus. */
  #step(by: number): void {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-state]')];
    const at = rows.findIndex((row) => row.hasAttribute('data-current'));
    const next = rows[(at < 0 && by < 0 ? rows.length - 1 : at + by + rows.length) % rows.length];
    rows[at]?.removeAttribute('data-current');
    next?.setAttribute('data-current', '');
    next?.scrollIntoView({block: 'center', behavior: 'instant'});
    next?.focus({preventScroll: true});
  }
}

const titleOf = ({policy}: PolicyChanges, {view}: ViewContext): string =>
  view.documents.find((document) => document.policy.id === policy)?.text.title ?? policy;

const nameOf = ({edition}: ChangeSide, {speaks, words}: ViewContext): string => nameEdition(edition, words, speaks);

const sayNumbers = (summary: ChangeSummary, speaks: LanguageTag): string =>
  changeStates
    .filter((state) => summary[state])
    .map((state) => `${changesWords.states[state]()}: ${formatNumber(summary[state], speaks)}`)
    .join(' · ');

const renderChanges = (found: PolicyChanges, context: ViewContext): unknown => {
  const {older, newer, by, lacking, rows, summary} = found;
  const {speaks, words, texts} = context;
  if (!older) return html`<p>${changesWords.noOlder()}</p>`;
  const failed = lacking.find((reference) => texts?.failureOf(reference));
  const languages = [older, newer].map(({language}) => languageName(language, speaks)) as [string, string];
  return [
    html`<p>${changesWords.between(nameOf(older, context), nameOf(newer, context))}</p>`,
    by === 'structure' ? html`<p>${changesWords.languages(...languages)}</p>` : nothing,
    failed
      ? renderFailure(words.loadingFailed(), words, () => texts?.retry(failed))
      : lacking.length
        ? renderLoading(words)
        : rows.length
          ? [
              html`<p>${sayNumbers(summary, speaks)}</p>`,
              html`<ol role="list">${rows.map((row) => renderChange(row, found, older, context))}</ol>`,
            ]
          : html`<p>${changesWords.none()}</p>`,
  ];
};

const renderChange = (
  {state, id, moved, before, after, words}: Change,
  {policy, newer}: PolicyChanges,
  older: ChangeSide,
  {open}: ViewContext,
): TemplateResult => {
  const parts = after.length ? after : before;
  const {language} = after.length ? newer : older;
  const under = parts[0] ? headingsOf(parts[0]).join(' › ') : '';
  const said = words
    ? words.map(({state, text}) =>
        state === 'added' ? html`<ins>${text}</ins>` : state === 'removed' ? html`<del>${text}</del>` : text,
      )
    : parts.map((part) => html`<span>${clauseText(part)} </span>`);
  const label = changesWords.states[state]();
  return html`<li data-clause=${id} data-state=${state} tabindex="-1"
    ><strong>${label}</strong>${moved && state !== 'moved' ? html` · ${changesWords.states.moved()}` : nothing}
    <span class="soft" lang=${language} dir=${direction(language)}>${under}</span>
    <p lang=${language} dir=${direction(language)}>${
      state === 'removed' ? html`<del>${said}</del>` : state === 'added' ? html`<ins>${said}</ins>` : said
    }</p>${
      after.length
        ? html`<button type="button" @click=${() => open(policy, id)}>${changesWords.open()}</button>`
        : nothing
    }</li>`;
};

defineTag('policy-viewer-changes', PolicyViewerChanges);

export const render = (context: ViewContext): TemplateResult =>
  html`<policy-viewer-changes part="changes" .context=${context}></policy-viewer-changes>`;

/** One line above the text: how many changes there are since the reader agreed. */
export const renderLine = (context: ViewContext): unknown => {
  const {since, speaks, choose} = context;
  if (!isDay(since)) return nothing;
  const {summary} = read(context);
  return html`<p class="since"><button type="button" @click=${() => choose({view: 'changes'})}>${changesWords.since(
    formatDate(since, speaks),
    formatNumber(summary.total, speaks),
  )}</button></p>`;
};
