// What is loaded from dist, in bytes after gzip: each entry of package.json with all that it imports at once, packages
// aside, and each part that comes later by itself to a page (a view, a language). ./sizes.json has the last figures and
// the limits; tests/harness/size.test.ts holds them.
//   node tests/bench/built-sizes.mjs write   notes the figures of today: npm run size:note
import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, relative, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {built} from '../harness/built.mjs';

/**
 * @typedef {{gzip: number, limit?: number}} Size `limit` is fixed; without one a figure may grow by `growth` at a
 * time
 */

const notes = resolve(import.meta.dirname, 'sizes.json');
/** How much larger a file may be than when it was last noted. */
export const growth = 0.02;

/** @returns {Record<string, Size>} by path in dist */
export const noted = () => JSON.parse(readFileSync(notes, 'utf8'));

/** What a module imports before it runs, and what it asks for later. @param {string} file */
function importsOf(file) {
  const code = readFileSync(file, 'utf8');
  const find = (/** @type {RegExp} */ pattern) =>
    [...code.matchAll(pattern)].map(([, path = '']) => resolve(dirname(file), path));
  return {
    first: find(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^;'"()]*?from\s*)?["'](\.[^"']+)["']/g),
    later: find(/\bimport\(["'`](\.[^"'`]+)["'`]\)/g),
  };
}

/** A file and all that it imports before it runs. @param {string} file */
function closure(file) {
  const loaded = new Set([file]);
  for (const each of loaded) for (const path of importsOf(each).first) loaded.add(path);
  return loaded;
}

const gzipped = (/** @type {Iterable<string>} */ files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), {level: 9}).length, 0);

/** By path in dist. What an older build left there is in nobody's way. @returns {Record<string, number>} */
export function measureBuilt() {
  const folder = resolve(built('cdn'), '..');
  const {exports} = JSON.parse(readFileSync(resolve(folder, '../package.json'), 'utf8'));
  /** @type {Record<string, number>} */
  const sizes = {};
  const name = (/** @type {string} */ file) => relative(folder, file).replaceAll('\\', '/');
  const entries = Object.values(exports).flatMap(({default: path = ''}) => (path.endsWith('.js') ? [path] : []));
  for (const path of entries) {
    const entry = resolve(folder, '..', path);
    const loaded = closure(entry);
    sizes[name(entry)] = gzipped(loaded);
    // Elsewhere a site's own tools put the parts together.
    if (!path.startsWith('./dist/cdn/')) continue;
    // A part comes to an entry that is loaded: only what it brings itself counts.
    const parts = new Set([...loaded].flatMap((file) => importsOf(file).later));
    for (const part of parts) {
      const own = [...closure(part)].filter((file) => !loaded.has(file));
      sizes[name(part)] = gzipped(own);
      for (const file of own) for (const more of importsOf(file).later) parts.add(more);
    }
  }
  return Object.fromEntries(Object.entries(sizes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'write') {
  const before = noted();
  const sizes = Object.fromEntries(
    Object.entries(measureBuilt()).map(([name, gzip]) => [name, {...before[name], gzip}]),
  );
  writeFileSync(notes, `${JSON.stringify(sizes, null, 2)}\n`);
}
