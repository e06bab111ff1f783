// How long the command takes for many texts, and how much memory. Prints a table in Markdown.
//   node tests/bench/scale.mjs                 100, 1,000 and 10,000 texts
//   node tests/bench/scale.mjs 100 1000        as many as these
//   node tests/bench/scale.mjs --runs 1 10000  once, instead of the median of three up to 1,000 texts
import {execFileSync, spawn} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, cpus, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {textToImport} from './scale-texts.mjs';

const command = resolve(import.meta.dirname, '../../dist/command/policy-viewer.js');

/**
 * @typedef {{seconds: number, wall: number, megabytes: number}} Measured `seconds` are the processor's, which other
 * work on the machine hardly changes
 */

/**
 * One run of the command in a process of its own; fails where the command does.
 * @param {string} cwd
 * @param {readonly string[]} args
 * @returns {Promise<Measured>}
 */
export async function measure(cwd, args) {
  const peak = join(cwd, 'peak.json');
  // The process itself knows best how much memory it ever had, in kilobytes, and how long it computed, in microseconds.
  const program =
    "import {writeFileSync} from 'node:fs';" +
    `process.on('exit', () => writeFileSync(${JSON.stringify(peak)}, JSON.stringify(process.resourceUsage())));`;
  const tell = `data:text/javascript,${encodeURIComponent(program)}`;
  const began = performance.now();
  const said = await new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--import', tell, command, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (more) => {
      text = (text + more).slice(-2000);
    });
    child.on('error', failed).on('close', (code) => {
      done(code === 0 ? '' : `ended with ${code}: ${text}`);
    });
  });
  if (said !== '') throw new Error(`policy-viewer ${args.filter((each) => !each.endsWith('.md')).join(' ')} ${said}`);
  const {maxRSS, userCPUTime, systemCPUTime} = JSON.parse(readFileSync(peak, 'utf8'));
  return {
    seconds: (userCPUTime + systemCPUTime) / 1e6,
    wall: (performance.now() - began) / 1000,
    megabytes: maxRSS / 1024,
  };
}

/** What is measured, in this order: each step works on what the one before it made. */
export const steps = /** @type {const} */ ([
  'import',
  'import again',
  'import after one change',
  'check',
  'check again',
  'build',
  'build again',
  'build after one change',
  'build --split',
  'build --split again',
  'prerender the folder',
  'prerender one bundle',
]);

/**
 * @param {number} count
 * @returns {Promise<Record<typeof steps[number], Measured>>}
 */
export async function measureAll(count) {
  const folder = mkdtempSync(join(tmpdir(), 'policy-viewer-scale-'));
  try {
    mkdirSync(join(folder, 'in'));
    const names = Array.from({length: count}, (_, n) => {
      const {name, text} = textToImport(n);
      writeFileSync(join(folder, 'in', name), text);
      return join('in', name);
    });
    const cache = ['--cache', 'kept'];
    const build = ['build', 'p', '--out', 'bundle.json', '--force', ...cache];
    const split = ['build', 'p', '--split', 'web', ...cache];
    const again = ['import', ...names, '--out', 'p', ...cache];
    const {name, policy, language} = textToImport(0);
    const target = join(folder, 'p', policy, '2026-03-01', `${language}.md`);
    const filesIn = (/** @type {string} */ below, /** @type {RegExp} */ pattern) =>
      readdirSync(join(folder, below), {recursive: true}).filter((each) => pattern.test(String(each))).length;
    const expect = (/** @type {string} */ what, /** @type {number} */ made) => {
      if (made !== count) throw new Error(`${what} wrote ${made} of ${count} texts`);
    };
    /** @type {Partial<Record<typeof steps[number], Measured>>} */
    const measured = {};
    measured.import = await measure(folder, again);
    expect('import', filesIn('p', /\.md$/));
    measured['import again'] = await measure(folder, again);
    const before = readFileSync(target, 'utf8');
    writeFileSync(join(folder, 'in', name), `${readFileSync(join(folder, 'in', name), 'utf8')}\nOne paragraph more.\n`);
    measured['import after one change'] = await measure(folder, again);
    if (readFileSync(target, 'utf8') === before) throw new Error('import did not see that a file had changed');
    rmSync(join(folder, 'kept'), {recursive: true});
    measured.check = await measure(folder, ['check', 'p', ...cache]);
    measured['check again'] = await measure(folder, ['check', 'p', ...cache]);
    rmSync(join(folder, 'kept'), {recursive: true});
    measured.build = await measure(folder, build);
    const first = readFileSync(join(folder, 'bundle.json'));
    measured['build again'] = await measure(folder, build);
    if (!first.equals(readFileSync(join(folder, 'bundle.json'))))
      throw new Error('the second bundle differs from the first');
    writeFileSync(target, `${readFileSync(target, 'utf8')}\nAnd one more.\n`);
    measured['build after one change'] = await measure(folder, build);
    measured['build --split'] = await measure(folder, split);
    expect('build --split', filesIn('web/texts', /\.json$/));
    measured['build --split again'] = await measure(folder, split);
    measured['prerender the folder'] = await measure(folder, ['prerender', 'p', '--out', 'pages', ...cache]);
    expect('prerender', filesIn('pages', /[\\/].*\.html$/));
    rmSync(join(folder, 'pages'), {recursive: true});
    measured['prerender one bundle'] = await measure(folder, ['prerender', 'bundle.json', '--out', 'pages']);
    expect('prerender', filesIn('pages', /[\\/].*\.html$/));
    return /** @type {Record<typeof steps[number], Measured>} */ (measured);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const median = (/** @type {number[]} */ values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const number = (/** @type {number} */ value, digits = 0) =>
  value.toLocaleString('en', {minimumFractionDigits: digits, maximumFractionDigits: digits});

async function main() {
  const {values, positionals} = parseArgs({allowPositionals: true, options: {runs: {type: 'string'}}});
  const counts = positionals.length > 0 ? positionals.map(Number) : [100, 1000, 10_000];
  if (!existsSync(command)) throw new Error('There is no command to measure: run “npm run build” first.');
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores ` +
      `(${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, ` +
      `${execFileSync(process.execPath, [command, '--version']).toString().trim()}\n`,
  );
  /** @type {{count: number, of: Record<string, {seconds: number[], wall: number[], megabytes: number[]}>}[]} */
  const results = [];
  for (const count of counts) {
    const runs = Number(values.runs ?? (count <= 1000 ? 3 : 1));
    /** @type {Record<string, {seconds: number[], wall: number[], megabytes: number[]}>} */
    const of = Object.fromEntries(steps.map((step) => [step, {seconds: [], wall: [], megabytes: []}]));
    for (let run = 0; run < runs; run++) {
      for (const [step, {seconds, wall, megabytes}] of Object.entries(await measureAll(count))) {
        of[step]?.seconds.push(seconds);
        of[step]?.wall.push(wall);
        of[step]?.megabytes.push(megabytes);
      }
    }
    results.push({count, of});
    console.error(
      `${number(count)} texts: ${Object.entries(of)
        .map(
          ([step, {seconds, wall, megabytes}]) =>
            `${step} ${seconds.map((each) => number(each, 1)).join('/')} s (wall ` +
            `${wall.map((each) => number(each, 1)).join('/')}) ` +
            `${megabytes.map((each) => number(each)).join('/')} MB`,
        )
        .join(', ')}`,
    );
  }
  console.log('Seconds of processor time, user and system, and peak of resident memory.\n');
  console.log(
    `| | ${results.map(({count}) => `${number(count)} texts`).join(' | ')} | ${results
      .slice(1)
      .map(({count}, index) => `× ${number(count / (results[index]?.count ?? count))}: time, memory`)
      .join(' | ')} |`,
  );
  console.log(`|---|${'---|'.repeat(2 * results.length - 1)}`);
  for (const step of steps) {
    const cells = results.map(({of}) => ({
      seconds: median(of[step]?.seconds ?? []),
      megabytes: median(of[step]?.megabytes ?? []),
      all: of[step]?.seconds ?? [],
    }));
    const spread = (/** @type {number[]} */ all) =>
      all.length < 2 ? '' : ` (${number(Math.min(...all), 1)}–${number(Math.max(...all), 1)})`;
    const growth = cells
      .slice(1)
      .map(
        (cell, index) =>
          `× ${number(cell.seconds / (cells[index]?.seconds ?? NaN), 1)}, × ` +
          `${number(cell.megabytes / (cells[index]?.megabytes ?? NaN), 1)}`,
      );
    const figures = cells.map(
      ({seconds, megabytes, all}) => `${number(seconds, 1)} s${spread(all)}, ${number(megabytes)} MB`,
    );
    console.log(`| ${[step, ...figures, ...growth].join(' | ')} |`);
  }
}

if (import.meta.filename === process.argv[1]) await main();
