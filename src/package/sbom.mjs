// Writes what is inside of what is published, as CycloneDX: dist/sbom.cdx.json. It names each package whose code stands
// in one of the built files, with its version, licence, hash and where it came from; what only builds and tests need is
// not in it. The same sources give the same file: no time and no random number is in it.
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The lists of licences that the builds write, each of what it bundled. */
export const licenceFiles = ['licenses.md', 'cdn/licenses.md', 'authoring/licenses.md', 'command/licenses.md'];

/** What a list of licences names: `lit-html@3.3.3`, and the licence. */
export const namedIn = (/** @type {string} */ text) =>
  new Map(
    [...text.matchAll(/^## (.+) - (\S+) \((.+)\)$/gm)].map(([, name, version, licence]) => [
      `${name}@${version}`,
      licence ?? '',
    ]),
  );

const bundled = new Set(
  licenceFiles.flatMap((file) => [...namedIn(readFileSync(join(root, 'dist', file), 'utf8')).keys()]),
);
const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @typedef {{name: string, version: string, 'bom-ref': string, purl: string}} Component */
/** @type {{metadata: {component: Component}, components: Component[]}} */
const all = JSON.parse(
  // npm's own list of what is installed.
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  }),
);
const components = all.components
  .filter(({name, version}) => bundled.has(`${name}@${version}`) || name in dependencies)
  .sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
const lacking = [...bundled].filter((each) => !components.some(({name, version}) => `${name}@${version}` === each));
if (lacking.length > 0) throw new Error(`Bundled, but not in the lockfile: ${lacking.join(', ')}`);

writeFileSync(
  join(root, 'dist/sbom.cdx.json'),
  `${JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      version: 1,
      metadata: {component: {...all.metadata.component, name: 'policy-viewer'}},
      components,
    },
    undefined,
    2,
  )}\n`,
);
