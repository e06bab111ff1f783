// For running browser tests by hand, in Chromium: npx wtr --config tests/web-test-runner.config.mjs --watch
// `npm test` runs them by way of tests/harness/run.mjs, with the same settings.
import {whyNotBuilt} from './harness/built.mjs';
import {configure, findBrowsers} from './harness/browser-tests.mjs';

const {browsers, absent} = findBrowsers(['chromium']);
if (absent.length > 0) throw new Error(absent.join('\n'));

const stale = whyNotBuilt();
if (stale !== undefined) throw new Error(stale);

export default configure(browsers, ['tests/viewer/**/*.test.ts']);
