/** An element whose attributes are a choice: of product, audience, language and the rest of a `Selection`. */

import {LitElement, type PropertyDeclarations} from 'lit';
import {
  change,
  everything,
  parseAgainst,
  printAgainst,
  type Selection,
  type SelectionChange,
} from '../policy/selection.js';

/** Reflected as an attribute while it is something. */
const choice = {reflect: true};

export abstract class ChoosingElement extends LitElement {
  static override properties: PropertyDeclarations = {
    product: choice,
    audience: choice,
    lang: choice,
    edition: choice,
    view: choice,
    query: choice,
    against: choice,
    selection: {attribute: false, noAccessor: true},
  };

  // Absent, not empty, while nothing is chosen: then there is no attribute either. Lit makes null of one that is
  // removed.
  declare product: string | undefined;
  declare audience: string | undefined;
  declare lang: string;
  declare edition: string | undefined;
  declare view: string | undefined;
  declare query: string | undefined;
  declare against: string | undefined;

  /**
   * All that is chosen, as one value: `{product, audiences, language, edition, view, query, against}`. What
   * you leave out when you set it is not chosen.
   */
  get selection(): Selection {
    return {
      product: this.product || '',
      audiences: (this.audience || '').split(/[\s,]+/).filter(Boolean),
      language: this.lang || '',
      edition: this.edition || '',
      view: this.view || '',
      query: this.query || '',
      against: parseAgainst(this.against || ''),
    };
  }
  set selection(value: SelectionChange) {
    const {audiences, language, against, ...rest} = {...everything, ...value};
    const chosen = {...rest, audience: audiences.join(' '), lang: language, against: printAgainst(against)};
    Object.assign(this, Object.fromEntries(Object.entries(chosen).map(([name, each]) => [name, each || undefined])));
  }

  /** What a reader's choice calls. Says `policy-change`, where it changes anything. */
  protected readonly choose = (changes: SelectionChange): void => {
    const {selection} = this;
    const next = change(selection, changes);
    if (next === selection) return;
    this.selection = next;
    this.tell('policy-change', {selection: next});
  };

  /** Dispatches an event after the rendering that shows what it tells. */
  protected tell(name: string, detail: unknown): void {
    void this.updateComplete.then(() => this.dispatchEvent(new CustomEvent(name, {bubbles: true, detail})));
  }
}
