/**
 * What the elements of all views have in common: one property with all they show, drawn in the interface's language.
 */

import {LitElement, nothing, type PropertyDeclarations} from 'lit';
import {localize} from '../../words/localize.js';
import type {ViewContext} from './views.js';

export abstract class ViewElement extends LitElement {
  static override properties: PropertyDeclarations = {context: {attribute: false}};

  /** Set with the element, in one template. */
  declare context: ViewContext | undefined;

  protected override render(): unknown {
    const {context} = this;
    return context ? localize(context.speaks, () => this.renderView(context)) : nothing;
  }

  protected abstract renderView(context: ViewContext): unknown;
}
