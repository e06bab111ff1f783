// The same sources give the same files, to the byte: what is published can be built again and compared.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {describe, it} from 'node:test';

const root = resolve(import.meta.dirname, '../..');

/** The hash of each file that a build makes. */
const build = (mode: string): Record<string, string> => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-viewer-same-'));
  try {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const {status, stderr} = spawnSync(process.execPath, [vite, 'build', '--mode', mode, '--outDir', folder], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return Object.fromEntries(
      readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
    );
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};

describe('two builds of the same sources', () => {
  for (const mode of ['modules', 'cdn', 'cdn-all', 'authoring'])
    it(`are equal to the byte: ${mode}`, () => {
      const first = build(mode);
      assert.ok(Object.keys(first).length > 1);
      assert.deepEqual(build(mode), first);
      console.log(`trust: files of ${mode} that two builds make alike: ${Object.keys(first).length}`);
    });
});
