// What reading costs in the viewer, beside the same text as a plain page: npm run bench [-- --rounds 9 --sizes 60,1000]
// Every run is a fresh page; the pages of a round come in random order; a figure is the median over rounds of the
// ratio to the plain page of the same round, with the quartiles. The processor's time decides: other work on the
// machine disturbs it least.
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {built} from '../harness/built.mjs';
import {countNodes, freshPage, held, launch, worked} from './reading/browser.mjs';
import {bundleOf, plainPage, sizes} from './reading/material.mjs';
import {quantile, shuffled} from './reading/numbers.mjs';
import {serve} from './reading/site.mjs';

const {values: asked} = parseArgs({
  options: {
    rounds: {type: 'string', default: '9'},
    sizes: {type: 'string', default: Object.keys(sizes).join(',')},
    slowdown: {type: 'string', default: '4'},
  },
});
const rounds = Number(asked.rounds);
const slowdown = Number(asked.slowdown);
const wanted = asked.sizes.split(',').flatMap((each) => {
  const size = /** @type {import('./reading/material.mjs').Size} */ (Number(each));
  if (!(size in sizes)) throw new Error(`There is no size ${each}. Choose of ${Object.keys(sizes).join(', ')}.`);
  return [size];
});

const viewerPage = (/** @type {number} */ size, /** @type {boolean} */ preload) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>Policies</title>${preload ? `<link rel="preload" as="fetch" crossorigin href="/${size}/bundle.json">` : ''}` +
  '<script type="module" src="/files/policy-viewer.js"></script><policy-viewer ' +
  `src="/${size}/bundle.json"></policy-viewer>`;

const variants = ['plain', 'plain-cv', 'viewer'];

/** @type {Map<string, string>} */
const pages = new Map();
for (const size of wanted) {
  const bundle = bundleOf(size);
  pages.set(`/${size}/bundle.json`, JSON.stringify(bundle));
  pages.set(`/${size}/plain.html`, plainPage(bundle, 'en', false));
  pages.set(`/${size}/plain-cv.html`, plainPage(bundle, 'en', true));
  pages.set(`/${size}/viewer.html`, viewerPage(size, true));
}
const site = await serve(pages, resolve(built('cdn')));
const {browser, close} = await launch();

/** @typedef {{painted: number, worked: number, longest: number, nodes: number, js: number, dom: number}} Load */

/** @param {string} address @returns {Promise<Load>} */
async function load(address) {
  const {page, session, close: closePage} = await freshPage(browser, slowdown);
  try {
    const before = await worked(session);
    await page.goto(`${site.origin}${address}`, {waitUntil: 'domcontentloaded'});
    await page.waitForFunction('globalThis.paintedAt', {polling: 100});
    const after = await worked(session);
    const [painted, longest] = /** @type {[number, number]} */ (
      await page.evaluate(
        '[paintedAt, Math.max(0, ...longTasks.filter(([at]) => at < paintedAt).map(([, time]) => time))]',
      )
    );
    return {painted, worked: after - before, longest, nodes: await countNodes(page), ...(await held(session))};
  } finally {
    await closePage();
  }
}

/**
 * @typedef {{next: number, worked: number}} Act milliseconds to the next paint, and of the processor until all is
 * done
 */

/** What the reader of a plain page could have at best: the other language, or the rest, put in place ready-made. */
const acts = {
  filter: {
    plain: `document.querySelector('style').textContent += 'section[data-for]:not([data-for~=visitor]){display:none}'`,
    viewer: `document.querySelector('policy-viewer').audience = 'visitor'`,
    prepare: '',
  },
  language: {
    plain: `document.querySelector('main').replaceChildren(other)`,
    viewer: `document.querySelector('policy-viewer').lang = 'sv'`,
    prepare:
      `globalThis.other = document.createRange().createContextualFragment(` +
      `document.querySelector('main')?.innerHTML ?? '')`,
  },
};

/**
 * @param {string} address @param {'plain' | 'viewer'} kind @param {{plain: string, viewer: string, prepare: string}}
 * act
 */
async function perform(address, kind, act) {
  const {page, session, close: closePage} = await freshPage(browser, slowdown);
  try {
    await page.goto(`${site.origin}${address}`, {waitUntil: 'domcontentloaded'});
    await page.waitForFunction('globalThis.paintedAt', {polling: 100});
    if (kind === 'plain' && act.prepare) await page.evaluate(act.prepare);
    // The first choice of all would fetch words and parts: that is the network's time.
    if (kind === 'viewer') await page.evaluate(`import('/files/languages/sv.js')`);
    await session.send('HeapProfiler.collectGarbage');
    const before = await worked(session);
    const next = /** @type {number} */ (
      await page.evaluate(
        `(async () => { const start = performance.now(); ${act[kind]}; const painted = await whenPainted();` +
          "await document.querySelector('policy-viewer')?.updateComplete; return Math.max(painted, await " +
          'whenPainted()) - start })()',
      )
    );
    return {next, worked: (await worked(session)) - before};
  } finally {
    await closePage();
  }
}

const spread = (/** @type {number[]} */ values, digits = 2) =>
  `${quantile(values, 0.5).toFixed(digits)} ` +
  `[${quantile(values, 0.25).toFixed(digits)}–${quantile(values, 0.75).toFixed(digits)}]`;

/** @param {string} title @param {string[][]} rows */
const table = (title, rows) => {
  const [head = [], ...rest] = rows;
  const all = [[title, ...head], head.map(() => '---').concat('---'), ...rest];
  process.stdout.write(`\n${all.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`);
};

try {
  for (const size of wanted) {
    /** @type {Record<string, Load[]>} */
    const loads = Object.fromEntries(variants.map((each) => [each, []]));
    /** @type {Record<string, Act[]>} */
    const acted = {};
    const jobs = [
      ...variants.map((variant) => async () => {
        loads[variant]?.push(await load(`/${size}/${variant}.html`));
      }),
      ...Object.entries(acts).flatMap(([name, act]) =>
        /** @type {const} */ (['plain-cv', 'viewer']).map((variant) => async () => {
          const done = await perform(`/${size}/${variant}.html`, variant === 'viewer' ? 'viewer' : 'plain', act);
          (acted[`${name} ${variant}`] ??= []).push(done);
        }),
      ),
    ];
    // The first round warms the server, and does not count.
    for (let round = -1; round < rounds; round++) {
      for (const job of shuffled(jobs)) await job();
      if (round < 0) {
        for (const list of [...Object.values(loads), ...Object.values(acted)]) list.length = 0;
      }
    }
    const plain = loads['plain'] ?? [];
    const ratio = (/** @type {string} */ variant, /** @type {'painted' | 'worked'} */ figure) =>
      spread((loads[variant] ?? []).map((each, n) => each[figure] / (plain[n]?.[figure] ?? NaN)));
    const last = (/** @type {string} */ variant) => loads[variant]?.at(-1);
    const megabytes = (/** @type {number | undefined} */ bytes) => ((bytes ?? NaN) / 1e6).toFixed(2);
    table(`${size} clauses, processor slowed ${slowdown}x, ${rounds} rounds`, [
      ['main thread ÷ plain', 'painted ÷ plain', 'longest task, ms', 'nodes', 'JS heap, MB', 'DOM heap, MB'],
      ...variants.map((each) => [
        each,
        ratio(each, 'worked'),
        ratio(each, 'painted'),
        spread(
          (loads[each] ?? []).map(({longest}) => longest),
          0,
        ),
        String(last(each)?.nodes),
        megabytes(last(each)?.js),
        megabytes(last(each)?.dom),
      ]),
    ]);
    table(`${size} clauses, slowed ${slowdown}x`, [
      ['to paint, ms', 'main thread, ms', 'main thread ÷ plain-cv'],
      ...Object.entries(acted).map(([name, list]) => [
        name,
        spread(
          list.map(({next}) => next),
          0,
        ),
        spread(
          list.map((each) => each.worked),
          0,
        ),
        spread(list.map((each, n) => each.worked / (acted[name.replace('viewer', 'plain-cv')]?.[n]?.worked ?? NaN))),
      ]),
    ]);
  }
} finally {
  await close();
  await site.close();
}
