/** The element: it owns the selection, and shows what `select` says of it and of what is loaded. */

import {LitElement, html, unsafeCSS, type PropertyValues} from 'lit';
import base from '../look/base.css?inline';
import look from '../look/document.css?inline';
import type {Bundle, Id, LanguageTag, Term} from '../policy/bundle.js';
import {direction, lookup} from '../policy/language.js';
import {select, type View} from '../policy/select.js';
import {change, everything, sameSelection, type Selection, type SelectionChange} from '../policy/selection.js';
import {interfaceLanguages, localize} from '../words/localize.js';
import type {Words} from '../words/words.js';
import {languageAround} from './around.js';
import {AudienceFilter} from './audience-filter.js';
import type {AfterPaint} from './controllers/after-paint.js';
import {InterfaceWords} from './controllers/interface-words.js';
import {Loading} from './controllers/loading.js';
import {Views} from './controllers/views.js';
import {showChoices} from './controls.js';
import type {} from './events.js';
import {findTarget} from './links.js';
import {acceptBundle, fetchBundle, readBundle} from './load.js';
import type {PolicyViewerText} from './policy-viewer-text.js';
import {renderViewer} from './render-viewer.js';
import own from './viewer.css?inline';
import {viewLoaders} from './views/views.js';

/**
 * Shows a policy bundle: by product, by who the reader is, in the reader's language.
 *
 * These tags are the source of the manifest, of the README's tables and of the types for editors and frameworks:
 * after a change, `npm run manifest`.
 *
 * @element policy-viewer
 * @slot - The policy as ordinary HTML: shown without JavaScript, while loading, and when loading fails.
 *   A `<script type="application/json">` child is the bundle itself.
 * @attr {string} src - The bundle's address.
 * @attr {string} product - The chosen product, by id or by one of its names. Absent: all products.
 * @attr {string} audience - Who the reader is: audience ids, separated by spaces. Absent: the whole policy.
 * @attr {string} lang - The language asked for (BCP 47). Absent: the nearest `lang` around the element, then the
 *   browser's, then the bundle's first.
 * @attr {string} edition - An edition's name, `2026-03-01` or `2.1`, or a day on which it was in force. Absent: the
 *   newest.
 * @attr {string} view - How the policies are looked at. Absent: reading.
 * @attr {number} heading-level - The level of the policies' titles, 2 to 5. Absent: 2.
 * @event {CustomEvent<{bundle: Bundle}>} policy-load - A bundle is shown. `detail.bundle`
 * @event {CustomEvent<{selection: Selection}>} policy-change - The reader chose something. `detail.selection`
 * @event {CustomEvent<{message: string; issues: readonly Issue[]}>} policy-error - Loading failed. `detail.message` for
 *   you, in English; `detail.issues`, each with its path. The reader sees a plain sentence in their own language, and
 *   can try again.
 * @cssprop [--policy-paper=light-dark(#fff, #14161a)] - The background.
 * @cssprop [--policy-ink=light-dark(#1b1e24, #e7e9ee)] - The text. Softer text and lines are mixed from ink and paper.
 * @cssprop [--policy-accent=light-dark(#1d58c7, #8ab4ff)] - Links, and what is chosen. Needs a contrast of 4.5:1 with
 *   the paper.
 * @cssprop [--policy-note=light-dark(#fff6e0, #2b2315)] - The background of notices.
 * @cssprop [--policy-font=system-ui] - The typeface; `inherit` takes the page's.
 * @cssprop [--policy-size=1rem] - The size of the text.
 * @cssprop [--policy-radius=12px] - The corners.
 * @cssprop [--policy-measure=46rem] - The longest line.
 * @cssprop [--policy-sticky=0px] - How much of the window's top your own sticky header covers.
 * @csspart viewer - Everything
 * @csspart toolbar - The pickers of product, edition and language
 * @csspart audiences - The choice of who the reader is
 * @csspart views - The buttons that choose how the policies are looked at, where there is more than reading
 * @csspart status - How many clauses are shown
 * @csspart contents - The list of headings
 * @csspart document - One policy
 * @csspart notice - What the reader must know about a text: another language, an older edition
 * @csspart error - The sentence and the button when loading failed
 * @csspart section - A section of a policy
 * @csspart heading - A heading
 * @csspart clause - A paragraph, list item or table row; its element carries its id as `data-clause`
 */
export class PolicyViewer extends LitElement {
  static override styles = unsafeCSS(base + look + own);

  static override properties = {
    src: {},
    product: {reflect: true},
    audience: {reflect: true},
    lang: {reflect: true},
    edition: {reflect: true},
    view: {reflect: true},
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
  declare view: string | undefined;
  declare headingLevel: number | undefined;

  /** The bundle that is shown. Set it to show one you already have; what is wrong with it is told by `policy-error`. */
  get bundle(): Bundle | undefined {
    return this.#loading.bundle;
  }
  set bundle(value: unknown) {
    this.#loading.follow(() => acceptBundle(value, 'The bundle property'));
  }

  /**
   * All that is chosen, as one value: `{product, audiences, language, edition, view}`. What you leave out when you set it
   * is not chosen.
   */
  get selection(): Selection {
    const {product, audience, lang, edition, view} = this;
    return {
      ...everything,
      product: product ?? '',
      audiences: audience?.split(/\s+/).filter(Boolean) ?? [],
      language: lang ?? '',
      edition: edition ?? '',
      view: view ?? '',
    };
  }
  set selection(value: SelectionChange) {
    const {product, audiences, language, edition, view} = {...everything, ...value};
    this.product = product || undefined;
    this.audience = audiences.join(' ') || undefined;
    // The element's own `lang` is never absent by its type.
    (this as {lang: string | undefined}).lang = language || undefined;
    this.edition = edition || undefined;
    this.view = view || undefined;
  }

  /** Loads the bundle from `src` again. What is shown stays until it is there. */
  reload(): void {
    this.#load(true);
  }

  readonly #loading = new Loading(this, (event, detail) => this.#tell(event, detail));
  readonly #words = new InterfaceWords(this, () => this.#wanted());
  readonly #views = new Views(this, viewLoaders);
  /** Keeps the place and announces changes, once something is shown. */
  #after: AfterPaint | undefined;
  readonly #filter = new AudienceFilter();

  /** What is shown: the view of what is chosen, or the one before while its texts are on their way. */
  #view: View | undefined;
  #isPending = false;
  #vocabulary: ReadonlyMap<Id, Term> = new Map();
  #terms: readonly Term[] | undefined;
  /** Whether the focus was inside before this rendering. */
  #isFocused = false;

  /** Waits for the words of a new language, so that words, `lang` and text change in one step. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.#words.isReady) {
      const words = this.#words.load();
      if (!this.hasUpdated) {
        // What stands inside the element comes into sight at once, the bundle with the words.
        super.scheduleUpdate();
        this.requestUpdate();
      }
      await words;
    }
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.src) this.#load(false);
    else if (this.#loading.state.kind === 'idle') this.#readChild();
    this.#isFocused = !!this.shadowRoot!.activeElement;
    const {bundle} = this;
    const next = bundle && select(bundle, {...this.selection, language: this.#asked()});
    this.#isPending = !!next && this.#loading.isPending(next, this.#view);
    if (!this.#isPending) this.#show(bundle, next);
  }

  /** Goes over to another view, or to none. */
  #show(bundle: Bundle | undefined, next: View | undefined): void {
    this.#words.adopt();
    const before = this.#view;
    this.#view = next;
    this.#filter.choose(next?.selection.audiences ?? []);
    if (bundle && bundle.vocabulary !== this.#terms) {
      this.#terms = bundle.vocabulary;
      this.#vocabulary = new Map(bundle.vocabulary.map((term) => [term.id, term]));
    }
    if (!before || !next) return;
    // Choosing who one is happens above the text, and changes nothing above itself; another product is another text.
    const isAbove = this.#isFocused && before.selection.audiences.join() !== next.selection.audiences.join();
    if (before.selection.product === next.selection.product && !isAbove) this.#after?.place.capture();
    if (!sameSelection(before.selection, next.selection))
      this.#afterPaint((after) => after.announce(next, this.#words.language));
  }

  protected override updated(): void {
    const root = this.shadowRoot!;
    // While its text is on its way a control shows what was chosen.
    if (!this.#isPending) showChoices(root);
    if (this.#view && !this.#after) this.#afterPaint();
    // What the reader pressed may be gone now; the next Tab goes on from the top.
    if (this.#isFocused && !root.activeElement)
      root.querySelector<HTMLElement>('[part=viewer]')?.focus({preventScroll: true});
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await Promise.all(this.#texts().map((text) => text.updateComplete));
    await this.#after?.place.restored;
    return done;
  }

  protected override render(): unknown {
    const {language} = this.#words;
    const isBusy = this.#isPending || this.#loading.state.kind === 'loading';
    return localize(
      language,
      (words) => html`<div part="viewer" class="viewer" tabindex="-1" @click=${this.#onClick} lang=${language}
        dir=${direction(language)} aria-busy=${isBusy}><div role="status" class="unseen"></div>${this.#renderInside(
          words,
          isBusy,
        )}</div>`,
    );
  }

  #renderInside(words: Words, isBusy: boolean): unknown {
    // Until the words of the first language are there, what stands inside the element is seen.
    if (!this.hasUpdated && !this.#words.isReady) return html`<slot></slot>`;
    const {state, bundle, shown} = this.#loading;
    return renderViewer({
      state,
      bundle,
      view: this.#view,
      views: this.#views,
      isBusy,
      retry: this.src ? () => this.reload() : undefined,
      setting: {
        words,
        speaks: this.#words.language,
        choose: this.#choose,
        texts: shown?.texts,
        vocabulary: this.#vocabulary,
        filter: this.#filter.sheet,
        level: this.headingLevel || 2,
      },
    });
  }

  /** With what is fetched only once something is shown. */
  #afterPaint(act?: (after: AfterPaint) => void): void {
    import('./controllers/after-paint.js')
      .then(({AfterPaint}) => {
        this.#after ??= new AfterPaint(this, () => this.#texts());
        act?.(this.#after);
      })
      .catch(console.error);
  }

  #load(again: boolean): void {
    const {src} = this;
    if (src) this.#loading.follow((signal) => fetchBundle(src, signal), again);
  }

  #readChild(): void {
    const json = this.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (json?.trim()) this.#loading.follow(() => readBundle(json, 'The JSON inside <policy-viewer>'));
  }

  /** The language the reader wants: asked for, or that of the page around, or the browser's. */
  #asked(): LanguageTag {
    return this.lang || languageAround(this, this.bundle?.languages);
  }

  #wanted(): LanguageTag {
    return lookup(this.#asked() || (this.bundle?.languages[0] ?? ''), interfaceLanguages) ?? 'en';
  }

  #texts(): PolicyViewerText[] {
    return [...(this.shadowRoot?.querySelectorAll<PolicyViewerText>('policy-viewer-text') ?? [])];
  }

  /** After the rendering that shows it. */
  #tell(name: string, detail: unknown): void {
    void this.updateComplete.then(() => this.dispatchEvent(new CustomEvent(name, {bubbles: true, detail})));
  }

  readonly #choose = (changes: SelectionChange): void => {
    const {selection} = this;
    const next = change(selection, changes);
    if (next === selection) return;
    this.selection = next;
    this.#tell('policy-change', {selection: next});
  };

  readonly #onClick = (event: Event): void => {
    const part = findTarget(event, this.#texts());
    if (!part) return;
    event.preventDefault();
    // Who asks for what is for others is shown the whole policy.
    if (!part.checkVisibility()) this.#choose({audiences: []});
    void this.updateComplete.then(() => {
      const top = part.querySelector<HTMLElement>('[part=heading]') ?? part;
      top.scrollIntoView({behavior: 'instant'});
      top.tabIndex = -1;
      top.focus({preventScroll: true});
      this.#afterPaint(({place}) => place.bringUp(top));
    });
  };
}
