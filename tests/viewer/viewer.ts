/**
 * What browser tests load: the element as it is published, from dist, and defined. Its types are those of the
 * sources.
 */
export type {PolicyViewer} from '../../src/viewer/policy-viewer.js';

// Not a literal: the compiler would look into dist, which may not be there yet.
const published = '/dist/policy-viewer.js';
await import(published);
