/** Registers the tags. A page that loads two copies keeps the first. */

import {PolicyViewerText} from './policy-viewer-text.js';
import {PolicyViewer} from './policy-viewer.js';

const define = (tag: string, element: CustomElementConstructor): void => {
  if (!customElements.get(tag)) customElements.define(tag, element);
};
define('policy-viewer-text', PolicyViewerText);
define('policy-viewer', PolicyViewer);

export {PolicyViewer};
