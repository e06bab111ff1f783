/** What is shown: the view of what is chosen. It is also where begins what waits until something is shown. */

import type {ReactiveController} from 'lit';
import type {Bundle, Id, LanguageTag, Term} from '../../policy/bundle.js';
import type {View} from '../../policy/select.js';
import {makeAudienceFilter} from '../audience-filter.js';
import type {Choose} from '../controls.js';
import type {PolicyViewerText} from '../policy-viewer-text.js';
import type {AfterPaint} from './after-paint.js';
import type {PlaceHost} from './place.js';

export class Showing implements ReactiveController {
  declare filter: CSSStyleSheet;
  view: View | undefined;
  after: AfterPaint | undefined;
  vocabulary: ReadonlyMap<Id, Term> = new Map();
  readonly #host: PlaceHost;
  readonly #choose: Choose;
  #later: Promise<void> | undefined;
  #terms: readonly Term[] | undefined;

  constructor(host: PlaceHost, choose: Choose) {
    this.#host = host;
    this.#choose = choose;
    host.addController(this);
  }

  /** Goes over to another view, or to none. `isFocused`: whether the focus is inside. */
  show(bundle: Bundle | undefined, next: View | undefined, language: LanguageTag, isFocused: boolean): void {
    const before = this.view;
    this.view = next;
    const audiences = next?.selection.audiences ?? [];
    if (audiences.join() !== before?.selection.audiences.join())
      this.filter = makeAudienceFilter(audiences, this.#host.ownerDocument);
    if (bundle && bundle.vocabulary !== this.#terms) {
      this.#terms = bundle.vocabulary;
      this.vocabulary = new Map(bundle.vocabulary.map((term) => [term.id, term]));
    }
    if (!before || !next) return;
    this.after?.keepPlace(before, next, isFocused);
    this.later((after) => after.announce(before, next, language));
  }

  hostUpdated(): void {
    if (this.view && !this.after) this.later();
  }

  /** With what is fetched only once something is shown. */
  later(act?: (after: AfterPaint) => void): void {
    this.#later = import('./after-paint.js')
      .then(({AfterPaint}) => {
        if (!this.after) {
          this.after = new AfterPaint(this.#host, () => this.texts(), this.#choose);
          this.#host.requestUpdate();
        }
        act?.(this.after);
      })
      .catch(console.error);
  }

  texts(): PolicyViewerText[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<PolicyViewerText>('policy-viewer-text') ?? [])];
  }

  /** When the texts are rendered, their links work, and the reader's place is found again. */
  async settled(): Promise<void> {
    await this.#later;
    await Promise.all(this.texts().map((text) => text.updateComplete));
    await this.after?.place.restored;
  }
}
