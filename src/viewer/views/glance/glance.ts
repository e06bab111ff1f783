/** At a glance: data categories down, audiences across, in each cell why, and the clauses that say so. */

import {html, nothing, unsafeCSS, type TemplateResult} from 'lit';
import base from '../../../look/base.css?inline';
import type {Id, LanguageTag} from '../../../policy/bundle.js';
import {isReference} from '../../../policy/clauses.js';
import {glance, type GlanceCell, type GlanceColumn} from '../../../policy/glance.js';
import {direction, wording} from '../../../policy/language.js';
import {clausesOf, clauseText} from '../../../policy/walk.js';
import {glanceWords} from '../../../words/glance-words.js';
import controls from '../controls.css?inline';
import shared from '../view.css?inline';
import {defineTag} from '../../define-tag.js';
import {ViewElement} from '../view-element.js';
import type {ViewContext} from '../views.js';
import own from './glance.css?inline';

class PolicyViewerGlance extends ViewElement {
  static override styles = unsafeCSS(base + controls + shared + own);
  static override properties = {audience: {state: true}};

  /** The audience that is shown where there is room for one; the reader's own until they choose. */
  declare audience: Id | undefined;

  protected override renderView(context: ViewContext): unknown {
    const {columns, rows} = glance(context.bundle, context.view.selection);
    if (!rows.length) return html`<p>${glanceWords.nothing()}</p>`;
    const shown = (
      columns.find(({audience}) => audience === this.audience) ??
      columns.find(({own}) => own) ??
      columns[0]
    )?.audience;
    const clauses = clausesIn(context);
    const isOther = (audience: Id): boolean => audience !== shown;
    return html`${
      columns.length > 1 ? this.#renderPicker(columns, shown) : nothing
    }<table ?data-many=${areMany(columns)}>
      <caption>${glanceWords.caption()}</caption>
      <thead><tr><th scope="col">${glanceWords.data()}</th>${columns.map(
        (column) =>
          html`<th scope="col" ?data-own=${column.own && column.audience !== ''} ?data-other=${isOther(
            column.audience,
          )} lang=${column.name.language}>${nameOf(column)}</th>`,
      )}</tr></thead>
      <tbody>${rows.map(
        ({name, cells}) =>
          html`<tr><th scope="row" lang=${name.language}>${name.text}</th>${cells.map((cell, i) =>
            renderCell(
              cell,
              columns[i]?.own === true && cell.audience !== '',
              isOther(cell.audience),
              clauses,
              context,
            ),
          )}</tr>`,
      )}</tbody>
    </table>`;
  }

  #renderPicker(columns: readonly GlanceColumn[], shown: Id | undefined): TemplateResult {
    return html`<label class="pick" ?data-many=${areMany(columns)}
      >${glanceWords.showFor()} <select @change=${this.#onChange}>${columns.map(
        (column) =>
          html`<option value=${column.audience} ?selected=${column.audience === shown}>${nameOf(column)}</option>`,
      )}</select></label>`;
  }

  readonly #onChange = ({target}: Event): void => {
    this.audience = (target as HTMLSelectElement).value;
  };
}

/** More than fit side by side on any page. */
const areMany = (columns: readonly GlanceColumn[]): boolean => columns.length > 9;

const nameOf = ({audience, name, own}: GlanceColumn): string =>
  !audience ? glanceWords.everyone() : own ? glanceWords.you(name.text) : name.text;

const renderCell = (
  cell: GlanceCell,
  isOwn: boolean,
  isOther: boolean,
  clauses: Clauses,
  context: ViewContext,
): TemplateResult => {
  const {bundle, view, vocabulary} = context;
  const names = [...cell.purposes, ...cell.bases].map(
    (id) => wording(vocabulary.get(id)?.names ?? {}, view.language, bundle.languages).text,
  );
  const ids = cell.clauses.map(({clause}) => clause).join(' ');
  return html`<td data-term=${cell.term} data-audience=${cell.audience} data-clauses=${ids || nothing}
    ?data-own=${isOwn} ?data-other=${isOther}>${
      ids
        ? html`<details><summary>${names.join(' · ') || glanceWords.named()}</summary><ul>${cell.clauses.map(
            ({policy, clause}) => renderClause(policy, clause, clauses, context),
          )}</ul></details>`
        : html`<span class="soft">${glanceWords.notNamed()}</span>`
    }</td>`;
};

/** What the texts say, by policy and then by clause: looked up once for the whole table. */
type Clauses = ReadonlyMap<Id, {readonly language: LanguageTag; readonly said: ReadonlyMap<Id, string>}>;

const clausesIn = ({view}: ViewContext): Clauses =>
  new Map(
    view.documents.map(({policy, language, text}) => [
      policy.id,
      {
        language,
        said: new Map(isReference(text) ? [] : clausesOf(text).map((part) => [part.value.id, clauseText(part)])),
      },
    ]),
  );

/** The clause's own words, which lead to where it stands. */
const renderClause = (policy: Id, clause: Id, clauses: Clauses, {view, open}: ViewContext): TemplateResult => {
  const {language = view.language, said} = clauses.get(policy) ?? {};
  return html`<li lang=${language} dir=${direction(language)}><button type="button" @click=${() =>
    open(policy, clause)}>${said?.get(clause) ?? clause}</button></li>`;
};

defineTag('policy-viewer-glance', PolicyViewerGlance);

export const render = (context: ViewContext): TemplateResult =>
  html`<policy-viewer-glance part="glance" .context=${context}></policy-viewer-glance>`;
