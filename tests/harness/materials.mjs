// Material that tests use where it is at hand, and that is no part of this project: real policies, and collections
// of attacks. POLICY_SEEDS and POLICY_CORPORA say where they are.
import {execFile} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {built} from './built.mjs';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

const filesIn = (/** @type {string} */ folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => join(folder, name))
    : [];

/** @type {Promise<{bundle: unknown} | {reason: string}> | undefined} */
let bundled;

/** The bundle of the real policies, made as anybody would: with the command, first import, then build. */
export const seedsBundle = () => (bundled ??= buildSeeds());

async function buildSeeds() {
  const folder = resolve(root, process.env['POLICY_SEEDS'] ?? '../shared/seeds');
  const texts = filesIn(folder);
  if (texts.length === 0)
    return {reason: `there are no seed policies at ${folder}; say where they are with POLICY_SEEDS`};
  const command = built('command/policy-viewer.js');
  const out = mkdtempSync(join(tmpdir(), 'seeds-'));
  try {
    const policies = join(out, 'policies');
    const bundle = join(out, 'bundle.json');
    await run(process.execPath, [command, 'import', ...texts, '--out', policies]);
    await run(process.execPath, [command, 'build', policies, '--out', bundle]);
    return {bundle: JSON.parse(readFileSync(bundle, 'utf8'))};
  } finally {
    rmSync(out, {recursive: true, force: true});
  }
}

/** Attacks, one a line, without those that stand there twice. */
export function attacks() {
  const folder = resolve(root, process.env['POLICY_CORPORA'] ?? '../shared/corpora');
  const files = filesIn(folder);
  if (files.length === 0)
    return {reason: `there are no collections of attacks at ${folder}; say where they are with POLICY_CORPORA`};
  return {
    attacks: [
      ...new Set(
        files.flatMap((file) =>
          readFileSync(file, 'utf8')
            .split('\n')
            .filter((line) => line.trim() !== ''),
        ),
      ),
    ],
  };
}
