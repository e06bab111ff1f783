/** The demo as a static site: at a sub path, it shows the viewer, and reads people's own texts without sending any. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {extname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {findChromium} from '../harness/chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'site-'));
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
};
const absent: string[] = [];
const base = '/docs/policies/';
const server = createServer(({url = ''}, response) => {
  const path = new URL(url, 'http://site.example').pathname;
  try {
    if (!path.startsWith(base)) throw new Error(`${path} is outside of the site`);
    const bytes = readFileSync(join(folder, path.slice(base.length)));
    response.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(bytes);
  } catch {
    absent.push(path);
    response.writeHead(404).end();
  }
});
let browser: Browser;
let address = '';

before(async () => {
  execFileSync(process.execPath, ['src/package/site.mjs', folder], {cwd: root, stdio: 'ignore'});
  await new Promise<void>((ready) => server.listen(0, ready));
  address = `http://localhost:${(server.address() as AddressInfo).port}${base}`;
  const found = findChromium();
  if ('reason' in found) throw new Error(found.reason);
  browser = await puppeteer.launch({...found, env: found.env ?? process.env});
});
after(async () => {
  await browser.close();
  server.close();
  rmSync(folder, {recursive: true, force: true});
});

const open = async (name: string): Promise<{page: Page; errors: string[]}> => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => (message.type() === 'error' ? errors.push(message.text()) : undefined));
  await page.goto(address + name);
  return {page, errors};
};

describe('the demo as a static site', () => {
  for (const name of readdirSync(join(root, 'demo')).filter((each) => /^(?!playground).*\.html$/.test(each))) {
    it(`${name} shows its viewers, without an error`, async () => {
      const {page, errors} = await open(name);
      await page.waitForFunction(() => document.querySelector('policy-viewer')?.shadowRoot?.querySelector('h2'));
      assert.deepEqual([errors, absent], [[], []]);
      await page.close();
    });
  }

  it('reads a pasted text in the page, under its policy, with no request once the reader is there', async () => {
    const {page, errors} = await open('playground.html');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || !request.url().startsWith(address)) sent.push(request.url());
    });
    await page.click('#example');
    await page.click('[type=submit]');
    await page.waitForFunction(() => document.querySelector('policy-viewer')?.shadowRoot?.querySelector('h2'));
    const said = await page.$eval('#recognised', (list) => list.textContent);
    assert.match(said, /Privacy policy of Tidebook/);
    assert.match(said, /2026-03-01/);
    assert.match(said, /member, visitor/);
    // Blobs are what people take away.
    assert.deepEqual(
      sent.filter((url) => !url.startsWith('blob:')),
      [],
    );
    assert.deepEqual([errors, absent], [[], []]);
    await page.close();
  });
});
