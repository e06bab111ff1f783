// Writes the demo as a folder that any static server can publish, at any address: npm run site
//   node src/package/site.mjs [FOLDER]   to dist/site where no folder is named
import {cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {execFileSync} from 'node:child_process';
import {join, resolve} from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const out = resolve(process.argv[2] ?? join(root, 'dist/site'));

/** What the pages name in the project, and where that is in the site. */
const addresses = [
  ['../src/viewer/define.ts', 'policy-viewer/policy-viewer.js'],
  ['../dist/cdn/', 'policy-viewer/'],
  ['../dist/', './'],
];

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
for (const name of readdirSync(join(root, 'demo'))) {
  if (!/\.(?:html|css|js)$/.test(name)) continue;
  let text = readFileSync(join(root, 'demo', name), 'utf8');
  for (const [from = '', to = ''] of addresses) text = text.replaceAll(from, to);
  writeFileSync(join(out, name), text);
}
cpSync(join(root, 'dist/cdn'), join(out, 'policy-viewer'), {recursive: true});
cpSync(join(root, 'dist/authoring.js'), join(out, 'authoring.js'));
cpSync(join(root, 'dist/authoring'), join(out, 'authoring'), {recursive: true});
const command = join(root, 'dist/command/policy-viewer.js');
const build = ['build', join(root, 'demo/policies'), '--out', join(out, 'bundle.json'), '--force'];
execFileSync(process.execPath, [command, ...build], {stdio: 'ignore'});
console.log(out);
