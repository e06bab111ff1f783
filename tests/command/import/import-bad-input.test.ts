/**
 * What nobody should give to import, or what the machine refuses: one sentence each, nothing lost, nothing written
 * elsewhere.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {folderWith, run} from '../command.js';
import {built} from '../../harness/built.mjs';

const notice =
  'Tide privacy notice\n\nEffective date: July 12, 2022\n\nThis notice tells you what we do with ' +
  'what we know about you and your boat.\n';
const command = built('command/policy-viewer.js');
const nobody = 65534;
const isRoot = process.getuid?.() === 0;

const markdown = (front: string): string => `---\n${front}\n---\n# ${notice}`;

describe('bad input', () => {
  const refused: Readonly<Record<string, readonly [string, string | Buffer, RegExp]>> = {
    'a policy’s name that leads out of the folder': [
      'a.md',
      markdown('policy: ../x'),
      /“policy: \.\.\/x” at the beginning cannot be used\. Correct it there, or say another with --policy\./,
    ],
    'a language that leads out of the folder': [
      'a.md',
      markdown('language: ../../en'),
      /“language: \.\.\/\.\.\/en” at the beginning cannot be used/,
    ],
    'a date that leads out of the folder': [
      'a.md',
      markdown('effective: ../../..'),
      /“effective: \.\.\/\.\.\/\.\.” at the beginning cannot be used/,
    ],
    'a page nested beyond reading': [
      'a.html',
      `${'<div>'.repeat(100_000)}${notice}`,
      /a\.html {2}error {4}The text in this file is nested too deeply to be read/,
    ],
    'Markdown nested beyond reading': [
      'a.md',
      `# ${notice}\n${'> '.repeat(20_000)}deep\n`,
      /a\.md[\s\S]*nested too deeply/,
    ],
    'front matter that is no end': ['a.md', markdown(`a: ${'x'.repeat(70_000)}`), /longer than 64 kB/],
  };
  for (const [what, [name, content, sentence]] of Object.entries(refused)) {
    it(`is ${what}`, async (test) => {
      const folder = await folderWith(test, {[name]: content});
      const {code, stdout, stderr} = await run(folder, 'import', name, '--out', 'p');
      assert.match(stderr, sentence);
      assert.match(stderr, /Nothing was imported\.\n$/);
      assert.doesNotMatch(stderr, /^\s+at /m);
      assert.deepEqual([code, stdout, readdirSync(folder)], [1, '', [name]]);
    });
  }

  it('is a file of 100 MB, refused before it is read', async (test) => {
    const folder = await folderWith(test, {'a.txt': notice, 'b.docx': '', 'c.html': ''});
    for (const name of ['a.txt', 'b.docx', 'c.html']) {
      truncateSync(join(folder, name), 100 * 1024 * 1024);
      const {code, stderr} = await run(folder, 'import', name, '--out', 'p');
      assert.equal(code, 1);
      assert.match(
        stderr,
        new RegExp(
          `^${name} {2}error {4}This file has 100 MB, and import reads up to 20\\. Give the policy’s text alone\\.`,
          'm',
        ),
      );
    }
  });

  it('is YAML with aliases of aliases, which nobody follows', async (test) => {
    const lines = Array.from(
      {length: 30},
      (_, index) =>
        `a${index + 1}: &a${index + 1} ` +
        `[${Array.from({length: 9}, () => (index === 0 ? 'x' : `*a${index}`)).join(', ')}]`,
    );
    const folder = await folderWith(test, {'a.md': markdown(`${lines.join('\n')}\ntitle: Tides`)});
    const {code, stdout} = await run(folder, 'import', 'a.md', '--out', 'p');
    assert.equal(code, 0);
    assert.match(stdout, /title {6}Tides/);
    assert.match(stdout, /A policy has no place for what the front matter says under “a1”/);
  });

  it('is aliases of aliases in policies.yaml, refused', async (test) => {
    const lines = Array.from(
      {length: 200},
      (_, index) =>
        `a${index + 1}: &a${index + 1} ` +
        `[${Array.from({length: 9}, () => (index === 0 ? 'x' : `*a${index}`)).join(', ')}]`,
    );
    const folder = await folderWith(test, {'a.txt': notice, 'p/policies.yaml': lines.join('\n')});
    const {code, stderr} = await run(folder, 'import', 'a.txt', '--out', 'p');
    assert.equal(code, 1);
    assert.match(stderr, /aliases/);
    assert.equal(existsSync(join(folder, 'p/tide')), false);
  });

  it('is scripts in a page: none is kept in any file', async (test) => {
    const folder = await folderWith(test, {
      'a.html':
        '<html lang=en onclick="steal()"><body onload="steal()"><script>steal()</script><svg ' +
        'onload="steal()"></svg><h1>Tide notice</h1><p onmouseover="steal()">Effective date: July 12, ' +
        '2022</p><p>The text <a href="javascript:steal()">here</a> <a ' +
        'href="data:text/html,steal()">there</a><img src=x onerror="steal()" alt="a boat"><iframe ' +
        'srcdoc="steal()"></iframe><form action="https://steal.example"><input ' +
        'value="steal()"><button>Go</button></form>.</p></body></html>',
    });
    assert.equal((await run(folder, 'import', 'a.html', '--out', 'p')).code, 0);
    for (const name of readdirSync(join(folder, 'p'), {recursive: true, encoding: 'utf8'})) {
      if (name.endsWith('.md'))
        assert.doesNotMatch(readFileSync(join(folder, 'p', name), 'utf8'), /steal|script|<[a-z]/);
    }
  });
});

describe('a machine that refuses', () => {
  /** As somebody who may not do everything: root may. */
  const runAs = (folder: string, ...args: readonly string[]): {status: number | null; stderr: string} => {
    const {status, stderr} = spawnSync(process.execPath, [command, ...args], {
      cwd: folder,
      encoding: 'utf8',
      ...(isRoot && {uid: nobody, gid: nobody}),
    });
    return {status, stderr};
  };
  const give = (folder: string, ...names: readonly string[]): void => {
    if (isRoot) for (const name of ['.', ...names]) chownSync(join(folder, name), nobody, nobody);
  };

  it('a folder that may not be written to gets nothing, in one sentence', async (test) => {
    const folder = await folderWith(test, {'a.txt': notice});
    mkdirSync(join(folder, 'p'));
    give(folder, 'p');
    chmodSync(join(folder, 'p'), 0o555);
    const {status, stderr} = runAs(folder, 'import', 'a.txt', '--out', 'p');
    chmodSync(join(folder, 'p'), 0o755);
    if (/EACCES|Cannot find module/.test(stderr)) {
      test.skip('this user may not run the command');
      return;
    }
    assert.equal(status, 1);
    assert.match(
      stderr,
      /error {4}You may not write here, so nothing was written\. Choose another place or change the permissions\./,
    );
    assert.deepEqual(readdirSync(join(folder, 'p')), []);
  });

  it('a file that may not be read is refused in one sentence', async (test) => {
    const folder = await folderWith(test, {'a.html': notice});
    give(folder, 'a.html');
    chmodSync(join(folder, 'a.html'), 0);
    const {status, stderr} = runAs(folder, 'import', 'a.html', '--out', 'p');
    if (/EACCES|Cannot find module/.test(stderr)) {
      test.skip('this user may not run the command');
      return;
    }
    assert.equal(status, 1);
    assert.match(stderr, /a\.html {2}error {4}You may not read this\. Change its permissions\./);
  });

  it('a disk that is full keeps what was there, whole, and nothing else', async (test) => {
    if (process.platform === 'win32') {
      test.skip('a shell’s limit stands for the full disk');
      return;
    }
    const long = `${notice}\n${'We keep what we know of your boat while it lies here.\n\n'.repeat(200)}`;
    const folder = await folderWith(test, {'a.txt': notice, 'b.txt': long});
    assert.equal((await run(folder, 'import', 'a.txt', '--out', 'p')).code, 0);
    const before = readFileSync(join(folder, 'p/tide/2022-07-12/en.md'), 'utf8');
    // Files of more than 4 kB cannot be written: the same failure, at the same place, as with a full disk.
    const {status, stderr} = spawnSync(
      'bash',
      ['-c', 'ulimit -f 4; exec "$@"', 'bash', process.execPath, command, 'import', 'b.txt', '--out', 'p', '--force'],
      {cwd: folder, encoding: 'utf8'},
    );
    assert.equal(status, 1, stderr);
    assert.match(stderr, /error {4}.*nothing was.*\.\n[\s\S]*Nothing was imported\.\n$/);
    assert.doesNotMatch(stderr, /^\s+at /m);
    assert.equal(readFileSync(join(folder, 'p/tide/2022-07-12/en.md'), 'utf8'), before);
    assert.deepEqual(readdirSync(join(folder, 'p/tide/2022-07-12')), ['.imports.yaml', 'en.md']);
  });
});
