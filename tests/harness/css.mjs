// Lets Node and the browsers' test server import a style sheet as text, as Vite does in the build: `./page.css?inline`.
import {readFileSync} from 'node:fs';
import {register} from 'node:module';
import {isMainThread} from 'node:worker_threads';

const isInlined = (/** @type {string} */ address) => address.endsWith('.css?inline');
const moduleOf = (/** @type {string} */ css) => `export default ${JSON.stringify(css)};`;

/** Node's hook. @type {import('node:module').ResolveHook} */
export const resolve = (specifier, context, next) =>
  isInlined(specifier)
    ? {url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true}
    : next(specifier, context);

/** Node's hook. @type {import('node:module').LoadHook} */
export const load = (url, context, next) =>
  isInlined(url)
    ? {source: moduleOf(readFileSync(new URL(url.replace(/\?.*$/, '')), 'utf8')), format: 'module', shortCircuit: true}
    : next(url, context);

/** The same for the browsers' test server. @returns {import('@web/test-runner').TestRunnerPlugin} */
export const inlinedStyles = () => ({
  name: 'inlined-styles',
  resolveMimeType: ({originalUrl}) => (isInlined(originalUrl) ? 'js' : undefined),
  transform: ({originalUrl, body}) => (isInlined(originalUrl) ? {body: moduleOf(String(body))} : undefined),
});

// `node --import ./css.mjs` makes Node load this file again where its hooks run, which is no main thread.
if (isMainThread) register(import.meta.url);
