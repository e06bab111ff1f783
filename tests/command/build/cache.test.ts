import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {appendFile, mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {folderWith, run, type Ended} from '../command.js';

const policies = 3;
const text = (number: number, word: string): string =>
  `# ${word} ${number}\n\n## One {#one audience="visitor"}\n\nYour name and payment data, kept for ` +
  `${number} days.\n\n## Two {#two}\n\n- a {#a}\n- b {#b}\n`;

const someTexts = (test: TestContext, more: Readonly<Record<string, string>> = {}): Promise<string> =>
  folderWith(test, {
    ...Object.fromEntries(
      Array.from({length: policies}, (_, number) => [
        [`p/n${number}/2026-03-01/en.md`, text(number, 'Privacy')],
        [`p/n${number}/2026-03-01/nl.md`, text(number, 'Privacyverklaring')],
      ]).flat(),
    ),
    'p/policies.yaml': 'languages: [en, nl]\npolicies:\n  - id: n1\n    prevails: sv\n',
    ...more,
  });

/** What the command says and makes. */
async function all(folder: string, ...options: string[]): Promise<{built: Ended; checked: Ended; bundle: string}> {
  const built = await run(folder, 'build', 'p', '--out', 'b.json', '--force', ...options);
  const checked = await run(folder, 'check', 'p', ...options);
  return {built, checked, bundle: await readFile(join(folder, 'b.json'), 'utf8')};
}

/** The kept entries with the moment that each was written. */
async function entries(folder: string): Promise<ReadonlyMap<string, number>> {
  const names = await readdir(folder, {recursive: true, withFileTypes: true});
  return new Map(
    await Promise.all(
      names
        .filter((entry) => entry.isFile())
        .map(async ({parentPath, name}) => [join(parentPath, name), (await stat(join(parentPath, name))).ino] as const),
    ),
  );
}

describe('what is kept between runs', () => {
  it('changes nothing of what is made or said', async (test) => {
    const folder = await someTexts(test);
    const without = await all(folder, '--no-cache');
    assert.equal(existsSync(join(folder, 'c')), false);
    assert.match(without.checked.stderr, /“n1” has no text in “sv” that could prevail/);
    const first = await all(folder, '--cache', 'c');
    const second = await all(folder, '--cache', 'c');
    assert.deepEqual(first, without);
    assert.deepEqual(second, without);
    assert.equal((await entries(join(folder, 'c'))).size, policies);
  });

  it('is read for all policies but the one that changed', async (test) => {
    const folder = await someTexts(test);
    await all(folder, '--cache', 'c');
    const before = await entries(join(folder, 'c'));
    await all(folder, '--cache', 'c');
    assert.deepEqual(await entries(join(folder, 'c')), before);
    await appendFile(join(folder, 'p/n2/2026-03-01/nl.md'), '- c {#c}\n');
    const {checked} = await all(folder, '--cache', 'c');
    const after = await entries(join(folder, 'c'));
    assert.equal([...after].filter(([file, written]) => before.get(file) === written).length, policies - 1);
    assert.equal(after.size, policies);
    assert.deepEqual(checked, (await all(folder, '--no-cache')).checked);
    assert.match(checked.stderr, /“c” is not in en\.md/);
  });

  it('follows policies.yaml where it says something else, and where only a line moved', async (test) => {
    const folder = await someTexts(test);
    await all(folder, '--cache', 'c');
    const settings = await readFile(join(folder, 'p/policies.yaml'), 'utf8');
    for (const changed of [
      `# A line more.\n${settings}`,
      `${settings}audiences:\n  - id: visitor\n    names: {en: visiting sailor, nl: bezoeker}\n`,
      `${settings}vocabulary:\n  - id: payment\n    phrases: {en: [kept for]}\n`,
      settings.replace('[en, nl]', '[nl, en]'),
    ]) {
      await writeFile(join(folder, 'p/policies.yaml'), changed);
      assert.deepEqual(await all(folder, '--cache', 'c'), await all(folder, '--no-cache'), changed);
    }
  });

  for (const [what, spoil] of [
    ['was cut off', (content: Buffer) => content.subarray(0, content.length - 9)],
    ['was altered', (content: Buffer) => Buffer.from(content.toString().replace('kept for', 'sold for'))],
    ['is empty', () => Buffer.alloc(0)],
    ['is something else', () => Buffer.from([0, 255, 10, 13, 0, 1])],
  ] as const) {
    it(`is left alone where it ${what}`, async (test) => {
      const folder = await someTexts(test);
      const right = await all(folder, '--cache', 'c');
      for (const file of (await entries(join(folder, 'c'))).keys()) await writeFile(file, spoil(await readFile(file)));
      assert.deepEqual(await all(folder, '--cache', 'c'), right);
    });
  }

  it('is done without where it cannot be written', async (test) => {
    const folder = await someTexts(test, {c: 'a file, no folder'});
    assert.deepEqual(await all(folder, '--cache', 'c'), await all(folder, '--no-cache'));
  });

  it('stands in node_modules/.cache for many texts, and nowhere for few', async (test) => {
    const folder = await someTexts(test, {'node_modules/a.js': ''});
    await all(folder);
    assert.equal(existsSync(join(folder, 'node_modules/.cache')), false);
    for (let number = policies; number < 60; number++) {
      await mkdir(join(folder, `p/n${number}/2026-03-01`), {recursive: true});
      await writeFile(join(folder, `p/n${number}/2026-03-01/en.md`), text(number, 'Privacy'));
    }
    const right = await all(folder, '--no-cache');
    assert.equal(existsSync(join(folder, 'node_modules/.cache')), false);
    assert.deepEqual(await all(folder), right);
    assert.equal((await entries(join(folder, 'node_modules/.cache/policy-viewer'))).size, 60);
  });
});
