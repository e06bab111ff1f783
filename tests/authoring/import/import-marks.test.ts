/**
 * What site generators write beside words: attribute lists, tags, comments. None of it is shown to readers, and none
 * is dropped unsaid.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {takeMarks} from '../../../src/authoring/read/markdown-marks.js';
import {importOne} from './import-one.js';

const words = 'We use the name of your boat, so that we know which berth is yours.';

describe('marks in Markdown', () => {
  const read: Readonly<Record<string, readonly [string, string, RegExp?]>> = {
    'kramdown’s id of a heading': ['## Berths {: #berths }', '## Berths {#berths}'],
    'kramdown’s id below a heading': ['## Berths\n{: #berths .wide }', '## Berths {#berths}\n', /“\{#berths \.wide\}”/],
    'Pandoc’s id with a class': ['## Berths {#berths .unnumbered}', '## Berths {#berths}'],
    'an id with capitals': ['## Berths {#Our-Berths}', '## Berths {#our-berths}'],
    'an id of an item': ['- a berth {: #berth}', '- a berth {#berth}'],
    'an audience': ['## Berths {#berths .x audience="guest"}', '## Berths {#berths audience="guest"}', /\.x/],
    'a class of a paragraph': [
      'We rent.\n{: .note }',
      'We rent.\n',
      /“\{\.note\}” say nothing that a policy has a place for/,
    ],
    'a class of a word': ['We *rent*{: .note} berths.', 'We *rent* berths.', /\.note/],
    'where a link opens': ['[Us](https://quay.example){:target="_blank"}', '[Us](https://quay.example)', /target/],
    'the same of Pandoc': ['[Us](https://quay.example){target="_blank"}', '[Us](https://quay.example)', /target/],
    'Pandoc’s words with a class': ['A [small]{.smallcaps} berth.', 'A small berth.', /smallcaps/],
    'a table of contents': ['* TOC\n{:toc}\n\nWe rent.', '\n\n\nWe rent.'],
    'a tag of Liquid': [
      '{% if page.x %}We rent.{% endif %}',
      'We rent.',
      /2 tags, the first of them “\{% if page\.x %\}”/,
    ],
    'an include': ['{% include boats.html %}', '', /brings in another file/],
    'Hugo’s shortcode': ['{{< note >}}We rent.', 'We rent.', /\{\{< note >\}\}/],
    'a value': ['We are {{ site.name }}.', 'We are {{ site.name }}.', /stands for words that the program puts there/],
    'a comment over lines': ['a\n{% comment %}\nb\n{% endcomment %}\nc', 'a\n\n\n\nc', /A comment was left out: “b”/],
    'a box': ['::: {.note}\nWe rent.\n:::', '\nWe rent.\n', /::: \{\.note\}/],
    'a box with a title': [':::note[Mind]\nWe rent.\n:::', 'Mind\nWe rent.\n', /:::note/],
  };
  for (const [what, [written, left, doubt]] of Object.entries(read))
    it(`are read or left out: ${what}`, () => {
      const {text, doubts} = takeMarks(written, false);
      assert.equal(text, left);
      assert.match(doubts.map(({message}) => message).join('\n'), doubt ?? /^$/);
    });

  const kept: Readonly<Record<string, string>> = {
    'code between fences': '```\n{: .x }\n{% y %}\n```\n',
    'code in a line': 'Write `{: .x }` or `{% y %}`.',
    'code by its indentation': 'a\n\n    {% y %}\n',
    'what is escaped': 'Write \\{: .x } there.',
    'braces that are words': 'The set {1, 2} and **{#q}** and {a: b}.',
    'a colon and braces': 'As follows:{x}',
  };
  for (const [what, written] of Object.entries(kept))
    it(`are none in ${what}`, () => {
      assert.deepEqual(takeMarks(written, false), {text: written, doubts: []});
    });

  it('are a program’s in MDX, where they are no words', () => {
    const {text, doubts} = takeMarks("import Box from './box'\n\n{/* old */}We rent.\n", true);
    assert.equal(text, '\n\nWe rent.\n');
    assert.equal(doubts.length, 2);
    assert.match(takeMarks('import boats with us\n', false).text, /import boats/);
  });

  it('take time that grows with their length', () => {
    for (const piece of ['{:', '{% ', '{{', '[', ':::', '{:}', '`{:', '\\{: ']) {
      const started = performance.now();
      takeMarks(piece.repeat(50_000 / piece.length), false);
      assert.ok(performance.now() - started < 2000, piece);
    }
  });

  it('give a text its ids and its day, and no letter is lost', () => {
    const {markdown, effective, doubts} = importOne(
      'a.md',
      `# Quay Notice\n\nLast changed in June\n{: datetime="2025-06-10" }\n\n## Berths {: #berths ` +
        `}\n\n${words} [Above](#berths).\n`,
      {language: 'en'},
    );
    assert.equal(effective, '2025-06-10');
    assert.match(markdown, /^Last changed in June\n\n## Berths \{#berths\}\n\n.* \[Above\]\(#berths\)\.$/);
    assert.match(doubts.join('\n'), /names no day of effect; 2025-06-10 is a “datetime” in its attributes/);
  });
});

describe('a page whose title stands before its main part', () => {
  const page = (header: string, main = `<h2>Berths</h2><p>${words}</p>`): string =>
    `<html lang="en"><head><title>Quay</title></head><body>${header}<main>${main}</main></body></html>`;

  it('keeps the title, the day and what follows them', () => {
    const {title, markdown, effective, doubts} = importOne(
      'a.html',
      page(
        '<header><a href="/">Quay</a><nav><a href="/a">A</a></nav><div><h1>Quay Privacy ' +
          'Notice</h1><p>Effective date: 3 March 2024. It is for guests.</p></div><ul><li><a ' +
          'href="/x">X</a></li><li><a href="/y">Y</a></li></ul></header>',
      ),
      {language: 'en'},
    );
    assert.deepEqual([title, effective], ['Quay Privacy Notice', '2024-03-03']);
    assert.match(markdown, /^Effective date: 3 March 2024\. It is for guests\.\n\n## Berths/);
    assert.doesNotMatch(markdown, /X|Y/);
    assert.match(doubts.join('\n'), /left out/);
  });

  it('is called after its main part where that has a title too', () => {
    const {title} = importOne(
      'a.html',
      page('<header><h1>Quay</h1></header>', `<h1>Privacy Notice</h1><p>${words}</p>`),
    );
    assert.equal(title, 'Privacy Notice');
  });
});

describe('what programs leave in texts', () => {
  it('is left out where the page says that it is advice, and named', () => {
    const {markdown, doubts} = importOne(
      'a.html',
      '<html lang="en"><h1>Quay Notice</h1><p class="privacy-policy-tutorial">Here you should say what ' +
        `you do.</p><p><strong class="privacy-policy-tutorial">Suggested text: </strong>${words}</p></html>`,
    );
    assert.equal(markdown, words);
    assert.match(doubts.join('\n'), /Advice to the site’s owner, .* was left out: “Here you should say what you do\.”/);
  });

  it('is doubted where only its words say so, once for all', () => {
    const {markdown, doubts} = importOne(
      'a.md',
      `# Quay\n\n**Suggested text:** ${words}\n\nSuggested text: ${words}\n`,
    );
    assert.match(markdown, /Suggested text:/);
    assert.deepEqual(
      doubts.filter((doubt) => doubt.includes('Suggested text')).map((doubt) => doubt.slice(0, 50)),
      ['“Suggested text:” stands before 2 paragraphs, as t'],
    );
  });

  it('is no matter inside an element that nobody knows', () => {
    const {markdown} = importOne(
      'a.html',
      '<html lang="en"><h1>Quay Notice</h1><bdt class="block-component"></bdt><div><bdt ' +
        `class="question">Quay</bdt> says: ${words}<bdt class="x"></bdt></div></html>`,
    );
    assert.equal(markdown, `Quay says: ${words}`);
  });

  it('may break words anywhere: they are kept, and read as the words that they are', () => {
    const {title, effective, markdown} = importOne(
      'a.html',
      '<html lang="de"><h1>Kai Daten&shy;schutz&shy;erklärung</h1><p>Gül&shy;tig ab ' +
        '1.&nbsp;März&nbsp;2024</p><p>Wir schreiben Ihren Namen auf, wenn Sie zu uns kommen.</p></html>',
      {},
    );
    assert.deepEqual([title, effective], ['Kai Daten\u00adschutz\u00aderklärung', '2024-03-01']);
    assert.match(markdown, /^Gül\u00adtig/);
  });
});
