/* eslint-disable max-lines -- the way out and the way back share what a translator is given */
/** Texts as XLIFF and back: what a translator is given, and that a round trip changes nothing. */
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {DOMParser} from '@xmldom/xmldom';
import fc from 'fast-check';
import type {Inline} from '../../../src/policy/index.js';
import type {PolicyText} from '../../../src/authoring/folder/folder.js';
import {readMarkdown} from '../../../src/authoring/folder/markdown.js';
import {hashOf} from '../../../src/authoring/folder/sources.js';
import {canonical, type Mark} from '../../../src/authoring/xliff/codes.js';
import {makeJob, type Job, type JobUnit, type Knowledge, type Material} from '../../../src/authoring/xliff/job.js';
import {merge, type Merged} from '../../../src/authoring/xliff/merge-translation.js';
import {marksIn} from '../../../src/authoring/xliff/read-target.js';
import {readXliff} from '../../../src/authoring/xliff/read-xliff.js';
import {rewrite} from '../../../src/authoring/xliff/rewrite.js';
import {unitsOf} from '../../../src/authoring/xliff/units.js';
import {writeXliff, type XliffVersion} from '../../../src/authoring/xliff/write-xliff.js';
import {folderWith, run} from '../command.js';
import {runs} from '../../harness/runs.js';

const versions: readonly XliffVersion[] = ['1.2', '2.0'];

const textOf = (markdown: string, language: string, edition = '2026-03-01'): PolicyText => ({
  file: `quay/${edition}/${language}.md`,
  policy: 'quay',
  edition,
  language,
  reading: readMarkdown({file: `${language}.md`, text: markdown}),
});

const knowledge: Knowledge = {
  audiences: [{id: 'visitor', names: {en: 'visitor', da: 'besøgende'}}],
  terms: [{id: 'payment', kind: 'data', names: {en: 'Payment details', da: 'Betalingsoplysninger'}, phrases: {}}],
  products: [{id: 'quay', names: {en: 'Quay Pass', da: 'Kajpas'}}],
  annotate: (content) => content,
};

const english =
  '# Quay Pass\n\nFirst **one**.\n\n## Visitors {#v audience="visitor"}\n\n- Your card {#card ' +
  'data="payment"}\n- [Ask](https://quay.example/) {#ask}\n';
const danish =
  '# Kajpas\n\nFørst **en**.\n\n## Besøgende {#v audience="visitor"}\n\n- Dit kort {#card ' +
  'data="payment"}\n- [Spørg](https://quay.example/) {#ask}\n';

const jobOf = (material: Omit<Material, 'source' | 'target'>, source = english): Job =>
  makeJob({source: textOf(source, 'en'), target: 'da', ...material}, knowledge);
const unitOf = (job: Job, id: string): JobUnit =>
  job.units.find((unit) => unit.id === id) ?? assert.fail(`no unit ${id}`);

/** Exported, read and merged again. */
function roundTrip(
  source: PolicyText,
  existing: PolicyText | undefined,
  job: Job,
  version: XliffVersion,
  change: (xml: string) => string = (xml) => xml,
): Merged {
  const read = readXliff({file: 'a.xlf', text: change(writeXliff(job, version))});
  if (!read.ok) assert.fail(read.issues.map(({message}) => message).join('\n'));
  const [file] = read.value;
  assert.ok(file);
  const marks: Mark[] = [source, existing].flatMap((text) =>
    text === undefined ? [] : unitsOf(text.reading).flatMap(({content}) => marksIn(content)),
  );
  return merge({file, source, existing, path: 'da.md', marks});
}

describe('what a translator is given', () => {
  it('is every wording, by an id that stays', () => {
    assert.deepEqual(
      jobOf({}).units.map(({id}) => id),
      ['text:title', 'preamble.p1', 'v:heading', 'card', 'ask'],
    );
  });

  const record = {from: 'en', sha256: hashOf(english)};
  const states: readonly [string, Omit<Material, 'source' | 'target'>, JobUnit['state']][] = [
    ['initial where there is no translation', {}, 'initial'],
    ['translated where there is one', {existing: textOf(danish, 'da')}, 'translated'],
    ['final where it was made from this very source', {existing: textOf(danish, 'da'), record}, 'final'],
    [
      'to be reviewed where the source has changed since',
      {existing: textOf(danish, 'da'), record: {...record, sha256: hashOf('other')}},
      'review',
    ],
    [
      'to be reviewed where an older edition has it',
      {older: {target: textOf(danish, 'da', '2024-01-01'), source: undefined}},
      'review',
    ],
  ];
  for (const [title, material, state] of states) {
    it(`is ${title}`, () => {
      const unit = unitOf(jobOf(material), 'card');
      assert.equal(unit.state, state);
      assert.equal(unit.target?.join(''), state === 'initial' ? undefined : 'Dit kort');
    });
  }

  it('is approved in XLIFF 1.2 where nothing is left to do, and only there', () => {
    const existing = textOf(danish, 'da');
    const xml = (material: Omit<Material, 'source' | 'target'>): string => writeXliff(jobOf(material), '1.2');
    assert.equal([...xml({existing, record}).matchAll(/ approved="yes"/g)].length, 5);
    assert.equal([...xml({existing}).matchAll(/approved/g)].length, 0);
  });

  it('is to be reviewed where an id that says a place may be a neighbour’s', () => {
    const job = jobOf({existing: textOf(danish.replace('Først', 'Før alt.\n\nFørst'), 'da')});
    assert.equal(unitOf(job, 'preamble.p1').state, 'review');
    assert.equal(unitOf(job, 'card').state, 'translated');
  });

  it('says whether the source has changed since the older edition', () => {
    const older = (source: string): string =>
      unitOf(
        jobOf({older: {target: textOf(danish, 'da', '2024-01-01'), source: textOf(source, 'en', '2024-01-01')}}),
        'card',
      ).notes.at(-1)?.text ?? '';
    assert.equal(older(english), 'Taken from the edition of 2024-01-01. The source has not changed since.');
    assert.equal(
      older(english.replace('Your card', 'A card')),
      'Taken from the edition of 2024-01-01. The source was then: “A card”',
    );
  });

  it('has notes on whom it is for, what it speaks of, its links and names', () => {
    const job = jobOf({});
    const notes = (id: string): readonly string[] => unitOf(job, id).notes.map(({text}) => text);
    assert.deepEqual(notes('card'), [
      'An item of a list under “Visitors”.',
      'For: visitor.',
      'Speaks of: Payment details = Betalingsoplysninger.',
    ]);
    assert.deepEqual(notes('ask').slice(2), ['Tag 1 leads to https://quay.example/.']);
    assert.deepEqual(
      job.notes.map(({text}) => text),
      ['Glossary: Payment details = Betalingsoplysninger.', 'Product names, to be kept: Quay Pass = Kajpas.'],
    );
  });

  it('has each mark once, by the number that it has in the source', () => {
    const existing = textOf(danish.replace('Først **en**', '_A_ **b** og **c**'), 'da');
    const xml = writeXliff(jobOf({existing}, english.replace('First **one**', '**B**, **c** and _a_')), '1.2');
    assert.ok(
      xml.includes('<g id="1" ctype="bold">B</g>, <g id="2" ctype="bold">c</g> and <g id="3" ctype="italic">a</g>'),
    );
    assert.ok(
      xml.includes('<g id="3" ctype="italic">A</g> <g id="1" ctype="bold">b</g> og <g id="2" ctype="bold">c</g>'),
    );
  });

  for (const version of versions) {
    it(`is well-formed XLIFF ${version}, the same each time`, () => {
      const job = jobOf({existing: textOf(danish, 'da')}, english.replace('Your card', 'A & B \\<c> "d"'));
      const xml = writeXliff(job, version);
      assert.equal(writeXliff(job, version), xml);
      const wrong: unknown[] = [];
      const note = (message: unknown): void => {
        wrong.push(message);
      };
      new DOMParser({errorHandler: {warning: note, error: note, fatalError: note}}).parseFromString(xml, 'text/xml');
      assert.deepEqual(wrong, []);
      assert.ok(xml.includes('>A &amp; B &lt;c&gt; "d"</source>'));
      assert.ok(
        xml.includes(
          version === '1.2'
            ? '<g id="1" ctype="link" equiv-text="https://quay.example/">Ask</g>'
            : '<pc id="1" type="link" canDelete="no" dataRefStart="d1" dataRefEnd="d1e">Ask</pc>',
        ),
      );
    });
  }
});

/** Marks around marks, and what Markdown, XML or the attributes in braces could stumble over. */
const words = fc
  .array(
    fc.oneof(
      {weight: 3, arbitrary: fc.stringMatching(/^[a-z]{1,6}$/)},
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '*',
          '**',
          '_',
          '`',
          '#',
          '>',
          '&',
          '&amp;',
          '&#65;',
          '\\',
          '[',
          '](',
          '|',
          '~~',
          '-',
          '1.',
          '{#a}',
          '{x=y}',
          '<b>',
          '<!--',
          ']]>',
          'https://x.example/_a_',
          'www.x.example',
          'a@b.example',
          '"',
          '\u00a0',
          '\u200f',
          '訪客',
          '。',
          'زائر',
          'e\u0301',
          '👩‍👩‍👧',
          '!',
          '+',
          '=',
        ),
      },
    ),
    {minLength: 1, maxLength: 5},
  )
  .chain((parts) => fc.constantFrom(' ', '').map((between) => parts.join(between)));

const {content} = fc.letrec<{content: Inline[]}>((tie) => ({
  content: fc.array(
    fc.oneof(
      {depthSize: 'small', withCrossShrink: true},
      {weight: 4, arbitrary: words},
      {weight: 1, arbitrary: fc.constant(' ')},
      {weight: 1, arbitrary: fc.constant('\n')},
      {weight: 1, arbitrary: tie('content').map((inner): Inline => ({type: 'strong', content: inner}))},
      {weight: 1, arbitrary: tie('content').map((inner): Inline => ({type: 'emphasis', content: inner}))},
      {
        weight: 1,
        arbitrary: fc
          .tuple(words, fc.constantFrom('https://quay.example/a?b=c&d', 'mailto:a@b.example'))
          .map(([text, href]): Inline => ({type: 'link', href, content: [text]})),
      },
      {weight: 1, arbitrary: words.map((text): Inline => ({type: 'reference', to: 'card', content: [text]}))},
    ),
    {minLength: 1, maxLength: 4},
  ),
}));

const frame =
  '# Title\n\npara\n\n> quoted\n\n## Heading {#h}\n\nlead\n\n- item {#card}\n  1. ' +
  'inner {#inner}\n\n  more\n\n| a | b |\n| - | - |\n| c | d |\n';

/** The frame with other words, as far as Markdown can hold them and read them as the same. */
function fill(contents: readonly Inline[][]): string | undefined {
  const units = unitsOf(readMarkdown({file: 'a.md', text: frame}));
  const wanted = units.map((unit, index) => {
    const all = canonical(contents[index % contents.length] ?? []);
    return unit.kind === 'title' || all.length === 0 ? ['word'] : all;
  });
  const markdown = rewrite(
    frame,
    units.map(({range}, index) => ({range, content: wanted[index] ?? []})),
  );
  const read = unitsOf(readMarkdown({file: 'a.md', text: markdown}));
  return read.length === units.length ? markdown : undefined;
}

describe('a round trip', () => {
  for (const version of versions) {
    it(`through XLIFF ${version} changes not one byte of a text`, () => {
      fc.assert(
        fc.property(
          fc.array(content, {minLength: 3, maxLength: 6}),
          fc.array(content, {minLength: 3, maxLength: 6}),
          (first, second) => {
            const [one, two] = [fill(first), fill(second)];
            fc.pre(one !== undefined && two !== undefined);
            const [source, existing] = [textOf(one, 'en'), textOf(two, 'da')];
            const merged = roundTrip(source, existing, makeJob({source, target: 'da', existing}, knowledge), version);
            assert.deepEqual(
              merged.findings.filter(({severity}) => severity === 'error').map(({message}) => message),
              [],
            );
            assert.equal(merged.markdown, two);
          },
        ),
        {numRuns: runs(60)},
      );
    });

    it(
      `through XLIFF ${version} makes the same text anew where it was lost, or in a few contrived cases ` +
        'says that it cannot',
      () => {
        let [made, refused] = [0, 0];
        fc.assert(
          fc.property(fc.array(content, {minLength: 3, maxLength: 6}), (contents) => {
            const markdown = fill(contents);
            fc.pre(markdown !== undefined);
            const source = textOf(markdown, 'en');
            const merged = roundTrip(
              source,
              undefined,
              makeJob({source, target: 'da', existing: textOf(markdown, 'da')}, knowledge),
              version,
            );
            assert.deepEqual(
              merged.findings
                .filter(({code}) => code !== 'unwritable-text' && code !== 'same-as-source')
                .map(({message}) => message),
              [],
            );
            if (merged.markdown === undefined) refused++;
            else made++;
            // Not what merge says of itself: the Markdown, read again.
            if (merged.markdown !== undefined)
              assert.deepEqual(readMarkdown({file: 'a', text: merged.markdown}).text, source.reading.text);
          }),
          {numRuns: runs(60)},
        );
        // One in four thousand, where many seeds were tried.
        assert.ok(refused * 20 < made, `${refused} of ${made + refused} texts could not be written`);
      },
    );

    it(`through XLIFF ${version} keeps a mark that ends in a space that does not break`, () => {
      const [source, existing] = [
        textOf(english.replace('card', '**card**'), 'en'),
        textOf(danish.replace('kort', '**kort**'), 'da'),
      ];
      const merged = roundTrip(source, existing, makeJob({source, target: 'da', existing}, knowledge), version, (xml) =>
        xml.replace('>kort<', '>kort \u00a0<'),
      );
      assert.deepEqual([merged.findings, merged.markdown], [[], danish.replace('kort', '**kort &#xA0;**')]);
    });

    it(`through XLIFF ${version} changes only the words that were changed`, () => {
      const existing = textOf(danish.replace('- Dit', '*  Dit').replace('**en**', '__en__'), 'da');
      const source = textOf(english, 'en');
      const merged = roundTrip(source, existing, makeJob({source, target: 'da', existing}, knowledge), version, (xml) =>
        xml.replace('>Dit kort<', '>Dit *kort* [a]<'),
      );
      assert.deepEqual(merged.findings, []);
      assert.equal(merged.markdown, existing.reading.source.text.replace('Dit kort', 'Dit \\*kort\\* \\[a]'));
    });

    it(`of the demo through XLIFF ${version} changes nothing`, async (test: TestContext) => {
      const demo = join(import.meta.dirname, '../../../demo/policies');
      const names = (await readdir(demo, {recursive: true})).filter((name) => /\.(?:md|yaml)$/.test(name));
      const files = new Map(
        await Promise.all(names.map(async (name) => [name, await readFile(join(demo, name), 'utf8')] as const)),
      );
      const folder = await folderWith(
        test,
        Object.fromEntries([...files].map(([name, text]) => [`policies/${name}`, text])),
      );
      const exported = await run(
        folder,
        'export',
        'policies',
        '--format',
        'xliff',
        '--out',
        'out',
        '--xliff-version',
        version,
      );
      assert.equal(exported.code, 0, exported.stderr);
      const jobs = (await readdir(join(folder, 'out'))).filter((name) => {
        const [, policy, date, target] = /^(.+)\.([\d-]{10})\.\w+-(.+)\.xlf$/.exec(name) ?? [];
        return existsSync(join(folder, `policies/${policy}/${date}/${target}.md`));
      });
      assert.equal(jobs.length, names.filter((name) => name.endsWith('.md') && !name.endsWith('en.md')).length);
      const imported = await run(folder, 'import', ...jobs.map((name) => join('out', name)), '--out', 'policies');
      assert.equal(imported.code, 0, imported.stderr);
      for (const [name, text] of files)
        assert.equal(await readFile(join(folder, 'policies', name), 'utf8'), text, name);
    });
  }
});

describe('export --format xliff', () => {
  const files = {
    'policies/quay/2026-03-01/en.md': english,
    'policies/quay/2026-03-01/da.md': danish,
    'policies/quay/2024-01-01/en.md': english,
  };

  it('writes a file for each policy, edition and language', async (test) => {
    const folder = await folderWith(test, files);
    const {code, stdout, stderr} = await run(
      folder,
      'export',
      'policies',
      '--format',
      'xliff',
      '--out',
      'out',
      '--target',
      'da',
      '--target',
      'sv',
    );
    assert.deepEqual([code, stdout, stderr], [0, 'Exported 4 files to out (xliff).\n', '']);
    assert.deepEqual((await readdir(join(folder, 'out'))).sort(), [
      'quay.2024-01-01.en-da.xlf',
      'quay.2024-01-01.en-sv.xlf',
      'quay.2026-03-01.en-da.xlf',
      'quay.2026-03-01.en-sv.xlf',
    ]);
    const again = await run(folder, 'export', 'policies', '--format', 'xliff', '--out', 'out', '--target', 'da');
    assert.equal(again.code, 1);
    assert.match(again.stderr, /quay\.2024-01-01\.en-da\.xlf {2}error {4}This file is there already/);
  });

  it('translates from a text that is no translation itself', async (test) => {
    const folder = await folderWith(test, {
      'policies/policies.yaml': 'languages: [da, sv, en]\n',
      'policies/quay/2026-03-01/en.md': english,
      'policies/quay/2026-03-01/da.md': danish,
      'policies/quay/2026-03-01/.sources.yaml': `da:\n  from: en\n  sha256: ${hashOf(english)}\n`,
    });
    assert.equal((await run(folder, 'export', 'policies', '--format', 'xliff', '--out', 'out')).code, 0);
    assert.deepEqual(await readdir(join(folder, 'out')), ['quay.2026-03-01.en-da.xlf']);
  });

  it('writes a single file to the standard output', async (test) => {
    const folder = await folderWith(test, files);
    const {code, stdout} = await run(folder, 'export', 'policies', '--format', 'xliff', '--edition', '2026-03-01');
    assert.equal(code, 0);
    assert.ok(stdout.startsWith('<?xml') && stdout.endsWith('</xliff>\n'));
  });

  const misuses: readonly [string, readonly string[], string][] = [
    ['no format', [], 'Say which format: policy-viewer export policies --format xliff. There are xliff, dpv or csv.'],
    ['a format there is not', ['--format', 'xlif'], 'There is no format “xlif”. Did you mean “xliff”?'],
    [
      'a version there is not',
      ['--format', 'xliff', '--xliff-version', '1.1'],
      'XLIFF “1.1” is not written here. Choose --xliff-version 1.2 or 2.0.',
    ],
    [
      'a policy there is not',
      ['--format', 'xliff', '--policy', 'quai'],
      'There is no policy “quai”. Did you mean “quay”?',
    ],
    [
      'an edition there is not',
      ['--format', 'xliff', '--edition', '2025-01-01'],
      'No edition took effect on 2025-01-01. There are 2024-01-01 or 2026-03-01.',
    ],
    [
      'a language there is not',
      ['--format', 'xliff', '--source', 'nl'],
      'No text is in “nl”, so nothing can be translated from it. Known are “en” and “da”.',
    ],
    [
      'an option of another format',
      ['--format', 'csv', '--source', 'en'],
      '“--source” means nothing for csv. Take it out, or choose --format xliff.',
    ],
    [
      'several files and nowhere to put them',
      ['--format', 'xliff'],
      'There are 2 files to write. Say where to: --out translate; or choose one with --policy, --edition and --target.',
    ],
  ];
  for (const [title, options, message] of misuses) {
    it(`says what to type for ${title}`, async (test) => {
      const folder = await folderWith(test, files);
      assert.deepEqual(await run(folder, 'export', 'policies', ...options), {
        code: 2,
        stdout: '',
        stderr: `${message}\n`,
      });
    });
  }

  it('refuses what XML cannot hold', async (test) => {
    const folder = await folderWith(test, files);
    await writeFile(join(folder, 'policies/quay/2026-03-01/en.md'), english.replace('Your', 'Yo\u0007ur'));
    const {code, stderr} = await run(folder, 'export', 'policies', '--format', 'xliff', '--edition', '2026-03-01');
    assert.equal(code, 1);
    assert.match(stderr, /en\.md:7:5 {2}error {4}Here stands a control character \(U\+0007\) that XML cannot hold\./);
  });
});
