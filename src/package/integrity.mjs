// Writes dist/cdn/integrity.json, the hash of each file that a page may load from there, and dist/cdn/embed.html, the
// lines that a site copies, with those hashes: for the file in parts and for the file with everything in it.
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const cdn = join(root, 'dist/cdn');

/** Subresource Integrity, as the attribute `integrity` takes it. @param {Uint8Array} bytes */
export const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** By path in a folder, of its modules. @param {string} folder @returns {Record<string, string>} */
export const hashes = (folder) =>
  Object.fromEntries(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), integrityOf(readFileSync(path))]),
  );

/** @param {Record<string, string>} known hashes by path @param {string} version */
export function embed(known, version) {
  const [entry, all] = ['policy-viewer.js', 'policy-viewer.all.min.js'];
  const parts = Object.entries(known).filter(([path]) => path !== entry && path !== all);
  const map = {integrity: Object.fromEntries(parts.map(([path, hash]) => [`/policy-viewer/${path}`, hash]))};
  const script = (/** @type {string} */ address, /** @type {string} */ name) =>
    `<script type="module" src="${address}${name}" integrity="${known[name] ?? ''}" crossorigin="anonymous"></script>`;
  return `<!-- From your own site: copy this folder to /policy-viewer/. The smallest: parts come when needed. -->
<script type="importmap">
${JSON.stringify(map, null, 2)}
</script>
${script('/policy-viewer/', entry)}

<!-- From your own site, one file with everything in it. -->
${script('/policy-viewer/', all)}

<!-- From a CDN, once version ${version} is published there. -->
${script(`https://cdn.jsdelivr.net/npm/policy-viewer@${version}/dist/cdn/`, all)}
`;
}

if (process.argv[1] === import.meta.filename) {
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const known = hashes(cdn);
  writeFileSync(join(cdn, 'integrity.json'), `${JSON.stringify(known, null, 2)}\n`);
  writeFileSync(join(cdn, 'embed.html'), embed(known, version));
}
