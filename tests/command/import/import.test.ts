/* eslint-disable max-lines -- one command, all that it prints, as a user meets it */
/** `policy-viewer import`, the built command, in a folder of its own: all that it prints, writes and refuses. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {readMarkdown} from '../../../src/authoring/folder/markdown.js';
import {compareLetters, textPieces} from '../../../src/authoring/import/lossless.js';
import {run as runCommand} from '../command.js';
import {joined} from '../../harness/joined.js';

const fixtures = join(import.meta.dirname, '../../fixtures/import');

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});

afterEach(() => {
  rmSync(folder, {recursive: true, force: true});
});

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(...args: readonly string[]): Promise<Run> {
  const {code, stdout, stderr} = await runCommand(folder, 'import', ...args);
  return {code, out: stdout, err: stderr};
}

const write = (name: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, name)), {recursive: true});
  writeFileSync(join(folder, name), text);
};

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const copy = (...names: readonly string[]): void =>
  names.forEach((name) => {
    cpSync(join(fixtures, name), join(folder, name));
  });
/** What stands in a folder, the record of imports apart. */
const files = (below: string): string[] =>
  !existsSync(join(folder, below))
    ? []
    : readdirSync(join(folder, below), {recursive: true, encoding: 'utf8'})
        .filter((name) => statSync(join(folder, below, name)).isFile() && !name.endsWith('.imports.yaml'))
        .sort();
/** A line of the report, without its label. */
const said = ({out}: Run, label: string): string[] =>
  [...out.matchAll(new RegExp(`^  ${label.padEnd(11)}(.*)$`, 'gmu'))].map(([, line = '']) => line);

const notice =
  'Tide privacy notice\n\nEffective date: July 12, 2022\n\nThis notice tells you what we do with ' +
  'what we know about you and your boat.\n';

describe('import', () => {
  it('writes one text and says all that it recognised', async () => {
    copy('kystlys-nb.txt');
    const {code, out, err} = await run('kystlys-nb.txt', '--out', 'policies');
    assert.equal(err, '');
    assert.equal(
      out,
      `kystlys-nb.txt → policies/kystlys-havneservice/2021-03-03/nb.md
  language   nb (Norwegian Bokmål, as 8 of 8 longer paragraphs are)
  effective  2021-03-03 (“Dato for ikrafttredelse: 3. mars 2021”)
  policy     kystlys-havneservice
  product    Kystlys Havneservice
  title      Kystlys Havneservice
  sections   without a heading: 2 paragraphs
             “Slik bruker vi opplysningene dine”: 1 paragraph
               “Klienter, besøkende, og andre sluttbrukere.” for client, visitor, end-user: 3 items
               “Alle.”: 1 paragraph
               without a heading: 1 paragraph
  letters    All 766 characters are in the bundle, in order; 3 of them are marks of list items, which it keeps as lists.

Imported 1 text, unsure of nothing. Read what was written, then: policy-viewer check policies
`,
    );
    assert.equal(code, 0);
    assert.equal(
      read('policies/kystlys-havneservice/2021-03-03/nb.md'),
      `# Kystlys Havneservice

Dato for ikrafttredelse: 3. mars 2021

Kystlys Havneservice finner kaiplass til båter som ikke får plass noe annet sted. For å gjøre det, trenger vi \
opplysninger om båten og om deg.

## Slik bruker vi opplysningene dine {#section-1}

Denne delen utfyller de generelle retningslinjene våre med det som gjelder kaiplasser.

### Klienter, besøkende, og andre sluttbrukere. {#client audience="client visitor end-user"}

Hvis du leter etter kaiplass, bruker vi følgende:

- Kontaktopplysninger og arbeidsrelaterte opplysninger, slik at vi kan ringe når en plass blir ledig; \
{#client-contact-professional}
- Betalingsopplysninger, der det trengs, for å ta betalt for plassen (generelt, for å oppfylle kontraktsforpliktelsene \
våre til deg); og {#client-payment}
- Andre personopplysninger, som hvor lang båten er og hvor dypt den stikker. {#client-other}

### Alle. {#everyone audience="everyone"}

Enten du har båt eller ikke, teller vi hvor mange som går ut på kaia, uten å vite hvem de er.

---

Hvor lenge vi lagrer opplysninger, står i de generelle retningslinjene våre.
`,
    );
    assert.match(
      read('policies/policies.yaml'),
      joined(
        /^title: Kystlys Havneservice\nlanguages: \[nb\]\nproducts:\n {2}- id:/u,
        / kystlys-havneservice\n {4}names:\n {6}nb: Kystlys Havneservice\npolicies:\n {2}- id:/u,
        / kystlys-havneservice\n {4}products: \[kystlys-havneservice\]\n$/mu,
      ),
    );
  });

  it('puts texts of one policy together, by language and by date', async () => {
    const names = readdirSync(fixtures).sort();
    copy(...names);
    const {code, out, err} = await run(...names, '--out', 'policies');
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.deepEqual(files('policies'), [
      'havneservice/2021-03-03/nb.md',
      'kystlys/2021-03-03/sv.md',
      'kystlys/2021-03-03/zh-Hant.md',
      'pass/2023-01-15/en.md',
      'policies.yaml',
      'tidebook/2022-07-12/ar.md',
      'tidebook/2022-07-12/en.md',
      'verksted/2019-05-14/nl.md',
      'verksted/2021-03-03/da.md',
    ]);
    assert.deepEqual(
      said({code, out, err}, 'covers'),
      Array.from({length: 2}, () => 'Tidebook, Kystlys Pass, Studios by Kystlys, Bryggan'),
    );
    assert.match(read('policies/policies.yaml'), /- id: pass-client\n {4}names:\n {6}sv: Kystlys Pass-kund\n/u);
    const ids = (file: string): readonly string[] => read(file).match(/\{#[^}]*\}/gu) ?? [];
    assert.deepEqual(ids('policies/kystlys/2021-03-03/sv.md'), ids('policies/kystlys/2021-03-03/zh-Hant.md'));
    for (const name of names.filter((each) => each.endsWith('.txt'))) {
      const target = out.match(new RegExp(`^${name} → (.*)$`, 'mu'))?.[1] ?? '';
      const pieces = textPieces(readMarkdown({file: target, text: read(target)}).text);
      assert.ok(compareLetters(read(name), pieces, true).same, name);
    }
    assert.equal((await runCommand(folder, 'build', 'policies')).code, 0);
  });

  const audiences = [
    ['kystlys-sv.txt', ['member client', 'employee', 'pass-client visitor guest end-user', 'everyone']],
    ['kystlys-zh.txt', ['member client', 'employee', 'pass-client visitor guest end-user', 'everyone']],
    ['kystlys-verksted-da.txt', ['member partner sponsor', 'employee', 'mentor', 'visitor guest end-user', 'everyone']],
    ['kystlys-verksted-nl.txt', ['member partner sponsor', 'employee', 'mentor', 'visitor guest end-user']],
    ['tidebook-en.txt', ['member client', 'employee', 'divers', 'everyone']],
    ['tidebook-ar.txt', ['member client', 'employee', 'visitor guest end-user', 'everyone']],
    ['kystlys-pass-en.md', ['member guest', 'everyone', 'mentor']],
  ] as const;
  for (const [name, expected] of audiences) {
    it(`finds whom ${name} speaks to`, async () => {
      copy(name, 'kystlys-pass-en.md');
      assert.equal(
        (await run(...new Set([name, 'kystlys-pass-en.md']), '--out', 'p', '--policy', `${name}=one`)).code,
        0,
      );
      const [file = ''] = files('p/one');
      assert.deepEqual(
        [...read(`p/one/${file}`).matchAll(/audience="([^"]*)"/gu)].map(([, ids]) => ids),
        expected,
      );
    });
  }

  it('reads a text with a byte order mark, CRLF and no-break spaces alike', async () => {
    copy('kystlys-verksted-da.txt');
    write(
      'other.txt',
      `\ufeff${read('kystlys-verksted-da.txt').replaceAll(' •', '\u00a0•\u00a0').replaceAll('\n', '\r\n')}`,
    );
    await run('kystlys-verksted-da.txt', '--out', 'one');
    const {code} = await run('other.txt', '--out', 'two');
    assert.equal(code, 0);
    const [file = ''] = files('one');
    assert.equal(read(`two/${file}`), read(`one/${file}`));
  });

  it('keeps notes after a list in its section, and ends the section for everyone', async () => {
    copy('kystlys-verksted-da.txt');
    await run('kystlys-verksted-da.txt', '--out', 'p', '--policy', 'v');
    const markdown = read('p/v/2021-03-03/da.md');
    assert.match(
      markdown,
      /\{#employee-office-preferences\}\n\nDet, du fortæller en mentor, er ikke fortroligt\.\n\n### Mentorer\./u,
    );
    assert.match(markdown, /hvem de er\.\n\n---\n\nHvor længe/u);
  });

  it('joins wrapped lines, keeps addresses and makes links', async () => {
    copy('tidebook-en.txt');
    await run('tidebook-en.txt', '--out', 'p');
    const markdown = read('p/tidebook/2022-07-12/en.md');
    assert.match(markdown, /warn you of a storm, including at night if you asked us to; \{#member-contact\}/u);
    assert.match(markdown, /Kystlys Havn AS\\\nBryggen 4\\\n5003 Nordvik\n$/u);
    assert.match(markdown, /<https:\/\/kystlys\.example\/privacy>\./u);
    assert.match(markdown, /^## 1\. How we use your personal data \{#section-1\}$/mu);
  });

  it('keeps what Markdown can say, and reports what it cannot', async () => {
    copy('kystlys-pass-en.md');
    write(
      'more.md',
      '---\nlang: en\neffective: 2023-01-15\ntitle: More\n---\nRead ![a plan of the harbour](plan.png) ' +
        'and [this](http://kystlys.example).\n\n<div onclick="run()">In a box</div>\n',
    );
    assert.equal((await run('kystlys-pass-en.md', '--out', 'p')).code, 0);
    const markdown = read('p/kystlys-pass/2023-01-15/en.md');
    for (const kept of [
      '[our general policy](https://kystlys.example/privacy)',
      '_really_',
      '| Data            | Kept for',
      '### Members and guests. {#member audience="member guest"}',
      '### Mentors {#mentor audience="mentor"}',
    ]) {
      assert.ok(markdown.includes(kept), kept);
    }
    const reported = said(await run('more.md', '--out', 'p', '--dry-run'), 'unsure');
    assert.ok(
      reported.some((line) => line.startsWith('line 6: A policy holds no pictures')),
      reported.join('\n'),
    );
    assert.ok(
      reported.some((line) => line.startsWith('line 6: A link must be https:')),
      reported.join('\n'),
    );
    assert.ok(
      reported.some((line) => line.startsWith('An element’s event handler was left out')),
      reported.join('\n'),
    );
  });

  it('brings back what it wrote itself, ids and all', async () => {
    copy('kystlys-sv.txt');
    await run('kystlys-sv.txt', '--out', 'one', '--policy', 'k');
    const {code} = await run('one/k/2021-03-03/sv.md', '--out', 'two', '--policy', 'k');
    assert.equal(code, 0);
    assert.equal(read('two/k/2021-03-03/sv.md'), read('one/k/2021-03-03/sv.md'));
  });
});

describe('what import is unsure of', () => {
  it('has the option that settles it', async () => {
    copy('tidebook-en.txt');
    const [doubt = ''] = said(await run('tidebook-en.txt', '--out', 'p', '--dry-run'), 'unsure');
    assert.match(doubt, /line 25: “Divers” in “Divers\.” is no audience that is known.*--audience "Divers=visitor"/u);
    assert.deepEqual(
      said(await run('tidebook-en.txt', '--out', 'p', '--audience', 'Divers=visitor guest'), 'unsure'),
      [],
    );
    assert.match(read('p/tidebook/2022-07-12/en.md'), /### Divers\. \{#visitor audience="visitor guest"\}/u);
  });

  it('can be overridden for all files or for one', async () => {
    write('a.txt', notice);
    write('b.txt', notice);
    const result = await run(
      'a.txt',
      'b.txt',
      '--out',
      'p',
      '--policy',
      'tides',
      '--effective',
      '2023-01-01',
      '--language',
      'b.txt=nb',
      '--title',
      'a.txt=Tides',
      '--product',
      'Tides',
    );
    assert.equal(result.code, 0, result.err);
    assert.deepEqual(files('p'), ['policies.yaml', 'tides/2023-01-01/en.md', 'tides/2023-01-01/nb.md']);
    assert.match(read('p/tides/2023-01-01/en.md'), /^# Tides\n\n[\s\S]*Tide privacy notice/u);
  });

  it('can be a heading that is none', async () => {
    copy('tidebook-en.txt');
    await run('tidebook-en.txt', '--out', 'p', '--audience', 'Divers=none', '--audience', 'everyone=none');
    assert.match(read('p/tidebook/2022-07-12/en.md'), /\n\nDivers\. +If you are a diver, we use:\n/u);
  });
});

describe('an existing folder', () => {
  it('gains texts and names, and keeps its comments', async () => {
    copy('kystlys-verksted-da.txt', 'kystlys-verksted-nl.txt');
    await run('kystlys-verksted-da.txt', '--out', 'p', '--product', 'Kystlys Verksted');
    write(
      'p/policies.yaml',
      read('p/policies.yaml').replace('policies:', '# ours\npolicies:').replaceAll('kystlys-verksted', 'shed'),
    );
    const {code, out} = await run('kystlys-verksted-nl.txt', '--out', 'p');
    assert.equal(code, 0);
    assert.match(out, /→ p\/shed\/2019-05-14\/nl\.md/u);
    assert.match(read('p/policies.yaml'), /languages: \[da, nl\][\s\S]*# ours/u);
  });

  it('stays as it is when the same is imported again', async () => {
    copy('kystlys-sv.txt');
    await run('kystlys-sv.txt', '--out', 'p');
    const before = files('p').map((name) => [name, read(`p/${name}`), statSync(join(folder, 'p', name)).mtimeMs]);
    const {code, out} = await run('kystlys-sv.txt', '--out', 'p');
    assert.equal(code, 0);
    assert.match(out, /Everything was there already, so nothing changed\.\n$/u);
    assert.deepEqual(
      files('p').map((name) => [name, read(`p/${name}`), statSync(join(folder, 'p', name)).mtimeMs]),
      before,
    );
  });

  it('loses no text without --force, and gets the others', async () => {
    copy('kystlys-nb.txt', 'kystlys-sv.txt');
    write('p/havneservice/2021-03-03/nb.md', '# Mine\n\nAnd nobody else’s.\n');
    const refused = await run('kystlys-nb.txt', 'kystlys-sv.txt', '--out', 'p');
    assert.equal(refused.code, 1);
    assert.match(
      refused.err,
      /havneservice\/2021-03-03\/nb\.md {2}error {4}This text is there already and differs.*--force/u,
    );
    assert.match(read('p/havneservice/2021-03-03/nb.md'), /^# Mine/u);
    assert.deepEqual(files('p'), ['havneservice/2021-03-03/nb.md', 'kystlys/2021-03-03/sv.md', 'policies.yaml']);
    assert.equal((await run('kystlys-nb.txt', 'kystlys-sv.txt', '--out', 'p', '--force')).code, 0);
    assert.match(read('p/havneservice/2021-03-03/nb.md'), /^# Kystlys Havneservice/u);
  });

  it('is left alone by --dry-run', async () => {
    copy('kystlys-sv.txt');
    assert.match((await run('kystlys-sv.txt', '--out', 'p', '--dry-run')).out, /Nothing was written/u);
    assert.deepEqual(files('p'), []);
  });

  it('is not added to when its policies.yaml cannot be read', async () => {
    copy('kystlys-sv.txt');
    write('p/policies.yaml', 'title: [\n');
    const {code, err} = await run('kystlys-sv.txt', '--out', 'p');
    assert.equal(code, 1);
    assert.match(err, /p\/policies\.yaml:\d+:\d+ {2}error {4}This is not valid YAML/u);
    assert.deepEqual(files('p'), ['policies.yaml']);
  });
});

describe('bad input', () => {
  const bad: readonly (readonly [string, string | Uint8Array | undefined, RegExp])[] = [
    ['absent.txt', undefined, /absent\.txt {2}error {4}There is no such file or folder\. Check the name\./u],
    ['empty.txt', ' \n\n', /empty\.txt {2}error {4}This file is empty\./u],
    [
      'picture.txt',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      /picture\.txt {2}error {4}This is no text file/u,
    ],
    [
      'latin1.txt',
      Buffer.from('Denna policy gäller', 'latin1'),
      /latin1\.txt:1:\d+ {2}error {4}This text is not in UTF-8\. Save it as UTF-8\./u,
    ],
    [
      'utf16.txt',
      Buffer.from('\ufeffDenna policy', 'utf16le'),
      /utf16\.txt {2}error {4}This text is in UTF-16\. Save it as UTF-8\./u,
    ],
    ['letter.docx', 'PK', /letter\.docx {2}error {4}This is no Word file/u],
    [
      'letter.doc',
      'x',
      joined(
        /letter\.doc {2}error {4}This is a Word file of the old kind; import reads plain text, Markdown,/u,
        / HTML, DOCX and Akoma Ntoso\. Convert it with “soffice --convert-to docx letter\.doc”/u,
      ),
    ],
    [
      'digits.txt',
      '12345\n\n2022-07-12\n',
      /digits\.txt {2}error {4}The language of this text could not be told.*--language/u,
    ],
    [
      'front.md',
      `---\nlang: klingonish\n---\n# ${notice}`,
      /front\.md {2}error {4}“lang[^”]*klingonish” at the beginning cannot be used/u,
    ],
    ['yaml.md', `---\nlang: [\n---\n# ${notice}`, /yaml\.md:\d:\d {2}error {4}The lines between ---/u],
  ];
  for (const [name, content, sentence] of bad) {
    it(`${name} is refused, and the good file beside it imported`, async () => {
      copy('kystlys-sv.txt');
      if (content !== undefined) write(name, content);
      const {code, out, err} = await run('kystlys-sv.txt', name, '--out', 'p');
      assert.match(err, sentence);
      assert.match(err, /What is said above was left undone\./u);
      assert.doesNotMatch(err, /^\s+at /mu);
      assert.match(out, /^kystlys-sv\.txt → /u);
      assert.equal(code, 1);
      assert.equal(files('p').length, 2);
    });

    it(`${name} stops the good file too with --all-or-nothing`, async () => {
      copy('kystlys-sv.txt');
      if (content !== undefined) write(name, content);
      const {code, out, err} = await run('kystlys-sv.txt', name, '--out', 'p', '--all-or-nothing');
      assert.match(err, sentence);
      assert.match(err, /Nothing was imported\.\n$/u);
      assert.equal(out, '');
      assert.equal(code, 1);
      assert.deepEqual(files('p'), []);
    });
  }

  it(
    'a file that may not be read is refused',
    {skip: process.getuid?.() === 0 ? 'root may read every file' : false},
    async () => {
      write('secret.txt', notice);
      chmodSync(join(folder, 'secret.txt'), 0);
      assert.match((await run('secret.txt', '--out', 'p')).err, /You may not read this/u);
    },
  );

  it('two texts that claim the same place are refused', async () => {
    write('a.txt', notice);
    write('b.txt', notice);
    const {code, err} = await run('a.txt', 'b.txt', '--out', 'p');
    assert.equal(code, 1);
    assert.match(
      err,
      joined(
        /b\.txt {2}error {4}This file and a\.txt are both the policy “tide” of 2022-07-12 in en, so/u,
        / neither was imported\..*--policy b\.txt=tide-2/u,
      ),
    );
  });

  it('a folder that is a file is refused', async () => {
    write('a.txt', notice);
    write('p', 'x');
    const {code, err} = await run('a.txt', '--out', 'p');
    assert.equal(code, 1);
    assert.match(err, /p {2}error {4}This is a file/u);
  });

  it('a link that leads out of the folder is not followed', async () => {
    write('a.txt', notice);
    mkdirSync(join(folder, 'elsewhere'));
    mkdirSync(join(folder, 'p'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'p/tide'));
    const {code, err} = await run('a.txt', '--out', 'p');
    assert.equal(code, 1);
    assert.match(err, /This would be written outside of “p”/u);
    assert.deepEqual(files('elsewhere'), []);
  });

  it('a link that the folder itself stands behind is followed, there already or not', async () => {
    write('a.txt', notice);
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'link'));
    for (let times = 0; times < 2; times++) {
      const {code, err} = await run('a.txt', '--out', 'link/p');
      assert.deepEqual([code, err], [0, '']);
      assert.deepEqual(files('elsewhere'), ['p/policies.yaml', 'p/tide/2022-07-12/en.md']);
    }
  });

  const misuses = [
    [['--out', 'p'], /Say which files to import/u],
    [['a.txt'], /Say where to/u],
    [['a.txt', '--out', 'p', '--policy', '../out'], /--policy \.\.\/out: give an id/u],
    [['a.txt', '--out', 'p', '--language', '../en'], /--language \.\.\/en: give a language tag/u],
    [['a.txt', '--out', 'p', '--effective', '31/05/2024'], /--effective 31\/05\/2024: give a day/u],
    [['a.txt', '--out', 'p', '--language', 'c.txt=nb'], /--language c\.txt=nb: give a language tag.*FILE=/u],
    [['a.txt', '--out', 'p', '--audience', 'Divers'], /--audience Divers: give the heading and audience ids/u],
  ] as const;
  for (const [args, sentence] of misuses) {
    it(`“import ${args.join(' ')}” is a misuse`, async () => {
      write('a.txt', notice);
      const {code, err} = await run(...args);
      assert.match(err, sentence);
      assert.equal(code, 2);
      assert.deepEqual(files('p'), []);
    });
  }

  it('an --audience for no heading is told of', async () => {
    write('a.txt', notice);
    const {code, err} = await run('a.txt', '--out', 'p', '--audience', 'Divers=visitor');
    assert.match(err, /No heading of what was imported reads “Divers”/u);
    assert.equal(code, 1);
  });

  it('is told to machines as JSON', async () => {
    write('a.txt', ' ');
    const {code, out} = await run('a.txt', '--out', 'p', '--json');
    const told: unknown = JSON.parse(out);
    assert.equal(code, 1);
    assert.ok(typeof told === 'object' && told !== null && 'findings' in told && Array.isArray(told.findings));
    assert.equal(told.findings[0].code, 'empty');
  });

  it('told as JSON, what was recognised stands by file', async () => {
    write('a.txt', notice);
    const told: unknown = JSON.parse((await run('a.txt', '--out', 'p', '--json')).out);
    assert.ok(typeof told === 'object' && told !== null && 'files' in told && Array.isArray(told.files));
    assert.deepEqual(
      [told.files[0].language.tag, told.files[0].effective.date, told.files[0].policy, told.files[0].target],
      ['en', '2022-07-12', 'tide', 'p/tide/2022-07-12/en.md'],
    );
  });
});
