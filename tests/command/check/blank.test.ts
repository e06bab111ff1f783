/** A form's blank, however long, is one placeholder, and neither check nor build is long about it. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {folderWith, run} from '../command.js';

describe('a blank of underscores', () => {
  for (const length of [60, 100_000]) {
    it(`${length} of them: one placeholder`, {timeout: 60_000}, async (test) => {
      const text = `# Consent form of the Quay study\n\nEffective 1 March 2024\n\nName: ${'_'.repeat(length)} Date\n`;
      const folder = await folderWith(test, {'consent.md': text});
      assert.equal((await run(folder, 'import', 'consent.md', '--out', 'policies')).code, 0);
      const check = await run(folder, 'check', 'policies', '--json');
      const {findings}: {findings: readonly {code: string; line?: number; column?: number}[]} = JSON.parse(
        check.stdout,
      );
      assert.deepEqual(
        findings.filter(({code}) => code === 'placeholder').map(({column}) => column),
        [8], // after the escape: Name: \_
      );
      await run(folder, 'build', 'policies', '--out', 'bundle.json');
    });
  }
});
