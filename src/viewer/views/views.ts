/**
 * The views beside reading. A view is a folder here, with a module that says how to render it, and one line below; its
 * model is a pure function in src/policy, its name and sentences are in src/words.
 */

import type {Bundle, LanguageTag} from '../../policy/bundle.js';
import type {View} from '../../policy/select.js';
import type {Words} from '../../words/words.js';
import type {Choose} from '../controls.js';

export interface ViewContext {
  readonly bundle: Bundle;
  /** What `select` says; `view.selection` is what is chosen. */
  readonly view: View;
  readonly words: Words;
  /** The interface's language. */
  readonly language: LanguageTag;
  /** The level of the outermost headings. */
  readonly level: number;
  readonly choose: Choose;
}

export interface ViewModule {
  /** An element of its own, which the module defines, or a template. */
  render(context: ViewContext): unknown;
}

export type ViewLoaders = Readonly<Record<string, () => Promise<ViewModule>>>;

/** Literal imports, so that bundlers see every one: `glance: () => import('./glance/glance.js'),`. */
export const viewLoaders: ViewLoaders = {};
