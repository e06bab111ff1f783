/**
 * Every finding that `check` knows has a folder in fixtures/check that is named after its
 * code, with all that the command prints in `expected.txt`. After a change that is meant,
 * `UPDATE_EXPECTED=1 node --import tsx --test tests/command/check/check-findings.test.ts`
 * writes them anew: read the difference.
 */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {appendFile, copyFile, cp, mkdtemp, readFile, rm, truncate, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {runInTerminal} from '../command.js';

const fixtures = join(import.meta.dirname, '../../fixtures/check');
const command = join(import.meta.dirname, '../../../src/command');
const text = 'policies/quay/2026-03-01/en.md';

/** What cannot be kept as files: too large, or two names that are one on some disks. */
const prepare: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  'too-large': async (folder) => truncate(join(folder, text), 257 * 1024 * 1024),
  'too-deep': async (folder) => appendFile(join(folder, text), `\n${'>'.repeat(20_000)} a\n`),
  'same-claim': async (folder) =>
    copyFile(join(folder, dirname(text), 'zh-Hant.md'), join(folder, dirname(text), 'zh-hant.md')),
};

/** Codes in files that `check` imports, which it can never say, and why. */
const unreachable: Readonly<Record<string, string>> = {
  exists: 'only what is written can be there already',
  unwritable: 'nothing is written',
  'unknown-markdown': 'the parser has no such nodes; it is there for the compiler',
};

describe('every finding of check', () => {
  const codes = readdirSync(fixtures);
  const known = codesIn(join(command, 'inspect/inspect.ts'));

  it('has a fixture, and every fixture a finding', () => {
    assert.deepEqual(codes.toSorted(), [...known].filter((code) => !Object.hasOwn(unreachable, code)).sort());
  });

  describe('is said as expected', {concurrency: 8}, () => {
    for (const code of codes) {
      it(code, async (test) => {
        const folder = await mkdtemp(join(tmpdir(), 'policy-viewer-'));
        test.after(async () => rm(folder, {recursive: true, force: true}));
        await cp(join(fixtures, code), folder, {recursive: true});
        await prepare[code]?.(folder);
        const printed = await everythingPrinted(
          folder,
          existsSync(join(folder, 'bundle.json')) ? 'bundle.json' : 'policies',
        );
        const file = join(fixtures, code, 'expected.txt');
        if (process.env['UPDATE_EXPECTED'] !== undefined) await writeFile(file, printed);
        assert.equal(printed, await readFile(file, 'utf8'));
        const said = [...printed.matchAll(/^\S.* {2}(?:error {2}|warning) {2}.* \[([a-z0-9-]+)\]$/gm)].map(
          (match) => match[1],
        );
        assert.ok(said.includes(code), `no finding is “${code}”: ${said.join(', ')}`);
      });
    }
  });
});

/** Both streams as a terminal shows them, then the exit code. */
async function everythingPrinted(folder: string, path: string): Promise<string> {
  const {code, printed} = await runInTerminal(folder, 'check', path);
  return `${printed}exit code ${String(code)}\n`;
}

/** Every code that a file, or one that it imports, gives a finding. */
function codesIn(file: string, seen = new Set<string>(), found = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return found;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const calls = [
    /(?<![.\w])(?<!function )(?:error|warning|report)\(\s*(?:\w+ \? '([a-z0-9-]+)' : )?'([a-z0-9-]+)'/g,
    /\.(?:report|warn)\(\s*(?:\w+,\s*)?'([a-z0-9-]+)'/g,
  ];
  for (const [, ...codes] of calls.flatMap((pattern) => [...source.matchAll(pattern)]))
    for (const code of codes) if (code !== undefined) found.add(code);
  for (const [, path = ''] of source.matchAll(/^(?:import|export) (?!type)[^;]*?from '(\.[^']+)\.js'/gm))
    codesIn(join(dirname(file), `${path}.ts`), seen, found);
  return found;
}
