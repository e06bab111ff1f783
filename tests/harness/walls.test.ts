// Holds the walls between the rooms of src/: who may import whom, and where the interface's words may be.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {describe, it} from 'node:test';

const root = resolve(import.meta.dirname, '../..');
const rooms = ['policy', 'words', 'viewer', 'authoring', 'command'] as const;
type Room = (typeof rooms)[number];

const lit = /^(lit|lit-html|lit-element|@lit\/reactive-element)(\/|$)/;
/** The rooms and packages that each room may import beside its own files. Types count: they bind as much. */
const allowed: Record<Room, {readonly rooms: readonly Room[]; readonly packages: (name: string) => boolean}> = {
  policy: {rooms: [], packages: () => false},
  words: {rooms: ['policy'], packages: (name) => lit.test(name) || name.startsWith('@lit/localize')},
  viewer: {rooms: ['policy', 'words'], packages: (name) => lit.test(name)},
  // Its last files that read from disk still lean on `command`: they are on their way there.
  authoring: {rooms: ['policy', 'words', 'command'], packages: (name) => !lit.test(name) && !name.startsWith('@lit/')},
  command: {
    rooms: ['policy', 'words', 'authoring'],
    packages: (name) => !lit.test(name) && !name.startsWith('@lit/'),
  },
};

/** Everything a module names in `import … from`, `export … from`, `import(…)` and bare `import`. */
function importsOf(code: string): string[] {
  const pattern =
    /\b(?:import|export)\b[^'"`;()]*?\bfrom\s*(['"])(?<from>[^'"]+)\1|\bimport\s*(?:\(\s*)?(['"`])(?<direct>[^'"`]+)\3/g;
  return [...withoutComments(code).matchAll(pattern)].map(({groups}) => groups?.['from'] ?? groups?.['direct'] ?? '');
}

/** Drops comments, leaving strings alone: one that starts a line or follows white space is a comment here. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Why a file of a room breaks a wall, one sentence for each import that does. */
function breaches(room: Room, path: string, code: string): string[] {
  const found: string[] = [];
  for (const name of importsOf(code)) {
    if (!name.startsWith('.')) {
      if (!allowed[room].packages(name)) found.push(`${path} imports ${name}, which src/${room} may not`);
      continue;
    }
    // The command says its own version; that is data, and no room.
    if (room === 'command' && resolve(root, dirname(path), name) === join(root, 'package.json')) continue;
    const [other, ...rest] = relative(join(root, 'src'), resolve(root, dirname(path), name)).split(/[\\/]/);
    if (other !== room && !allowed[room].rooms.some((known) => known === other)) {
      found.push(`${path} imports ${name}, which is in ${[other, ...rest].join('/')}, where src/${room} may not go`);
    }
  }
  if (room !== 'words' && /\bmsg\s*\(/.test(withoutComments(code)))
    found.push(`${path} calls msg(): the interface's words live in src/words`);
  return found;
}

function filesIn(folder: string, end: string): string[] {
  return readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the rooms of src', () => {
  it('are these five and nothing else', () => {
    assert.deepEqual(readdirSync(join(root, 'src')).sort(), [...rooms].sort());
  });

  for (const room of rooms) {
    it(`${room} imports only what it may`, () => {
      assert.deepEqual(
        filesIn(`src/${room}`, '.ts').flatMap((path) => breaches(room, path, read(path))),
        [],
      );
    });
  }
});

describe('a breach', () => {
  const cases: readonly [room: Room, code: string, breaks: boolean][] = [
    ['policy', `import {select} from './select.js';`, false],
    ['policy', `import {html} from 'lit';`, true],
    ['policy', `import {readFileSync} from 'node:fs';`, true],
    ['policy', `import type {Words} from '../words/words.js';`, true],
    ['policy', `export * from "../command/main.js";`, true],
    ['policy', `import '../viewer/define.js';`, true],
    ['policy', `// import {html} from 'lit';`, false],
    ['words', `import {\n  msg,\n  str,\n} from '@lit/localize';`, false],
    ['words', `const load = {da: () => import('./generated/da.js')};`, false],
    ['words', `import {PolicyViewer} from '../viewer/policy-viewer.js';`, true],
    ['viewer', `import {LitElement} from 'lit';\nimport {select} from '../policy/index.js';`, false],
    ['viewer', `import {parse} from '../authoring/folder/markdown.js';`, true],
    ['viewer', `const later = import('../authoring/folder/markdown.js');`, true],
    ['viewer', `import {msg} from '@lit/localize';`, true],
    ['viewer', `return msg('Close', {id: 'close'});`, true],
    ['authoring', `import {unified} from 'unified';`, false],
    ['command', `import {readFile} from 'node:fs/promises';`, false],
    ['command', `import manifest from '../../package.json' with {type: 'json'};`, false],
    ['viewer', `import manifest from '../../package.json' with {type: 'json'};`, true],
    ['authoring', `import {PolicyViewer} from '../viewer/policy-viewer.js';`, true],
    ['authoring', `import {html} from 'lit';`, true],
  ];
  for (const [room, code, breaks] of cases) {
    it(`${breaks ? 'is seen' : 'is not imagined'} in ${room}: ${code.replaceAll('\n', ' ')}`, () => {
      assert.equal(breaches(room, `src/${room}/example.ts`, code).length > 0, breaks);
    });
  }
});

describe('the tests', () => {
  it('run whole: none is focused', () => {
    const focus = new RegExp(String.raw`\b(?:it|test|describe|suite)\.${'only'}\b`);
    assert.deepEqual(
      filesIn('tests', '.test.ts').filter((path) => focus.test(read(path))),
      [],
    );
  });
});
