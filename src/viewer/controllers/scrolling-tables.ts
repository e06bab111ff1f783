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

const tablesOf = (text: Element): Iterable<Element> => text.shadowRoot?.querySelectorAll('.table') ?? [];

export class ScrollingTables {
  /** It looks at texts: Firefox tells of no size inside of what may be left out of sight. */
  readonly #resizing = new ResizeObserver((entries) => {
    for (const {target} of entries) for (const table of tablesOf(target)) update(table);
  });
  /** It is told of a table that was left out of sight once that is laid out. */
  readonly #coming = new IntersectionObserver((entries) => {
    for (const {target} of entries) update(target);
  });

  /** Looks at the tables of these texts: once they are rendered, in sight, or of another size. */
  async follow(texts: readonly PolicyViewerText[]): Promise<void> {
    await Promise.all(texts.map(({updateComplete}) => updateComplete));
    for (const text of texts) {
      // Observed again, it is looked at again: its tables may be others now.
      this.#resizing.observe(text);
      for (const table of tablesOf(text)) this.#coming.observe(table);
    }
  }
}
