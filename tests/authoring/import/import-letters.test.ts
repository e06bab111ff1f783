/* eslint-disable max-lines -- the generator of texts belongs to what is proved of them */
/** Import loses no letter, whatever stands in a text: proved on generated texts. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readMarkdown} from '../../../src/authoring/folder/markdown.js';
import {compareLetters, textPieces} from '../../../src/authoring/import/lossless.js';
import {readHtml} from '../../../src/authoring/read/read-html.js';
import {readMarkdownSource} from '../../../src/authoring/read/read-markdown.js';
import {readPlainText} from '../../../src/authoring/read/read-plain-text.js';
import {lookAt} from '../../../src/authoring/recognise/recognise-text.js';
import {importLook} from './import-one.js';
import {runs} from '../../harness/runs.js';

const given = {language: 'en', effective: '2024-05-31', policy: 'privacy'};

/** What Markdown, the attributes in braces or the recognition of lists and addresses could stumble over. */
const trap = fc.constantFrom(
  '*',
  '**',
  '_',
  '__',
  '`',
  '```',
  '#',
  '##',
  '>',
  '<',
  '&',
  '&amp;',
  '&#123;',
  '\\',
  '\\\\',
  '[',
  ']',
  '[x](y)',
  '![',
  '](',
  '|',
  '| - |',
  '~',
  '~~',
  '-',
  '---',
  '***',
  '___',
  '===',
  '+',
  '1.',
  '2)',
  '(3)',
  '10.',
  '{#id}',
  '{',
  '}',
  '{audience="x"}',
  '\\{#a}',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<https://x.example>',
  'https://x.example/_a_',
  'https://x.example/*b*?c=d&e',
  'www.example.com',
  'http://x.example',
  'a@b.example',
  'mailto:a@b.example',
  '[^1]',
  '[^1]: x',
  '[a]: b',
  ':',
  '.',
  '!',
  '•',
  '–',
  '\t',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\u200f',
  'Visitors.',
  'Everyone.',
  'Guests:',
  'Members and visitors.',
  'If you are',
  '所有人。',
  '訪客。',
  'الجميع.',
  'é',
  'e\u0301',
  '𝒳',
  '👩‍👩‍👧',
  'ﬁ',
  'ß',
  'İ',
);
const word = fc.oneof(
  {weight: 3, arbitrary: fc.stringMatching(/^[a-z]{1,8}$/)},
  {weight: 3, arbitrary: trap},
  {weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 6})},
);
const line = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      ' ',
      '  ',
      '    ',
      '\t',
      ' • ',
      '• ',
      '- ',
      '* ',
      '1. ',
      '2. ',
      '3) ',
      '\u00a0• ',
      '    - ',
    ),
    fc.array(word, {minLength: 1, maxLength: 12}),
    fc.constantFrom('', '.', '  ', ';'),
  )
  .map(([before, words, after]) => `${before}${words.join(' ')}${after}`);
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\n\n\n', '\n \n')), {
    minLength: 2,
    maxLength: 14,
  })
  .map((lines) => `Privacy notice\n\nBody text.\n\n${lines.flat().join('')}`);

/** What a page could be built of, whether or not it is closed in its place. */
const tag = fc.constantFrom(
  'p',
  'div',
  'span',
  'b',
  'em',
  'ul',
  'ol',
  'li',
  'ol type=a',
  'ol start=3',
  'table',
  'tr',
  'td',
  'th',
  'td colspan=2',
  'h1',
  'h2',
  'a href="#x"',
  'a href="https://x.example/"',
  'a name=x',
  'a id=y href="#x"',
  'a name=x href="#y"',
  'br',
  'hr',
  'blockquote',
  'pre',
  'code',
  'dl',
  'dt',
  'dd',
  'details',
  'summary',
  'section',
  'main',
  'nav',
  'header',
  'q',
  'sup',
  'input type=checkbox',
  'button',
  'img alt="q"',
  'del',
  'bdt',
  'x-part',
  'caption',
  'figure',
  'p class=MsoListParagraph',
  'p class=MsoListParagraph style="margin-left:72pt"',
  'ul class=lst-kix_a-0',
  'ol class=lst-kix_a-1',
  'p class=MsoToc1',
  'div class=toc',
  'p class=MsoTitle',
  'div title=header',
  'span hidden',
  'script',
  'select',
  'svg',
);
const piece = fc.oneof(
  {weight: 4, arbitrary: tag.map((name) => `<${name}>`)},
  {weight: 3, arbitrary: tag.map((name) => `</${name.split(' ')[0] ?? ''}>`)},
  {weight: 3, arbitrary: fc.array(word, {minLength: 1, maxLength: 3}).map((words) => words.join(' '))},
  {weight: 1, arbitrary: fc.constantFrom('·&nbsp; ', '1. ', '(a) ', '[1]', 'iv.', ' ', '\n')},
);
const page = fc
  .array(piece, {minLength: 1, maxLength: 40})
  .map((pieces) => `<title>Notice</title><h1>Privacy notice</h1><p>Body text.</p>${pieces.join('')}`);

describe('the comparison of letters', () => {
  const pieces = [{text: 'Title'}, {text: 'A line'}, {text: 'one', mark: 'bullet'}, {text: 'two', mark: 2}] as const;
  for (const [source, why] of [
    ['Title\n\nA line\n • one\n 2. two', undefined],
    ['Title A\u00a0li\nne - one 2) two', undefined],
    ['Title\n\nA lime\n • one\n 2. two', 'another letter'],
    ['Title\n\nA lin\n • one\n 2. two', 'a letter too few'],
    ['Title\n\nA line\n • one\n 2. two.', 'a letter too many'],
    ['Title\n\nA line\n one\n 2. two', 'no mark'],
    ['Title\n\nA line\n • one\n 3. two', 'another number'],
    ['A line\n\nTitle\n • one\n 2. two', 'another order'],
  ] as const) {
    it(why === undefined ? `finds all of ${JSON.stringify(source)}` : `sees ${why}`, () => {
      assert.equal(compareLetters(source, pieces, true).same, why === undefined);
    });
  }

  it('says where the first difference is', () => {
    const found = compareLetters('Title\n\nA lime', pieces, true);
    assert.ok(!found.same);
    assert.equal(found.at, 11);
    assert.equal(found.imported, 'me');
  });

  it('counts letters as a reader does, and marks apart', () => {
    assert.deepEqual(compareLetters('𝒳 • é', [{text: '𝒳'}, {text: 'é', mark: 'bullet'}], true), {
      same: true,
      characters: 3,
      marks: 1,
    });
  });
});

describe('import loses no letter', () => {
  it('of generated plain texts', () => {
    fc.assert(
      fc.property(text, (source) => {
        const look = lookAt('a.txt', readPlainText({file: 'a.txt', text: source}), given);
        assert.ok(look.ok);
        const imported = importLook(look.value);
        if (!imported.ok) assert.fail(imported.issues.map(({message}) => message).join('\n'));
        const result = imported.value;
        // Not what import says of itself: the written Markdown, read again and compared here.
        const pieces = textPieces(readMarkdown({file: 'en.md', text: result.markdown}).text);
        assert.ok(compareLetters(source, pieces, true).same);
      }),
      {numRuns: runs(300)},
    );
  });

  it('of generated pages', () => {
    fc.assert(
      fc.property(page, (source) => {
        const document = readHtml('a.html', Buffer.from(source));
        if (!document.ok) return;
        const look = lookAt('a.html', document.value, given);
        assert.ok(look.ok);
        const imported = importLook(look.value);
        // A main part that is nothing but a heading has no text below its title.
        assert.deepEqual(
          imported.ok
            ? []
            : imported.issues.filter(({code}) => code !== 'empty-text').map(({code, message}) => `${code}: ${message}`),
          [],
        );
      }),
      {
        numRuns: runs(300),
        examples: [
          '<ul><input type=checkbox><p>',
          '<q><p>',
          '<a id=y href="#x"><ol type=a><a name=x href="#y"><q>',
          '<h1><button><code>*</button>·&nbsp; ',
          '<a href="#x"><code>·&nbsp; <a href="#x">a',
        ].map((soup) => [`<h1>Privacy notice</h1><p>Body text.</p>${soup}`]),
      },
    );
  });

  it('of generated Markdown', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = readMarkdownSource({file: 'a.md', text: `# ${source}`});
        assert.ok(document.ok);
        const look = lookAt('a.md', document.value, given);
        assert.ok(look.ok);
        const imported = importLook(look.value);
        // Attributes that contradict what is around them are refused, which loses nothing.
        const losses = imported.ok ? [] : imported.issues.filter(({code}) => code === 'loss');
        assert.deepEqual(
          losses.map(({message}) => message),
          [],
        );
      }),
      {
        numRuns: runs(300),
        examples: [
          ['Privacy notice\n\n- +\n'],
          ['Privacy notice\n\n* * a\n\\{#a}\n*\n'],
          ['Privacy notice\n\nBody text.\n\n* mailto:a@b.example\n\n\n    - 2) $\n'],
          ['Privacy notice\n\nBody text.\n\n1. a\n*;\r\n\r\n\t> 2) *;\n*\n*\n'],
          ['Privacy notice\n\nBody text.\n\n<b>\n\n  <!-- --> *\n2. *;\na\n\n'],
        ],
      },
    );
  });
});
