/** The element: it owns the selection, and shows what `select` says of it and of what is loaded. */

import {html, unsafeCSS, type PropertyValues} from 'lit';
import base from '../look/base.css?inline';
import look from '../look/document.css?inline';
import type {Bundle, LanguageTag} from '../policy/bundle.js';
import {direction, lookup} from '../policy/language.js';
import {select} from '../policy/select.js';
import {interfaceLanguages, localize} from '../words/localize.js';
import {pageLanguage} from './outer-elements.js';
import {ChoosingElement} from './choosing-element.js';
import {InterfaceWords} from './controllers/interface-words.js';
import {Loading} from './controllers/loading.js';
import {Showing} from './controllers/showing.js';
import {showChoices} from './controls.js';
import type {} from './events.js';
import {acceptBundle} from './load.js';
import type {Limits} from './receive.js';
import {renderViewer} from './render-viewer.js';
import own from './viewer.css?inline';

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
 * @attr {string} integrity - The hash that the bundle has to have, like `sha384-…`; another is refused.
 * @attr {boolean} allow-redirects - Lets files come from another origin than that of their address.
 * @attr {string} product - The chosen product, by id or by one of its names. Absent: all products.
 * @attr {string} audience - Who the reader is: audience ids, separated by spaces or commas. Absent: the whole policy.
 * @attr {string} lang - The language asked for (BCP 47). Absent: the nearest `lang` around the element, then the
 *   browser's, then the bundle's first.
 * @attr {string} edition - An edition's name, `2026-03-01` or `2.1`, or a day on which it was in force. Absent: the
 *   newest.
 * @attr {string} view - How the policies are looked at: `glance`, `compare`, `changes`. Absent: reading.
 * @attr {string} query - What is searched for.
 * @attr {string} against - The other side of a comparison: `language:da`, `audience:visitor`, `product:labs` or
 *   `edition:2024-05-25`.
 * @attr {string} since - The day the reader agreed (ISO 8601): changes are told since then.
 * @attr {boolean} sync-url - Keeps what the reader chooses in the page's address.
 * @attr {number} heading-level - The level of the policies' titles, 2 to 5. Absent: 2.
 * @event {CustomEvent<{bundle: Bundle}>} policy-load - A bundle is shown. `detail.bundle`
 * @event {CustomEvent<{selection: Selection}>} policy-change - The reader chose something. `detail.selection`
 * @event {CustomEvent<{cause: Cause; message: string; issues: readonly Issue[]}>} policy-error - Loading
 *   failed. `detail.cause`: `absent`, `refused`, `busy`, `slow`, `connection`, `too-large` or `unreadable`;
 *   `detail.message` for you, in English; `detail.issues`, each with its path. The reader sees a plain sentence in
 *   their own language, and can try again.
 * @cssprop [--policy-paper=light-dark(#fff, #14161a)] - The background.
 * @cssprop [--policy-ink=light-dark(#1b1e24, #e7e9ee)] - The text. Left out, it follows from the paper, as softer text
 *   does; lines are mixed from both.
 * @cssprop [--policy-accent=light-dark(#1d58c7, #8ab4ff)] - Links, and what is chosen. Needs a contrast of 4.5:1 with
 *   the paper.
 * @cssprop [--policy-note=light-dark(#fff6e0, #302817)] - The background of notices.
 * @cssprop [--policy-font=system-ui] - The typeface; `inherit` takes the page's.
 * @cssprop [--policy-size=1rem] - The size of the text.
 * @cssprop [--policy-radius=12px] - The corners.
 * @cssprop [--policy-measure=46rem] - The longest line.
 * @cssprop [--policy-sticky=0px] - How much of the window's top your own sticky header covers.
 * @csspart viewer - Everything
 * @csspart toolbar - The pickers of product, edition and language
 * @csspart audiences - The choice of who the reader is
 * @csspart views - The buttons that choose how the policies are looked at, where there is more than reading
 * @csspart search - The field to search in, with what it found
 * @csspart glance - The table of data by audience
 * @csspart compare - Two sides, compared
 * @csspart changes - What changed between two editions
 * @csspart status - How many clauses are shown
 * @csspart contents - The list of headings
 * @csspart document - One policy
 * @csspart notice - What the reader must know about a text: another language, an older edition
 * @csspart error - The sentence and the button when loading failed
 * @csspart section - A section of a policy
 * @csspart heading - A heading
 * @csspart clause - A paragraph, list item or table row; its element carries its id as `data-clause`
 * @csspart link - The button that copies a link, beside the heading or clause that the reader points at
 */
export class PolicyViewer extends ChoosingElement {
  static override styles = unsafeCSS(base + look + own);

  static override properties = {
    src: {},
    since: {},
    headingLevel: {attribute: 'heading-level', type: Number},
    limits: {attribute: false},
    integrity: {},
    allowRedirects: {attribute: 'allow-redirects', type: Boolean},
    bundle: {attribute: false, noAccessor: true},
  };

  declare src: string | undefined;
  declare since: string | undefined;
  declare headingLevel: number | undefined;
  /**
   * When a file is given up: `{length, pieces, silence, time}`. What you leave out stays 16,777,216 characters, 200,000
   * commas and brackets, 10 seconds without a byte, 30 seconds in all.
   */
  declare limits: Limits | undefined;
  declare integrity: string | undefined;
  declare allowRedirects: boolean | undefined;

  /** The bundle that is shown. Set it to show one you already have; what is wrong with it is told by `policy-error`. */
  get bundle(): Bundle | undefined {
    return this.#loading.bundle;
  }
  set bundle(value: unknown) {
    this.#loading.follow(() => acceptBundle(value, 'The bundle property'));
  }

  /** Loads the bundle from `src` again. What is shown stays until it is there. */
  reload(): void {
    if (this.src) this.#loading.fetch(this.src, true);
  }

  readonly #loading = new Loading(this, (event, detail) => this.tell(event, detail));
  readonly #words = new InterfaceWords(this, () => this.#wanted());
  readonly #showing = new Showing(this, this.choose);
  /** Whether what is chosen waits for its texts, while what was shown before stays. */
  #isPending = false;
  /** Whether the focus was inside before this rendering. */
  #isFocused = false;

  /** Waits for the words of a new language, so that words, `lang` and text change in one step. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.#words.isReady) {
      const words = this.#words.load();
      if (!this.hasUpdated) {
        // What stands inside the element comes into sight at once, the bundle with the words.
        void super.scheduleUpdate();
        this.requestUpdate();
      }
      await words;
    }
    void super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.src) this.#loading.fetch(this.src);
    else if (this.#loading.state.kind === 'idle') this.#loading.readChild();
    this.#isFocused = !!this.shadowRoot?.activeElement;
    const {bundle} = this;
    const next = bundle && select(bundle, {...this.selection, language: this.#asked()});
    this.#isPending = !!next && this.#loading.isPending(next, this.#showing.view);
    if (this.#isPending) return;
    this.#words.adopt();
    this.#showing.show(bundle, next, this.#words.language, this.#isFocused);
  }

  protected override updated(): void {
    const root = this.renderRoot as ShadowRoot;
    // While its text is on its way a control shows what was chosen.
    if (!this.#isPending) showChoices(root);
    // What the reader pressed may be gone now; the next Tab goes on from the top.
    if (this.#isFocused && !root.activeElement)
      root.querySelector<HTMLElement>('[role=status]')?.focus({preventScroll: true});
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#showing.settled();
    return done;
  }

  protected override render(): unknown {
    const {language} = this.#words;
    const isBusy = this.#isPending || this.#loading.state.kind === 'loading';
    return localize(
      language,
      (words) => html`<div part="viewer" class="viewer" lang=${language} dir=${direction(language)}
        aria-busy=${isBusy}><div role="status" tabindex="-1" class="unseen"></div>${
          // Until the words of the first language are there, what stands inside the element is seen.
          this.hasUpdated || this.#words.isReady
            ? renderViewer({
                loading: this.#loading,
                showing: this.#showing,
                isBusy,
                retry: this.src ? () => this.reload() : undefined,
                words,
                language,
                choose: this.choose,
                level: Math.min(Math.max(this.headingLevel || 2, 2), 5),
                since: this.since ?? '',
              })
            : html`<slot></slot>`
        }</div>`,
    );
  }

  /** The language the reader wants: asked for, or that of the page around, or the browser's. */
  #asked(): LanguageTag {
    return this.lang || pageLanguage(this, this.bundle?.languages);
  }

  /** That which the interface speaks: with the region that was asked for, which dates and numbers follow. */
  #wanted(): LanguageTag {
    const asked = this.#asked() || this.bundle?.languages[0] || '';
    return lookup(asked, interfaceLanguages) ? asked : 'en';
  }
}
