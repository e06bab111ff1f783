// Chromium, and what it tells of a page: when it was painted, what its main thread worked, what it holds.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';
import {findChromium} from '../../harness/chromium.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').CDPSession} CDPSession */

export async function launch() {
  const folder = mkdtempSync(join(tmpdir(), 'policy-viewer-bench-'));
  const found = findChromium();
  if ('reason' in found) throw new Error(found.reason);
  const browser = await puppeteer.launch({
    executablePath: found.executablePath,
    headless: true,
    userDataDir: folder,
    protocolTimeout: 300_000,
    args: [...found.args, '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** Runs in each page before its own scripts. `whenPainted` is the second frame after the content is there. */
const hooks = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const {startTime, duration} of list.getEntries()) longTasks.push([startTime, duration]);
  }).observe({type: 'longtask', buffered: true});
  globalThis.whenPainted = () =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
  globalThis.contentIsThere = () => {
    globalThis.contentIsThere = () => {};
    whenPainted().then((at) => { globalThis.paintedAt = at; });
  };
  addEventListener('policy-load', () => contentIsThere());
  addEventListener('DOMContentLoaded', () => { if (!document.querySelector('policy-viewer')) contentIsThere(); });
`;

/**
 * A page of its own in a browser context of its own: nothing is kept from the run before.
 * @param {import('puppeteer-core').Browser} browser @param {number} slowdown  of the processor
 */
export async function freshPage(browser, slowdown) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await page.setViewport({width: 1000, height: 800});
  await page.evaluateOnNewDocument(hooks);
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', {rate: slowdown});
  return {page, session, close: () => context.close()};
}

/** What the main thread has worked so far, in milliseconds of the processor. @param {CDPSession} session */
export async function worked(session) {
  const {metrics} = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({name}) => name === 'TaskDuration')?.value ?? NaN);
}

/** Bytes held after two collections. @param {CDPSession} session */
export async function held(session) {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  const {usedSize} = usage;
  // Newer engines tell of the DOM's heap, too.
  const dom = 'embedderHeapUsedSize' in usage ? Number(usage.embedderHeapUsedSize) : NaN;
  return {js: usedSize, dom};
}

/** How many nodes there are, shadow trees included. @param {Page} page @returns {Promise<number>} */
export const countNodes = (page) =>
  page.evaluate(() => {
    const count = (/** @type {Node} */ root) => {
      let nodes = 0;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
      for (let node = /** @type {Node | null} */ (walker.currentNode); node; node = walker.nextNode()) {
        nodes++;
        if (node instanceof Element && node.shadowRoot) nodes += count(node.shadowRoot);
      }
      return nodes;
    };
    return count(document);
  });
