/* eslint-disable max-lines -- each thing a word processor does takes a few lines of its XML */
/** Word files: one that LibreOffice made, and each thing that word processors do, made of its XML. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import JSZip from 'jszip';
import {readDocx} from '../../../src/authoring/read/read-docx.js';
import {lookAt} from '../../../src/authoring/recognise/recognise-text.js';
import {importLook} from './import-one.js';
import {runs} from '../../harness/runs.js';
import {joined} from '../../harness/joined.js';

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = (tag: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${tag} ${names}>${inner}</w:${tag}>`;

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const field = (instruction: string, shown: string): string =>
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ' +
  `${instruction} </w:instrText></w:r><w:r><w:fldChar ` +
  `w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const item = (level: number, list: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const heading = (text: string, level = 1, more = ''): string => p(run(text), style(`Heading${level}`) + more);

const styles = xml(
  'styles',
  [
    ...['Title', 'heading 1', 'heading 2', 'heading 3'].map(
      (name, index) =>
        `<w:style w:type="paragraph" w:styleId="${index === 0 ? 'Title' : `Heading${index}`}"><w:name ` +
        `w:val="${name}"/></w:style>`,
    ),
    '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Our clause"/><w:basedOn ' +
      'w:val="Heading2"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>',
    '<w:style w:type="character" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>',
  ].join(''),
);
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = xml(
  'numbering',
  `
  <w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '')}${level(1, 'bullet', 'o')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}\
${level(2, 'lowerRoman', '%3.')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="3">${level(0, 'upperRoman', 'Article %1')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>\
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>\
</w:lvlOverride></w:num>`,
);

/** A DOCX of a body, with whatever other parts. */
async function docx(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const zip = new JSZip();
  const kinds = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'header1'];
  zip.file(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types ' +
      'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ' +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ' +
      'ContentType="application/xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships ' +
      'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
      `Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    'word/_rels/document.xml.rels',
    [
      '<?xml version="1.0"?>',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
      ...kinds.map((kind) => {
        const type = `${relations}/${kind.replace(/\d/, '')}`;
        return `<Relationship Id="${kind}" Type="${type}" Target="${kind}.xml"/>`;
      }),
      `<Relationship Id="link" Type="${relations}/hyperlink" Target="https://quay.example/" TargetMode="External"/>`,
      '</Relationships>',
    ].join(''),
  );
  zip.file('word/document.xml', xml('document', `<w:body>${body}</w:body>`));
  for (const [name, content] of Object.entries({styles, numbering, ...parts})) zip.file(`word/${name}.xml`, content);
  return zip.generateAsync({type: 'nodebuffer', compression: 'DEFLATE'});
}

async function importOne(
  bytes: Buffer,
  choices = {language: 'en', effective: '2024-05-31'} as {language?: string; effective?: string},
): Promise<{markdown: string; doubts: string}> {
  const document = await readDocx('a.docx', bytes);
  assert.ok(document.ok, document.ok ? '' : document.issues[0]?.message);
  const look = lookAt('a.docx', document.value, {...choices, policy: 'quay'});
  assert.ok(look.ok, look.ok ? '' : look.issues[0]?.message);
  const imported = importLook(look.value);
  if (!imported.ok) assert.fail(imported.issues.map(({message}) => message).join('\n'));
  const text = imported.value;
  return {
    markdown: text.markdown.trim(),
    doubts: text.notes.doubts
      .map(({message, place}) => `${place === undefined ? '' : `${place}: `}${message}`)
      .join('\n'),
  };
}

const title = p(run('Quay terms'), style('Title'));

describe('a DOCX that LibreOffice made', () => {
  it('imports as a lawyer reads it: changes accepted, notes kept, numbers as they stand', async () => {
    const {markdown, doubts} = await importOne(
      readFileSync(join(import.meta.dirname, '../../fixtures/import-formats/kystlys-berths.docx')),
      {},
    );
    assert.equal(
      markdown.replace(/ +\|/g, ' |').replace(/-{3,} \|/g, '- |'),
      `# Kystlys berth terms

Effective date: 1 March 2024

These terms are between you and **Kystlys Havn AS**. We keep your berth free while you sail, as our \
[promise](https://kystlys.example/promise) says.[\\[1\\]](#note-1)

## 1. The berth {#section-1}

You may use the berth as long as:

- you pay for it; {#section-1-1}
  - by card, or {#section-1-2}
  - by invoice; {#section-1-3}
- your boat is insured. {#section-1-4}

### 1.1 Numbers {#section-2}

1. Tie up. {#section-2-1}
   - (a) Fore. {#section-2-2}
   - (b) Aft. {#section-2-3}
2. Pay. {#section-2-4}

Between the items stands a sentence.

3. Leave. {#section-2-5}

## 2. Personal data {#section-3}

### Visitors. {#visitor audience="visitor"}

If you are a visitor, see 1.1 and this table:

| Data | Kept for |
| - | - |
| Contact details | a year |
| Payment details | as long as the law[\\[2\\]](#note-2) says |

We answer within 30 days, at the latest.

---

1. The promise is of _2019_. {#note-1}
2. The Bookkeeping Act. {#note-2}`,
    );
    for (const line of [
      'under “Kystlys berth terms”, paragraph 2: Tracked changes were accepted: 1 insertion kept, 1 ' +
        'deletion left out (“never”).',
      'The pages’ header was left out: “Draft for the board”',
      'under “2. Personal data”, paragraph 2: A comment was left out: “Is this enough?”',
    ])
      assert.ok(doubts.includes(line), doubts);
  });
});

describe('another DOCX that LibreOffice made', () => {
  it('has contents, cross-references, legal numbers, lists in cells, merged cells, a text box', async () => {
    const {markdown, doubts} = await importOne(
      readFileSync(join(import.meta.dirname, '../../fixtures/import-formats/kystlys-privacy.docx')),
      {},
    );
    for (const part of [
      'and we always answer[\\[1\\]](#note-1) letters. ' +
        'See [2](#what) and [What we collect](#what), or [jump there](#what).\n\nA paragraph that was put ' +
        'in later.\n\n## 2. What we collect {#what}',
      '- your boat: {#what-2}\n  - its length, {#what-3}\n  - its flag; {#what-4}\n    - and the port. {#what-5}\n',
      '### 2.1 Of visitors {#visitor audience="visitor"}',
      '1. Contract. {#section-3-1}\n   - 1.1 Berths. {#section-3-2}\n     - (a) For a day; ' +
        '{#section-3-3}\n     - (b) for a year. {#section-3-4}\n       - (i) with winter, {#section-3-5}',
      '| Name | a year | • on paper<br>• on disk |\n| | ten years | First line.<br>Second line. ' +
        '|\n| **Card** | a day<br>or two | See [cards](https://kystlys.example/cards)[\\[3\\]](#note-3) |',
      'Co\u00adoperation with the 10\u00a0kr e\u2011mail service.',
      '1. Within **30** days; see [the law](https://kystlys.example/law). {#note-1}\n2. ' +
        'Only its last four digits. {#note-2}\n\n   They are kept apart.\n3. Bank rule 7. {#note-3}',
    ])
      assert.ok(markdown.replace(/ +\|/g, ' |').includes(part), `${part}\nis not in\n${markdown}`);
    assert.doesNotMatch(markdown, /Contents|struck out by counsel|never/);
    for (const line of [
      'under “1. Who we are”, paragraph 1: Tracked changes were accepted: 2 insertions kept, 2 deletions ' +
        'left out (“never … This whole paragraph was struck out by counsel.”). Also under “1. ' +
        'Who we are”, paragraph 2.',
      'under “4. How long”, table 1, row 2: A list stands in a table’s cell',
      'under “4. How long”, table 1, row 2: A cell of this table (“Name”) spans several',
      'under “4. How long”, paragraph 1: “2” is raised in the file',
      'under “4. How long”, paragraph 1: Struck-out words',
      'under “4. How long”, paragraph 2: A text box',
    ])
      assert.ok(doubts.includes(line), `${line}\nis not in\n${doubts}`);
  });
});

describe('a DOCX', () => {
  const cases: Readonly<
    Record<string, readonly [string, string, (readonly RegExp[])?, Readonly<Record<string, string>>?]>
  > = {
    'has its changes accepted, rows and moves too': [
      p(
        `${run('We ')}<w:del><w:r><w:delText>never ` +
          `</w:delText></w:r></w:del><w:ins>${run('always ')}</w:ins>${run('ask.')}<w:moveFrom>\
${run('moved')}</w:moveFrom>`,
      ) +
        p(`<w:moveTo>${run('moved')}</w:moveTo>`) +
        `<w:tbl><w:tr><w:tc>${p(run('A'))}</w:tc><w:tc>${p(run('B'))}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr>\
<w:tc>${p(run('gone'))}</w:tc><w:tc>${p(run('gone'))}</w:tc></w:tr><w:tr><w:tc>${p(run('1'))}</w:tc><w:tc>\
${p(run('2'))}</w:tc></w:tr></w:tbl>`,
      'We always ask.\n\nmoved\n\n| A | B |\n| - | - |\n| 1 | 2 |',
      [
        joined(
          /^under “Quay terms”, paragraph 1: Tracked changes were accepted: 1 insertion kept, 2 deletions/,
          / left out, 1 move made \(“never”\)\. Also under “Quay terms”, table 1, row 2\.$/m,
        ),
      ],
    ],
    'says where changes are, and not all of very many': [
      heading('Part') + Array.from({length: 9}, () => p(`<w:ins>${run('New.')}</w:ins>`)).join(''),
      `## Part {#section-1}\n\n${Array.from({length: 9}, () => 'New.').join('\n\n')}`,
      [
        joined(
          /^under “Part”, paragraph 1: .*9 insertions kept\. Also under “Part”, paragraph 2; .*; under/,
          / “Part”, paragraph 6; and in 3 more places\.$/m,
        ),
      ],
    ],
    'says where it is unsure by heading, paragraph, table and row': [
      heading('Boats', 1, item(0, 3)) +
        p(run('One.')) +
        p('') +
        p(`${run('Two.')}<w:hyperlink w:anchor="gone">${run('there')}</w:hyperlink>`) +
        heading('Fees', 1, item(0, 3)) +
        `<w:tbl><w:tr><w:tc>${p(run('A'))}</w:tc><w:tc>${p(run('B'))}</w:tc></w:tr><w:tr><w:tc>\
${p(run('on paper'), item(0, 1))}${p(run('on disk'), item(0, 1))}</w:tc><w:tc>${p(run('see'), item(0, 2))}<w:p>\
<w:hyperlink ` +
        `w:anchor="gone">${run('here')}</w:hyperlink></w:p></w:tc></w:tr></w:tbl>`,
      '## 1. Boats {#section-1}\n\nOne.\n\nTwo.there\n\n## 2. Fees {#section-2}\n\n| A | B |\n| ' +
        '----------------------- | -------------- |\n| • on paper<br>• on disk | 1. see<br>here |',
      [
        /^under “1\. Boats”, paragraph 2: The link “there” leads to “#gone”/m,
        /^under “2\. Fees”, table 1, row 2: The link “here” leads/m,
        /^under “2\. Fees”, table 1, row 2: A list stands in a table’s cell/m,
        /^under “2\. Fees”, table 1, row 1: The first row/m,
      ],
    ],
    'joins paragraphs whose mark was deleted': [
      '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p>' +
        p(run('two.')),
      'One two.',
    ],
    'keeps the last paragraph, and one before a table, whose marks were deleted': [
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Before.')}</w:p><w:tbl><w:tr><w:tc>${p(run('A'))}</w:tc>\
<w:tc>${p(run('B'))}</w:tc></w:tr><w:tr><w:tc>${p(run('1'))}</w:tc><w:tc>${p(run('2'))}</w:tc></w:tr></w:tbl><w:p>\
<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Last.')}</w:p>`,
      'Before.\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\nLast.',
    ],
    'keeps foot- and endnotes as notes': [
      heading('Part') +
        p(
          `${run('Text')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' and')}<w:r><w:endnoteReference ` +
            `w:id="3"/></w:r>${run('.')}`,
        ),
      '## Part {#section-1}\n\nText[\\[1\\]](#note-1) and[\\[2\\]](#note-2).\n\n---\n\n1. The **first**. ' +
        '{#note-1}\n2. The second. {#note-2}',
      [],
      {
        footnotes: xml(
          'footnotes',
          '<w:footnote ' +
            `w:id="2">` +
            `${p(`<w:r><w:footnoteRef/></w:r>${run('The ')}${run('first', '<w:b/>')}${run('.')}`)}</w:footnote>`,
        ),
        endnotes: xml('endnotes', `<w:endnote w:id="3">${p(run('The second.'))}</w:endnote>`),
      },
    ],
    'counts numbers as Word does, and goes on after a paragraph': [
      p(run('one'), item(0, 2)) +
        p(run('a'), item(1, 2)) +
        p(run('b'), item(1, 2)) +
        p(run('i'), item(2, 2)) +
        p(run('two'), item(0, 2)) +
        p(run('a'), item(1, 2)) +
        p(run('Between.')) +
        p(run('three'), item(0, 2)) +
        p(run('again one'), item(0, 5)),
      '1. one {#preamble-1}\n   - (a) a {#preamble-2}\n   - (b) b {#preamble-3}\n     - i. ' +
        'i {#preamble-4}\n2. two {#preamble-5}\n   - (a) a {#preamble-6}\n\nBetween.\n\n3. ' +
        'three {#preamble-7}\n\n1) again one {#preamble-8}',
    ],
    'keeps the numbers of headings, of a style of its own too': [
      heading('Berths', 1, item(0, 3)) +
        p(run('See 1.1.')) +
        heading('Boats', 2, item(1, 3)) +
        p(run('Text.')) +
        p(run('Cats'), style('Clause')) +
        p(run('Text.')) +
        heading('Fees', 1, item(0, 3)) +
        p(run('Text.')),
      '## 1. Berths {#section-1}\n\nSee 1.1.\n\n### 1.1 Boats {#section-2}\n\nText.\n\n### Article I ' +
        'Cats {#section-3}\n\nText.\n\n## 2. Fees {#section-4}\n\nText.',
    ],
    'keeps bold, italic and links, and what a style makes bold': [
      p(
        `${run('One')}${run(' two', '<w:b/>')}${run(' three', '<w:b/>')} ${run(' four', '<w:i/>')} ` +
          '<w:hyperlink ' +
          `r:id="link">${run(' five')}</w:hyperlink>${run(' six ')}${run('seven', '<w:rStyle w:val="Loud"/>')}`,
      ),
      'One **two three** _four_ [five](https://quay.example/) six **seven**',
    ],
    'has runs of bold as headings of roles': [
      heading('Who') +
        p(`${run('Visitors.', '<w:b/>')}${run(' If you are a visitor, we use:')}`) +
        p(run('your name'), item(0, 1)),
      '## Who {#section-1}\n\n### Visitors. {#visitor audience="visitor"}\n\nIf you are a visitor, we ' +
        'use:\n\n- your name {#visitor-1}',
    ],
    'takes fields, content controls and smart tags as their words': [
      p(
        `<w:fldSimple w:instr="DATE">${run('1 May')}</w:fldSimple>${run(', ')}<w:r><w:fldChar ` +
          'w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar ' +
          `w:fldCharType="separate"/></w:r>${run('7')}<w:r><w:fldChar ` +
          `w:fldCharType="end"/></w:r>${run(', ')}<w:sdt><w:sdtContent>${run('Quay AS')}</w:sdtContent></w:sdt>\
${run(', ')}<w:smartTag>${run('Bergen')}</w:smartTag>`,
      ),
      '1 May, 7, Quay AS, Bergen',
    ],
    'keeps hyphens and spaces of every kind': [
      p(
        '<w:r><w:t>co</w:t><w:softHyphen/><w:t>operate e</w:t><w:noBreakHyphen/><w:t>mail ' +
          '10\u00a0kr</w:t><w:br/><w:t>next</w:t><w:tab/><w:t>tab</w:t></w:r>',
      ),
      'co\u00adoperate e\u2011mail 10\u00a0kr\\\nnext tab',
    ],
    'says what it leaves out': [
      p(
        `${run('Text')}${run('secret', '<w:vanish/>')}<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" ` +
          'descr="our logo"/></wp:inline></w:drawing></w:r><w:r><w:commentReference ' +
          `w:id="0"/></w:r>${run('.')}`,
      ) + p(run('Berths 3'), '<w:pStyle w:val="TOC1"/>'),
      'Text.',
      [
        /Hidden words were left out: “secret”/,
        /no pictures: one was left out: “our logo”/,
        /The table of contents was left out: “Berths 3”/,
        /A comment was left out: “Sure\?”/,
        /The pages’ header was left out: “Draft”/,
      ],
      {
        comments: xml('comments', `<w:comment w:id="0">${p(run('Sure?'))}</w:comment>`),
        header1: xml('hdr', p(run('Draft'))),
      },
    ],
    'puts a text box after its paragraph, once': [
      p(
        `${run('One.')}<w:r><mc:AlternateContent><mc:Choice ` +
          `Requires="wps"><w:drawing><w:txbxContent>${p(run('Box.'))}</w:txbxContent></w:drawing></mc:Choice>\
<mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(run('Box.'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback>\
</mc:AlternateContent></w:r>${run(' Still one.')}`,
      ),
      'One. Still one.\n\nBox.',
      [
        joined(
          /^(?!.*no pictures)[\s\S]*A text box now stands after the paragraph it was beside:/,
          / “Box\.”(?![\s\S]*no pictures)/,
        ),
      ],
    ],
    'keeps merged cells, said': [
      `<w:tbl><w:tr><w:tc>${p(run('A'))}</w:tc><w:tc>${p(run('B'))}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan ` +
        `w:val="2"/></w:tcPr>${p(run('wide'))}</w:tc></w:tr></w:tbl>`,
      '| A | B |\n| ---- | - |\n| wide | |',
      [/The first row of this table is not marked/, /A cell of this table \(“wide”\) spans several/],
    ],
    'keeps a list of nothing but links': [
      [1, 2, 3].map(() => p(`<w:hyperlink w:anchor="_Ref1">${run('there')}</w:hyperlink>`, item(0, 1))).join('') +
        p(`<w:bookmarkStart w:id="1" w:name="_Ref1"/>${run('Part')}`, style('Heading1')) +
        p(run('Text.')),
      '- [there](#section-1) {#preamble-1}\n- [there](#section-1) {#preamble-2}\n- [there](#section-1) ' +
        '{#preamble-3}\n\n## Part {#section-1}\n\nText.',
    ],
    'keeps links within it': [
      p(`<w:hyperlink w:anchor="_Ref1">${run('there')}</w:hyperlink>`) +
        p(`<w:bookmarkStart w:id="1" w:name="_Ref1"/>${run('Part')}`, style('Heading1')) +
        p(run('Text.')),
      '[there](#section-1)\n\n## Part {#section-1}\n\nText.',
    ],
    'has cross-references as links, by no name that Word made up': [
      p(
        `${run('See ')}${field('REF _Ref12 \\r \\h', run('4', '<w:b/>') + run('.2'))}${run(', ')}<w:fldSimple ` +
          `w:instr=" REF fees \\h ` +
          `">${run('Fees')}</w:fldSimple>\
${run(', page ')}${field('PAGEREF _Ref12 \\h', run('9'))}${run(', ')}${field('REF gone \\h', run('what is gone'))}\
${run('.')}`,
      ) +
        p(`<w:bookmarkStart w:id="1" w:name="_Ref12"/>${run('Boats')}`, style('Heading1')) +
        p(`<w:bookmarkStart w:id="2" w:name="fees"/>${run('A fee.')}`, item(0, 1)),
      'See [**4**.2](#section-1), [Fees](#fees), page 9, what is gone.\n\n## Boats {#section-1}\n\n- A fee. {#fees}',
      [/^under “Quay terms”, paragraph 1: A reference to a page was kept as the number/m],
    ],
  };
  for (const [what, [body, markdown, doubts = [], parts]] of Object.entries(cases)) {
    it(what, async () => {
      const found = await importOne(await docx(title + body, parts));
      assert.equal(found.markdown.replace(/ +\|/g, ' |'), `# Quay terms\n\n${markdown}`);
      for (const pattern of doubts) assert.match(found.doubts, pattern);
    });
  }

  const refusals: Readonly<Record<string, readonly [() => Promise<Buffer>, RegExp]>> = {
    'no archive': [async () => Buffer.from('Dear reader'), /^This is no Word file: it is no ZIP archive\./],
    'a file of the old kind': [
      async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /^This is a Word file of the old kind, or one with a password\./,
    ],
    'a damaged archive': [
      async () => (await docx(title)).subarray(0, 900),
      /^This is no Word file that can be read: its archive is damaged\./,
    ],
    'an archive of something else': [
      async () => new JSZip().file('a.txt', 'x').generateAsync({type: 'nodebuffer'}),
      /^This is no Word file: there is no document in its archive/,
    ],
    'an archive that would grow': [
      async () => docx(title, {bomb: ' '.repeat(80 * 1024 * 1024)}),
      /^This file would grow to \d+ MB when unpacked/,
    ],
    'an archive that lies about its size': [
      async () => {
        const bytes = await docx(title, {bomb: ' '.repeat(1024 * 1024)});
        const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
        bytes.writeUInt32LE(10, at + 24);
        return bytes;
      },
      /its archive is damaged/,
    ],
    'entities that multiply': [
      async () => docx(title, {styles: '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;&a;</x>'}),
      /^There is a document type in this file/,
    ],
    'broken XML': [
      async () => docx('<w:p>'),
      /^This is no Word file: there is no document in its archive that can be read/,
    ],
    'no text': [async () => docx(p('')), /^There is no text in this file/],
  };
  for (const [what, [make, sentence]] of Object.entries(refusals)) {
    it(`is refused where it is ${what}`, async () => {
      const found = await readDocx('a.docx', await make());
      assert.match(found.ok ? '' : (found.issues[0]?.message ?? ''), sentence);
    });
  }
});

describe('a DOCX of anything', () => {
  const words = fc.constantFrom(
    'one',
    ' two ',
    '*',
    '1.',
    '(a)',
    '&lt;b&gt;',
    '&amp;',
    '[x](y)',
    '{#id}',
    '•',
    '\u00a0',
    '個人',
    'a@b.example',
    '_',
    '| -',
    'Visitors.',
    'Fees:',
  );
  const anyRun = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          words,
          fc.constantFrom('', '<w:b/>', '<w:i/>', '<w:vanish/>', '<w:vertAlign w:val="superscript"/>', '<w:strike/>'),
        )
        .map(([text, mark]) => run(text, mark)),
    },
    {weight: 1, arbitrary: words.map((text) => `<w:ins>${run(text)}</w:ins>`)},
    {weight: 1, arbitrary: words.map((text) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`)},
    {weight: 1, arbitrary: words.map((text) => `<w:moveTo>${run(text)}</w:moveTo>`)},
    {weight: 1, arbitrary: words.map((text) => `<w:hyperlink w:anchor="_Ref1">${run(text)}</w:hyperlink>`)},
    {weight: 1, arbitrary: words.map((text) => `<w:hyperlink r:id="link">${run(text)}</w:hyperlink>`)},
    {weight: 1, arbitrary: words.map((text) => field('REF here \\h', run(text)))},
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '<w:bookmarkStart w:id="1" w:name="_Ref1"/>',
        '<w:bookmarkStart w:id="2" w:name="here"/>',
        '<w:r><w:br/></w:r>',
        '<w:r><w:tab/></w:r>',
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        '<w:r><w:noBreakHyphen/></w:r>',
        '<w:r><w:commentReference w:id="0"/></w:r>',
      ),
    },
    {
      weight: 1,
      arbitrary: words.map(
        (text) => `<w:r><w:pict><v:textbox><w:txbxContent>${p(run(text))}</w:txbxContent></v:textbox></w:pict></w:r>`,
      ),
    },
  );
  const properties = fc.constantFrom(
    '',
    '',
    '',
    style('Heading1'),
    style('Heading2'),
    style('Heading1') + item(0, 3),
    style('Clause'),
    item(0, 1),
    item(1, 1),
    item(0, 2),
    item(1, 2),
    item(2, 2),
    item(0, 5),
    item(0, 3),
    '<w:rPr><w:del/></w:rPr>',
    '<w:pStyle w:val="TOC1"/>',
  );
  const paragraph = fc
    .tuple(fc.array(anyRun, {maxLength: 4}), properties)
    .map(([runs, more]) => p(runs.join(''), more));
  const {table} = fc.letrec<{table: string; cell: string}>((tie) => ({
    cell: fc
      .tuple(
        fc.array(paragraph, {minLength: 1, maxLength: 2}),
        fc.oneof({depthSize: 'small'}, fc.constant(''), tie('table')),
      )
      .map(([inner, more]) => `<w:tc>${more}${inner.join('')}</w:tc>`),
    table: fc
      .array(
        fc
          .tuple(
            fc.array(tie('cell'), {minLength: 1, maxLength: 3}),
            fc.constantFrom('', '', '', '<w:trPr><w:del/></w:trPr>'),
          )
          .map(([cells, more]) => `<w:tr>${more}${cells.join('')}</w:tr>`),
        {minLength: 1, maxLength: 3},
      )
      .map((rows) => `<w:tbl>${rows.join('')}</w:tbl>`),
  }));
  const body = fc
    .array(fc.oneof({weight: 5, arbitrary: paragraph}, {weight: 1, arbitrary: table}), {minLength: 1, maxLength: 8})
    .map((all) => all.join(''));

  it('loses no letter', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (inner) => {
        await importOne(
          await docx(title + p(run('Text.')) + inner, {
            footnotes: xml('footnotes', `<w:footnote w:id="2">${p(run('A note.'))}</w:footnote>`),
          }),
        );
      }),
      {
        numRuns: runs(60),
        examples: [
          [
            `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:moveTo>${run('one')}</w:moveTo></w:p>\
${p('', '<w:pStyle w:val="TOC1"/>')}`,
          ],
        ],
      },
    );
  });
});
