// What stands inside of what is published, and that nothing in it turns a text into a page or a program.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, it} from 'node:test';
import {built} from '../harness/built.mjs';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(built(name), 'utf8');
const named = (name: string): string[] =>
  [...read(name).matchAll(/^## (.+) - (\S+) \(.+\)$/gm)].map(([, name, version]) => `${name}@${version}`);
const licences = ['licenses.md', 'cdn/licenses.md', 'authoring/licenses.md', 'command/licenses.md'];
const {components} = JSON.parse(read('sbom.cdx.json')) as {
  components: {name: string; version: string; licenses?: unknown[]; purl: string; hashes?: unknown[]}[];
};

describe('the list of what is inside (CycloneDX)', () => {
  it('names all that was bundled and the one dependency, each with licence, hash and address', () => {
    const listed = components.map(({name, version}) => `${name}@${version}`);
    const bundled = new Set(licences.flatMap(named));
    assert.deepEqual(
      [...bundled].filter((each) => !listed.includes(each)),
      [],
    );
    assert.ok(bundled.size > 50);
    for (const {name, licenses, purl, hashes} of components)
      assert.ok(licenses?.length && hashes?.length && purl.startsWith('pkg:npm/'), name);
    console.log(`trust: packages inside, each with version, licence and hash in the SBOM: ${components.length}`);
  });

  it('has licences that allow it, and no other', () => {
    const names = [
      ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0', 'Unlicense', 'Zlib'],
      ...['BlueOak-1.0.0', 'MPL-2.0', 'Python-2.0', 'GPL-3.0-or-later', 'OR', 'AND'],
    ];
    const allowed = new RegExp(`^(?:\\(?(?:${names.join('|').replaceAll('.', '\\.')})\\)? ?)+$`);
    const others = licences.flatMap((file) =>
      [...read(file).matchAll(/^## (.+) \((.+)\)$/gm)].filter(([, , licence = '']) => !allowed.test(licence)),
    );
    assert.deepEqual(
      others.map(([heading]) => heading),
      [],
    );
  });

  it('is the same from the same sources: no time, no random number', () => {
    assert.doesNotMatch(read('sbom.cdx.json'), /"timestamp"|"serialNumber"/);
  });

  it('leaves the element one dependency', () => {
    const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {dependencies: object};
    assert.deepEqual(Object.keys(dependencies), ['lit']);
  });

  it('installs without running anybody’s script', () => {
    const {allowScripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      allowScripts: Record<string, boolean>;
    };
    assert.deepEqual(
      Object.values(allowScripts).filter((isAllowed) => isAllowed),
      [],
    );
  });
});

/** What makes markup or a program of a string. */
const markup = /\.(?:innerHTML|outerHTML|srcdoc)\s*=(?!=)|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe/;
const programs = /document\.write|\beval\(|new Function\b|DOMParser|\bjavascript:/;
const sinks = new RegExp(`${markup.source}|${programs.source}`, 'g');

describe('what a page loads', () => {
  const files = [
    ...readdirSync(built('cdn'), {recursive: true}).map((name) => `cdn/${name}`),
    'index.js',
    'policy-viewer.js',
    ...readdirSync(built('chunks')).map((name) => `chunks/${name}`),
    ...readdirSync(built('views')).map((name) => `views/${name}`),
  ].filter((name) => name.endsWith('.js'));

  it('has no sink but Lit’s own, in the two files that Lit is inside', () => {
    const found = files.flatMap((name) => [...read(name).matchAll(sinks)].map(([sink]) => `${name}: ${sink}`));
    assert.deepEqual(found.sort(), ['cdn/policy-viewer.all.min.js: .innerHTML=', 'cdn/policy-viewer.js: .innerHTML=']);
    console.log(`trust: files that a page may load, with no sink but Lit’s own: ${files.length}`);
  });

  it('names nothing that filter lists hide: no file, tag, class or part', () => {
    const listed = /cookie|consent|gdpr|banner|popup|overlay|\bads?[-_.]|track(?:er|ing)|newsletter|social/i;
    const names = files.flatMap((name) => [
      name,
      ...[...read(name).matchAll(/\b(?:class|part)="([^"${}]+)"/g)].map(([, names = '']) => names),
      ...[...read(name).matchAll(/[`"'](policy-viewer[\w-]*)[`"']/g)].map(([, tag = '']) => tag),
    ]);
    assert.deepEqual(
      names.filter((name) => listed.test(name)),
      [],
    );
    assert.ok(names.length > 50);
    console.log(
      `trust: names of files, tags, classes and parts without a word of filter lists: ${new Set(names).size}`,
    );
  });
});
