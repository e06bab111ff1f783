/** Registers the tags. A page that loads two copies keeps the first. */

import {PolicyViewerText} from './policy-viewer-text.js';
import {PolicyViewer} from './policy-viewer.js';

for (const [tag, element] of [['policy-viewer-text', PolicyViewerText], ['policy-viewer', PolicyViewer]] as const)
  if (!customElements.get(tag)) customElements.define(tag, element);

export {PolicyViewer};
