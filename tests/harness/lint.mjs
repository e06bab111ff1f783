// Runs the formatter and the linters over all files: npm run lint, or npm run lint -- --fix to mend what they can.
// Each keeps what it knows of unchanged files in node_modules/.cache.
import {spawnSync} from 'node:child_process';
import {join, resolve} from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const asked = process.argv.includes('--fix');
const fix = asked ? ['--fix'] : [];
const cache = 'node_modules/.cache';

/** @type {readonly (readonly [program: string, ...args: string[]])[]} */
const steps = [
  [
    'eslint',
    '.',
    '--max-warnings=0',
    '--cache',
    '--cache-strategy=content',
    `--cache-location=${cache}/eslint/`,
    ...fix,
  ],
  ['stylelint', '{src,demo}/**/*.css', '--cache', `--cache-location=${cache}/stylelint`, ...fix],
  ['depcruise', 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'err'],
  // Last: what the others mended is laid out, too.
  ['prettier', asked ? '--write' : '--check', '.', '--log-level=warn', '--cache'],
];

let failed = 0;
for (const [program, ...args] of steps) {
  const {status} = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
