// Configures @web/test-runner for the engines asked for, and counts what came of it.
import {relative, resolve} from 'node:path';
import {chromeLauncher} from '@web/test-runner-chrome';
import {defaultReporter, startTestRunner} from '@web/test-runner';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import puppeteer from 'puppeteer-core';
import {findChromium} from './chromium.mjs';
import {faultyServer} from './faulty-server.mjs';
import {findFirefox} from './firefox.mjs';
import {inlinedTexts} from './inlined.mjs';
import {attacks, seedsBundle} from './materials.mjs';
import {published} from './published.mjs';
import {strictPage} from './strict-page.mjs';
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

/** Why a test was skipped, by session and title. */
const reasons = new Map();

/** The server side of ./commands.ts. @type {import('@web/test-runner').TestRunnerPlugin} */
const commands = {
  name: 'commands',
  async executeCommand({command, payload, session}) {
    switch (command) {
      case 'press':
        // Firefox knows the space bar by its character only.
        await press(/** @type {any} */ (session.browser), session.id, String(payload).replace('Space', ' ').split('+'));
        return true;
      case 'explain-skip': {
        const {title, reason} = /** @type {{title: string, reason: string}} */ (payload);
        reasons.set(`${session.id} ${title}`, reason);
        return true;
      }
      case 'emulate':
        return (
          session.browser.name === 'Chromium' &&
          emulate(/** @type {any} */ (session.browser), session.id, /** @type {any} */ (payload))
        );
      case 'is-whole':
        return isWhole;
      case 'collect-garbage':
        return session.browser.name === 'Chromium' && collectGarbage(/** @type {any} */ (session.browser), session.id);
      case 'seeds-bundle':
        return seedsBundle();
      case 'attacks':
        return attacks();
      default:
        return undefined; // another plugin's
    }
  },
};

/** Whether `npm run trust` asks: then some tests take many minutes. */
const isWhole = process.env['TRUST'] === 'whole';

/** The DevTools session that holds a page's emulation up. @type {Map<string, any>} */
const emulating = new Map();

async function collectGarbage(/** @type {any} */ browser, /** @type {string} */ session) {
  if (!emulating.has(session)) emulating.set(session, await browser.getPage(session).createCDPSession());
  await emulating.get(session).send('HeapProfiler.collectGarbage');
  return true;
}

async function emulate(/** @type {any} */ browser, /** @type {string} */ session, /** @type {object} */ settings) {
  if (!emulating.has(session)) emulating.set(session, await browser.getPage(session).createCDPSession());
  await emulating.get(session).send('Emulation.setEmulatedMedia', settings);
  return true;
}

async function press(/** @type {any} */ browser, /** @type {string} */ session, /** @type {string[]} */ chord) {
  if (browser.type === 'webdriver') return browser.press(chord);
  const {keyboard} = browser.getPage(session);
  for (const key of chord.slice(0, -1)) await keyboard.down(key);
  await keyboard.press(chord.at(-1));
  for (const key of chord.slice(0, -1).reverse()) await keyboard.up(key);
}

/**
 * @param {readonly import('@web/test-runner').BrowserLauncher[]} browsers
 * @param {readonly string[]} files
 * @param {boolean} [strict] in a page with a strict Content Security Policy
 * @returns {import('@web/test-runner').TestRunnerConfig}
 */
export function configure(browsers, files, strict = false) {
  return {
    rootDir: root,
    files: [...files],
    browsers: [...browsers],
    concurrentBrowsers: 1,
    nodeResolve: true,
    // The same tsconfig as the compiler: class fields must not shadow Lit's accessors.
    plugins: [
      esbuildPlugin({ts: true, target: 'es2022', tsconfig: resolve(root, 'tsconfig.json')}),
      inlinedTexts(),
      commands,
      published(),
      faultyServer(),
      ...(strict ? [strictPage()] : []),
    ],
    testFramework: {config: {ui: 'bdd', timeout: 10_000, forbidOnly: true}},
    browserStartTimeout: 90_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: isWhole ? 1_500_000 : 240_000,
    filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
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
 * @param {boolean} [strict] in a page with a strict Content Security Policy
 * @returns {Promise<Outcome>}
 */
export async function runBrowserTests(browsers, files, strict = false) {
  /** @type {Outcome} */
  const outcome = {passed: 0, failed: 0, skipped: [], complaints: []};
  /** @type {import('@web/test-runner').TestSession[]} */
  let sessions = [];
  const runner = await startTestRunner({
    config: {
      ...configure(browsers, files, strict),
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
    let passing = 0;
    for (const {title, test} of eachTest(session.testResults)) {
      count++;
      if (test.skipped)
        outcome.skipped.push(`${where}: ${title}: ${reasons.get(`${session.id} ${test.name}`) ?? 'no reason given'}`);
      else if (test.passed) passing++;
      else outcome.failed++;
    }
    outcome.passed += passing;
    console.log(`${where}: ${passing} of ${count} passed`);
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
