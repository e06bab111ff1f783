/** `check --against`: what of a published bundle was changed though in force, or is gone. */
import assert from 'node:assert/strict';
import {rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {folderWith, run} from '../command.js';

const old = 'policies/quay/2024-03-01/en.md';
const future = 'policies/quay/2999-03-01/en.md';
const text = '# Berths\n\nWe rent out berths.\n\n- You pay in May. {#pay}\n- You keep the berth clean. {#clean}\n';

/** A published folder that was changed since, and what check says of it: `code file`. */
async function changed(test: TestContext, change: (folder: string) => Promise<void>): Promise<string[]> {
  const folder = await folderWith(test, {[old]: text, [future]: text, 'policies/wharf/2024-03-01/en.md': text});
  assert.equal((await run(folder, 'build', 'policies', '--out', 'published.json')).code, 0);
  await change(folder);
  const {stdout} = await run(folder, 'check', 'policies', '--against', 'published.json', '--format', 'json');
  const {findings}: {findings: readonly {code: string; file: string; message: string}[]} = JSON.parse(stdout);
  return findings.map(({code, file}) => `${code} ${file}`);
}

const write = (file: string, from: string, to: string) => async (folder: string) =>
  writeFile(join(folder, file), text.replace(from, to));

const cases: Readonly<Record<string, [change: (folder: string) => Promise<void>, found: string[]]>> = {
  'nothing changed': [async () => undefined, []],
  'words of an edition in force': [write(old, 'in May', 'in June'), [`changed-edition ${old}`]],
  'words of an edition to come': [write(future, 'in May', 'in June'), []],
  'a clause added to an edition in force': [
    write(old, '- You keep', '- You tell us. {#tell}\n- You keep'),
    [`changed-edition ${old}`],
  ],
  'an id that is gone': [write(future, '{#pay}', '{#fee}'), [`vanished-id ${future}`]],
  'an id that is an alias now': [write(future, '{#pay}', '{#fee aliases="pay"}'), []],
  'words under an id that is an alias now': [
    write(old, 'in May. {#pay}', 'in June. {#fee aliases="pay"}'),
    [`changed-edition ${old}`],
  ],
  'an edition that is gone': [
    async (folder) => rm(join(folder, 'policies/quay/2024-03-01'), {recursive: true}),
    ['vanished-edition policies/quay'],
  ],
  'a policy that is gone': [
    async (folder) => rename(join(folder, 'policies/wharf'), join(folder, 'policies/pier')),
    ['vanished-policy policies'],
  ],
};

describe('check --against', () => {
  for (const [what, [change, found]] of Object.entries(cases)) {
    it(`${what}: ${found.join(', ') || 'nothing'}`, async (test) => {
      assert.deepEqual(await changed(test, change), found);
    });
  }

  it('says when there is no such bundle', async (test) => {
    const folder = await folderWith(test, {[old]: text});
    const {code, stderr, stdout} = await run(folder, 'check', 'policies', '--against', 'nowhere.json');
    assert.equal(code, 1);
    assert.match(stderr + stdout, /nowhere\.json/);
  });
});
