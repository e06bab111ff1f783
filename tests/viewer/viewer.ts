/**
 * What browser tests load: the element as it is published, from dist, and defined. Its types are those of the
 * sources.
 */
export type {PolicyViewer} from '../../src/viewer/policy-viewer.js';

// Not a literal: the compiler would look into dist, which may not be there yet.
const isStrict = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
const published = isStrict ? '/dist/cdn/policy-viewer.js' : '/dist/policy-viewer.js';
await import(published);

if (isStrict)
  afterEach(() => {
    const refused = (window as unknown as {violations: string[]}).violations.splice(0);
    if (refused.length > 0) throw new Error(`The page's Content Security Policy refused: ${refused.join(', ')}`);
  });
