// Configures @web/test-runner for the engines asked for, and counts what came of it.
import {relative, resolve} from 'node:path';
import {chromeLauncher} from '@web/test-runner-chrome';
import {defaultReporter, startTestRunner} from '@web/test-runner';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import puppeteer from 'puppeteer-core';
import {findChromium} from './chromium.mjs';
import {findFirefox} from './firefox.mjs';
import {findWebKit, webkitLauncher} from './webkit.mjs';

const root = resolve(import.meta.dirname, '../..');

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */
/** @typedef {{passed: number, failed: number, skipped: string[], complaints: string[]}} Outcome */

/**
 * A launcher for the engine, or the reason why it cannot run here.
 * @param {Engine} engine
 * @returns {import('@web/test-runner').BrowserLauncher | {reason: string}}
 */
function launcher(engine) {
  // One test file at a time in each engine: a page in the background has no focus and its frames are throttled.
  switch (engine) {
    case 'chromium': {
      const found = findChromium();
      if ('reason' in found) return found;
      return Object.assign(chromeLauncher({puppeteer, launchOptions: found, concurrency: 1}), {name: 'Chromium'});
    }
    case 'firefox': {
      const found = findFirefox();
      if ('reason' in found) return found;
      return chromeLauncher({puppeteer, launchOptions: {browser: 'firefox', ...found}, concurrency: 1});
    }
    case 'webkit': {
      const found = findWebKit();
      if ('reason' in found) return found;
      return /** @type {any} */ (webkitLauncher(found));
    }
  }
}

/** The server side of `press` in ./commands.ts. @type {import('@web/test-runner').TestRunnerPlugin} */
const pressPlugin = {
  name: 'press',
  async executeCommand({command, payload, session}) {
    if (command !== 'press') return undefined;
    const chord = String(payload).split('+');
    const browser = /** @type {any} */ (session.browser);
    if (browser.type === 'webdriver') {
      await browser.press(chord);
      return true;
    }
    const {keyboard} = browser.getPage(session.id);
    for (const key of chord.slice(0, -1)) await keyboard.down(key);
    await keyboard.press(chord.at(-1));
    for (const key of chord.slice(0, -1).reverse()) await keyboard.up(key);
    return true;
  },
};

/**
 * @param {readonly import('@web/test-runner').BrowserLauncher[]} browsers
 * @param {readonly string[]} files
 * @returns {import('@web/test-runner').TestRunnerConfig}
 */
export function configure(browsers, files) {
  return {
    rootDir: root,
    files: [...files],
    browsers: [...browsers],
    concurrentBrowsers: 1,
    nodeResolve: true,
    // The same tsconfig as the compiler: class fields must not shadow Lit's accessors.
    plugins: [esbuildPlugin({ts: true, target: 'es2022', tsconfig: resolve(root, 'tsconfig.json')}), pressPlugin],
    testFramework: {config: {ui: 'bdd', timeout: 10_000, forbidOnly: true}},
    browserStartTimeout: 90_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 240_000,
    filterBrowserLogs: ({args}) => !String(args[0]).startsWith('[skipped] '),
  };
}

/** The launchers for the engines that are found here. @param {readonly Engine[]} engines */
export function findBrowsers(engines) {
  const browsers = [];
  const absent = [];
  for (const engine of engines) {
    const found = launcher(engine);
    if ('reason' in found) absent.push(`${engine}: ${found.reason}`);
    else browsers.push(found);
  }
  return {browsers, absent};
}

/**
 * Runs the files in every engine and counts one per test and engine.
 * @param {readonly import('@web/test-runner').BrowserLauncher[]} browsers
 * @param {readonly string[]} files
 * @returns {Promise<Outcome>}
 */
export async function runBrowserTests(browsers, files) {
  /** @type {Outcome} */
  const outcome = {passed: 0, failed: 0, skipped: [], complaints: []};
  /** @type {import('@web/test-runner').TestSession[]} */
  let sessions = [];
  const config = configure(browsers, files);
  const runner = await startTestRunner({
    config: {
      ...config,
      // Keeps the reasons of skipped tests from the printed log, but not from the count below.
      reporters: [
        defaultReporter({reportTestResults: true, reportTestProgress: process.stdout.isTTY ?? false}),
        {onTestRunFinished: (run) => void (sessions = run.sessions)},
      ],
    },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) throw new Error('The browser tests did not start');
  const passed = await new Promise((done) => runner.on('stopped', done));

  for (const session of sessions) {
    const where = `${session.browser.name}: ${relative(root, session.testFile ?? '')}`;
    let count = 0;
    for (const {title, test} of eachTest(session.testResults)) {
      count++;
      if (test.skipped) outcome.skipped.push(`${where}: ${title}: ${reasonFor(test.name, session.logs)}`);
      else if (test.passed) outcome.passed++;
      else outcome.failed++;
    }
    // A file that breaks outside of its tests (a syntax error, an import, a hook) is a failure of its own.
    if (session.errors.length > 0) {
      outcome.failed++;
      outcome.complaints.push(`${where}: failed outside of its tests`);
    } else if (count === 0) {
      outcome.failed++;
      outcome.complaints.push(`${where}: holds no test, or none ran`);
    }
  }
  const missing = files.length * browsers.length - sessions.length;
  if (missing > 0) {
    outcome.failed += missing;
    outcome.complaints.push(`${missing} browser test files did not run`);
  }
  if (!passed && outcome.failed === 0) {
    outcome.failed++;
    outcome.complaints.push('the browser tests as a whole failed');
  }
  return outcome;
}

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @param {string} path
 * @returns {Generator<{title: string, test: import('@web/test-runner').TestResult}>}
 */
function* eachTest(suite, path = '') {
  for (const test of suite?.tests ?? []) yield {title: path + test.name, test};
  for (const inner of suite?.suites ?? []) yield* eachTest(inner, `${path}${inner.name} › `);
}

/** The reason that `skip` in ./commands.ts wrote to the log. */
function reasonFor(/** @type {string} */ name, /** @type {any[][]} */ logs) {
  for (const [line] of logs) {
    if (!String(line).startsWith('[skipped] ')) continue;
    const {title, reason} = JSON.parse(String(line).slice('[skipped] '.length));
    if (title === name) return reason;
  }
  return 'no reason given';
}
