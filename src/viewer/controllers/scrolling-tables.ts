/**
 * Tables that scroll sideways are Tab stops, by the names of their columns, and only while they do: a stop where
 * nothing can be done is one too many.
 */

import type {PolicyViewerText} from '../policy-viewer-text.js';

/** A table's own name: its columns; its first row where they have none. */
const nameOf = (table: Element): string =>
  [...(table.querySelector('tr:has(th, td)')?.children ?? [])].map(({textContent}) => textContent).join(' · ');

const update = (table: Element): void => {
  for (const [attribute, value] of [
    ['tabindex', '0'],
    ['role', 'group'],
    ['aria-label', nameOf(table)],
  ] as const)
    if (table.scrollWidth > table.clientWidth) table.setAttribute(attribute, value);
    else table.removeAttribute(attribute);
};

export class ScrollingTables {
  /** It looks at texts: Firefox tells of no size inside of what may be left out of sight. */
  readonly #resizing = new ResizeObserver((entries) => {
    for (const {target} of entries)
      for (const table of target.shadowRoot?.querySelectorAll('.table') ?? []) {
        // Observed again, it is told of again.
        this.#coming.unobserve(table);
        this.#coming.observe(table);
      }
  });
  /** Only what comes near is measured: measuring the rest would lay out what was left out of sight. */
  readonly #coming = new IntersectionObserver(
    (entries) => {
      for (const {target, isIntersecting} of entries) if (isIntersecting) update(target);
    },
    {rootMargin: '100%'},
  );

  /** Looks at the tables of these texts: once they are rendered, near the window, or of another size. */
  async follow(texts: readonly PolicyViewerText[]): Promise<void> {
    await Promise.all(texts.map(({updateComplete}) => updateComplete));
    // Observed again, a text is looked at again: its tables may be others now.
    for (const text of texts) this.#resizing.observe(text);
  }
}
