/** Keeping the reader's place: the clause at the top of the window stays there while the text around it changes. */

import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Selection} from '../../policy/selection.js';
import type {PolicyViewerText} from '../policy-viewer-text.js';
import {scrollPast} from '../scroll-past.js';

interface Position {
  readonly policy: string | undefined;
  /** The clause's id, then that of the section around it. */
  readonly ids: readonly string[];
  /** From the top of the window, in CSS pixels. */
  readonly top: number;
}

/** Clauses in a section's own blocks, not those of the sections within it. */
const ownClauses = ':scope>:not(section)[data-clause],:scope>:not(section) [data-clause]';

/**
 * The clause across `edge`, the bottom of what covers the window's top; else the first below it.
 * Texts are measured first, then sections, then the clauses of one: measuring all would lay out
 * everything that `content-visibility` left alone.
 */
const findPosition = (texts: Iterable<PolicyViewerText>, edge: number): Position | undefined => {
  const below = (element: Element): boolean => {
    const {bottom, height} = element.getBoundingClientRect();
    // Less than a line of it is not what is read.
    return height > 0 && bottom > edge + 20;
  };
  let place: Position | undefined;
  for (const text of texts)
    for (const section of below(text) ? text.renderRoot.querySelectorAll('section') : [])
      for (const clause of below(section) ? section.querySelectorAll<HTMLElement>(ownClauses) : []) {
        if (!below(clause)) continue;
        const {top} = clause.getBoundingClientRect();
        // An item across the edge may hold another that is.
        if (top > (place ? edge : innerHeight)) return place;
        place = {policy: text.dataset['policy'], ids: [clause.dataset['clause'] ?? '', section.id], top};
      }
  return place;
};

/** How far a position is from where it was, in CSS pixels; nothing where it is gone. */
const drift = ({policy, ids, top}: Position, texts: readonly PolicyViewerText[]): number | undefined => {
  const text = texts.find(({dataset}) => dataset['policy'] === policy);
  const rect = ids.map((id) => text?.find(id)?.getBoundingClientRect()).find((rect) => rect?.height);
  return rect && rect.top - top;
};

/** Sections that come into sight may still push: it is over when nothing has moved for so many frames … */
const stillFrames = 4;
/** … and in any case after so many milliseconds. */
const limit = 1_000;
/** A reader who does one of these goes where they want to. */
const acts = ['wheel', 'keydown', 'touchstart', 'pointerdown'] as const;

export type PlaceHost = ReactiveControllerHost & HTMLElement & {selection: Selection};

export class Place implements ReactiveController {
  readonly #host: PlaceHost;
  readonly #texts: () => readonly PolicyViewerText[];
  #position: Position | undefined;
  #isCaptured = false;
  #hold: AbortController | undefined;
  /** When the position is restored for the first time after an update. */
  restored: Promise<void> = Promise.resolve();

  constructor(host: PlaceHost, texts: () => readonly PolicyViewerText[]) {
    this.#host = host;
    this.#texts = texts;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.release();
  }

  /** Before an update that changes the text. */
  capture(): void {
    const texts = this.#texts();
    // Who has not moved since goes back to what they left, though it may have been too short to stay in sight; and who
    // sees no text, because the next is on its way, to where they were in the last.
    if (texts.length && (!this.#position || Math.abs(drift(this.#position, texts) ?? 9) > 1))
      this.#position = findPosition(texts, this.#covered());
    this.#isCaptured = true;
  }

  /** After it, when the texts are rendered as well. */
  hostUpdated(): void {
    const position = this.#isCaptured ? this.#position : undefined;
    this.#isCaptured = false;
    if (!position) return;
    const texts = this.#texts();
    this.restored = Promise.all(texts.map(({updateComplete}) => updateComplete)).then(() =>
      this.#keep(() => {
        const by = drift(position, this.#texts()) ?? 0;
        if (by) scrollPast(this.#host, by);
        return by;
      }),
    );
  }

  /** Brings an element to the top of the window, and holds it there. */
  bringUp(element: Element): void {
    this.#keep(() => {
      const {top} = element.getBoundingClientRect();
      element.scrollIntoView({behavior: 'instant'});
      return top - element.getBoundingClientRect().top;
    });
  }

  /** Brings an element to so many CSS pixels from the window's top, and holds it there. */
  bringTo(element: Element, top: number): void {
    this.#keep(() => {
      const by = element.getBoundingClientRect().top - top;
      if (by) scrollPast(this.#host, by);
      return by;
    });
  }

  /** Lets the reader go where they want. */
  release(): void {
    this.#hold?.abort();
  }

  /**
   * Corrects frame after frame until nothing moves any more, or the reader does. `correct` says by how much it moved.
   */
  #keep(correct: () => number): void {
    this.release();
    const hold = (this.#hold = new AbortController());
    const {signal} = hold;
    for (const act of acts) addEventListener(act, () => hold.abort(), {signal, capture: true, passive: true});
    const end = performance.now() + limit;
    let still = 0;
    const step = (): void => {
      if (signal.aborted) return;
      still = Math.abs(correct()) < 1 ? still + 1 : 0;
      if (still > stillFrames || performance.now() > end) hold.abort();
      else requestAnimationFrame(step);
    };
    step();
  }

  /**
   * Where what the reader sees of the text begins: below our own toolbar, which may stay in sight; from the window's
   * top.
   */
  #covered(): number {
    const toolbar = this.#host.shadowRoot?.querySelector('[part=toolbar]');
    return Math.max(0, toolbar?.getBoundingClientRect().bottom ?? 0);
  }
}
