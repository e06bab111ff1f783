// A policies folder whose texts name no day: an undated one, and a version. Nobody makes a date up for them.
import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {validate} from '../../../src/policy/validate.js';
import {folderWith, run} from '../command.js';

const text = (title: string): string => `# ${title}\n\n## Visitors\n\n- We keep your name. {#v-name data="contact"}\n`;

const folderOf = async (test: TestContext): Promise<string> =>
  folderWith(test, {
    'policies/privacy/undated/en.md': text('Privacy, first'),
    'policies/privacy/2.1/en.md': text('Privacy, second'),
    'policies/privacy/2.1/sv.md': text('Integritet, andra'),
    'policies/privacy/v10/en.md': text('Privacy, tenth'),
    'policies/privacy/v10/sv.md': text('Integritet, tionde'),
    'policies/terms/undated/en.md': text('Terms'),
    'policies/terms/2026-03-01/en.md': text('Terms of 2026'),
  });

describe('editions without a day', () => {
  it('build, newest first, without a day', async (test) => {
    const folder = await folderOf(test);
    const {code, stderr} = await run(folder, 'build', 'policies', '--out', 'bundle.json');
    assert.deepEqual({code, stderr}, {code: 0, stderr: ''});
    const result = validate(JSON.parse(await readFile(join(folder, 'bundle.json'), 'utf8')));
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.policies.map(({id, editions}) => [id, editions.map(({id, effective}) => [id, effective])]),
      [
        [
          'privacy',
          [
            ['v10', undefined],
            ['2.1', undefined],
            ['undated', undefined],
          ],
        ],
        [
          'terms',
          [
            ['2026-03-01', '2026-03-01'],
            ['undated', undefined],
          ],
        ],
      ],
    );
    assert.deepEqual(result.value.languageNames, {en: 'English', sv: 'Svenska'});
  });

  it('check, each in its row', async (test) => {
    const {stdout} = await run(await folderOf(test), 'check', 'policies');
    for (const row of [/^privacy {2}v10 /m, /^ +2\.1 /m, /^ +undated /m, /^terms {4}2026-03-01 /m])
      assert.match(stdout, row);
  });

  it('prerender: the version is told, and nothing where nothing is known', async (test) => {
    const folder = await folderOf(test);
    assert.equal((await run(folder, 'build', 'policies', '--out', 'bundle.json')).code, 0);
    assert.equal((await run(folder, 'prerender', 'bundle.json', '--out', 'pages')).code, 0);
    const page = async (path: string): Promise<string> => readFile(join(folder, 'pages', path), 'utf8');
    assert.deepEqual((await readdir(join(folder, 'pages/privacy'), {recursive: true})).sort(), [
      '2.1',
      join('2.1', 'en.html'),
      join('2.1', 'sv.html'),
      'en.html',
      'sv.html',
      'undated',
      join('undated', 'en.html'),
    ]);
    assert.match(await page('privacy/2.1/en.html'), /Version 2\.1/);
    assert.match(await page('privacy/2.1/en.html'), /Newer version: Version 10\. Available in:/);
    const undated = await page('privacy/undated/en.html');
    assert.match(undated, /data-edition="undated"/);
    assert.doesNotMatch(undated, /Effective|Version undated|Invalid Date|datePublished|undefined/);
    for (const path of ['index.html', 'privacy/en.html', 'privacy/sv.html', 'terms/en.html', 'terms/undated/en.html'])
      assert.doesNotMatch(await page(path), /Invalid Date|undefined|Effective undated/, path);
  });

  it('export: DPV without dates, XLIFF and back', async (test) => {
    const folder = await folderOf(test);
    const dpv = await run(folder, 'export', 'policies', '--format', 'dpv');
    assert.equal(dpv.code, 0, dpv.stderr);
    assert.match(dpv.stdout, /"#privacy\.2\.1"/);
    assert.equal(dpv.stdout.match(/dcterms:valid/g)?.length, 1);
    const xliff = [
      'export',
      'policies',
      '--format',
      'xliff',
      '--policy',
      'privacy',
      '--edition',
      '2.1',
      '--target',
      'da',
    ];
    const exported = await run(folder, ...xliff, '--out', 'privacy.xlf');
    assert.equal(exported.code, 0, exported.stderr);
    const xml = await readFile(join(folder, 'privacy.xlf'), 'utf8');
    assert.match(xml, /privacy\/2\.1\/en\.md/);
  });

  it('a date that is none is no version', async (test) => {
    for (const name of ['2026-02-30', '01.03.2026', '20260301', 'Version 2']) {
      const folder = await folderWith(test, {[`policies/privacy/${name}/en.md`]: text('Privacy')});
      const {code, stderr} = await run(folder, 'check', 'policies');
      assert.equal(code, 1, name);
      assert.match(stderr, /bad-date/, name);
    }
  });
});
