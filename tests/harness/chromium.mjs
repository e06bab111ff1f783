// Finds a Chromium to test in: CHROME_PATH, else an installed one, else the one inside the npm package
// @sparticuz/chromium, which needs no installation and no rights (Linux x64). CHROME_PATH=none skips to that.
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {join, resolve} from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const installed = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
  ],
  darwin: ['', process.env['HOME'] ?? ''].flatMap((home) => [
    `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
    `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
  ]),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name];
    return base
      ? [join(base, 'Google/Chrome/Application/chrome.exe'), join(base, 'Microsoft/Edge/Application/msedge.exe')]
      : [];
  }),
};

/**
 * What puppeteer needs to launch Chromium, or `reason`: a sentence that says why there is none.
 * @returns {{executablePath: string, args: string[], env?: NodeJS.ProcessEnv} | {reason: string}}
 */
export function findChromium() {
  const asked = process.env['CHROME_PATH'];
  if (asked && asked !== 'none') {
    return existsSync(asked)
      ? {executablePath: asked, args}
      : {reason: `CHROME_PATH names ${asked}, which does not exist`};
  }
  const found = asked === 'none' ? undefined : installed[process.platform]?.find((path) => existsSync(path));
  if (found) return {executablePath: found, args};
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {reason: 'no Chrome or Chromium found: install one, or set CHROME_PATH to its program'};
  }
  const folder = unpack();
  return {
    executablePath: join(folder, 'chromium'),
    args,
    env: {
      ...process.env,
      // The libraries that came with it (NSS and others) are what a server without a desktop lacks.
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : join(folder, 'fonts'),
    },
  };
}

// The sandbox needs kernel rights that containers and root do not have. Only this project's own pages are loaded.
const args = [
  ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Unpacks the packaged Chromium into node_modules/.cache, once a version, and says where. */
function unpack() {
  const {version} = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const cache = join(root, 'node_modules/.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  mkdirSync(cache, {recursive: true});
  // The package unpacks into the system's temporary folder, and its libraries only where it takes itself to be
  // in AWS Lambda. So: a process of its own that believes both, and a rename, so that a folder is whole or absent.
  const temporary = mkdtempSync(join(cache, 'chromium-'));
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `
      const {default: chromium} = await import('@sparticuz/chromium');
      await chromium.executablePath();
    `,
    ],
    {
      cwd: root,
      env: {...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x'},
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  try {
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, {recursive: true, force: true});
    if (!existsSync(join(folder, 'chromium'))) throw error; // else another run was first
  }
  return folder;
}
