/* eslint-disable max-lines -- one command, all that it prints, as a user meets it */
/** `policy-viewer prerender`, the real command in a folder of its own: what it writes, prints and refuses. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {folderWith, run} from '../command.js';
import {joined} from '../../harness/joined.js';

const english = {
  title: 'Privacy',
  sections: [{id: 's1', heading: ['Visitors'], blocks: [{type: 'paragraph', id: 'p1', content: ['We keep little.']}]}],
};
const swedish = {
  title: 'Integritet',
  sections: [{id: 's1', heading: ['Besökare'], blocks: [{type: 'paragraph', id: 'p1', content: ['Vi sparar lite.']}]}],
};

const bundleWith = (...editions: readonly unknown[]): Record<string, unknown> => ({
  format: 'policy-bundle/1',
  title: {en: 'Privacy here'},
  languages: ['sv', 'en'],
  audiences: [],
  products: [{id: 'app', names: {en: 'App'}}],
  vocabulary: [],
  policies: [{id: 'privacy', products: ['app'], editions}],
});
const newest = {id: '2026-03-01', effective: '2026-03-01', texts: {sv: swedish, en: english}};
const older = {id: '2024-01-01', effective: '2024-01-01', texts: {en: english}};

const folderOf = async (
  test: TestContext,
  bundle: unknown,
  files: Readonly<Record<string, string>> = {},
): Promise<string> => folderWith(test, {'bundle.json': JSON.stringify(bundle), ...files});

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, {recursive: true, withFileTypes: true}))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

describe('prerender', () => {
  it('writes a page for each text, a list of them and a style sheet', async (test) => {
    const folder = await folderOf(test, bundleWith(newest, older));
    assert.deepEqual(await run(folder, 'prerender', 'bundle.json', '--out', 'pages'), {
      code: 0,
      stdout: `Prerendered 3 pages in 2 languages; ${join('pages', 'index.html')} lists them.\n`,
      stderr: '',
    });
    assert.deepEqual(await filesIn(join(folder, 'pages')), [
      'index.html',
      'policy.css',
      'privacy/2024-01-01/en.html',
      'privacy/en.html',
      'privacy/sv.html',
    ]);
    const page = await readFile(join(folder, 'pages/privacy/sv.html'), 'utf8');
    assert.match(page, /^<!doctype html>\n<html lang="sv" dir="ltr">\n<head>\n<meta charset="utf-8">/);
    assert.match(page, /<link rel="canonical" href="\.\.\/privacy\/sv\.html">/);
    assert.match(
      page,
      /<section id="s1">\n<h2>Besökare<\/h2>\n<p id="p1" data-clause="p1">Vi sparar lite\.<\/p>\n<\/section>/,
    );
  });

  it('writes what a folder of texts says', async (test) => {
    const folder = await folderWith(test, {'policies/privacy/2026-03-01/en.md': '# Privacy\n\nWe keep little.\n'});
    const {code, stdout} = await run(folder, 'prerender', 'policies', '--out', 'pages');
    assert.deepEqual(
      [code, stdout],
      [0, `Prerendered 1 page in 1 language; ${join('pages', 'index.html')} lists them.\n`],
    );
    assert.match(await readFile(join(folder, 'pages/privacy/en.html'), 'utf8'), /<h1>Privacy<\/h1>/);
  });

  it('also writes what is to be pasted inside the element', async (test) => {
    const folder = await folderOf(test, bundleWith(older));
    const {stdout} = await run(folder, 'prerender', 'bundle.json', '--out', 'pages', '--fragment', '--json');
    assert.deepEqual(JSON.parse(stdout), {
      status: 'fine',
      out: 'pages',
      pages: 1,
      files: ['index.html', 'policy.css', 'privacy/en.html', 'privacy/en.fragment.html'],
      old: [],
      findings: [],
    });
    assert.equal(
      await readFile(join(folder, 'pages/privacy/en.fragment.html'), 'utf8'),
      `<article lang="en" dir="ltr" data-policy="privacy" data-edition="2024-01-01">
<h2>Privacy</h2>
<div class="about">
<p class="date"><span>Effective: January 1, 2024</span></p>
</div>
<section id="s1">
<h3>Visitors</h3>
<p id="p1" data-clause="p1">We keep little.</p>
</section>
</article>
`,
    );
  });

  it('links fragments only by addresses that hold anywhere', async (test) => {
    const folder = await folderOf(test, bundleWith(newest));
    const fragment = join(folder, 'pages/privacy/en.fragment.html');
    await run(folder, 'prerender', 'bundle.json', '--out', 'pages', '--fragment');
    assert.match(await readFile(fragment, 'utf8'), /<span lang="sv" dir="ltr">Svenska<\/span>/);
    await run(
      folder,
      'prerender',
      'bundle.json',
      '--out',
      'pages',
      '--fragment',
      '--force',
      '--base-url',
      'https://example.org/p',
    );
    assert.match(
      await readFile(fragment, 'utf8'),
      /<a href="https:\/\/example\.org\/p\/privacy\/sv\.html" hreflang="sv" lang="sv" dir="ltr">Svenska<\/a>/,
    );
  });

  it('overwrites nothing without --force, and then writes none of the rest either', async (test) => {
    const folder = await folderOf(test, bundleWith(newest), {'pages/privacy/en.html': 'mine'});
    const refused = await run(folder, 'prerender', 'bundle.json', '--out', 'pages');
    assert.deepEqual(refused, {
      code: 1,
      stdout: '',
      stderr:
        `${join('pages', 'privacy/en.html')}  error    This file is there already and was left as it is. ` +
        `Give another name, or add --force to overwrite it.\n\nNothing was prerendered.\n`,
    });
    assert.deepEqual(await filesIn(join(folder, 'pages')), ['privacy/en.html']);
    assert.equal((await run(folder, 'prerender', 'bundle.json', '--out', 'pages', '--force')).code, 0);
    assert.match(await readFile(join(folder, 'pages/privacy/en.html'), 'utf8'), /We keep little/);
  });

  it('tells of pages whose texts are gone, and deletes them when asked: its own, and nobody else’s', async (test) => {
    const folder = await folderOf(test, bundleWith(newest, older), {
      'pages/privacy/fr.html': '<article>Mine.</article>',
      'pages/privacy/2020-01-01/notes.html': '<p>Mine.</p>',
      'pages/other/en.html': '<article data-policy="app" data-edition="2024-01-01">',
    });
    await run(folder, 'prerender', 'bundle.json', '--out', 'pages', '--fragment');
    const all = await filesIn(join(folder, 'pages'));
    await writeFile(join(folder, 'bundle.json'), JSON.stringify(bundleWith({...newest, texts: {en: english}})));
    const told = await run(folder, 'prerender', 'bundle.json', '--out', 'pages', '--force');
    assert.deepEqual(
      [told.code, told.stdout],
      [
        0,
        `Prerendered 1 page in 2 languages; ${join('pages', 'index.html')} lists them. ` +
          `4 older pages are of texts that are gone; add --prune to delete them.\n`,
      ],
    );
    assert.deepEqual(await filesIn(join(folder, 'pages')), all);
    const pruned = await run(folder, 'prerender', 'bundle.json', '--out', 'pages', '--force', '--prune');
    assert.deepEqual(
      [pruned.code, pruned.stdout],
      [
        0,
        `Prerendered 1 page in 2 languages; ${join('pages', 'index.html')} lists them. ` +
          `Deleted 4 pages of texts that are gone.\n`,
      ],
    );
    const gone = [
      'privacy/2024-01-01/en.fragment.html',
      'privacy/2024-01-01/en.html',
      'privacy/sv.fragment.html',
      'privacy/sv.html',
    ];
    assert.deepEqual(
      await filesIn(join(folder, 'pages')),
      all.filter((name) => !gone.includes(name)),
    );
    assert.deepEqual((await readdir(join(folder, 'pages/privacy'))).sort(), [
      '2020-01-01',
      'en.fragment.html',
      'en.html',
      'fr.html',
    ]);
  });

  const misuses: readonly [args: readonly string[], says: RegExp][] = [
    [[], /^Say what to prerender: policy-viewer prerender bundle\.json --out pages\.\n$/],
    [['bundle.json'], /^Say where to: policy-viewer prerender bundle\.json --out pages\.\n$/],
    [['bundle.json', 'more.json', '--out', 'pages'], /^Only one folder or bundle .* “more\.json” is one too many\.\n$/],
    ...[
      'example.org',
      'ftp://example.org/',
      'https://example.org/?a',
      'https://me@example.org/',
      'javascript:alert(1)',
    ].map((address): [string[], RegExp] => [
      ['bundle.json', '--out', 'pages', '--base-url', address],
      /^“.*” is no address of a folder on the web\. Write it like --base-url https:\/\/example\.org\/policies\/\.\n$/,
    ]),
  ];
  for (const [args, says] of misuses) {
    it(`says what to type instead of: prerender ${args.join(' ')}`, async (test) => {
      const folder = await folderOf(test, bundleWith(newest));
      const {code, stdout, stderr} = await run(folder, 'prerender', ...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, says);
      assert.deepEqual(await filesIn(folder), ['bundle.json']);
    });
  }

  it('recommends the base address in its help', async (test) => {
    const {code, stdout} = await run(await folderWith(test, {}), 'prerender', '--help');
    assert.equal(code, 0);
    assert.match(stdout, /--base-url URL +The folder’s address on the web, recommended/);
  });

  it('refuses a bundle that is none, with every reason', async (test) => {
    const folder = await folderOf(test, {
      ...bundleWith(newest),
      policies: [{id: '../../out', products: ['app'], editions: [newest]}],
    });
    const {code, stderr} = await run(folder, 'prerender', 'bundle.json', '--out', 'pages');
    assert.equal(code, 1);
    assert.match(stderr, /policies\[0\]\.id: expected an id/);
    assert.deepEqual(await filesIn(folder), ['bundle.json']);
  });

  it('refuses pages that would overwrite one another', async (test) => {
    const folder = await folderOf(test, {
      ...bundleWith(),
      languages: ['zh-Hant', 'zh-hant'],
      policies: [
        {
          id: 'privacy',
          products: ['app'],
          editions: [{id: '2026-03-01', effective: '2026-03-01', texts: {'zh-Hant': english, 'zh-hant': english}}],
        },
        {
          id: 'index.html',
          products: ['app'],
          editions: [{id: '2026-03-01', effective: '2026-03-01', texts: {'zh-Hant': english}}],
        },
      ],
    });
    const {code, stderr} = await run(folder, 'prerender', 'bundle.json', '--out', 'pages');
    assert.equal(code, 1);
    const at = (path: string): string => join('pages', path);
    assert.equal(
      stderr,
      `${at('privacy/zh-hant.html')}  error    This page and ${at('privacy/zh-Hant.html')} cannot both be written. \
Give one of the policies or languages another name.

${at('index.html/zh-Hant.html')}  error    This page and ${at('index.html')} cannot both be written. Give one of the \
policies or languages another name.

Nothing was prerendered.\n`,
    );
    assert.deepEqual(await filesIn(folder), ['bundle.json']);
  });
});

describe('prerender of a bundle whose texts stand apart', () => {
  const json = JSON.stringify(swedish);
  const reference = (algorithm = 'sha384', text = json, src = 'texts/sv%201.json?v=2'): unknown => ({
    src,
    integrity: `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`,
    title: 'Integritet',
    audiences: [],
  });
  const apart = (text: unknown): unknown =>
    bundleWith({id: '2026-03-01', effective: '2026-03-01', texts: {sv: text, en: english}});

  for (const algorithm of ['sha256', 'sha384', 'sha512']) {
    it(`reads them from beside the bundle, held against their ${algorithm}`, async (test) => {
      const folder = await folderOf(test, apart(reference(algorithm)), {'texts/sv 1.json': json});
      // The bundle's own folder counts, not the one the command was called in.
      assert.equal((await run(join(folder, 'texts'), 'prerender', '../bundle.json', '--out', '../pages')).code, 0);
      assert.match(await readFile(join(folder, 'pages/privacy/sv.html'), 'utf8'), /Vi sparar lite\./);
    });
  }

  const refusals: readonly [what: string, text: unknown, file: string | undefined, says: RegExp][] = [
    [
      'is not there',
      reference(),
      undefined,
      joined(
        /^texts.sv 1\.json {2}error {4}The bundle bundle\.json keeps a text in this file\. There is no/,
        / such file or folder\. Check the name\.\n/,
      ),
    ],
    [
      'was changed',
      reference(),
      json.replace('lite', 'allt'),
      joined(
        /^texts.sv 1\.json {2}error {4}This text is not the one that the bundle bundle\.json means: it/,
        / was changed since\. Build the bundle again/,
      ),
    ],
    [
      'is no JSON',
      reference('sha256', '{'),
      '{',
      /^texts.sv 1\.json {2}error {4}This is no JSON\. Build the bundle again/,
    ],
    [
      'is no text of a policy',
      reference('sha256', '{"title": "T"}'),
      '{"title": "T"}',
      /^texts.sv 1\.json {2}error {4}sections: expected a list, found nothing\. Build the bundle again/,
    ],
    [
      'stands at a site’s root',
      reference('sha256', json, '/texts/sv.json'),
      json,
      joined(
        /^bundle\.json {2}error {4}The text at “\/texts\/sv\.json” can be found only on the web\. Give/,
        / texts an address relative to the bundle’s/,
      ),
    ],
  ];
  for (const [what, text, file, says] of refusals) {
    it(`says so where one ${what}`, async (test) => {
      const folder = await folderOf(test, apart(text), file === undefined ? {} : {'texts/sv 1.json': file});
      const {code, stdout, stderr} = await run(folder, 'prerender', 'bundle.json', '--out', 'pages');
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, says);
      assert.match(stderr, /Nothing was prerendered: 1 error\.\n$/);
    });
  }
});
