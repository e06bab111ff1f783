/** The elements without their tags, for a site that registers them itself: both, under the names that they have. */

export {PolicyViewerText} from './policy-viewer-text.js';
export type {PolicyViewerEvents} from './events.js';
export {PolicyViewer} from './policy-viewer.js';
