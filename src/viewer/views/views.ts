/**
 * The views beside reading. A view is a folder here, with a module that says how to render it, and one line below; its
 * model is a pure function in src/policy, its name and sentences are in src/words.
 */

import type {Bundle, Id} from '../../policy/bundle.js';
import type {View} from '../../policy/select.js';
import type {Setting} from '../document.js';

/** What views show, and what they show it with: `texts.also` fetches texts beside those that are read. */
export interface ViewContext extends Setting {
  readonly bundle: Bundle;
  /** What `select` says; `view.selection` is what is chosen. */
  readonly view: View;
  /** The day the reader agreed, as the site says; empty where it does not. */
  readonly since: string;
  /** Leads to a section or clause in the full text. */
  open(policy: Id, id: Id): void;
}

export interface ViewModule {
  /** An element of its own, which the module defines, or a template. */
  render(context: ViewContext): unknown;
  /** A line above the text, where the view has something to say there. */
  renderLine?(context: ViewContext): unknown;
  /** The field to search in, which comes with the views. */
  renderSearch?(context: ViewContext): unknown;
}

export type ViewLoaders = Readonly<Record<string, () => Promise<ViewModule>>>;

const besideReading = (): Promise<ViewModule> => import('./beside-reading.js');

/**
 * Fetched when one of them is first asked for. A view that stands alone has an import of its own here, a literal one.
 */
export const viewLoaders: ViewLoaders = {glance: besideReading, compare: besideReading, changes: besideReading};
