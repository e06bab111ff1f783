/** The elements without their tags, for a site that registers them itself: both, under the names that they have. */

export {PolicyViewerText} from './policy-viewer-text.js';
export {PolicyViewer, type PolicyViewerEvents} from './policy-viewer.js';
