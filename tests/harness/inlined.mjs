// Lets Node and the browsers' test server import a file as text, as Vite does in the build: a style sheet by
// `./page.css?inline`, a Markdown text by `./en.md?raw`.
import {readFileSync} from 'node:fs';
import {register} from 'node:module';
import {isMainThread} from 'node:worker_threads';

const isInlined = (/** @type {string} */ address) => /\.css\?inline$|\.md\?raw$/.test(address);
const moduleOf = (/** @type {string} */ text) => `export default ${JSON.stringify(text)};`;

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
export const inlinedTexts = () => ({
  name: 'inlined-texts',
  resolveMimeType: ({originalUrl}) => (isInlined(originalUrl) ? 'js' : undefined),
  transform: ({originalUrl, body}) => (isInlined(originalUrl) ? {body: moduleOf(String(body))} : undefined),
});

// `node --import ./inlined.mjs` makes Node load this file again where its hooks run, which is no main thread.
if (isMainThread) register(import.meta.url);
