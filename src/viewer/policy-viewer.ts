/**
 * The element: it owns the selection and the loading, and shows what `select` says of both.
 * Past 300 lines because its public face is documented where it is declared.
 */

import {LitElement, html, nothing, unsafeCSS, type PropertyValues} from 'lit';
import base from '../look/base.css?inline';
import look from '../look/document.css?inline';
import type {Bundle, Id, LanguageTag, Term} from '../policy/bundle.js';
import {direction, lookup} from '../policy/language.js';
import type {Issue} from '../policy/issue.js';
import {select, type View} from '../policy/select.js';
import {everything, type Selection, type SelectionChange} from '../policy/selection.js';
import {interfaceLanguages, isLoaded, loadWords, localize} from '../words/localize.js';
import type {Words} from '../words/words.js';
import {nearestLanguage, scrollPast} from './around.js';
import {renderContents} from './contents.js';
import {renderAudiences, renderStatus, renderToolbar, showChoices} from './controls.js';
import {renderDocument} from './document.js';
import {acceptBundle, fetchBundle, readBundle, unreachable, type State} from './load.js';
import {findPlace, strayed, type Place} from './place.js';
import type {PolicyViewerText} from './policy-viewer-text.js';
import own from './viewer.css?inline';

/**
 * Shows a policy bundle: by product, by who the reader is, in the reader's language.
 *
 * @element policy-viewer
 * @slot - The policy as ordinary HTML: shown without JavaScript, while loading, and when loading fails.
 *   A `<script type="application/json">` child is the bundle itself.
 * @attr src - The bundle's address.
 * @attr product - The chosen product's id, or one of its names; absent for all.
 * @attr audience - Ids of the audiences the reader belongs to, separated by spaces; absent for the whole policy.
 * @attr lang - The language asked for (BCP 47); absent for the nearest `lang` around the element, then the browser's.
 * @attr edition - The day an edition took effect (ISO 8601); absent for the newest there is.
 * @attr heading-level - The level of the policies' titles, 2 to 5; 2 by default.
 * @event policy-load - A bundle is shown. `detail.bundle`
 * @event policy-change - The reader chose something. `detail.selection`
 * @event policy-error - Loading failed. `detail.message`, `detail.issues`
 * @csspart viewer - Everything
 * @csspart toolbar - The pickers of product, edition and language
 * @csspart audiences - "I am a …"
 * @csspart status - How many clauses are shown
 * @csspart contents - The list of headings
 * @csspart document - One policy
 * @csspart notice - What the reader must know about a text: another language, an older edition
 * @csspart error - The sentence and the button when loading failed
 * @csspart section - A section of a policy
 * @csspart heading - A heading
 * @csspart clause - A paragraph, list item or table row
 */
export class PolicyViewer extends LitElement {
  static override styles = unsafeCSS(base + look + own);

  static override properties = {
    src: {},
    product: {reflect: true},
    audience: {reflect: true},
    lang: {reflect: true},
    edition: {reflect: true},
    headingLevel: {attribute: 'heading-level', type: Number},
    bundle: {attribute: false, noAccessor: true},
    selection: {attribute: false, noAccessor: true},
  };

  declare src: string | undefined;
  // Absent, not empty, while nothing is chosen: then there is no attribute either.
  declare product: string | undefined;
  declare audience: string | undefined;
  declare lang: string;
  declare edition: string | undefined;
  declare headingLevel: number | undefined;

  #state: State = {kind: 'idle'};
  #view: View | undefined;
  #vocabulary: ReadonlyMap<Id, Term> = new Map();
  /** The language the interface is in, which is the one asked for once its words are loaded. */
  #speaks: LanguageTag = 'en';
  #place: Place | undefined;
  /** In how many frames more the reader is put back there: sections that come into sight only now may still push. */
  #frames = 0;
  /** Whether the focus was inside before this rendering. */
  #focused = false;
  #loading: AbortController | undefined;
  readonly #filter = new CSSStyleSheet();

  /** The bundle that is shown. Set it to show another; what is wrong with it is told by `policy-error`. */
  get bundle(): Bundle | undefined {
    return this.#state.bundle;
  }
  set bundle(value: unknown) {
    this.#follow(() => acceptBundle(value, 'The bundle property'));
  }

  /** What is chosen. Set it, whole or in part, to choose; what is left out is not chosen. */
  get selection(): Selection {
    const {product, audience, lang, edition} = this;
    return {
      ...everything,
      product: product ?? '',
      audiences: audience?.split(/\s+/).filter(Boolean) ?? [],
      language: lang ?? '',
      edition: edition ?? '',
    };
  }
  set selection(value: SelectionChange) {
    const {product, audiences, language, edition} = {...everything, ...value};
    this.product = product || undefined;
    this.audience = audiences.join(' ') || undefined;
    // The element's own `lang` is never absent by its type.
    (this as {lang: string | undefined}).lang = language || undefined;
    this.edition = edition || undefined;
  }

  /** Loads the bundle from `src` again. */
  reload(): void {
    const {src} = this;
    if (src) this.#follow((signal) => fetchBundle(src, signal));
  }

  /** Takes up a source; the one before it is forgotten. */
  #follow(load: (signal: AbortSignal) => State | Promise<State>): void {
    this.#loading?.abort();
    const {signal} = (this.#loading = new AbortController());
    const next = load(signal);
    if (!(next instanceof Promise)) return this.#enter(next);
    this.#enter({kind: 'loading'});
    void next.catch(unreachable).then((state) => {
      if (!signal.aborted) this.#enter(state);
    });
  }

  #enter(state: State): void {
    this.#state = state;
    this.requestUpdate();
    if (state.kind === 'ready') {
      this.#vocabulary = new Map(state.bundle.vocabulary.map((term) => [term.id, term]));
      // With texts in files of their own it is not shown yet.
      if (!state.hold) this.#emit('policy-load', {bundle: state.bundle});
    } else if (state.kind === 'failed') {
      console.error(`<policy-viewer>: ${state.message}`);
      this.#emit('policy-error', {message: state.message, issues: state.issues});
    }
  }

  #emit(name: string, detail: unknown): void {
    void this.updateComplete.then(() => this.dispatchEvent(new CustomEvent(name, {bubbles: true, detail})));
  }

  /** The language the reader wants: asked for, or that of the page around, or the browser's. */
  #asked(): LanguageTag {
    const bundle = this.bundle;
    return (
      this.lang ||
      nearestLanguage(this) ||
      navigator.languages.find((tag) => !bundle || lookup(tag, bundle.languages)) ||
      ''
    );
  }

  #wanted(): LanguageTag {
    return lookup(this.#asked() || (this.bundle?.languages[0] ?? ''), interfaceLanguages) ?? 'en';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // another place may be in another language
  }

  /** Waits for the words of a new language, so that words, `lang` and text change in one step. */
  protected override async scheduleUpdate(): Promise<void> {
    const wanted = this.#wanted();
    if (!isLoaded(wanted)) {
      // English stands in for words that do not come.
      const words = loadWords(wanted).catch(console.error);
      if (!this.hasUpdated) {
        // What stands inside the element comes into sight at once, the bundle with the words.
        super.scheduleUpdate();
        this.requestUpdate();
      }
      await words;
      if (this.#wanted() !== wanted) return this.scheduleUpdate();
    }
    super.scheduleUpdate();
  }

  #select(): View | undefined {
    const {bundle} = this;
    return bundle && select(bundle, {...this.selection, language: this.#asked()});
  }

  /** Goes on with what is shown while the text that takes its place is on its way. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    return changed.has('src') || !this.#state.hold?.(this.#select()!, this.#view, this, this.#loading!);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.src) this.reload();
    else if (this.#state.kind === 'idle') this.#readChild();
    this.#focused = !!this.shadowRoot!.activeElement;
    const wanted = this.#wanted();
    this.#speaks = isLoaded(wanted) ? wanted : 'en';
    // Choosing who one is happens above the text, and changes nothing above itself; another product is another text.
    if (this.#view && !changed.has('product') && !(this.#focused && changed.has('audience'))) {
      const texts = this.#texts();
      // Who has not moved since goes back to what they left, though it may have been too short to stay in sight.
      if (!this.#place || Math.abs(strayed(this.#place, texts) ?? 9) > 1)
        this.#place = findPlace(texts, this.#covered());
      this.#frames = 5;
    }
    this.#view = this.#select();
    this.#filter.replaceSync(hideOthers(this.#view?.selection.audiences ?? []));
  }

  protected override updated(): void {
    const root = this.shadowRoot!;
    showChoices(root);
    // What the reader pressed may be gone now; the next Tab goes on from the top.
    if (this.#focused && !root.activeElement) root.querySelector<HTMLElement>('.viewer')?.focus({preventScroll: true});
    if (this.#frames) void this.updateComplete;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await Promise.all(this.#texts().map((text) => text.updateComplete));
    if (this.#frames > 4) this.#settle();
    return done;
  }

  readonly #settle = (): void => {
    if (this.#frames-- < 1) return;
    if (this.#place) scrollPast(this, strayed(this.#place, this.#texts()) ?? 0);
    requestAnimationFrame(this.#settle);
  };

  #texts(): PolicyViewerText[] {
    return [...(this.shadowRoot?.querySelectorAll<PolicyViewerText>('policy-viewer-text') ?? [])];
  }

  /** Where what the reader sees of the text begins: below our own toolbar, which may stay in sight. In CSS pixels from the window's top. */
  #covered(): number {
    return Math.max(0, this.renderRoot.querySelector('.toolbar')?.getBoundingClientRect().bottom ?? 0);
  }

  protected override render(): unknown {
    return localize(
      this.#speaks,
      (words) =>
        html`<div
          part="viewer"
          class="viewer"
          tabindex="-1"
          @click=${this.#onClick}
          lang=${this.#speaks}
          dir=${direction(this.#speaks)}
          aria-busy=${this.#state.kind === 'loading'}
        >
          ${this.#renderState(words)}
        </div>`,
    );
  }

  #renderState(words: Words): unknown {
    const state: State = this.hasUpdated || isLoaded(this.#wanted()) ? this.#state : {kind: 'idle'};
    switch (state.kind) {
      case 'ready':
        return this.#renderView(words);
      case 'failed':
        return html`<div part="error" class="notice" role="alert">
            <p>${state.unreachable ? words.loadingFailed() : words.unreadable()}</p>
            ${this.src ? html`<button type="button" @click=${this.reload}>${words.retry()}</button>` : nothing}
          </div>
          <slot></slot>`;
      default:
        return html`<slot
          >${state.kind === 'loading' ? html`<p class="loading">${words.loading()}</p>` : nothing}</slot
        >`;
    }
  }

  #renderView(words: Words): unknown {
    const view = this.#view!;
    const speaks = this.#speaks;
    const choose = this.#choose;
    const setting = {
      words,
      speaks,
      choose,
      state: this.#state,
      vocabulary: this.#vocabulary,
      filter: this.#filter,
      level: this.headingLevel || 2,
    };
    return html`${renderToolbar(view, words, speaks, choose)}${renderAudiences(view, words, choose)}${
      view.documents.length
        ? html`${renderStatus(view, words, speaks, choose)}
            <div class="page">
              ${renderContents(view, words)}
              <div class="documents">${view.documents.map((document) => renderDocument(document, setting))}</div>
            </div>`
        : html`<p part="notice" class="notice">${words.empty()}</p>`
    }`;
  }

  readonly #choose = (changes: SelectionChange): void => {
    this.selection = {...this.selection, ...changes};
    this.#emit('policy-change', {selection: this.selection});
  };

  /** Follows links within a text: a fragment does not reach into a shadow tree by itself. */
  readonly #onClick = (event: Event): void => {
    const path = event.composedPath() as Partial<HTMLAnchorElement>[];
    const link = path.find((node) => node.matches?.('[href^="#"]'));
    const policy = path.find((node) => node.dataset?.['policy'])?.dataset!['policy'];
    const text = link && this.#texts().find(({dataset}) => dataset['policy'] === policy);
    const part = text?.find(link!.hash!.slice(1)) ?? text?.parentElement;
    if (!part) return;
    event.preventDefault();
    // Who asks for what is for others is shown the whole policy.
    if (!part.checkVisibility()) this.#choose({audiences: []});
    void this.updateComplete.then(() => {
      const top = part.querySelector<HTMLElement>('[part=heading]') ?? part;
      let frames = 5;
      const bringUp = (): void => {
        top.scrollIntoView({behavior: 'instant'});
        if (frames--) requestAnimationFrame(bringUp);
      };
      this.#frames = 0;
      bringUp();
      top.tabIndex = -1;
      top.focus({preventScroll: true});
    });
  };

  #readChild(): void {
    const json = this.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (json?.trim()) this.#follow(() => readBundle(json, 'The JSON inside <policy-viewer>'));
  }
}

/** The rule that hides what is for others. Ids hold no character that means anything in CSS: `validate` saw to it. */
const hideOthers = (chosen: readonly Id[]): string =>
  // Where nobody is chosen it matches nothing: emptied, the sheet stayed without effect in WebKit when it was filled again.
  `[data-for]:not(${chosen.map((id) => `[data-for~="${id}"]`).join() || '*'}){display:none!important}`;

export interface PolicyViewerEvents {
  'policy-load': CustomEvent<{bundle: Bundle}>;
  'policy-change': CustomEvent<{selection: Selection}>;
  'policy-error': CustomEvent<{message: string; issues: readonly Issue[]}>;
}

declare global {
  interface HTMLElementTagNameMap {
    'policy-viewer': PolicyViewer;
  }
  interface HTMLElementEventMap extends PolicyViewerEvents {}
}
