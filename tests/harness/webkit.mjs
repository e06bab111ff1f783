// Runs browser tests in WebKitGTK: a launcher for @web/test-runner that speaks W3C WebDriver to WebKitWebDriver,
// which drives the MiniBrowser beside it. Without a display both run under xvfb-run. Linux only.
import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {createServer} from 'node:net';
import {delimiter, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

const hasDisplay = () => Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** @returns {{driver: string, browser: string} | {reason: string}} */
export function findWebKit() {
  if (process.platform !== 'linux') return {reason: 'WebKitGTK runs on Linux only'};
  const driver = onPath('WebKitWebDriver');
  if (!driver) return {reason: 'no WebKitWebDriver found (Debian: webkit2gtk-driver)'};
  const browser = findMiniBrowser();
  if (!browser) return {reason: 'no MiniBrowser found beside WebKitGTK'};
  if (!hasDisplay() && !onPath('xvfb-run'))
    return {reason: 'there is no display and no xvfb-run (Debian: xvfb, xauth)'};
  return {driver, browser};
}

const onPath = (/** @type {string} */ program) =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));

/** The MiniBrowser of the newest API: /usr/lib[/<architecture>]/webkit2gtk-4.1/MiniBrowser, also libexec. */
function findMiniBrowser() {
  const list = (/** @type {string} */ folder) =>
    existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const folders = ['/usr/lib', '/usr/lib64', '/usr/libexec'].flatMap((base) => [
    base,
    ...list(base).filter((path) => path.includes('linux-gnu')),
  ]);
  return folders
    .flatMap((folder) => list(folder).filter((path) => /\/webkit2?gtk-[\d.]+$/.test(path)))
    .sort((a, b) => b.localeCompare(a, 'en', {numeric: true}))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find((path) => existsSync(path));
}

/**
 * One window, so one test file at a time. `sendKeys` and the `sendMouse…` methods are what
 * @web/test-runner-commands calls on a launcher of type "webdriver"; `press` is for ./commands.ts.
 * @param {{driver: string, browser: string}} found
 */
export function webkitLauncher({driver, browser}) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let process_;
  let base = '';
  /** @type {Promise<string> | undefined} */
  let session;
  /** @type {Map<string, string>} */
  const urls = new Map();

  /** @returns {Promise<any>} */
  async function request(
    /** @type {string} */ method,
    /** @type {string} */ path,
    /** @type {unknown} */ body = undefined,
  ) {
    const response = await fetch(base + path, {
      method,
      headers: {'content-type': 'application/json'},
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
    const {value} = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  }

  async function open() {
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    const line = hasDisplay() ? [driver, `--port=${port}`] : ['xvfb-run', '--auto-servernum', driver, `--port=${port}`];
    // In a process group of its own: killing xvfb-run alone would leave X, the driver and the browser behind.
    process_ = spawn(/** @type {string} */ (line[0]), line.slice(1), {stdio: 'ignore', detached: true});
    process.once('exit', kill);
    await ready();
    const {sessionId} = await request('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {binary: browser, args: ['--automation']},
        },
      },
    });
    // Without a window manager it keeps its size.
    await request('POST', `/session/${sessionId}/window/rect`, {width: 1000, height: 800}).catch(() => {});
    return sessionId;
  }

  async function ready() {
    const deadline = Date.now() + 30_000;
    for (;;) {
      try {
        return await request('GET', '/status');
      } catch (error) {
        if (Date.now() > deadline) throw new Error('WebKitWebDriver did not start within 30 seconds', {cause: error});
        await sleep(100);
      }
    }
  }

  function kill() {
    if (!process_?.pid || process_.exitCode !== null) return;
    try {
      process.kill(-process_.pid);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error; // ESRCH: it ended by itself
    }
  }

  async function act(/** @type {object} */ source) {
    const id = await session;
    await request('POST', `/session/${id}/actions`, {actions: [source]});
  }
  const type = (/** @type {object[]} */ actions) => act({type: 'key', id: 'keyboard', actions});
  const point = (/** @type {object[]} */ actions) =>
    act({type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions});
  const stroke = (/** @type {string} */ key) => [
    {type: 'keyDown', value: keyValue(key)},
    {type: 'keyUp', value: keyValue(key)},
  ];
  const button = (/** @type {string | undefined} */ name) => ({left: 0, middle: 1, right: 2})[name ?? 'left'] ?? 0;
  const move = (/** @type {number} */ x, /** @type {number} */ y) => ({type: 'pointerMove', duration: 0, x, y});

  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,

    async startSession(/** @type {string} */ id, /** @type {string} */ url) {
      session ??= open();
      const opened = await session;
      urls.set(id, url);
      await request('POST', `/session/${opened}/url`, {url});
    },
    isActive: (/** @type {string} */ id) => urls.has(id),
    getBrowserUrl: (/** @type {string} */ id) => urls.get(id),
    async stopSession(/** @type {string} */ id) {
      urls.delete(id);
      const opened = await session;
      await request('DELETE', `/session/${opened}/actions`).catch(() => {}); // lets go of keys a failed test left down
      await request('POST', `/session/${opened}/url`, {url: 'about:blank'});
      return {};
    },
    async startDebugSession() {
      throw new Error('There is no debugging in WebKitGTK here: debug in Chromium.');
    },
    async stop() {
      const opened = await session?.catch(() => undefined);
      if (opened) await request('DELETE', `/session/${opened}`).catch(() => {}); // killed next, whatever it said
      kill();
    },

    sendKeys: (/** @type {string} */ _id, /** @type {string[]} */ keys) => type(keys.flatMap(stroke)),
    sendMouseMove: (/** @type {string} */ _id, /** @type {number} */ x, /** @type {number} */ y) => point([move(x, y)]),
    sendMouseClick: (
      /** @type {string} */ _id,
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {string | undefined} */ name,
    ) => point([move(x, y), {type: 'pointerDown', button: button(name)}, {type: 'pointerUp', button: button(name)}]),
    sendMouseDown: (/** @type {string} */ _id, /** @type {string | undefined} */ name) =>
      point([{type: 'pointerDown', button: button(name)}]),
    sendMouseUp: (/** @type {string} */ _id, /** @type {string | undefined} */ name) =>
      point([{type: 'pointerUp', button: button(name)}]),
    resetMouse: async () => {
      await request('DELETE', `/session/${await session}/actions`);
    },
    /** One key with its modifiers held: `press(['Shift', 'Tab'])`. */
    press(/** @type {string[]} */ chord) {
      const held = chord.slice(0, -1);
      return type([
        ...held.map((key) => ({type: 'keyDown', value: keyValue(key)})),
        ...stroke(chord.at(-1) ?? ''),
        ...held.reverse().map((key) => ({type: 'keyUp', value: keyValue(key)})),
      ]);
    },
  };
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((found, failed) => {
    const server = createServer()
      .on('error', failed)
      .listen(0, '127.0.0.1', () => {
        const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
        server.close(() => found(port));
      });
  });

/** Keys without a character, as WebDriver writes them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keyValues = new Map(
  Object.entries({
    Backspace: '\uE003',
    Tab: '\uE004',
    Enter: '\uE006',
    Shift: '\uE008',
    Control: '\uE009',
    Alt: '\uE00A',
    Escape: '\uE00C',
    PageUp: '\uE00E',
    PageDown: '\uE00F',
    End: '\uE010',
    Home: '\uE011',
    ArrowLeft: '\uE012',
    ArrowUp: '\uE013',
    ArrowRight: '\uE014',
    ArrowDown: '\uE015',
    Delete: '\uE017',
    Meta: '\uE03D',
  }),
);

function keyValue(/** @type {string} */ key) {
  const value = keyValues.get(key) ?? key;
  if ([...value].length !== 1) throw new Error(`WebKitGTK: no key is named "${key}"`);
  return value;
}
