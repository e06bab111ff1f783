// What a page loads from dist/cdn, in bytes after gzip: each entry with all that it imports at once, and each part
// that comes later by itself (a view, a language). ./sizes.json has the last figures and the limits;
// tests/harness/size.test.ts holds them.
//   node tests/bench/built-sizes.mjs write   notes the figures of today: npm run size:note
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {built} from '../harness/built.mjs';

/** @typedef {{gzip: number, limit?: number}} Size  `limit` is fixed; without one a figure may grow by `growth` at a time */

const notes = resolve(import.meta.dirname, 'sizes.json');
/** How much larger a file may be than when it was last noted. */
export const growth = 0.02;

/** @returns {Record<string, Size>} by path in dist/cdn */
export const noted = () => JSON.parse(readFileSync(notes, 'utf8'));

/** The files that a module imports before it runs. @param {string} code */
const imports = (code) =>
  [...code.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^;'"()]*?from\s*)?["'](\.[^"']+)["']/g)].map(
    ([, path = '']) => path,
  );

/** @returns {Record<string, number>} by path in dist/cdn */
export function measureBuilt() {
  const folder = built('cdn');
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.js'))
    .sort();
  return Object.fromEntries(
    files.map((name) => {
      const loaded = new Set([join(folder, name)]);
      // A part comes to an entry that is loaded: only what it brings itself counts.
      const isEntry = dirname(name) === '.';
      if (isEntry)
        for (const file of loaded)
          for (const path of imports(readFileSync(file, 'utf8'))) loaded.add(resolve(dirname(file), path));
      const bytes = [...loaded].reduce((sum, file) => sum + gzipSync(readFileSync(file), {level: 9}).length, 0);
      return [relative(folder, join(folder, name)).replaceAll('\\', '/'), bytes];
    }),
  );
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'write') {
  const before = noted();
  const sizes = Object.fromEntries(
    Object.entries(measureBuilt()).map(([name, gzip]) => [name, {...before[name], gzip}]),
  );
  writeFileSync(notes, `${JSON.stringify(sizes, null, 2)}\n`);
}
