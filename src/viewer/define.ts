/** Registers the tags. A page that loads two copies keeps the first. */

import {defineViewer} from './define-viewer.js';

defineViewer();

export {PolicyViewer} from './policy-viewer.js';
