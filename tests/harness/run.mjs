// Runs the tests: those of Node, then those of the browsers, and closes with the sum of both.
//   node tests/harness/run.mjs                          all but *.slow.test.ts, browser tests in Chromium
//   node tests/harness/run.mjs --all                    those too, every case of every property, and Firefox and
//                                                       WebKitGTK where they are found
//   node tests/harness/run.mjs --engines firefox,webkit browser tests only, in these
//   node tests/harness/run.mjs --strict …               browser tests in a page with a strict Content Security Policy
//   node tests/harness/run.mjs --times                  … and says how long each file took
//   node tests/harness/run.mjs tests/policy clause      only files whose path contains one of these
import {readdirSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {whyNotBuilt} from './built.mjs';
import {findBrowsers, runBrowserTests} from './browser-tests.mjs';
import {runNodeTests} from './node-tests.mjs';
import {inOwnPages} from './strict-page.mjs';

const root = resolve(import.meta.dirname, '../..');
const known = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    all: {type: 'boolean', default: false},
    engines: {type: 'string'},
    strict: {type: 'boolean', default: false},
    times: {type: 'boolean', default: false},
  },
});
if (values.all) process.env['EVERY_CASE'] = 'yes';
const asked = values.engines?.split(',');
const engines = asked ? known.filter((engine) => asked.includes(engine)) : values.all ? known : known.slice(0, 1);
if (asked && engines.length !== asked.length)
  throw new Error(`--engines takes ${known.join(', ')}; found "${values.engines}"`);

/** The test files of a folder, as paths from the root, in order. */
const find = (/** @type {string} */ folder) =>
  readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => (asked ?? values.all) || positionals.length > 0 || !path.endsWith('.slow.test.ts'))
    .filter((path) => positionals.length === 0 || positionals.some((part) => path.includes(part)))
    .sort();
const folders = readdirSync(join(root, 'tests'));
const findIn = (/** @type {string[]} */ ...names) =>
  names.filter((name) => folders.includes(name)).flatMap((name) => find(`tests/${name}`));

const nodeFiles = asked ? [] : findIn('harness', 'policy', 'words', 'authoring', 'command', 'package');
const browserFiles = findIn('viewer', 'authoring-in-browser').filter(
  (path) => !values.strict || !inOwnPages.test(path),
);

// Most of what the command's and the viewer's tests run is what is published.
if (
  [...nodeFiles, ...browserFiles].some((path) =>
    /^tests\/(?:command|package|viewer|authoring-in-browser|harness\/size)/.test(path),
  )
) {
  const reason = whyNotBuilt();
  if (reason !== undefined) {
    console.log(`${reason}\n\n0 passed, 1 failed`);
    process.exit(1);
  }
  process.env['POLICY_VIEWER_BUILT'] = 'yes';
}

const {browsers, absent} = browserFiles.length > 0 ? findBrowsers(engines) : {browsers: [], absent: []};
const inNode = async () => (nodeFiles.length > 0 ? [await runNodeTests(nodeFiles, values.times)] : []);
const inBrowsers = async () =>
  browsers.length > 0 ? [await runBrowserTests(browsers, browserFiles, values.strict)] : [];
// Somebody waits for `npm test`: it runs both at once, as a browser leaves much of a processor to others.
const outcomes = values.all
  ? [...(await inNode()), ...(await inBrowsers())]
  : (await Promise.all([inNode(), inBrowsers()])).flat();

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
// Chromium always has to run, the others only where they were asked for by name.
const needed = absent.filter((line) => asked !== undefined || line.startsWith('chromium'));
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0) + needed.length;
const skipped = outcomes.flatMap((outcome) => outcome.skipped);
const complaints = outcomes.flatMap((outcome) => outcome.complaints);

print('Skipped', skipped);
print('Not run', absent);
print('Also wrong', complaints);
if (passed + failed === 0)
  print(
    'No test ran',
    positionals.length > 0 ? [`no test file's path contains ${positionals.join(' or ')}`] : ['there are no test files'],
  );
console.log(`\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
// Leftover sockets of a browser must not keep the process alive.
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** @param {string} title @param {readonly string[]} lines */
function print(title, lines) {
  if (lines.length > 0) console.log(`\n${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
