// Whether dist is what the sources say. One convention for all tests: `npm test` builds first; what runs without it
// asks here, and a build that is absent or stale is one sentence that says what to do.
//   node tests/harness/built.mjs         fails when dist is absent or stale
//   node tests/harness/built.mjs write   notes what dist was built from; the last step of `npm run build`
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const note = join(root, 'dist/.built');
const sources = ['src', 'locales', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
/** Made by `npm run words` from what is looked at here. */
const generated = [join(root, 'src/words/generated'), join(root, 'src/authoring/vocabulary/generated')];

/** A hash of every file that dist is built from. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => filesIn(join(root, path)))) {
    hash.update(`${relative(root, file).replaceAll('\\', '/')}\0`);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} the file itself, or all in the folder, in order */
function filesIn(path) {
  if (generated.includes(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** Why dist cannot be tested, or nothing when it can. @returns {string | undefined} */
export function whyNotBuilt() {
  // Once for a run: its files are tested by many processes.
  if (process.env['POLICY_VIEWER_BUILT'] === 'yes') return undefined;
  if (!existsSync(note)) return 'There is no build in dist to test: npm run build';
  if (readFileSync(note, 'utf8') !== sourcesHash()) return 'The build in dist is older than the sources: npm run build';
  return undefined;
}

/** The path of a built file, for tests. @param {string} path in dist: `command/policy-viewer.js` */
export function built(path) {
  const reason = whyNotBuilt();
  if (reason !== undefined) throw new Error(reason);
  return join(root, 'dist', path);
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv[2] === 'write') writeFileSync(note, sourcesHash());
  else process.exitCode = whyNotBuilt() === undefined ? 0 : 1;
}
