/** The field to search in what is shown: how much is found, one after the other, and what lies in hidden clauses. */

import {html, nothing, unsafeCSS, type PropertyValues, type TemplateResult} from 'lit';
import {find, type Found, type Hit} from '../../../policy/find.js';
import {formatNumber} from '../../../policy/language.js';
import {searchWords} from '../../../words/search-words.js';
import {viewNames} from '../../../words/view-names.js';
import {defineTag} from '../../define-tag.js';
import type {PolicyViewerText} from '../../policy-viewer-text.js';
import {ViewElement} from '../view-element.js';
import type {ViewContext} from '../views.js';
import shared from '../controls.css?inline';
import look from './highlight.css?inline';
import {elementOf, rangesIn} from './ranges.js';
import own from './search.css?inline';

/** One of a name for the page, however many viewers there are: each adds its own ranges, and takes them away. */
const highlight = (name: string): Highlight => {
  const found = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, found);
  return found;
};

interface Place {
  readonly hit: Hit;
  readonly range: Range;
}

class PolicyViewerSearch extends ViewElement {
  static override styles = unsafeCSS(shared + own);
  static override shadowRootOptions = {...ViewElement.shadowRootOptions, delegatesFocus: true};

  readonly #sheet = new CSSStyleSheet();
  /** What is seen of what was found, in reading order. */
  #places: readonly Place[] = [];
  /** Which of them the reader was led to last. */
  #current = -1;
  #query = '';
  #found: Found | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clear();
  }

  /** Finds once, for the count and for the marks. */
  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('context') || !this.context) return;
    const {bundle, view} = this.context;
    this.#found = find(bundle, view.selection);
    if (view.selection.query !== this.#query) this.#current = -1;
    this.#query = view.selection.query;
  }

  protected override renderView({view, words, speaks, choose}: ViewContext): unknown {
    const {selection} = view;
    const {shown = 0, hidden = 0} = this.#found ?? {};
    const number = (value: number): string => formatNumber(value, speaks);
    const said =
      this.#current < 0 ? searchWords.hits(number(shown)) : searchWords.hit(number(this.#current + 1), number(shown));
    return html`<label>${viewNames.search()} <input type="search" .value=${selection.query} @keydown=${this.#onKey}
      @input=${({target}: Event) => choose({query: (target as HTMLInputElement).value})}></label>${
        shown > 0
          ? html`<button type="button" @click=${() => this.#step(-1)}>${searchWords.previous()}</button
            ><button type="button" @click=${() => this.#step(1)}>${searchWords.next()}</button>`
          : nothing
      }<output>${selection.query.trim() ? said : nothing}${
        hidden ? html` · ${searchWords.hidden(number(hidden))}` : nothing
      }</output>${
        hidden
          ? html`<button type="button" @click=${() => choose({audiences: []})}>${words.showAll()}</button>`
          : nothing
      }`;
  }

  protected override firstUpdated(): void {
    this.#sheet.replaceSync(look);
    // It came because the reader asked for it, and has asked for nothing in it yet.
    if (!this.#query) this.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('context')) void this.#mark();
  }

  /** Marks what was found, once the texts are drawn. */
  async #mark(): Promise<void> {
    const {context} = this;
    if (!context) return;
    const texts = [...(this.getRootNode() as ShadowRoot).querySelectorAll<PolicyViewerText>('policy-viewer-text')];
    await Promise.all(texts.map(({updateComplete}) => updateComplete));
    if (context !== this.context || !this.isConnected) return;
    this.#clear();
    this.#places = (this.#found?.hits ?? []).flatMap((hit) => {
      const text = texts.find(({dataset}) => dataset['policy'] === hit.policy);
      const element = text && hit.visible ? elementOf(hit, text) : undefined;
      return element ? rangesIn(element, hit).map((range) => ({hit, range})) : [];
    });
    for (const {renderRoot} of texts) {
      const sheets = (renderRoot as ShadowRoot).adoptedStyleSheets;
      if (!sheets.includes(this.#sheet)) sheets.push(this.#sheet);
    }
    for (const {range} of this.#places) highlight('policy-viewer-hit').add(range);
    this.#markCurrent();
  }

  #markCurrent(): void {
    const range = this.#places[this.#current]?.range;
    if (!range) return;
    const current = highlight('policy-viewer-current');
    current.clear();
    current.priority = 1;
    current.add(range);
  }

  #clear(): void {
    for (const {range} of this.#places) {
      highlight('policy-viewer-hit').delete(range);
      highlight('policy-viewer-current').delete(range);
    }
    this.#places = [];
  }

  #step(by: number): void {
    const {length} = this.#places;
    if (!length) return;
    this.#current = this.#current < 0 && by < 0 ? length - 1 : (this.#current + by + length) % length;
    this.#markCurrent();
    this.#places[this.#current]?.range.startContainer.parentElement?.scrollIntoView({
      block: 'center',
      behavior: 'instant',
    });
    this.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) this.#step(event.shiftKey ? -1 : 1);
  };
}

defineTag('policy-viewer-search', PolicyViewerSearch);

export const renderSearch = (context: ViewContext): TemplateResult =>
  html`<policy-viewer-search part="search" .context=${context}></policy-viewer-search>`;
