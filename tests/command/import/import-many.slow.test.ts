/**
 * Importing many files: what is kept for the next time changes nothing of what is written or said, and whatever stops
 * the work leaves nothing behind.
 */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, watch} from 'node:fs';
import {appendFile, cp, mkdir, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {textToImport} from '../../bench/scale-texts.mjs';
import {folderWith, run, type Ended} from '../command.js';
import {built} from '../../harness/built.mjs';
import {joined} from '../../harness/joined.js';

const command = built('command/policy-viewer.js');
/** Two policies in ten languages each, of which these three are imported. */
const few = [0, 3, 10] as const;
const names = few.map((index) => join('in', textToImport(index).name));

const someFiles = (test: TestContext, indices: readonly number[]): Promise<string> =>
  folderWith(
    test,
    Object.fromEntries(indices.map((index) => textToImport(index)).map(({name, text}) => [`in/${name}`, text])),
  );

async function allOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name))
    .sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(folder.length), await readFile(file, 'utf8')] as const)),
  );
}

/** When each kept entry was written. */
async function kept(folder: string): Promise<ReadonlyMap<string, number>> {
  const entries = await readdir(join(folder, 'c'), {recursive: true, withFileTypes: true});
  return new Map(
    await Promise.all(
      entries
        .filter((entry) => entry.isFile())
        .map(async ({parentPath, name}) => [name, (await stat(join(parentPath, name))).ino] as const),
    ),
  );
}

describe('what is kept of imported files', () => {
  const first = textToImport(0);
  const target = (folder: string, index: number): string => {
    const {policy, language} = textToImport(index);
    return join(folder, 'p', policy, '2026-03-01', `${language}.md`);
  };
  const changeFile = async (folder: string): Promise<void> =>
    appendFile(join(folder, 'in', first.name), '\nOne paragraph more.\n');
  const edit = async (folder: string, index: number): Promise<void> =>
    appendFile(target(folder, index), '\nEdited here.\n');
  /** One after the other, on what the one before it left. */
  const acts: readonly (readonly [what: string, act: (folder: string) => Promise<unknown>, ...options: string[]])[] = [
    ['at first', async () => {}],
    ['nothing happened', async () => {}],
    ['a file changed', changeFile],
    ['only a look was taken', changeFile, '--dry-run'],
    ['a text was edited', async (folder) => edit(folder, 3)],
    ['a file changed whose text was edited', async (folder) => Promise.all([changeFile(folder), edit(folder, 0)])],
    ['the same, and --keep given', async () => {}, '--keep'],
    ['the same, and --force given', async () => {}, '--force'],
    ['a text was deleted', async (folder) => rm(target(folder, 3))],
    ['an edition was deleted', async (folder) => rm(join(folder, 'p', first.policy), {recursive: true})],
    ['a record was deleted', async (folder) => rm(join(folder, 'p', first.policy, '2026-03-01/.imports.yaml'))],
    ['policies.yaml was deleted', async (folder) => rm(join(folder, 'p/policies.yaml'))],
    ['another day was given', async () => {}, '--effective', `${join('in', first.name)}=2026-04-01`],
    ['a heading was given an audience', async () => {}, '--audience', '1. What we collect=visitor', '--force'],
    ['a heading was named that is nowhere', async () => {}, '--audience', 'Nowhere=visitor'],
  ];

  it('makes no difference to what is written or said, whatever happens between', async (test) => {
    const [with_, without] = [await someFiles(test, few), await someFiles(test, few)];
    for (const [what, act, ...options] of acts) {
      await Promise.all([act(with_), act(without)]);
      const [one, other] = await Promise.all([
        run(with_, 'import', ...names, '--out', 'p', '--cache', 'c', ...options),
        run(without, 'import', ...names, '--out', 'p', '--no-cache', ...options),
      ]);
      assert.deepEqual(one, other, what);
      assert.deepEqual(await allOf(join(with_, 'p')), await allOf(join(without, 'p')), what);
    }
  });

  it('serves every file but the one that changed', async (test) => {
    const folder = await someFiles(test, few);
    const again = (): Promise<Ended> => run(folder, 'import', ...names, '--out', 'p', '--cache', 'c');
    await again();
    const before = await kept(folder);
    // Each file's, and each edition's.
    assert.equal(before.size, 3 + 2);
    await again();
    assert.deepEqual(await kept(folder), before);
    await appendFile(join(folder, 'in', first.name), '\nOne paragraph more.\n');
    assert.equal((await again()).code, 0);
    const after = await kept(folder);
    assert.deepEqual(
      [...before].filter(([name, written]) => after.get(name) !== written),
      [],
    );
    assert.equal(after.size, before.size + 2);
  });

  it('is made anew where it is not whole', async (test) => {
    const folder = await someFiles(test, few);
    const again = (): Promise<Ended> => run(folder, 'import', ...names, '--out', 'p', '--cache', 'c');
    await again();
    const right = await again();
    const files = (await readdir(join(folder, 'c'), {recursive: true, withFileTypes: true})).filter((entry) =>
      entry.isFile(),
    );
    for (const {parentPath, name} of files) {
      const file = join(parentPath, name);
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll('2026', '2027'));
    }
    assert.deepEqual(await again(), right);
  });
});

describe('an import of many files', () => {
  // In English and Swedish, which begin every ten.
  const many = Array.from({length: 202}, (_, index) => Math.floor(index / 2) * 10 + (index % 2));

  it('tells of those only that somebody should look at', async (test) => {
    const folder = await someFiles(test, many);
    await writeFile(
      join(folder, 'in/nameless.md'),
      '---\nlanguage: en\neffective: 2026-03-01\n---\n\nA text that begins without a title says so in a ' +
        'paragraph like this one.\n',
    );
    const files = [...many.map((index) => join('in', textToImport(index).name)), 'in/nameless.md'];
    const {code, stdout} = await run(folder, 'import', ...files, '--out', 'p');
    assert.equal(code, 0);
    assert.deepEqual(stdout.match(/^in\/.*$/gm), ['in/nameless.md → p/nameless/2026-03-01/en.md']);
    assert.match(
      stdout,
      new RegExp(`^Of ${many.length} more there is nothing to say; no letter of them was lost\\.$`, 'm'),
    );
    const json = await run(folder, 'import', ...files, '--out', 'p', '--json');
    assert.equal(JSON.parse(json.stdout).files.length, files.length);
  });

  it('that is stopped leaves nothing behind', async (test) => {
    if (process.platform === 'win32') {
      test.skip('Windows has no signal to stop a command with');
      return;
    }
    const folder = await someFiles(test, many);
    await mkdir(join(folder, 'there'));
    await cp(join(folder, 'in', textToImport(0).name), join(folder, 'there/kept.md'));
    const child = spawn(
      process.execPath,
      [command, 'import', ...many.map((index) => join('in', textToImport(index).name)), '--out', 'there/p'],
      {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']},
    );
    // The first texts wait beside their places, and many are not made yet.
    let isStopped = false;
    const watcher = watch(join(folder, 'there'), () => {
      if (!isStopped) isStopped = child.kill('SIGINT');
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const code = await new Promise((ended) => {
      child.on('close', ended);
    });
    watcher.close();
    assert.equal(code, 1, said);
    assert.match(
      said,
      joined(
        /^there\/p {2}error {4}The import was stopped, so nothing was written\. Run it again\.\n\nNothing/,
        / was imported\.\n$/,
      ),
    );
    assert.deepEqual(await readdir(join(folder, 'there')), ['kept.md']);
    assert.equal(existsSync(join(folder, 'there/p')), false);
  });
});
