/**
 * Links from one imported text to another: they become references, hold in every language, and check tells of those
 * that lead nowhere.
 */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {readReference, writeReference} from '../../../src/authoring/folder/reference-address.js';
import {folderWith, run} from '../command.js';

const words = 'This notice tells you what we do with what we know about you and your boat in the harbour.';
const text = (title: string, link: string, front = ''): string =>
  `${front === '' ? '' : `---\n${front}\n---\n`}# ${title}\n\nEffective 1 March 2024\n\n${words} See ` +
  `[the other text](${link}).\n`;
const rules = (front = ''): string =>
  text('Harbour Rules', 'https://example.org/', front) + '\n## Berths {#berths}\n\nEvery berth has a number.\n';

/** What the link of `a.md` is in the policies folder. */
async function linkIn(
  test: Parameters<typeof folderWith>[0],
  files: Readonly<Record<string, string>>,
  ...options: string[]
) {
  const folder = await folderWith(test, files);
  const {code, stdout, stderr} = await run(folder, 'import', ...Object.keys(files), '--out', 'p', ...options);
  assert.equal(code, 0, stderr);
  const place = /^(?:.*\/)?a\.\w+ → (p\/.*\.md)$/m.exec(stdout)?.[1] ?? '';
  const markdown = readFileSync(join(folder, place), 'utf8');
  return {folder, place, link: /\[the other text\]\(([^)]*)\)/.exec(markdown)?.[1], unsure: stdout};
}

describe('a link to another imported text', () => {
  const known: Readonly<Record<string, readonly [string, string, string, string?, string?]>> = {
    'by its file': ['a.md', 'rules.md', 'rules.md'],
    'by its file’s page': ['a.md', 'rules.html', 'rules.md'],
    'by a path without an ending': ['a.md', 'rules', 'rules.md'],
    'from another folder': ['x/a.md', '../y/rules.md', 'y/rules.md'],
    'as a site has it': ['x/a.md', '../rules/', 'x/rules.md'],
    'by a folder’s index': ['a.md', 'rules/', 'rules/index.md'],
    'from the root of the site': ['x/a.md', '/y/rules/', 'y/rules.md'],
    'by the address that front matter gives': ['a.md', '/legal/harbour', 'r.md', 'permalink: /legal/harbour/'],
    'by one of several': ['a.md', '/old', 'r.md', 'aliases: [/older, /old]'],
    'by its full address': ['a.md', 'https://kai.example/h', 'r.md', 'canonical: https://kai.example/h'],
  };
  for (const [what, [from, link, to, front]] of Object.entries(known))
    it(`is a reference to its policy: ${what}`, async (test) => {
      const found = await linkIn(test, {[from]: text('Kai Notice', link), [to]: rules(front)});
      assert.equal(found.link, '../../harbour-rules');
      assert.equal((await run(found.folder, 'check', 'p')).code, 0);
    });

  it('is one by the site’s address, where --base-url says it', async (test) => {
    const files = {'a.md': text('Kai Notice', 'https://kai.example/legal/rules'), 'rules.md': rules()};
    assert.equal((await linkIn(test, files)).link, 'https://kai.example/legal/rules');
    assert.equal((await linkIn(test, files, '--base-url', 'https://kai.example/legal/')).link, '../../harbour-rules');
  });

  it('leads to the clause with the id that it names', async (test) => {
    assert.equal(
      (await linkIn(test, {'a.md': text('Kai Notice', 'rules.md#berths'), 'rules.md': rules()})).link,
      '../../harbour-rules#berths',
    );
  });

  it('is the same in every language, and an ordinary link on pages', async (test) => {
    const german = (title: string, link: string): string =>
      `# ${title}\n\nGültig ab 1. März 2024\n\nDiese Erklärung sagt Ihnen, was wir mit dem tun, was wir ` +
      `über Sie wissen. Siehe [den anderen Text](${link}).\n`;
    const folder = await folderWith(test, {
      'en/a.md': text('Kai Notice', 'rules.md'),
      'de/a.md': german('Kai Hinweise', 'rules.md'),
      'en/rules.md': rules(),
      'de/rules.md': german('Hafenordnung', '/de/a'),
    });
    assert.equal((await run(folder, 'import', 'en', 'de', '--out', 'p')).code, 0);
    assert.match(
      readFileSync(join(folder, 'p/kai-notice/2024-03-01/de.md'), 'utf8'),
      /\]\(\.\.\/\.\.\/harbour-rules\)/,
    );
    assert.match(
      readFileSync(join(folder, 'p/harbour-rules/2024-03-01/de.md'), 'utf8'),
      /\]\(\.\.\/\.\.\/kai-notice\)/,
    );
    assert.equal((await run(folder, 'build', 'p', '--out', 'b.json')).code, 0);
    const bundle = readFileSync(join(folder, 'b.json'), 'utf8');
    assert.match(bundle, /\{"type":"reference","policy":"harbour-rules","content":\["den anderen Text"\]\}/);
    assert.equal((await run(folder, 'prerender', 'b.json', '--out', 'site')).code, 0);
    assert.match(
      readFileSync(join(folder, 'site/kai-notice/de.html'), 'utf8'),
      /<a href="[^"]*harbour-rules\/de\.html">den anderen Text/,
    );
  });

  it('is kept where the other text was imported before and is not given again', async (test) => {
    const found = await linkIn(test, {'a.md': text('Kai Notice', 'rules.md'), 'rules.md': rules()});
    writeFileSync(join(found.folder, 'a.md'), text('Kai Notice', 'rules.md').replace('your boat', 'your ship'));
    rmSync(join(found.folder, 'rules.md'));
    assert.equal((await run(found.folder, 'import', 'a.md', '--out', 'p')).code, 0);
    const markdown = readFileSync(join(found.folder, found.place), 'utf8');
    assert.match(markdown, /your ship[\s\S]*\]\(\.\.\/\.\.\/harbour-rules\)/);
  });

  it('becomes one once the other text is imported too', async (test) => {
    const {folder, place, link, unsure} = await linkIn(test, {'a.md': text('Kai Notice', 'rules.md')});
    assert.equal(link, undefined);
    assert.match(unsure, /“the other text” leads to “rules\.md”, so only its words were kept/);
    writeFileSync(join(folder, 'rules.md'), rules());
    assert.equal((await run(folder, 'import', 'a.md', 'rules.md', '--out', 'p')).code, 0);
    assert.match(readFileSync(join(folder, place), 'utf8'), /\]\(\.\.\/\.\.\/harbour-rules\)/);
  });

  it('is left as its words where two texts may be meant', async (test) => {
    const {link} = await linkIn(test, {
      'a.md': text('Kai Notice', '/rules'),
      'x/rules.md': rules(),
      'y/rules.md': rules().replace('Harbour', 'Boat'),
    });
    assert.equal(link, undefined);
  });
});

describe('a reference to another policy, as check sees it', () => {
  const folder = {
    'p/policies.yaml': 'title: Kai\nlanguages: [en]\n',
    'p/rules/2024-03-01/en.md': '# Rules\n\n## Berths {#berths}\n\nEvery berth has a number.\n',
  };
  const cases: Readonly<Record<string, RegExp>> = {
    '../../rules': /No findings/,
    '../../rules#berths': /No findings/,
    '../../rules/2024-03-01/en.md#berths': /No findings/,
    '../../rule': /en\.md:3:\d+ {2}error {4}There is no policy “rule” in this folder\. Did you mean “rules”\?/,
    '../../rules#berth': /error {4}Nothing in the policy “rules” has the id “berth”\./,
    '../rules':
      /warning {2}A link must be https:, mailto: or tel:, #id within this text, or \.\.\/\.\.\/id to another policy/,
  };
  for (const [address, said] of Object.entries(cases))
    it(`${address}: ${said.source.slice(0, 50)}`, async (test) => {
      const given = await folderWith(test, {
        ...folder,
        'p/kai/2024-03-01/en.md': `# Kai\n\nSee [rules](${address}).\n`,
      });
      const {stdout, stderr} = await run(given, 'check', 'p');
      assert.match(stdout + stderr, said);
    });

  it('reads as it is written', () => {
    for (const target of [{policy: 'a'}, {policy: 'a.b', to: 'c-1'}])
      assert.deepEqual(readReference(writeReference(target)), target);
    for (const none of ['#a', '../a', '../../', '../../A', '../../a#b#c', '../../../a', 'https://a.example'])
      assert.equal(readReference(none), undefined);
  });

  it('goes to translators as it is', async (test) => {
    const given = await folderWith(test, {
      ...folder,
      'p/policies.yaml': 'title: Kai\nlanguages: [en, de]\n',
      'p/kai/2024-03-01/en.md': '# Kai\n\nSee [rules](../../rules#berths).\n',
    });
    assert.equal((await run(given, 'export', 'p', '--format', 'xliff', '--out', 'x', '--target', 'de')).code, 0);
    const [file = ''] = readdirSync(join(given, 'x'), {recursive: true, encoding: 'utf8'}).filter(
      (name) => name.includes('kai') && name.endsWith('.xlf'),
    );
    const xliff = readFileSync(join(given, 'x', file), 'utf8');
    assert.match(xliff, /\.\.\/\.\.\/rules#berths/);
  });
});
