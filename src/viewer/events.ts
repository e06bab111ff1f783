/** What the element tells a site, and its place in the page's own types. */

import type {Bundle} from '../policy/bundle.js';
import type {Issue} from '../policy/issue.js';
import type {Selection} from '../policy/selection.js';
import type {Cause} from './load.js';
import type {PolicyViewer} from './policy-viewer.js';

export interface PolicyViewerEvents {
  'policy-load': CustomEvent<{bundle: Bundle}>;
  'policy-change': CustomEvent<{selection: Selection}>;
  'policy-error': CustomEvent<{cause: Cause; message: string; issues: readonly Issue[]}>;
}

declare global {
  interface HTMLElementTagNameMap {
    'policy-viewer': PolicyViewer;
  }
  // Merged into the page's own: it has no members besides.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementEventMap extends PolicyViewerEvents {}
}
