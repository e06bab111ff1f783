// Runs test files with node --test, several at once, and counts what came of it.
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join, relative, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const root = resolve(import.meta.dirname, '../..');

/**
 * @param {readonly string[]} files
 * @param {boolean} timed whether to print how long each file took
 * @returns {Promise<import('./browser-tests.mjs').Outcome>}
 */
export async function runNodeTests(files, timed = false) {
  const folder = mkdtempSync(join(tmpdir(), 'node-tests-'));
  const list = join(folder, 'results.jsonl');
  try {
    const code = await new Promise((ended, failed) => {
      spawn(
        process.execPath,
        [
          '--import=tsx',
          ...['inlined.mjs', 'seed.mjs'].map(
            (name) => `--import=${pathToFileURL(join(import.meta.dirname, name)).href}`,
          ),
          '--test',
          `--test-concurrency=${Math.max(2, availableParallelism())}`,
          // A whole file's, too: some start the command a hundred times, on a machine that others use.
          '--test-timeout=600000',
          '--test-reporter=spec',
          '--test-reporter-destination=stdout',
          `--test-reporter=${join(import.meta.dirname, 'list-reporter.mjs')}`,
          `--test-reporter-destination=${list}`,
          ...files,
        ],
        // A parent's NODE_TEST_CONTEXT would turn this run into a subtest that prints nothing.
        {cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: {...process.env, NODE_TEST_CONTEXT: undefined}},
      )
        .on('error', failed)
        .on('close', ended);
    });
    return count(readFileSync(list, 'utf8'), files, code, timed);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/**
 * @param {string} list what list-reporter.mjs wrote
 * @param {readonly string[]} files
 * @param {unknown} code the exit code of node --test
 * @param {boolean} timed
 */
function count(list, files, code, timed) {
  /** @type {import('./browser-tests.mjs').Outcome} */
  const outcome = {passed: 0, failed: 0, skipped: [], complaints: []};
  const seen = new Set();
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const line of list.split('\n').filter(Boolean)) {
    const {name, file, result, reason, milliseconds} = JSON.parse(line);
    const path = relative(root, file ?? '');
    times.set(path, (times.get(path) ?? 0) + milliseconds);
    if (result === 'suite') continue;
    if (resolve(root, name) === file) {
      // Node reports the file itself as a test where it failed outside of its tests, or has none.
      if (result === 'failed') {
        outcome.failed++;
        outcome.complaints.push(`${path}: failed outside of its tests`);
        seen.add(file);
      }
      continue;
    }
    seen.add(file);
    if (result === 'passed') outcome.passed++;
    else if (result === 'failed') outcome.failed++;
    else outcome.skipped.push(`${path}: ${name}: ${reason}`);
  }
  for (const file of files) {
    if (seen.has(resolve(root, file))) continue;
    outcome.failed++;
    outcome.complaints.push(`${file}: holds no test, or none ran`);
  }
  if (code !== 0 && outcome.failed === 0) {
    outcome.failed++;
    outcome.complaints.push(`node --test ended with ${code}`);
  }
  if (timed) printTimes(times);
  return outcome;
}

/** @param {ReadonlyMap<string, number>} times */
function printTimes(times) {
  console.log('\nSeconds by file:');
  for (const [path, milliseconds] of [...times].sort((a, b) => b[1] - a[1]))
    console.log(`${(milliseconds / 1000).toFixed(1).padStart(8)}  ${path}`);
}
