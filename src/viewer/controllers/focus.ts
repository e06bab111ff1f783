/**
 * Where the focus goes when the control that had it is gone, or has become another: to the heading of its policy, else
 * to the status. And what has the focus stands clear of the toolbar that stays in sight.
 */

import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {scrollPast} from '../scroll-past.js';

/** Room between the toolbar and what has the focus, for the ring around it, in CSS pixels. */
const room = 8;

/** Where a button leads to that is there for a language. */
const languageOf = (control: Element | null | undefined): string =>
  control?.querySelector<HTMLElement>('[lang]')?.lang ?? '';

export class Focus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #root: ShadowRoot;
  #control: Element | null = null;
  #policy: Element | null | undefined;
  #language = '';

  constructor(host: ReactiveControllerHost & HTMLElement, root: ShadowRoot) {
    this.#host = host;
    this.#root = root;
    root.addEventListener('focusin', this.#onFocus);
    host.addController(this);
  }

  /** Before a rendering: afterwards it is not known any more what had the focus. */
  hostUpdate(): void {
    this.#control = this.#root.activeElement;
    this.#policy = this.#control?.closest('[part=document]');
    this.#language = languageOf(this.#control);
  }

  hostUpdated(): void {
    this.#nameStatus();
    const {activeElement} = this.#root;
    if (!this.#control) return;
    // A button that now leads to another language is another button: pressed once more it would undo what it did.
    const isOther = activeElement === this.#control && languageOf(activeElement) !== this.#language;
    if (activeElement && !isOther) return;
    const inside = this.#policy?.isConnected ? this.#policy : this.#root;
    const next = inside.querySelector<HTMLElement>(inside === this.#root ? '[part=status]' : '[part=heading]');
    if (!next) return;
    next.tabIndex = -1;
    next.focus({preventScroll: true});
  }

  /** It may come to have the focus, so it has a name: what it says. */
  #nameStatus(): void {
    const status = this.#root.querySelector('[part=status]');
    status?.setAttribute('role', 'group');
    status?.setAttribute('aria-label', status.firstElementChild?.textContent ?? '');
  }

  /** Browsers take what lies behind the toolbar for being in sight. */
  readonly #onFocus = (event: Event): void => {
    const [target] = event.composedPath();
    const toolbar = this.#root.querySelector('[part=toolbar]');
    if (!(target instanceof HTMLElement) || !toolbar || toolbar.contains(target)) return;
    // Once the browser has scrolled by itself.
    requestAnimationFrame(() => {
      const {bottom} = toolbar.getBoundingClientRect();
      const behind = bottom + room - target.getBoundingClientRect().top;
      if (behind > 0 && target.matches(':focus-visible') && getComputedStyle(toolbar).position === 'sticky')
        scrollPast(this.#host, -behind);
    });
  };
}
