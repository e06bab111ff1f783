/* eslint-disable max-lines -- each tool’s way of writing takes a few lines of its XML */
/** Translations as tools write them back: what is read, what is said, and that nothing is half-written. */
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {hashOf} from '../../../src/authoring/folder/sources.js';
import {folderWith, run, type Ended} from '../command.js';
import {joined} from '../../harness/joined.js';

const fixtures = join(import.meta.dirname, '../../fixtures/xliff');
const fixture = async (name: string): Promise<string> => readFile(join(fixtures, name), 'utf8');

const english = await fixture('policies/quay/2026-03-01/en.md');
const hash = hashOf(english);

const danish = `# Meddelelse om Quay Pass

Vi gemmer **lidt**. Spørg [ved skranken](https://quay.example/desk) om **mere**.

## Besøgende {#visitors audience="visitor"}

Hvis du besøger os, bruger vi:

- Kontaktoplysninger & et \\<skilt>, så du kan komme ind (dit samtykke); {#v-contact}
- [Ovenfor](#v-contact) ses:\\
  Betalingsoplysninger\u00a0— "her". {#v-payment}

| Hvad | Hvor _længe_ |
| --- | --- |
| Skilt | 1 < 2 dage |
`;

const target = 'policies/quay/2026-03-01/da.md';
const record = 'policies/quay/2026-03-01/.sources.yaml';

async function start(
  test: TestContext,
  xliff: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  return folderWith(test, {
    'policies/policies.yaml': await fixture('policies/policies.yaml'),
    'policies/quay/2026-03-01/en.md': english,
    'back.xlf': xliff,
    ...more,
  });
}

const importBack = async (folder: string, ...options: readonly string[]): Promise<Ended> =>
  run(folder, 'import', 'back.xlf', '--out', 'policies', ...options);

const segmented = (await fixture('segmented.xlf')).replace('HASH', hash);
const prefixed = await fixture('prefixed.xlf');

describe('a translation', () => {
  const flavours: readonly [string, string | Uint8Array][] = [
    ['in XLIFF 1.2 with segments, matches, split tags and a tool’s own elements', segmented],
    ['in XLIFF 2.1 with prefixes, several segments in another order, metadata and copied tags', prefixed],
    ['with a byte order mark and Windows line ends', `\uFEFF${segmented.replaceAll('\n', '\r\n')}`],
    ['that lost its notes and got a country', segmented.replace(/<header>[\s\S]*<\/header>/, '')],
    ['without a namespace', segmented.replace('xmlns="urn:oasis:names:tc:xliff:document:1.2"', '')],
    [
      'with Windows paths',
      prefixed.replace('original="quay/2026-03-01/en.md"', String.raw`original="C:\jobs\quay\2026-03-01\en.md"`),
    ],
    ['in UTF-16', Buffer.from(`\uFEFF${segmented.replace('encoding="utf-8"', 'encoding="UTF-16"')}`, 'utf16le')],
    ['in UTF-16 without a byte order mark', Buffer.from(segmented, 'utf16le')],
    ['in UTF-8 that was UTF-16 once', segmented.replace('encoding="utf-8"', 'encoding="UTF-16"')],
    ['in Latin-1', Buffer.from(segmented.replace('encoding="utf-8"', 'encoding="ISO-8859-1"'), 'latin1')],
    [
      'that lost all but its file’s id',
      prefixed.replace('id="f1" original="quay/2026-03-01/en.md"', 'id="quay.2026-03-01.en-da"'),
    ],
    [
      'with changes that Trados tracks',
      segmented
        .replace(
          'Vi gemmer',
          '<mrk mtype="x-sdl-deleted" sdl:revid="1">Vi beholder</mrk><mrk mtype="x-sdl-added">Vi gemmer</mrk>',
        )
        .replace('xmlns:tool', 'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:tool'),
    ],
    [
      'with comments and processing instructions',
      segmented.replace('<body>', '<?tool x?><!-- y --><body>').replace('Vi gemmer', 'Vi <!-- z -->gemmer'),
    ],
  ];
  for (const [title, xliff] of flavours) {
    it(`is read ${title}`, async (test) => {
      const folder = await start(
        test,
        xliff,
        title.includes('country') ? {'policies/other/2026-03-01/da.md': '# X\n\nY\n'} : {},
      );
      const {stderr, ...ended} = await importBack(folder);
      if (title.includes('tracks')) assert.match(stderr, /warning {2}“preamble\.p1” still says that it needs review\./);
      else assert.equal(stderr, '');
      assert.deepEqual(ended, {
        code: 0,
        stdout:
          `back.xlf → ${target}: 10 units, new\nImported 1 translation. ` +
          `Look at what changed, then: policy-viewer check policies\n`,
      });
      assert.equal(await readFile(join(folder, target), 'utf8'), danish);
      assert.match(
        await readFile(join(folder, record), 'utf8'),
        new RegExp(`^da:\n  from: en\n  sha256: ${hash}$`, 'm'),
      );
    });
  }

  it('overwrites another only with --force, and then only what differs', async (test) => {
    const mine = danish.replace('Skilt | 1', 'Kort   | 1').replace('_længe_', '*længe*');
    const folder = await start(test, segmented, {[target]: mine});
    const refused = await importBack(folder);
    assert.deepEqual(
      [refused.code, refused.stderr],
      [
        1,
        `${target}  error    This text is there already and differs from the translation. ` +
          `It was left as it is; add --force to change it.\n\nNothing was imported.\n`,
      ],
    );
    assert.equal(await readFile(join(folder, target), 'utf8'), mine);
    assert.equal(existsSync(join(folder, record)), false);
    assert.equal((await importBack(folder, '--force')).code, 0);
    assert.equal(await readFile(join(folder, target), 'utf8'), mine.replace('Kort   | 1', 'Skilt   | 1'));
  });

  it('writes nothing with --dry-run', async (test) => {
    const folder = await start(test, segmented);
    assert.equal((await importBack(folder, '--dry-run')).code, 0);
    assert.equal(existsSync(join(folder, target)), false);
  });

  it('of a source that changed since is taken, and remembered as older', async (test) => {
    const folder = await start(test, segmented);
    await writeFile(join(folder, 'policies/quay/2026-03-01/en.md'), english.replace('Badge |', 'Day badge |'));
    const {code, stderr} = await importBack(folder);
    assert.equal(code, 0);
    assert.match(
      stderr,
      joined(
        /back\.xlf:\d+:11 {2}warning {2}The source of “visitors\.r1:1” has changed since this file was/,
        / exported\. The translation was taken as it is; export again to have it looked at\./,
      ),
    );
    assert.match(await readFile(join(folder, record), 'utf8'), new RegExp(hash));
    const again = await run(folder, 'export', 'policies', '--format', 'xliff', '--target', 'da');
    assert.equal([...again.stdout.matchAll(/state="needs-review-translation"/g)].length, 10);
  });

  it('of a clause that is gone is left out', async (test) => {
    const folder = await start(
      test,
      segmented.replace('id="visitors:table-1:1"', 'id="gone"').replace('mid="1">Meddelelse', 'mid="1">Meddelelse'),
      {[target]: danish},
    );
    const {code, stderr} = await importBack(folder);
    assert.equal(code, 0);
    assert.match(
      stderr,
      /warning {2}policies\/quay\/2026-03-01\/en\.md no longer has “gone”, so its translation was left out\./,
    );
    assert.equal(await readFile(join(folder, target), 'utf8'), danish);
  });

  it('with addresses in its words keeps them as words: only the tags are links', async (test) => {
    const folder = await start(
      test,
      segmented.replace(
        '<target>Skilt<',
        '<target>Skilt: a_b@quay.example, HTTPS://quay.example/x_y, https://quay.example/x_y, www.quay.example<',
      ),
    );
    assert.deepEqual(
      [(await importBack(folder)).stderr, (await readFile(join(folder, target), 'utf8')).split('\n').at(-2)],
      [
        '',
        String.raw`| Skilt: a_b\@quay.example, HTTPS://quay.example/x_y, https\://quay.example/x_y, ` +
          String.raw`www\.quay.example | 1 < 2 dage |`,
      ],
    );
  });

  const first = (attributes: string): string => segmented.replace('<target>Hvad', `<target ${attributes}>Hvad`);
  const second = (attributes: string): string =>
    prefixed.replace(
      '<x:unit id="visitors:table-1:1"><x:segment>',
      `<x:unit id="visitors:table-1:1"><x:segment ${attributes}>`,
    );
  const unconfirmed: readonly [string, string][] = [
    ['a state of review', first('state="needs-review-translation"')],
    ['the state of what is not begun', first('state="needs-translation"')],
    ['a match nobody confirmed', first('state-qualifier="fuzzy-match"')],
    ['a rejection', first('state="translated" state-qualifier="rejected-grammar"')],
    ['the initial state of XLIFF 2', second('state="initial"')],
    ['Poedit’s “needs work”', second('state="translated" subState="poedit:fuzzy"')],
  ];
  for (const [title, xliff] of unconfirmed) {
    it(`that is not confirmed is told of: ${title}`, async (test) => {
      const {code, stderr} = await importBack(await start(test, xliff));
      assert.equal(code, 0);
      assert.match(stderr, /warning {2}“visitors:table-1:1” still says that it needs review\./);
    });
  }

  const confirmed: readonly [string, string][] = [
    ['a match that is signed off', first('state="signed-off" state-qualifier="fuzzy-match"')],
    ['a state of another namespace', second('state="reviewed" subState="tool:done"')],
  ];
  for (const [title, xliff] of confirmed) {
    it(`that is confirmed raises no doubt: ${title}`, async (test) => {
      assert.deepEqual((await importBack(await start(test, xliff))).stderr, '');
    });
  }

  it('may leave a segment empty whose tool says that it is translated so', async (test) => {
    const folder = await start(
      test,
      prefixed.replace(
        '</x:segment></x:unit>\n      <x:unit id="v-contact">',
        '</x:segment><x:segment state="translated"><x:source>We ' +
          'do.</x:source><x:target/></x:segment></x:unit>\n      <x:unit id="v-contact">',
      ),
    );
    assert.equal((await importBack(folder)).code, 0);
    assert.match(await readFile(join(folder, target), 'utf8'), /^Hvis du besøger os, bruger vi:$/m);
  });

  it('that reads as the source does is taken, and told of', async (test) => {
    const {code, stderr} = await importBack(
      await start(test, segmented.replace('>Hvis du besøger os, bruger vi:<', '>If you visit us, we use:<')),
    );
    assert.equal(code, 0);
    assert.match(
      stderr,
      joined(
        /warning {2}“visitors:lead” reads exactly as in policies\/quay\/2026-03-01\/en\.md\. Translate/,
        / it, if that is not meant\./,
      ),
    );
  });

  const tags: readonly [string, string][] = [
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant', 'zh'],
    ['nb', 'no'],
    ['da', 'da_DK'],
  ];
  for (const [ours, theirs] of tags) {
    it(`to ${ours} is known when a tool calls it ${theirs}`, async (test) => {
      const folder = await start(
        test,
        segmented.replace('to da.md', `to ${ours}.md`).replace('"da-DK"', `"${theirs}"`),
      );
      assert.deepEqual(
        [(await importBack(folder)).stderr, existsSync(join(folder, `policies/quay/2026-03-01/${ours}.md`))],
        ['', true],
      );
    });
  }

  it('that drops a mark is taken, and told of', async (test) => {
    const {code, stderr} = await importBack(
      await start(test, segmented.replace('Hvor <bx id="1"/>længe<ex id="1"/>', 'Hvor længe')),
    );
    assert.equal(code, 0);
    assert.match(
      stderr,
      joined(
        /warning {2}The translation of “visitors:table-1:2” lacks the tag 1 of its source\. It was taken/,
        / without; put it in if the text needs it\./,
      ),
    );
  });
});

it('is read by its lines or in one', async (test) => {
  const folder = await start(test, segmented.replace(/\n\s*/g, ''));
  assert.equal((await importBack(folder)).code, 0);
  assert.equal(await readFile(join(folder, target), 'utf8'), danish);
});

describe('what cannot be imported', () => {
  const replace = (from: string, to: string): string => {
    assert.ok(segmented.includes(from), from);
    return segmented.replace(from, to);
  };
  const cases: readonly [string, string | Uint8Array, RegExp][] = [
    [
      'an unknown tag',
      replace('<g id="1">lidt</g>', '<g id="9">lidt</g>'),
      joined(
        /back\.xlf:11:9 {2}error {4}The translation of “preamble\.p1” has a tag “9” that its source does/,
        / not have\. Take it out, or put the source’s tag in its place\./,
      ),
    ],
    [
      'a link to somewhere else',
      replace(
        '<g id="2">ved skranken</g>',
        '<g id="8" ctype="link" equiv-text="https://evil.example/">ved skranken</g>',
      ),
      /has a tag “8” that its source does not have\./,
    ],
    [
      'a lost link',
      replace('<g id="2">ved skranken</g>', 'ved skranken'),
      joined(
        /The translation of “preamble\.p1” lacks the link that is tag 2 in its source, to/,
        / https:\/\/quay\.example\/desk\. Put the tag in\./,
      ),
    ],
    [
      'tags as letters',
      replace('<g id="1">lidt</g>', '&lt;g id="1" ctype="bold"&gt;lidt&lt;/g&gt;'),
      joined(
        /back\.xlf:11:9 {2}error {4}The translation of “preamble\.p1” has its tags as letters: <g id="1"/,
        / ctype="bold">\. Put the source’s tags in their place, or have a tool translate it that/,
        / knows tags\./,
      ),
    ],
    [
      'tags that cross',
      replace('<bx id="1"/>længe<ex id="1"/>', '<bx id="1"/>læn<g id="1">ge<ex id="1"/>.</g>'),
      /has tags that cross each other\. Close each before the one around it\./,
    ],
    ['a tag that stays open', replace('<ex id="1"/>', ''), /opens a tag that it does not close\. Close it\./],
    [
      'a missing target',
      replace('<target>Skilt</target>', '<target/>'),
      joined(
        /back\.xlf:3:3 {2}error {4}“visitors\.r1:1” is not translated, or not to the end, so the text/,
        / would have a hole\. Translate it; where it should read as the source does, confirm that in the/,
        / translation tool\./,
      ),
    ],
    [
      'a segment without its translation',
      replace('Spørg <g id="2">ved skranken</g> om <g id="1">mere</g>.', ''),
      /“preamble\.p1” is not translated, or not to the end, so the text would have a hole\./,
    ],
    [
      'a segment that is gone',
      replace('<mrk mtype="seg" mid="3">Spørg <g id="2">ved skranken</g> om <g id="1">mere</g>.</mrk>', ''),
      /“preamble\.p1” is not translated, or not to the end/,
    ],
    [
      'a segment of XLIFF 2 without its translation',
      prefixed.replace(/<x:target>Spørg.*?<\/x:target>/, ''),
      /“preamble\.p1” is not translated, or not to the end/,
    ],
    [
      'a target that nobody touched',
      replace('<target>Skilt</target>', '<target state="new">Badge</target>'),
      /“visitors\.r1:1” is not translated/,
    ],
    [
      'a unit twice',
      replace('id="visitors.r1:1"', 'id="visitors.r1:2"'),
      /“visitors\.r1:2” stands in line \d+ already\. Take one of the two out\./,
    ],
    [
      'another policy',
      replace('policy-viewer: quay/', 'policy-viewer: pier/'),
      joined(
        /This translates pier\/2026-03-01\/en\.md, which is not in policies\. Give the folder that it was/,
        / exported from\./,
      ),
    ],
    [
      'a path out of the folder',
      prefixed.replace('quay/2026-03-01/en.md', '../../2026-03-01/en.md'),
      /This does not say which text it translates/,
    ],
    [
      'the source’s own language',
      replace('en.md to da.md', 'en.md to en.md'),
      /This would write the translation over its source/,
    ],
    [
      'another language than it was exported for',
      replace('"da-DK"', '"sv-SE"'),
      joined(
        /back\.xlf:3:3 {2}error {4}This file was exported to be translated to “da”, and now says that it/,
        / is in “sv-SE”\. Set its target language back to da, or export anew for the other:/,
        / --target sv-SE\./,
      ),
    ],
    [
      'another script than it was exported for',
      segmented.replace('to da.md', 'to zh-Hant.md').replace('"da-DK"', '"zh-CN"'),
      /exported to be translated to “zh-Hant”, and now says that it is in “zh-CN”/,
    ],
    [
      'other units',
      segmented.replaceAll('<trans-unit id="', '<trans-unit id="a-'),
      /Nothing in this file belongs to policies\/quay\/2026-03-01\/en\.md\./,
    ],
    [
      'a document type',
      replace('<xliff', '<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<xliff'),
      /back\.xlf:2:1 {2}error {4}This file declares a document type, which XLIFF does not need/,
    ],
    ['an entity of its own', replace('>Hvad<', '>&nbsp;<'), /This is not well-formed XML/],
    [
      'a file that was cut off',
      segmented.slice(0, 2000),
      joined(
        /back\.xlf:\d+:\d+ {2}error {4}This is not well-formed XML \(unclosed tag: \S+\), as if it was/,
        / cut off or changed by hand\. Have the translation tool write it again\./,
      ),
    ],
    [
      'a unit that is not closed',
      replace('</target></trans-unit>', '</target>'),
      /back\.xlf:27:14 {2}error {4}This is not well-formed XML \(<trans-unit> in line 10 is not closed\), as if/,
    ],
    [
      'an “&” that stands for itself',
      replace('&amp; a badge', '& a badge'),
      /back\.xlf:\d+:\d+ {2}error {4}This is not well-formed XML/,
    ],
    [
      'a control character',
      replace('>Hvad<', '>Hv&#7;ad<'),
      /back\.xlf:\d+:\d+ {2}error {4}This is not well-formed XML \(malformed character entity\)/,
    ],
    ['nothing at all', '', /back\.xlf {2}error {4}This is not well-formed XML/],
    ['no XML at all', 'hello', /This is not well-formed XML/],
    ['another XML', '<html/>', /This is no XLIFF file: it begins with <html>\./],
    ['a later XLIFF', '<xliff version="3.0"/>', /This is XLIFF 3\.0; 1\.2 and 2\.0 are read here\./],
    ['an XLIFF without files', '<xliff version="1.2"/>', /There is no <file> in this XLIFF/],
    [
      'a hundred thousand elements in one another',
      '<xliff version="1.2"><file original="quay/2026-03-01/en.md" ' +
        `target-language="da"><body>${'<group>'.repeat(1e5)}${'</group>'.repeat(1e5)}</body></file></xliff>`,
      /more than 200 deep/,
    ],
    [
      'an encoding that nobody knows',
      segmented.replace('encoding="utf-8"', 'encoding="x-none"'),
      joined(
        /back\.xlf {2}error {4}This says that it is in x-none, and cannot be read as that\. Have the/,
        / translation tool save it as UTF-8\./,
      ),
    ],
    ['Latin-1 that says UTF-8', Buffer.from(segmented, 'latin1'), /This text is not in UTF-8\. Save it as UTF-8\./],
  ];
  for (const [title, xliff, message] of cases) {
    it(`is ${title}: it says so and writes nothing`, async (test) => {
      const folder = await start(test, xliff);
      const {code, stdout, stderr} = await importBack(folder);
      assert.equal(code, 1);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.match(stderr, /Nothing was imported\.\n$/);
      assert.equal(existsSync(join(folder, target)), false);
      assert.equal(existsSync(join(folder, record)), false);
    });
  }

  it('is a clause that the translation has and the source lacks, where the text must be made anew', async (test) => {
    const mine = danish.replace('| Hvad', '- En til {#more}\n\n| Hvad').replace(/^- \[Ovenfor.*\n.*\n/m, '');
    const folder = await start(test, segmented, {[target]: mine});
    const {code, stderr} = await importBack(folder, '--force');
    assert.equal(code, 1);
    assert.match(
      stderr,
      /This text has “more”, which policies\/quay\/2026-03-01\/en\.md has not, and “v-payment” would be added to it/,
    );
    assert.equal(await readFile(join(folder, target), 'utf8'), mine);
  });

  it('is a translation tool’s own working file: it says what to save instead', async (test) => {
    const folder = await start(test, segmented, {
      'back.sdlxliff': segmented.replaceAll('<trans-unit id="', '<trans-unit id="a-'),
      'back.mqxliff': prefixed.replace('original=', 'was='),
    });
    for (const name of ['back.sdlxliff', 'back.mqxliff']) {
      const {code, stderr} = await run(folder, 'import', name, '--out', 'policies');
      assert.deepEqual(
        [code, /error {4}(.*)/.exec(stderr)?.[1]],
        [
          1,
          'This is the translation tool’s own working file. Have the tool write the translated .xlf, and import that.',
        ],
      );
    }
  });

  it('is a folder that is not there, or a text beside a translation', async (test) => {
    const folder = await start(test, segmented, {'a.txt': 'x'});
    assert.match(
      (await run(folder, 'import', 'back.xlf', 'a.txt', '--out', 'policies')).stderr,
      /“a\.txt” is no XLIFF file, and the others are\. Import translations by themselves\./,
    );
    await rm(join(folder, 'policies'), {recursive: true});
    assert.match(
      (await importBack(folder)).stderr,
      /policies {2}error {4}There is no such folder\. A translation goes back to the folder it was exported from/,
    );
  });
});
