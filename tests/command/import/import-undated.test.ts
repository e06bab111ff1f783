/** The day a text took effect, where its words do not say it; and what becomes of a text that has none. */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {folderWith, run} from '../command.js';

const body = 'This notice tells you what we do with what we know about you and your boat.\n';
const plain = `# Tide privacy notice\n\n${body}`;
const front = (lines: string, text = plain): string => `---\n${lines}\n---\n${text}`;
const page = (head: string, text = ''): string =>
  `<html lang="en"><head>${head}</head><body><h1>Tide privacy notice</h1>${text}<p>${body}</p></body></html>`;

/** What the report says of the only text's edition, and of what import is unsure of. */
async function edition(test: Parameters<typeof folderWith>[0], name: string, text: string, ...options: string[]) {
  const folder = await folderWith(test, {[name]: text});
  const {code, stdout, stderr} = await run(folder, 'import', name, '--out', 'p', ...options);
  assert.equal(code, 0, stderr);
  const said = /^ {2}(?:effective|edition) +(\S+) \((.*)\)$/m.exec(stdout);
  return {
    folder,
    id: said?.[1],
    why: said?.[2],
    unsure: [...stdout.matchAll(/^ {2}unsure +(.*)$/gm)].map(([, is]) => is),
  };
}

describe('the edition of a text', () => {
  const sure: Readonly<Record<string, readonly [string, string, string]>> = {
    'a day of effect in front matter': ['a.md', front('effective: 2024-03-01'), '2024-03-01'],
    'the same as words': ['a.md', front('effective_date: 1 March 2024'), '2024-03-01'],
    'the same with a time': ['a.md', front('date: 2024-03-01 09:30:00 +0100'), '2024-03-01'],
    'the same in the text’s language': [
      'a.md',
      front(
        'date: 1. März 2024\nlang: de',
        '# Kai Datenschutzerklärung\n\nDiese Erklärung sagt Ihnen, was wir mit dem tun, was wir über Sie ' +
          'und Ihr Boot wissen.\n',
      ),
      '2024-03-01',
    ],
    'a version in front matter': ['a.md', front('version: v2.1'), '2.1'],
    'a version in a line of its own': ['a.md', `# Tide privacy notice\n\nVersion 3.0\n\n${body}`, '3.0'],
    'a page’s day of effect': ['a.html', page('<meta name="effective-date" content="2024-03-01">'), '2024-03-01'],
  };
  for (const [what, [name, text, id]] of Object.entries(sure))
    it(`is told by ${what}: ${id}`, async (test) => {
      const found = await edition(test, name, text);
      assert.deepEqual([found.id, found.unsure], [id, []]);
    });

  const unsure: Readonly<Record<string, readonly [string, string, string, RegExp]>> = {
    'a day of change in front matter': [
      'a.md',
      front('last_updated: 2024-03-01'),
      '2024-03-01',
      /names no day of effect; 2024-03-01 is its front matter’s “last_updated”/,
    ],
    'a page’s <time>': ['a.html', page('', '<time datetime="2024-03-01">March</time>'), '2024-03-01', /first <time>/],
    'words and front matter that disagree': [
      'a.md',
      front('date: 2023-01-01', plain.replace('\n\n', '\n\nEffective date: 1 March 2024\n\n')),
      '2024-03-01',
      /“Effective date: 1 March 2024” and its front matter’s “date”, 2023-01-01, are two days; the first was taken/,
    ],
    nothing: [
      'a.md',
      plain,
      'undated',
      /Nothing says when it took effect, so its edition is called “undated”.*--effective/,
    ],
    'a day that may be two': ['a.md', front('date: 03/04/2024'), 'undated', /Nothing says when it took effect/],
  };
  for (const [what, [name, text, id, doubt]] of Object.entries(unsure))
    it(`is doubtful by ${what}: ${id}`, async (test) => {
      const found = await edition(test, name, text);
      assert.equal(found.id, id);
      assert.match(found.unsure.join('\n'), doubt);
    });

  for (const id of ['2024-03-01', '2.1', 'undated'])
    it(`is what the user says: ${id}`, async (test) => {
      const found = await edition(test, 'a.md', front('date: 2020-01-01'), '--effective', id);
      assert.deepEqual([found.id, found.why, found.unsure], [id, 'as --effective says', []]);
      assert.ok(existsSync(join(found.folder, `p/tide/${id}/en.md`)));
    });

  it('has no day in the bundle where none is known, and check has nothing against it', async (test) => {
    const {folder} = await edition(test, 'a.md', plain);
    const checked = await run(folder, 'check', 'p');
    assert.equal(checked.code, 0, checked.stderr);
    assert.equal((await run(folder, 'build', 'p', '--out', 'b.json')).code, 0);
    const bundle = JSON.parse(readFileSync(join(folder, 'b.json'), 'utf8')) as {
      policies: {editions: {id: string; effective?: string}[]}[];
    };
    assert.deepEqual(
      bundle.policies.flatMap(({editions}) => editions.map(({id, effective}) => [id, effective])),
      [['undated', undefined]],
    );
  });

  it('keeps the ids that its clauses had in the edition before, by version too', async (test) => {
    const text = (version: string): string => front(`version: ${version}`, `${plain}\n- We use your name.\n`);
    const folder = await folderWith(test, {'a.md': text('2.9')});
    assert.equal((await run(folder, 'import', 'a.md', '--out', 'p')).code, 0);
    const old = readFileSync(join(folder, 'p/tide/2.9/en.md'), 'utf8');
    const later = await folderWith(test, {
      'a.md': text('2.10'),
      'p/policies.yaml': readFileSync(join(folder, 'p/policies.yaml'), 'utf8'),
      'p/tide/2.9/en.md': old.replace(/\{#[^}]+\}/, '{#name}'),
    });
    assert.equal((await run(later, 'import', 'a.md', '--out', 'p')).code, 0);
    assert.match(readFileSync(join(later, 'p/tide/2.10/en.md'), 'utf8'), /We use your name\. \{#name\}/);
  });
});
