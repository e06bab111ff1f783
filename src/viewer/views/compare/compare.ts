/** Two sides, clause with clause: what one has and the other lacks is said in words. */

import {html, nothing, unsafeCSS, type TemplateResult} from 'lit';
import base from '../../../look/base.css?inline';
import {compare, type ComparedPolicy, type ComparedRow, type ComparedText} from '../../../policy/compare.js';
import {direction, formatNumber, ownName} from '../../../policy/language.js';
import {parseAgainst, printAgainst, type Selection} from '../../../policy/selection.js';
import {clauseText, plainText} from '../../../policy/walk.js';
import {compareWords} from '../../../words/compare-words.js';
import {renderFailure, renderLoading} from '../../failure.js';
import {renderHeading} from '../../heading.js';
import {nameEdition} from '../../name-edition.js';
import controls from '../controls.css?inline';
import shared from '../view.css?inline';
import {defineTag} from '../../define-tag.js';
import {ViewElement} from '../view-element.js';
import type {ViewContext} from '../views.js';
import own from './compare.css?inline';

class PolicyViewerCompare extends ViewElement {
  static override styles = unsafeCSS(base + controls + shared + own);

  protected override renderView(context: ViewContext): unknown {
    const {bundle, view, texts} = context;
    const {selection} = view;
    if (!printAgainst(selection.against)) {
      texts?.also([]);
      return [renderPicker(context), html`<p>${compareWords.choose()}</p>`];
    }
    const {left, right, policies} = compare(bundle, {...selection, language: selection.language || view.language});
    texts?.also(policies.flatMap(({lacking}) => lacking));
    return [renderPicker(context), policies.map((policy) => renderPolicy(policy, left, right, context))];
  }

  protected override updated(): void {
    const picker = this.renderRoot.querySelector('select');
    if (!picker) return;
    picker.value = picker.dataset['value'] ?? '';
    // What an attribute names and nobody offers is no choice.
    if (picker.selectedIndex < 0) picker.selectedIndex = 0;
  }
}

/** What there is on the other side, in one list: languages, audiences, products, editions. */
const renderPicker = (context: ViewContext): TemplateResult => {
  const {view, words, choose} = context;
  const {selection, languages, languageNames, audiences, products, editions} = view;
  const group = (label: string, options: readonly TemplateResult[]): unknown =>
    options.length ? html`<optgroup label=${label}>${options}</optgroup>` : nothing;
  const named = (side: string, {id, name}: (typeof audiences)[number]): TemplateResult =>
    html`<option value=${`${side}:${id}`} lang=${name.language}>${name.text}</option>`;
  return html`<label class="pick">${compareWords.with()} <select data-value=${printAgainst(selection.against)}
    @change=${({target}: Event) => choose({against: parseAgainst((target as HTMLSelectElement).value)})}>
    <option value="">${compareWords.choose()}</option>${[
      group(
        words.language(),
        languages
          .filter(({language, complete}) => complete && language !== view.language)
          .map(
            ({language}) =>
              html`<option value=${`language:${language}`} lang=${language}
                >${ownName(language, languageNames)}</option>`,
          ),
      ),
      group(
        words.reader(),
        audiences.filter(({id}) => !selection.audiences.includes(id)).map((each) => named('audience', each)),
      ),
      group(
        words.product(),
        products.filter(({id}) => id !== selection.product).map((each) => named('product', each)),
      ),
      group(
        words.edition(),
        editions
          .filter(({id}) => id !== selection.edition)
          .map(
            (each) => html`<option value=${`edition:${each.id}`}>${nameEdition(each, words, context.speaks)}</option>`,
          ),
      ),
    ]}</select></label>`;
};

/** A side by what it differs in: its title, language, edition, and for whom. */
const nameSide = (text: ComparedText | undefined, side: Selection, context: ViewContext): TemplateResult => {
  const readers = side.audiences.map((id) => context.view.audiences.find((each) => each.id === id)?.name.text ?? id);
  const said = text ? [nameEdition(text.edition, context.words, context.speaks), ...readers] : readers;
  return html`<th scope="col">${
    text
      ? html`<span lang=${text.language} dir=${direction(text.language)}
          >${text.title} · ${ownName(text.language, context.view.languageNames)}</span
        >`
      : compareWords.missing()
  } <span class="soft">${said.join(' · ')}</span></th>`;
};

const renderPolicy = (policy: ComparedPolicy, left: Selection, right: Selection, context: ViewContext): unknown => {
  const {level, speaks, words, texts} = context;
  const failed = policy.lacking.find((reference) => texts?.failureOf(reference));
  const number = (value: number): string => formatNumber(value, speaks);
  const one = policy.left ?? policy.right;
  return [
    html`<div lang=${one?.language ?? nothing}>${renderHeading(level, one?.title)}</div>`,
    failed
      ? renderFailure(words.loadingFailed(), words, () => texts?.retry(failed))
      : policy.lacking.length
        ? renderLoading(words)
        : html`<p>${compareWords.counts(number(policy.both), number(policy.leftOnly), number(policy.rightOnly))}</p>
          <table><thead><tr>${nameSide(policy.left, left, context)}${nameSide(policy.right, right, context)}</tr></thead
          ><tbody>${policy.rows.map((row) => renderRow(row, policy))}</tbody></table>`,
  ];
};

const wordsOf = (part: ComparedRow['left']): string =>
  !part ? '' : part.kind === 'section' ? plainText(part.value.heading ?? []) : clauseText(part);

const renderRow = (row: ComparedRow, {left, right}: ComparedPolicy): TemplateResult => {
  const cell = (part: ComparedRow['left'], text: ComparedText | undefined): TemplateResult => {
    const said = row.kind === 'heading' ? html`<strong>${wordsOf(part)}</strong>` : wordsOf(part);
    return part && text
      ? html`<td lang=${text.language} dir=${direction(text.language)}>${said}</td>`
      : html`<td class="soft">${compareWords.missing()}</td>`;
  };
  return html`<tr data-clause=${row.kind === 'clause' ? row.id : nothing} data-state=${
    row.kind === 'clause' ? row.state : nothing
  }>${cell(row.left, left)}${cell(row.right, right)}</tr>`;
};

defineTag('policy-viewer-compare', PolicyViewerCompare);

export const render = (context: ViewContext): TemplateResult =>
  html`<policy-viewer-compare part="compare" .context=${context}></policy-viewer-compare>`;
