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

/** Files on the test's own server. */
export interface Published {
  /** Where they are: ends with a slash. */
  readonly address: string;
  /** The names of all that was asked for, in order. */
  requests(): Promise<readonly string[]>;
  replace(name: string, content: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Answers nobody who asks for this file, until `release`. */
  withhold(name: string): Promise<void>;
  release(name: string): Promise<void>;
}

export async function publish(files: Readonly<Record<string, string>>): Promise<Published> {
  const address: string = await executeServerCommand('publish', files);
  const act = async <T>(act: string, name = '', content = ''): Promise<T> =>
    executeServerCommand('published', {address, act, name, content});
  return {
    address,
    requests: () => act('requests'),
    replace: (name, content) => act('replace', name, content),
    remove: (name) => act('remove', name),
    withhold: (name) => act('withhold', name),
    release: (name) => act('release', name),
  };
}

/** A file on a real server where something goes wrong: see faulty-server.mjs. */
export interface Faulty {
  readonly address: string;
  /** From now on something else goes wrong, or nothing. */
  become(behaviour: string): Promise<unknown>;
  /** What each request for it told of the reader. */
  requests(): Promise<readonly {cookie?: string; referer?: string; authorization?: string}[]>;
}

/** `good`: what it serves where nothing goes wrong; of several, one after the other, then the last. */
export async function serveFaulty(behaviour: string, good: string | readonly string[]): Promise<Faulty> {
  const address: string = await executeServerCommand('faulty-server', {behaviour, good});
  return {
    address,
    become: (next) => executeServerCommand('faulty-server', {address, behaviour: next}),
    requests: () => executeServerCommand('faulty-server', {address}),
  };
}

/**
 * What a page is shown as: printed, in forced colours. Nothing given: as it is. `false` where the engine cannot be
 * told so.
 */
export async function emulate(
  settings: {media?: 'print'; features?: readonly {name: string; value: string}[]} = {},
): Promise<boolean> {
  return executeServerCommand('emulate', {media: '', features: [], ...settings});
}

/** Whether `npm run trust` asks for the whole count of what is tried. */
export async function isWhole(): Promise<boolean> {
  return executeServerCommand('is-whole');
}

/** Has the engine let go of all that nobody uses. `false` where it cannot be told so. */
export async function collectGarbage(): Promise<boolean> {
  return executeServerCommand('collect-garbage');
}

/** Material from outside of this project, or why there is none. See materials.mjs. */
export async function material<T>(name: 'seeds-bundle' | 'attacks'): Promise<T | {reason: string}> {
  return executeServerCommand<T | {reason: string}, undefined>(name);
}
