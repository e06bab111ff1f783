/**
 * Tables that scroll sideways are Tab stops, by the names of their columns, and only while they do: a stop where
 * nothing can be done is one too many.
 */

import type {PolicyViewerText} from '../policy-viewer-text.js';

/** A table's own name: its columns; its first row where they have none. */
const nameOf = (table: Element): string =>
  [...(table.querySelector('tr:has(th, td)')?.children ?? [])].map(({textContent}) => textContent).join(' · ');

export class ScrollingTables {
  /** It is told of a table that was left out of sight once that is laid out. */
  readonly #observer = new ResizeObserver((entries) => {
    for (const {target} of entries)
      for (const [name, value] of [
        ['tabindex', '0'],
        ['role', 'group'],
        ['aria-label', nameOf(target)],
      ] as const)
        if (target.scrollWidth > target.clientWidth) target.setAttribute(name, value);
        else target.removeAttribute(name);
  });

  /** Looks at the tables of these texts, once they are rendered, and whenever their size changes. */
  async follow(texts: readonly PolicyViewerText[]): Promise<void> {
    await Promise.all(texts.map(({updateComplete}) => updateComplete));
    for (const text of texts)
      // Observed again, a table is looked at again: its words may be others now.
      for (const table of text.renderRoot.querySelectorAll('.table')) this.#observer.observe(table);
  }
}
