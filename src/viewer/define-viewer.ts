/** Registers both tags, or says why not: then what stands inside the element stays as it is. */

import {PolicyViewerText} from './policy-viewer-text.js';
import {PolicyViewer} from './policy-viewer.js';

export const defineViewer = (): void => {
  try {
    // Lit's templates are HTML, which a page of XML would read as XML.
    if (document.contentType !== 'text/html') throw new Error();
    customElements.define('policy-viewer-text', PolicyViewerText);
    customElements.define('policy-viewer', PolicyViewer);
  } catch (error) {
    // A second copy, another element of that name.
    console.warn('<policy-viewer>: load it once, in HTML.', error);
  }
};
