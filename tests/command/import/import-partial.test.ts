/**
 * What can be imported is imported: a file that cannot is named by itself, and stops the others only where that is
 * asked for.
 */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {folderWith, run} from '../command.js';
import {joined} from '../../harness/joined.js';

const notice = (name: string, day = '2022-07-12'): string =>
  `# ${name} privacy notice\n\nEffective date: ${day}\n\nThis notice tells you what we do with what ` +
  `we know about you and your boat.\n`;

const textsIn = (folder: string): string[] =>
  existsSync(join(folder, 'p'))
    ? readdirSync(join(folder, 'p'), {recursive: true, encoding: 'utf8'})
        .filter((name) => name.endsWith('.md') && statSync(join(folder, 'p', name)).isFile())
        .sort()
    : [];

describe('a file that cannot be imported', () => {
  const bad: Readonly<Record<string, readonly [string, string | Buffer, RegExp]>> = {
    'is in Windows-1252': [
      'quay.txt',
      Buffer.from(notice('Quay').replace('boat', '\x93boat\x94'), 'latin1'),
      joined(
        /quay\.txt:5:\d+ {2}error {4}This text is not in UTF-8; it may be in Windows-1252\. .*iconv -f/,
        / WINDOWS-1252 -t UTF-8/,
      ),
    ],
    'has front matter that is no YAML': ['quay.md', `---\ntitle: [\n---\n${notice('Quay')}`, /quay\.md:\d:\d {2}error/],
    'is in no language that can be told': ['quay.txt', '12345\n\n2022-07-12\n', /quay\.txt {2}error {4}The language/],
    'is no Word file': ['quay.docx', 'PK', /quay\.docx {2}error {4}This is no Word file/],
    'is not there': ['quay.md', '', /quay\.md {2}error/],
  };
  for (const [what, [name, content, sentence]] of Object.entries(bad)) {
    it(`${what}: it is named, and the others are imported`, async (test) => {
      const given = {'tide.md': notice('Tide'), 'berth.md': notice('Berth'), ...(content !== '' && {[name]: content})};
      const folder = await folderWith(test, given);
      const {code, stdout, stderr} = await run(folder, 'import', 'tide.md', name, 'berth.md', '--out', 'p');
      assert.match(stderr, sentence);
      assert.match(stderr, /^Imported 2 texts, unsure of nothing\. .*\nWhat is said above was left undone\./m);
      assert.match(stdout, /^tide\.md → [\s\S]*\nberth\.md → /);
      assert.deepEqual([code, textsIn(folder)], [1, ['berth/2022-07-12/en.md', 'tide/2022-07-12/en.md']]);
      assert.doesNotMatch(readFileSync(join(folder, 'p/policies.yaml'), 'utf8'), /quay/);
    });
  }

  it('stops the others with --all-or-nothing', async (test) => {
    const folder = await folderWith(test, {'tide.md': notice('Tide'), 'quay.docx': 'PK'});
    const {code, stdout, stderr} = await run(
      folder,
      'import',
      'tide.md',
      'quay.docx',
      '--out',
      'p',
      '--all-or-nothing',
    );
    assert.match(stderr, /quay\.docx {2}error[\s\S]*\nNothing was imported\.\n$/);
    assert.deepEqual([code, stdout, textsIn(folder)], [1, '', []]);
  });

  it('is told of in JSON beside what was imported', async (test) => {
    const folder = await folderWith(test, {'tide.md': notice('Tide'), 'quay.docx': 'PK'});
    const {code, stdout} = await run(folder, 'import', 'tide.md', 'quay.docx', '--out', 'p', '--json');
    const told = JSON.parse(stdout) as {status: string; files: {file: string}[]; findings: {file: string}[]};
    assert.deepEqual(
      [code, told.status, told.files.map(({file}) => file), told.findings.map(({file}) => file)],
      [1, 'findings', ['tide.md'], ['quay.docx']],
    );
  });
});

describe('two files that claim one place', () => {
  it('get it neither, and the rest is imported', async (test) => {
    const folder = await folderWith(test, {'a.md': notice('Tide'), 'b.md': notice('Tide'), 'c.md': notice('Berth')});
    const {code, stderr} = await run(folder, 'import', 'a.md', 'b.md', 'c.md', '--out', 'p');
    assert.match(
      stderr,
      /b\.md {2}error {4}This file and a\.md are both the policy “tide” of 2022-07-12 in en, so neither/,
    );
    assert.deepEqual([code, textsIn(folder)], [1, ['berth/2022-07-12/en.md']]);
  });
});

describe('a conflict in one text', () => {
  const conflict = async (test: TestContext) => {
    const folder = await folderWith(test, {'tide.md': notice('Tide'), 'berth.md': notice('Berth')});
    assert.equal((await run(folder, 'import', 'tide.md', 'berth.md', '--out', 'p')).code, 0);
    const place = join(folder, 'p/tide/2022-07-12/en.md');
    writeFileSync(place, readFileSync(place, 'utf8').replace('your boat', 'your ship'));
    for (const name of ['Tide', 'Berth'])
      writeFileSync(join(folder, `${name.toLowerCase()}.md`), notice(name).replace('your boat', 'your raft'));
    return {folder, place};
  };

  it('leaves that text as it was and goes on', async (test) => {
    const {folder, place} = await conflict(test);
    const {code, stderr} = await run(folder, 'import', 'tide.md', 'berth.md', '--out', 'p');
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^p\/tide\/2022-07-12\/en\.md:5:1 {2}error {4}This was edited here and changed in tide\.md too/m,
    );
    assert.match(readFileSync(place, 'utf8'), /your ship/);
    assert.match(readFileSync(join(folder, 'p/berth/2022-07-12/en.md'), 'utf8'), /your raft/);
  });

  it('is told again the next time, also where what was done is kept', async (test) => {
    const {folder} = await conflict(test);
    const again = ['import', 'tide.md', 'berth.md', '--out', 'p', '--cache', 'kept'];
    for (let time = 0; time < 2; time++) {
      const {code, stderr} = await run(folder, ...again);
      assert.equal(code, 1);
      assert.match(stderr, /This was edited here and changed in tide\.md too/);
    }
  });
});

describe('what is no policy', () => {
  it('is left out and named: locks, and what a folder holds beside texts', async (test) => {
    const folder = await folderWith(test, {
      'site/tide.md': notice('Tide'),
      'site/deep/berth.md': notice('Berth'),
      'site/~$berth.docx': 'lock',
      'site/.DS_Store': 'x',
      'site/README.md': '# What this is\n',
      'site/style.css': 'p {}',
      'site/site.yaml': 'a: b',
      'site/a.png': 'x',
      'site/b.png': 'x',
      'site/old.pdf': 'x',
      'site/node_modules/thing/notice.md': notice('Thing'),
    });
    const {code, stderr} = await run(folder, 'import', 'site', '--out', 'p');
    assert.match(
      stderr,
      /^site\/old\.pdf {2}warning {2}This is a PDF file; .*“pdftotext -layout old\.pdf”.* It was left out\.$/m,
    );
    assert.match(
      stderr,
      /^site {2}warning {2}Not taken for policies and left out: README\.md, 2 \.png, site\.yaml, style\.css\./m,
    );
    assert.deepEqual([code, textsIn(folder)], [0, ['berth/2022-07-12/en.md', 'tide/2022-07-12/en.md']]);
  });

  for (const name of ['~$tide.docx', '.~lock.tide.odt#', '.DS_Store', 'tide.md~'])
    it(`is named where a shell gives it: ${name}`, async (test) => {
      const folder = await folderWith(test, {'tide.md': notice('Tide'), [name]: 'x'});
      const {code, stderr} = await run(folder, 'import', name, 'tide.md', '--out', 'p');
      assert.match(stderr, /warning {2}This is .*, so it was left out\./);
      assert.deepEqual([code, textsIn(folder)], [0, ['tide/2022-07-12/en.md']]);
    });

  for (const [name, sentence] of [
    ['tide.rst', /“pandoc tide\.rst -f rst -t gfm -o tide\.md”/],
    ['tide.adoc', /“asciidoctor tide\.adoc -o tide\.html”/],
    ['the tide.odt', /“soffice --convert-to docx 'the tide\.odt'”/],
    ['tide.rtf', /“soffice --convert-to docx tide\.rtf”/],
  ] as const)
    it(`is another format, with the command that converts it: ${name}`, async (test) => {
      const folder = await folderWith(test, {[name]: 'x'});
      const {code, stderr} = await run(folder, 'import', name, '--out', 'p');
      assert.match(stderr, sentence);
      assert.equal(code, 1);
    });
});
