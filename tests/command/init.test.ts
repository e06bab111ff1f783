import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {parseBundle} from '../../src/authoring/bundle/parse-bundle.js';
import {firstLanguages} from '../../src/command/init/first-policy.js';
import {folderWith, run} from './command.js';

const files = ['policies/policies.yaml', 'policies/privacy/2026-03-01/en.md', 'policies/privacy/2026-03-01/da.md'];

describe('init', () => {
  it('writes a folder that can be checked and built, and says what comes next', async (test) => {
    const folder = await folderWith(test, {});
    const {code, stdout, stderr} = await run(folder, 'init');
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      `${files.map((file) => `Wrote ${file}`).join('\n')}

The words are an example: no lawyer has read them for you. Put your own in their place. Then:
  policy-viewer preview policies                     see it, and every change as you save it
  policy-viewer check policies                       what is missing, differs between languages or cannot work
  policy-viewer build policies --out bundle.json     make what <policy-viewer> shows
`,
    );
    assert.match((await run(folder, 'check', 'policies', '--strict')).stdout, /No findings in 2 texts\.\n$/);
    assert.equal((await run(folder, 'build', 'policies', '--out', 'bundle.json')).code, 0);
    const bundle = parseBundle({file: 'bundle.json', text: await readFile(join(folder, 'bundle.json'), 'utf8')});
    assert.ok(bundle.ok);
    assert.deepEqual(bundle.value.languages, ['en', 'da']);
    assert.deepEqual(
      bundle.value.audiences.map(({id}) => id),
      ['client', 'visitor'],
    );
    assert.deepEqual(
      bundle.value.vocabulary.map(({id}) => id),
      ['contact', 'payment', 'contract', 'legitimate-interests'],
    );
    assert.match(await readFile(join(folder, 'policies/policies.yaml'), 'utf8'), /^#/);
  });

  it('has settings in its comments that work once they are uncommented', async (test) => {
    const folder = await folderWith(test, {});
    await run(folder, 'init');
    const file = join(folder, 'policies/policies.yaml');
    const commented = await readFile(file, 'utf8');
    const settings = commented.replace(
      /^( *)# (?= *(?:- )?(?:code|file|reason|id|names|prevails|languages|vocabulary|phrases|ignore)\b)/gm,
      '$1',
    );
    assert.equal(settings.match(/^ *#.*(?:prevails|vocabulary|phrases|ignore):/m), null);
    await writeFile(file, settings);
    const {code, stderr} = await run(folder, 'check', 'policies');
    assert.equal(code, 0, stderr);
    assert.deepEqual(stderr.match(/\[[a-z-]+\]$/gm), ['[unused-ignore]'], stderr);
  });

  it('begins in any language that it has words in, with nothing for check to find', async (test) => {
    const folder = await folderWith(test, {});
    assert.equal(
      (await run(folder, 'init', 'a b', ...firstLanguages.flatMap((tag) => ['--language', tag.toUpperCase()]))).code,
      0,
    );
    assert.deepEqual(
      await run(folder, 'check', 'a b', '--strict', '--json').then(({code, stdout}) => [
        code,
        (JSON.parse(stdout) as {findings: unknown}).findings,
      ]),
      [0, []],
    );
    for (const language of firstLanguages)
      assert.equal((await run(folder, 'init', language, '--language', language)).code, 0, language);
  });

  for (const [what, args, message] of [
    [
      'a language without words',
      ['--language', 'fi'],
      'There are no words in “fi” to begin with. Begin in en, sv, da or nl, and translate: a text in ' +
        '“fi” is a file more beside the others.',
    ],
    ['what is no language', ['--language', '../x'], 'There are no words in “../x” to begin with.'],
    ['two folders', ['a', 'b'], 'Only one folder can be begun at a time; “b” is one too many.'],
  ] as const) {
    it(`refuses ${what}`, async (test) => {
      const folder = await folderWith(test, {});
      const {code, stderr} = await run(folder, 'init', ...args);
      assert.equal(code, 2);
      assert.ok(stderr.startsWith(message), stderr);
    });
  }

  it('leaves what is there, unless it is told to write over it', async (test) => {
    const folder = await folderWith(test, {
      'policies/policies.yaml': 'title: Mine\n',
      'policies/mine/2020-01-01/en.md': '# Mine\n',
    });
    assert.deepEqual(await run(folder, 'init'), {
      code: 1,
      stdout: '',
      stderr:
        'policies  error    There is something in this folder already. ' +
        'Give the name of a new one, or add --force to write beside what is there and over what has the ' +
        'same name.\n\nNothing was written.\n',
    });
    assert.equal(await readFile(join(folder, 'policies/policies.yaml'), 'utf8'), 'title: Mine\n');
    assert.equal((await run(folder, 'init', '--force')).code, 0);
    assert.equal(await readFile(join(folder, 'policies/mine/2020-01-01/en.md'), 'utf8'), '# Mine\n');
    assert.match(await readFile(join(folder, 'policies/policies.yaml'), 'utf8'), /Lantern Bikes/);
  });
});
