/** A style sheet belongs to one document: an element that is moved to another's, such as a frame's, needs them anew. */

import type {CSSResult, LitElement} from 'lit';
import type {PolicyViewerText} from './policy-viewer-text.js';

const within = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? within(element.shadowRoot) : []),
  ]);

/** Gives an element and all inside of it their styles where they are now. `more`: what it has beside its class's. */
export const restyle = (host: HTMLElement, more: string): void => {
  const {CSSStyleSheet} = host.ownerDocument.defaultView ?? window;
  const makeSheet = (css: string): CSSStyleSheet => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };
  for (const element of [host, ...within(host.shadowRoot as ShadowRoot)]) {
    const {shadowRoot} = element;
    if (!shadowRoot) continue;
    const own = (element.constructor as typeof LitElement).elementStyles.map((style) => (style as CSSResult).cssText);
    const filter = (element as Partial<PolicyViewerText>).filter?.cssRules ?? [];
    shadowRoot.adoptedStyleSheets = [
      ...own,
      ...(element === host ? [more] : []),
      ...(element.localName === 'policy-viewer-text' ? [[...filter].map(({cssText}) => cssText).join('')] : []),
    ].map(makeSheet);
  }
};
