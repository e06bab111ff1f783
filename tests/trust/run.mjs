// Runs what SECURITY.md promises, whole and in every engine that is found, and prints each number: npm run trust
// In `npm test` the same files run in Chromium, and what takes long at the smaller count that the file names.
import {spawn} from 'node:child_process';
import {resolve} from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const inPages = [
  'trusted-types',
  'faults',
  'try-again',
  'requests',
  'bad-links',
  'hostile-text',
  'payloads',
  'hosts',
  'schedules',
].map((name) => `tests/viewer/${name}`);
const inNode = [
  'tests/package/supply',
  'tests/package/integrity',
  'tests/package/same',
  'tests/policy/hostile-keys',
  'tests/command/disk/killed',
  'tests/authoring/linear',
];

/** @type {string[]} */
const numbers = [];
let failures = 0;
let runs = 0;

/** @param {readonly string[]} args @param {string} [where] before each number @returns {Promise<void>} */
const run = (args, where = '') =>
  new Promise((done) => {
    runs++;
    const child = spawn(process.execPath, [resolve(root, 'tests/harness/run.mjs'), ...args], {
      cwd: root,
      env: {...process.env, TRUST: 'whole'},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      process.stdout.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, number] = /\btrust: (.*)/.exec(line) ?? /^(\w+: tests\/.* passed)$/.exec(line) ?? [];
        if (number) numbers.push(where + number);
      }
    });
    child.on('close', (code) => {
      if (code !== 0) failures++;
      done();
    });
  });

await run(inNode);
// One engine after the other: an absent one is said to be, and the others still run.
const engines = ['chromium', 'firefox', 'webkit'];
for (const engine of engines) await run(['--engines', engine, ...inPages]);
for (const engine of engines) await run(['--strict', '--engines', engine, 'tests/viewer'], 'in a strict page, ');

console.log(`\nThe numbers:\n${[...new Set(numbers)].map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${failures} of ${runs} runs failed`);
process.exitCode = failures > 0 ? 1 : 0;
