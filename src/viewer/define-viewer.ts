/** Registers both tags, or says why not: then what stands inside the element stays as it is. */

import {PolicyViewerText} from './policy-viewer-text.js';
import {PolicyViewer} from './policy-viewer.js';

export const defineViewer = (): void => {
  if (customElements.get('policy-viewer') || customElements.get('policy-viewer-text'))
    return console.warn('<policy-viewer> is defined already. Load it once, and define no other element of that name.');
  customElements.define('policy-viewer-text', PolicyViewerText);
  customElements.define('policy-viewer', PolicyViewer);
};
