// Packs what is published, from the one package.json and from dist:
//   policy-viewer      the element and policy.js, for sites
//   policy-viewer-cli  the command and authoring.js, for those who keep the texts
//   node src/package/packages.mjs [FOLDER]   writes both tarballs, to dist/packages where no folder is named
import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const out = resolve(process.argv[2] ?? join(root, 'dist/packages'));
const all = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const common = Object.fromEntries(
  ['version', 'license', 'author', 'homepage', 'repository', 'bugs', 'type'].map((key) => [key, all[key]]),
);
const {'./authoring.js': authoring, ...elementExports} = all.exports;

const packages = [
  {
    manifest: {
      name: 'policy-viewer',
      description: all.description,
      keywords: all.keywords,
      ...common,
      sideEffects: all.sideEffects.filter((/** @type {string} */ path) => path.startsWith('./dist/')),
      exports: elementExports,
      ...Object.fromEntries(
        ['types', 'customElements', 'web-types', 'jsdelivr', 'unpkg', 'dependencies'].map((key) => [key, all[key]]),
      ),
    },
    paths: [
      'index.js',
      'policy-viewer.js',
      'policy.js',
      'chunks',
      'languages',
      'views',
      'cdn',
      'licenses.md',
      'sbom.cdx.json',
      'bundle.schema.json',
      'custom-elements.json',
      'web-types.json',
      'vscode.html-custom-data.json',
      'vscode.css-custom-data.json',
      ...['viewer', 'policy', 'words', 'attributes.d.ts', 'react.d.ts', 'vue.d.ts', 'svelte.d.ts'].map(
        (name) => `types/${name}`,
      ),
    ],
  },
  {
    manifest: {
      name: 'policy-viewer-cli',
      description: 'From the policy texts that an organisation has to a bundle for <policy-viewer>: the command.',
      keywords: all.keywords,
      ...common,
      engines: all.engines,
      bin: all.bin,
      sideEffects: false,
      exports: {'./authoring.js': authoring, './package.json': './package.json'},
      dependencies: {},
    },
    paths: [
      'command',
      'authoring.js',
      'authoring',
      ...['authoring', 'policy', 'words'].map((name) => `types/${name}`),
      // What `preview` serves.
      'cdn/policy-viewer.all.min.js',
      'cdn/licenses.md',
      'sbom.cdx.json',
    ],
  },
];

mkdirSync(out, {recursive: true});
for (const {manifest, paths} of packages) {
  const folder = join(out, manifest.name);
  rmSync(folder, {recursive: true, force: true});
  for (const path of paths) {
    // There is no folder of views while reading is the only one.
    if (path === 'views' && !existsSync(join(root, 'dist', path))) continue;
    cpSync(join(root, 'dist', path), join(folder, 'dist', path), {recursive: true});
  }
  for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md']) cpSync(join(root, name), join(folder, name));
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({...manifest, files: ['dist', 'CHANGELOG.md']}, null, 2)}\n`,
  );
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', out], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  console.log(join(out, packed.trim()));
}
