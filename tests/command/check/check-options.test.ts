/**
 * How check says what it found: exit codes, formats, what is passed over; and that a draft with errors can still be
 * looked at.
 */
import assert from 'node:assert/strict';
import {cp, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {inspect} from '../../../src/command/inspect/inspect.js';
import {folderWith, run} from '../command.js';

const date = '# Privacy\n\nEffective date: 1 April 2026\n\nWe rent out berths to [company name].\n';
const image = '# Privacy\n\n![A boat](boat.png) We rent it out.\n';
const en = 'policies/quay/2026-03-01/en.md';

describe('check', () => {
  it('ends with 0 where there are warnings only, and with 1 for --strict', async (test) => {
    const folder = await folderWith(test, {[en]: image});
    assert.equal((await run(folder, 'check', 'policies')).code, 0);
    const strict = await run(folder, 'check', 'policies', '--strict');
    assert.equal(strict.code, 1);
    assert.match(strict.stderr, /\n1 warning in 1 text\.\n$/);
  });

  it('is content with nothing, however strict', async (test) => {
    const {code, stdout} = await run(
      await folderWith(test, {[en]: '# Privacy\n\nWe rent out berths.\n'}),
      'check',
      'policies',
      '--strict',
    );
    assert.equal(code, 0);
    assert.match(stdout, /\n\nNo findings in 1 text\.\n$/);
  });

  it('says all of it as JSON', async (test) => {
    const folder = await folderWith(test, {
      [en]: date,
      'policies/policies.yaml': 'ignore:\n  - {code: other-date, reason: The lawyers decide in May}\n',
    });
    const {code, stdout, stderr} = await run(folder, 'check', 'policies', '--format', 'json');
    assert.deepEqual(
      [code, stderr, JSON.parse(stdout)],
      [
        1,
        '',
        {
          status: 'findings',
          texts: 1,
          errors: 1,
          warnings: 0,
          languages: ['en'],
          matrix: [{policy: 'quay', edition: '2026-03-01', texts: {en: 'errors'}}],
          silenced: [
            {severity: 'error', code: 'other-date', file: en, line: 3, column: 1, reason: 'The lawyers decide in May'},
          ],
          findings: [
            {
              severity: 'error',
              code: 'placeholder',
              message: '“[company name]” was to be filled in. Write what belongs here, or take it out.',
              file: en,
              line: 5,
              column: 23,
            },
          ],
        },
      ],
    );
    assert.equal((await run(folder, 'check', 'policies', '--json')).stdout, stdout);
  });

  it('annotates for GitHub on the standard output, and tells the log all of it', async (test) => {
    const {code, stdout, stderr} = await run(
      await folderWith(test, {[en]: date}),
      'check',
      'policies',
      '--format',
      'github',
    );
    assert.equal(code, 1);
    assert.deepEqual(stdout.split('\n').slice(0, 2), [
      `::error file=${en},line=3,endLine=3,col=1,endColumn=29,title=other-date::This says that the text ` +
        'took effect on 2026-04-01, and its folder says 2026-03-01. Correct the one that is wrong.',
      `::error file=${en},line=5,endLine=5,col=23,endColumn=37,title=placeholder::“[company name]” was ` +
        'to be filled in. Write what belongs here, or take it out.',
    ]);
    assert.match(stderr, new RegExp(`^${en}:3:1 {2}error {4}This says .* \\[other-date\\]$`, 'm'));
    assert.match(stderr, new RegExp(`^${en}:5:23 {2}error {4}“\\[company name\\]” .* \\[placeholder\\]$`, 'm'));
  });

  for (const [typed, message] of [
    ['--format xml', 'There is no format “xml”. Write --format text, json, github or sarif.'],
    ['--strict=no', '“--strict” takes no value. Write it alone. “policy-viewer check --help” tells more.'],
  ] as const) {
    it(`says of ${typed} what to type instead`, async (test) => {
      assert.deepEqual(await run(await folderWith(test, {[en]: date}), 'check', 'policies', ...typed.split(' ')), {
        code: 2,
        stdout: '',
        stderr: `${message}\n`,
      });
    });
  }

  it('and build pass over the same errors', async (test) => {
    const folder = await folderWith(test, {[en]: date});
    assert.equal((await run(folder, 'build', 'policies')).code, 1);
    const settings = await folderWith(test, {
      [en]: date,
      'policies/policies.yaml':
        'ignore:\n  - {code: other-date, file: quay, reason: Decided in May}\n  - {code: placeholder, ' +
        'file: quay/*/en.md, reason: Filled in by hand}\n',
    });
    const checked = await run(settings, 'check', 'policies');
    assert.equal(checked.code, 0);
    assert.match(checked.stdout, /\n\nNo findings in 1 text\. 2 more are silenced in policies\.yaml\.\n$/);
    assert.equal((await run(settings, 'build', 'policies')).code, 0);
  });

  it('cannot pass over what no bundle can hold', async (test) => {
    const folder = await folderWith(test, {
      [en]: '# Privacy\n\nSee [there](#there).\n',
      'policies/policies.yaml': 'ignore:\n  - {code: dead-reference, reason: Soon}\n',
    });
    const {code, stderr} = await run(folder, 'check', 'policies');
    assert.equal(code, 1);
    assert.match(stderr, /\[invalid-bundle\]\n/);
  });

  it('looks into the texts of a bundle as into those of a folder', async (test) => {
    const folder = await folderWith(test, {
      [en]: date,
      'policies/policies.yaml': 'ignore:\n  - {code: other-date, reason: x}\n  - {code: placeholder, reason: x}\n',
    });
    assert.equal((await run(folder, 'build', 'policies', '--out', 'b.json', '--pretty')).code, 0);
    const {findings, matrix}: {findings: {code: string}[]; matrix: unknown} = JSON.parse(
      (await run(folder, 'check', 'b.json', '--json')).stdout,
    );
    assert.deepEqual(
      findings.map(({code}) => code),
      ['other-date', 'placeholder'],
    );
    assert.deepEqual(matrix, [{policy: 'quay', edition: '2026-03-01', texts: {en: 'errors'}}]);
  });
});

describe('a draft', () => {
  it('can be looked at though what it says has errors, and a text that cannot be read cannot', async (test) => {
    const folder = await folderWith(test, {[en]: date});
    const inspection = await inspect(join(folder, 'policies'));
    assert.ok(inspection.draft);
    assert.equal(inspection.bundle, undefined);
    const broken = await inspect(join(await folderWith(test, {[en]: date.replace('# ', '')}), 'policies'));
    assert.equal(broken.draft, undefined);
  });
});

describe('the demo', () => {
  it('has the findings it deserves: its older Dutch texts', async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'policy-viewer-'));
    test.after(async () => rm(folder, {recursive: true, force: true}));
    await cp(join(import.meta.dirname, '../../../demo/policies'), join(folder, 'policies'), {recursive: true});
    const {code, stderr} = await run(folder, 'check', 'policies');
    assert.equal(code, 0);
    assert.deepEqual(stderr.match(/^policies.*$/gm), [
      'policies/labs/2024-05-25/nl.md  warning  This is the newest text in “nl”, of 2024-05-25, and ' +
        'there is one of 2026-03-01 in “da” and “en”. Translate that one. [older-edition]',
      'policies/spaces/2024-05-25/nl.md  warning  This is the newest text in “nl”, of 2024-05-25, and ' +
        'there is one of 2026-03-01 in “ar”, “en”, “sv” and “zh-Hant”. Translate that one. [older-edition]',
    ]);
  });
});
