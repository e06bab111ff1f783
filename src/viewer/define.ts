/** Registers the tags. A page that loads two copies keeps the first. */

import {defineTag} from './define-tag.js';
import {PolicyViewerText} from './policy-viewer-text.js';
import {PolicyViewer} from './policy-viewer.js';

defineTag('policy-viewer-text', PolicyViewerText);
defineTag('policy-viewer', PolicyViewer);

export {PolicyViewer};
