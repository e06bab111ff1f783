// What browser tests ask of the browser that a page cannot do for itself, alike in all three engines.
// (`sendKeys`, `sendMouse` and others of @web/test-runner-commands work too, where they support the engine.)
import {executeServerCommand} from '@web/test-runner-commands';

/** Presses one key, with modifiers before it: `press('Tab')`, `press('Shift+Tab')`, `press('Control+Home')`. */
export async function press(keys: string): Promise<void> {
  await executeServerCommand('press', keys);
}

/** Skips the running test and says why: `await skip(this, 'why')`. The run lists every skipped test with its reason. */
export async function skip(test: Mocha.Context, reason: string): Promise<never> {
  await executeServerCommand('explain-skip', {title: test.test?.title ?? '', reason});
  return test.skip();
}
