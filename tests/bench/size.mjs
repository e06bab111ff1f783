// How many bytes one embed costs a reader, and what they are spent on. Fails above the limits below.
//   node tests/bench/size.mjs
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {build, loadConfigFromFile} from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Bytes after gzip, as a static host sends them. */
const limits = {modules: 18_000, cdn: 18_000, all: 55_000};

/**
 * Bundles without writing, and sums the chunks that load before any language other than English is asked for.
 * @param {string} title
 * @param {number} limit
 * @param {import('vite').InlineConfig} config
 * @returns {Promise<boolean>} whether it is within the limit
 */
async function measure(title, limit, config) {
  const result = await build({
    ...config,
    configFile: false,
    root,
    logLevel: 'warn',
    build: {...config.build, write: false},
  });
  const chunks = (Array.isArray(result) ? result : [result])
    .flatMap((each) => ('output' in each ? each.output : []))
    .filter((file) => file.type === 'chunk');
  const entry = chunks.find((chunk) => chunk.isEntry);
  if (!entry) throw new Error(`${title}: nothing was built`);
  const loaded = new Set([entry]);
  for (const chunk of loaded) {
    for (const name of chunk.imports) {
      const imported = chunks.find((each) => each.fileName === name);
      if (!imported) throw new Error(`${title}: imports ${name}, which is not in the bundle`);
      loaded.add(imported);
    }
  }
  const files = [...loaded];
  const gzip = files.reduce((sum, chunk) => sum + gzipSync(chunk.code, {level: 9}).length, 0);
  const minified = files.reduce((sum, chunk) => sum + Buffer.byteLength(chunk.code), 0);

  console.log(`\n${title}`);
  console.log(
    `  ${number(gzip)} bytes gzip (limit ${number(limit)}), ${number(minified)} minified, ` +
      `${files.length} ${files.length === 1 ? 'file' : 'files'}`,
  );
  console.log('  where they go (share of the code before it is minified):');
  /** @type {Map<string, number>} */
  const shares = new Map();
  for (const chunk of files) {
    for (const [id, {renderedLength}] of Object.entries(chunk.modules)) {
      const name = owner(id);
      shares.set(name, (shares.get(name) ?? 0) + renderedLength);
    }
  }
  const total = [...shares.values()].reduce((sum, length) => sum + length, 0);
  for (const [name, length] of [...shares].sort((a, b) => b[1] - a[1])) {
    if (length > 0)
      console.log(`  ${`${((100 * length) / total).toFixed(1)}%`.padStart(7)} ${number(length).padStart(8)}  ${name}`);
  }
  if (gzip > limit) console.log(`  TOO BIG by ${number(gzip - limit)} bytes`);
  return gzip <= limit;
}

/** A module by its path in src/, a library by its package. */
function owner(/** @type {string} */ id) {
  const path = id.replace(/^\0/, '').replaceAll('\\', '/').replace(/\?.*$/, '');
  const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (name) return name;
  return path.startsWith(root.replaceAll('\\', '/')) ? path.slice(root.length + 1) : `(${path})`;
}

const number = (/** @type {number} */ value) => value.toLocaleString('en');

const loaded = async (/** @type {string} */ mode) => {
  const found = await loadConfigFromFile({command: 'build', mode}, resolve(root, 'vite.config.ts'));
  if (!found) throw new Error('There is no vite.config.ts');
  return found.config;
};

const {version} = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
console.log(`policy-viewer ${version}: what a page loads for one viewer, its bundle of policies aside`);

const modules = await loaded('modules');
const fits = [
  await measure('npm modules with Lit, as a site bundles them, interface in English', limits.modules, {
    ...modules,
    build: {
      ...modules.build,
      lib: {entry: resolve(root, 'src/viewer/define.ts'), formats: ['es']},
      minify: 'oxc',
      // A site's bundler is free to move what its own entry imports.
      rolldownOptions: {
        ...modules.build?.rolldownOptions,
        external: [],
        preserveEntrySignatures: false,
        output: {minify: true, comments: false},
      },
    },
  }),
  await measure('dist/cdn/policy-viewer.js, interface in English', limits.cdn, await loaded('cdn')),
  await measure(
    'dist/cdn/policy-viewer.all.min.js, every language of the interface included',
    limits.all,
    await loaded('cdn-all'),
  ),
];
process.exitCode = fits.includes(false) ? 1 : 0;
