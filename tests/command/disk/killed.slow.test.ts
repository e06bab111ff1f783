// The command is killed at any point: what was there is there, or what it was to become; never half of one.
import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {folderWith, runProcess, start} from '../command.js';

/** All of them by `npm run trust`. */
const many = process.env['TRUST'] ? 100 : 8;

const clause = (i: number): string => `Clause number ${i} of this policy.\n\n`;
const text = (clauses: number): string =>
  ['# Privacy policy\n\n## What we keep\n\n', ...Array.from({length: clauses}, (_, i) => clause(i))].join('');
const policies = `title:
  en: Policies
publisher:
  en: Nobody
languages: [en]
products:
  - id: privacy
    names:
      en: Privacy
`;

describe('a build that is killed', () => {
  it(`leaves the old bundle or the new one, at ${many} points`, async (test) => {
    const files = (clauses: number): Record<string, string> => ({
      'policies/policies.yaml': policies,
      'policies/privacy/2026-03-01/en.md': text(clauses),
    });
    const before = await folderWith(test, files(10));
    const after = await folderWith(test, files(4000));
    const began = Date.now();
    for (const folder of [before, after]) {
      const built = await runProcess(folder, 'build', 'policies', '--out', 'bundle.json');
      assert.equal(built.code, 0, built.stderr);
    }
    const long = Date.now() - began;
    const [old, made] = await Promise.all(
      [before, after].map((folder) => readFile(join(folder, 'bundle.json'), 'utf8')),
    );
    const seen = new Map<string | undefined, number>();
    for (let i = 0; i < many; i++) {
      const folder = await folderWith(test, {...files(4000), 'bundle.json': old ?? ''});
      const child = start(folder, 'build', 'policies', '--out', 'bundle.json', '--force');
      const ended = new Promise((done) => child.on('close', done));
      // Spread over as long as a build takes, and a little longer.
      const timer = setTimeout(() => child.kill('SIGKILL'), (long * (i + 1)) / many);
      await ended;
      clearTimeout(timer);
      const found = await readFile(join(folder, 'bundle.json'), 'utf8');
      assert.ok(found === old || found === made, `after ${i} of ${many}: neither the old bundle nor the new one`);
      seen.set(found, (seen.get(found) ?? 0) + 1);
      // What was on its way may lie beside it, under a name that nothing reads.
      for (const name of await readdir(folder))
        assert.match(name, /^(?:policies|bundle\.json|\..+\.part|\.policy-viewer.*)$/);
      // The next run is not hindered by it.
      if (i % 20 === 0) {
        const again = await runProcess(folder, 'build', 'policies', '--out', 'bundle.json', '--force');
        assert.equal(again.code, 0, again.stderr);
        assert.equal(await readFile(join(folder, 'bundle.json'), 'utf8'), made);
      }
    }
    console.log(`trust: builds killed: ${many}, old bundle ${seen.get(old) ?? 0}, new ${seen.get(made) ?? 0}, half 0`);
  });
});

describe('two runs at once on one folder', () => {
  it('both end, and leave a whole bundle', async (test) => {
    const folder = await folderWith(test, {
      'policies/policies.yaml': policies,
      'policies/privacy/2026-03-01/en.md': text(500),
    });
    const runs = await Promise.all(
      [1, 2, 3, 4].map(() => runProcess(folder, 'build', 'policies', '--out', 'bundle.json', '--force')),
    );
    assert.deepEqual(
      runs.map(({code}) => code),
      [0, 0, 0, 0],
      runs.map(({stderr}) => stderr).join(''),
    );
    const {format} = JSON.parse(await readFile(join(folder, 'bundle.json'), 'utf8')) as {format: string};
    assert.equal(format, 'policy-bundle/1');
  });
});
