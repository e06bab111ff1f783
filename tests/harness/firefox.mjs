// Finds a Firefox to test in: FIREFOX_PATH, else an installed one.
import {existsSync} from 'node:fs';

const installed = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  `${process.env['HOME'] ?? ''}/Applications/Firefox.app/Contents/MacOS/firefox`,
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** @returns {{executablePath: string} | {reason: string}} */
export function findFirefox() {
  const asked = process.env['FIREFOX_PATH'];
  if (asked)
    return existsSync(asked) ? {executablePath: asked} : {reason: `FIREFOX_PATH names ${asked}, which does not exist`};
  const found = installed.find((path) => existsSync(path));
  return found
    ? {executablePath: found}
    : {reason: 'no Firefox found: install one, or set FIREFOX_PATH to its program'};
}
