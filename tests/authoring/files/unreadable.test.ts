/** A file that is there and cannot be read is never taken for one that is not there. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inspectFolder} from '../../../src/authoring/compile/inspect.js';
import {memoryFiles, type Files} from '../../../src/authoring/files/files.js';
import {error} from '../../../src/authoring/findings/finding.js';
import {importFiles} from '../../../src/authoring/import/import-files.js';
import {noChoices} from '../../../src/authoring/import/choices.js';
import {noCache} from '../../../src/authoring/work/cache.js';
import {silent} from '../../../src/authoring/work/progress.js';
import {failed, ok} from '../../../src/policy/result.js';

const text = '# Quay Privacy Policy\n\nWe use your name, to greet you.\n';
const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);

/** A policies folder in which one file may not be read. */
function closedAt(closed: string): Files {
  const files = memoryFiles(
    ['policies.yaml', 'quay/2026-03-01/en.md', 'quay/2026-03-01/.imports.yaml', 'quay/2026-03-01/.sources.yaml'].map(
      (path) => ({path, bytes: bytes(path.endsWith('.md') ? text : '')}),
    ),
  );
  return {
    list: (folder) => files.list(folder),
    read: async (file) =>
      file === closed ? failed([error('unreadable', file, 'You may not read this.')]) : files.read(file),
  };
}

describe('what cannot be read', () => {
  for (const closed of ['policies.yaml', 'quay/2026-03-01/en.md', 'quay/2026-03-01/.sources.yaml'])
    it(`is told by check: ${closed}`, async () => {
      const {findings, bundle} = await inspectFolder(closedAt(closed), '.');
      assert.deepEqual(
        findings.filter(({code}) => code === 'unreadable').map(({place}) => place.file),
        [closed],
      );
      assert.equal(bundle, undefined);
    });

  for (const closed of ['policies.yaml', 'quay/2026-03-01/en.md', 'quay/2026-03-01/.imports.yaml'])
    it(`stops an import, which writes nothing over it: ${closed}`, async () => {
      const written: string[] = [];
      const result = await importFiles({
        inputs: memoryFiles([{path: 'quay.md', bytes: bytes(`---\nlang: en\neffective: 2026-03-01\n---\n${text}`)}]),
        files: ['quay.md'],
        place: closedAt(closed),
        out: '',
        choices: {...noChoices, of: () => ({policy: 'quay'})},
        said: '',
        overwriting: {force: true, keep: false},
        allOrNothing: false,
        cache: noCache,
        progress: silent,
        isStopped: () => false,
        async write(file) {
          written.push(file);
          return ok(undefined);
        },
      });
      assert.deepEqual(result.ok ? [] : result.issues.map(({code, place}) => [code, place.file]), [
        ['unreadable', closed],
      ]);
      assert.ok(!written.includes(closed));
    });
});
