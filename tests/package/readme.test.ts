/** What the README tells people to copy works. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {built} from '../harness/built.mjs';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
};
/** The blocks of a language. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp('^```' + language + '\n([^]*?)^```', 'gm'))].map(([, code = '']) => code);
const commands = blocks('sh').flatMap((code) => code.trim().split('\n'));
const folder = mkdtempSync(join(tmpdir(), 'readme-'));

before(() => {
  mkdirSync(join(folder, 'texts'));
  const text = (title: string, about: string): string => `# ${title}\n\n## ${about}\n\n${title}.\n`;
  writeFileSync(join(folder, 'texts/tidebook.en.md'), text('Privacy policy of Tidebook', 'What we keep about you'));
  writeFileSync(join(folder, 'texts/tidebook.da.md'), text('Privatlivspolitik for Tidebook', 'Det gemmer vi om dig'));
  mkdirSync(join(folder, 'policies/tidebook/2026-03-01'), {recursive: true});
  writeFileSync(join(folder, 'policies/tidebook/2026-03-01/en.md'), text('Privacy policy of Tidebook', 'Your rights'));
});
after(() => rmSync(folder, {recursive: true, force: true}));

describe('the README’s commands', () => {
  for (const command of commands.filter((each) => each.startsWith('npx '))) {
    it(command, () => {
      const [, program, ...words] = command.split(/\s+/);
      assert.equal(program, 'policy-viewer');
      // A server does not end: that it knows what it is told is enough here.
      const args = words[0] === 'preview' ? ['preview', '--help'] : words;
      const files = args.flatMap((word) =>
        word === 'texts/*' ? ['texts/tidebook.en.md', 'texts/tidebook.da.md'] : [word],
      );
      const asked = files.map((word) => (word === 'translate/*.xlf' ? 'translate' : word));
      const {status, stderr} = spawnSync(process.execPath, [built('command/policy-viewer.js'), ...asked], {
        cwd: folder,
        encoding: 'utf8',
      });
      // 1 are findings in these short texts; 2 would be a command that the README has wrong.
      assert.ok(status === 0 || status === 1, stderr);
    });
  }

  for (const [, name = ''] of readme.matchAll(/npm run ([\w:]+)/g)) {
    it(`npm run ${name} is there`, () => assert.ok(packageJson.scripts[name]));
  }
});

describe('the README’s embed', () => {
  const [embed = ''] = blocks('html');
  it('names a file that is built, and a fallback with its language', () => {
    const [, file = ''] = /src="\/policy-viewer\/([^"]+)"/.exec(embed) ?? [];
    assert.ok(file && existsSync(built(`cdn/${file}`)));
    assert.match(embed, /<policy-viewer src="[^"]+">\s+<p lang="/);
  });

  it('and the examples name the version there is', () => {
    const example = readFileSync(join(root, '.github/examples/check-policies.yml'), 'utf8');
    const versions = [...(readme + example).matchAll(/policy-viewer(?:-cli)?@([\w.-]+\d)/g)].map(([, named]) => named);
    assert.ok(versions.length > 1);
    assert.deepEqual(new Set(versions), new Set([packageJson.version]));
  });

  it('has every picture and file that it links to', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path = '']) => path);
    assert.ok(links.length > 2);
    for (const path of links) assert.ok(existsSync(join(root, path)), path);
  });
});

describe('the README’s programs', () => {
  for (const [, names = '', module = ''] of blocks('js')
    .join('\n')
    .matchAll(/import \{([^}]+)\} from '(policy-viewer[^']*)'/g)) {
    it(`import from ${module} what it has: ${names}`, async () => {
      const file = join(dirname(built('policy.js')), module.replace(/^policy-viewer(?:-cli)?\//, ''));
      const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
      for (const name of names.split(',')) assert.equal(name.trim() in exported, true, name);
    });
  }
});
