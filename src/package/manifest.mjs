// What describes the element to tools and people, all from its own comments and types.
//   node src/package/manifest.mjs dist     dist/custom-elements.json, data for editors, types for frameworks
//   node src/package/manifest.mjs readme   the tables of README.md
//   node src/package/manifest.mjs          both: npm run manifest
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {generateJetBrainsWebTypes} from 'custom-element-jet-brains-integration';
import {generateVsCodeCustomElementData} from 'custom-element-vs-code-integration';
import {analyze, viewerOf} from './analyze.mjs';
import {frameworkTypes} from './framework-types.mjs';
import {writeTables} from './readme.mjs';

const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const readmePath = join(root, 'README.md');
const manifest = analyze();
const asked = process.argv[2];

if (asked !== 'readme') {
  mkdirSync(join(dist, 'types'), {recursive: true});
  writeFileSync(join(dist, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [name, text] of Object.entries(frameworkTypes(viewerOf(manifest))))
    writeFileSync(join(dist, 'types', name), text);
  // They change what they are given.
  const options = {outdir: dist, hideLogs: true};
  generateVsCodeCustomElementData(structuredClone(manifest), options);
  generateJetBrainsWebTypes(structuredClone(manifest), {...options, packageJson: false});
}
if (asked !== 'dist') {
  const before = readFileSync(readmePath, 'utf8');
  const after = await writeTables(before, manifest, readmePath);
  if (after !== before) writeFileSync(readmePath, after);
}
