import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Block, Section} from '../../../src/policy/bundle.js';
import {plainText} from '../../../src/policy/clauses.js';
import {readMarkdown, type Reading} from '../../../src/authoring/folder/markdown.js';

const read = (text: string): Reading => readMarkdown({file: 'en.md', text});
const body = (text: string): readonly Section[] => read(`# Title\n\n${text}`).text.sections;
const blocksOf = (text: string): readonly Block[] => body(text)[0]?.blocks ?? [];
/** Where, which, how bad. */
const codes = (text: string): string[] =>
  read(text).findings.map(
    ({severity, code, place}) => `${'line' in place ? `${place.line}:${place.column}` : 'file'} ${severity} ${code}`,
  );

/** Section ids with audiences and clause ids, as one line each, indented by depth. */
function shape(sections: readonly Section[], indent = ''): string[] {
  const clauses = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) =>
      block.type === 'paragraph'
        ? [block.id]
        : block.type === 'table'
          ? block.rows.map(({id}) => id)
          : block.items.flatMap((item) => [
              item.id + (item.audiences ? `(${item.audiences.join(' ')})` : ''),
              ...clauses(item.blocks ?? []),
            ]),
    );
  return sections.flatMap(({id, heading, audiences, blocks, sections: inner}) => [
    `${indent}${id}${heading ? '' : ' -'}${audiences ? ` for ${audiences.join(' ')}` : ''}: ` +
      clauses(blocks).join(' '),
    ...shape(inner ?? [], `${indent}  `),
  ]);
}

describe('sections', () => {
  const cases: Record<string, [string, string[]]> = {
    'before the first heading stands the preamble': [
      'Hello.\n\n## One\n\nText.',
      ['preamble -: preamble.p1', 's1: s1.p1'],
    ],
    'headings nest by their depth': [
      '## A\n\na\n\n### B\n\nb\n\n## C\n\nc',
      ['s1: s1.p1', '  s1.s1: s1.s1.p1', 's2: s2.p1'],
    ],
    'a written id is used below it too': ['## A {#a}\n\nx\n\n### B\n\ny', ['a: a.p1', '  a.s1: a.s1.p1']],
    'an audience lasts until the next heading of its level': [
      '## A {audience="x y"}\n\na\n\n### B\n\nb\n\n## C\n\nc',
      ['s1 for x y: s1.p1', '  s1.s1: s1.s1.p1', 's2: s2.p1'],
    ],
    'an audience lasts until a thematic break': [
      '## How\n\n### A {audience="x"}\n\na\n\n---\n\nb',
      ['s1: ', '  s1.s1 for x: s1.s1.p1', '  s1.s2 -: s1.s2.p1'],
    ],
    'a break ends the audience’s section with all in it': [
      '## A {audience="x"}\n\n### B\n\nb\n\n---\n\nc',
      ['s1 for x: ', '  s1.s1: s1.s1.p1', 's2 -: s2.p1'],
    ],
    'a break elsewhere only divides': ['a\n\n---\n\nb', ['preamble -: preamble.p1', 's1 -: s1.p1']],
    'a break before a heading makes no empty section': [
      'a\n\n---\n\n## B\n\nb',
      ['preamble -: preamble.p1', 's1: s1.p1'],
    ],
    'everyone is no audience': ['## A {audience="everyone"}\n\na', ['s1: s1.p1']],
    'a nested section may be for fewer': [
      '## A {audience="x y"}\n\n### B {audience="y"}\n\nb',
      ['s1 for x y: ', '  s1.s1 for y: s1.s1.p1'],
    ],
  };
  for (const [title, [text, expected]] of Object.entries(cases)) {
    it(title, () => assert.deepEqual(shape(body(text)), expected));
  }
});

describe('clauses', () => {
  const cases: Record<string, [string, string[]]> = {
    'items, nested items and paragraphs in items': [
      '## A\n\n- one\n  - two\n  - three\n\n  more\n- four',
      ['s1: s1.i1 s1.i1.1 s1.i1.2 s1.i1.p1 s1.i2'],
    ],
    'items count on across lists': ['## A\n\n- one\n\nbetween\n\n1. two', ['s1: s1.i1 s1.i2']],
    'written ids rename no other clause': ['## A\n\n- one\n- two {#b}\n- three', ['s1: s1.i1 b s1.i3']],
    'an item may be for some': ['## A\n\n- one {audience="x"}', ['s1: s1.i1(x)']],
    'table rows': ['## A\n\n| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |', ['s1: s1.r1 s1.r2']],
    'a written id is taken by no place': ['## A {#s2}\n\na\n\n## B\n\nb', ['s2: s2.p1', 's2-2: s2-2.p1']],
  };
  for (const [title, [text, expected]] of Object.entries(cases)) {
    it(title, () => assert.deepEqual(shape(body(text)), expected));
  }

  it('a paragraph right before a list leads into it', () => {
    assert.deepEqual(blocksOf('We use:\n\n3. a\n4. b'), [
      {
        type: 'list',
        lead: ['We use:'],
        start: 3,
        items: [
          {id: 'preamble.i1', content: ['a']},
          {id: 'preamble.i2', content: ['b']},
        ],
      },
    ]);
  });

  it('data on an item becomes its terms', () => {
    const [list] = blocksOf('- a {#x data="payment contact"}');
    assert.deepEqual(list, {type: 'list', items: [{id: 'x', terms: ['payment', 'contact'], content: ['a']}]});
  });

  it('ids by place are the same in every language', () => {
    const ids = (text: string): string[] => shape(body(text));
    assert.deepEqual(ids('Hallo.\n\n## Hoe wij\n\n- een\n- twee'), ids('你好。\n\n## 我們\n\n- 一\n- 二'));
  });

  it('a short row is filled up', () => {
    const [table] = blocksOf('| a | b |\n| - | - |\n| 1 |');
    assert.deepEqual(table, {type: 'table', head: [['a'], ['b']], rows: [{id: 'preamble.r1', cells: [['1'], []]}]});
  });
});

describe('inline pieces', () => {
  const cases: Record<string, [string, unknown]> = {
    'strong and emphasis': [
      'a **b *c***',
      ['a ', {type: 'strong', content: ['b ', {type: 'emphasis', content: ['c']}]}],
    ],
    'a line’s end is a space': ['one\ntwo', ['one two']],
    'between Chinese characters it is nothing': ['一\n二', ['一二']],
    'also beside a mark': ['一\n**二**', ['一', {type: 'strong', content: ['二']}]],
    'between Chinese and Latin it is a space': ['一\ntwo', ['一 two']],
    'a hard break is a line feed': ['one\\\ntwo', ['one\ntwo']],
    'code is its text': ['a `b {c}` d', ['a b {c} d']],
    'a link': ['[a](https://example.org/)', [{type: 'link', href: 'https://example.org/', content: ['a']}]],
    'a bare address': [
      'Write to a@example.org.',
      ['Write to ', {type: 'link', href: 'mailto:a@example.org', content: ['a@example.org']}, '.'],
    ],
    'a bare address with a backslash is text': [
      'Write to a\\@example.org, not to b@example.org, or see https\\://example.org/a.',
      [
        'Write to a@example.org, not to ',
        {type: 'link', href: 'mailto:b@example.org', content: ['b@example.org']},
        ', or see https://example.org/a.',
      ],
    ],
    'a bare address without https is text': ['See www.example.org.', ['See www.example.org.']],
    'escaped attributes are text': ['a \\{#b}', ['a {#b}']],
    'braces of another meaning are text': ['a {b}', ['a {b}']],
  };
  for (const [title, [text, expected]] of Object.entries(cases)) {
    it(title, () => {
      const [paragraph] = blocksOf(text);
      assert.deepEqual(paragraph?.type === 'paragraph' && paragraph.content, expected);
    });
  }

  it('an escaped brace at the end of an item is text, with no finding', () => {
    const reading = read('# T\n\n- a \\{#b}');
    assert.deepEqual(reading.findings, []);
    const [list] = reading.text.sections[0]?.blocks ?? [];
    assert.equal(list?.type === 'list' && plainText(list.items[0]?.content ?? []), 'a {#b}');
  });

  it('attributes after a mark are no part of the text', () => {
    assert.deepEqual(body('## **A** {#a}\n\nb')[0]?.heading, [{type: 'strong', content: ['A']}]);
  });

  it('a line within a cell ends with <br>, which only HTML can say', () => {
    const reading = read('# T\n\n| a |\n| - |\n| one<br>**two<BR/>three** |');
    const [table] = reading.text.sections[0]?.blocks ?? [];
    assert.deepEqual(table?.type === 'table' && table.rows[0]?.cells, [
      ['one\n', {type: 'strong', content: ['two\nthree']}],
    ]);
    assert.deepEqual(reading.findings, []);
  });

  it('a link within the text is a reference', () => {
    assert.deepEqual(body('[x](#a)\n\n## A {#a}\n\nb')[0]?.blocks, [
      {type: 'paragraph', id: 'preamble.p1', content: [{type: 'reference', to: 'a', content: ['x']}]},
    ]);
  });
});

describe('findings', () => {
  const cases: Record<string, [string, string[]]> = {
    'no title': ['Text.', ['1:1 error no-title']],
    'nothing under the title': ['# T', ['file error empty-text']],
    'front matter': ['---\ntitle: x\n---\n\n# T\n\na', ['1:1 error front-matter', '2:1 warning underlined-heading']],
    'an id twice': ['# T\n\n- a {#x}\n- b {#x}', ['4:6 error duplicate-id']],
    'an id with capitals': ['# T\n\n- a {#Xy}', ['3:6 error bad-id']],
    'an unknown attribute': ['# T\n\n- a {audiance="x"}', ['3:6 error bad-attributes']],
    'everyone among others': ['# T\n\n- a {audience="x everyone"}', ['3:18 error bad-attributes']],
    'attributes on a paragraph': ['# T\n\na {#x}', ['3:3 warning stray-attributes']],
    'a wider audience within': ['# T\n\n## A {audience="x"}\n\n- a {audience="y"}', ['5:16 error wider-audience']],
    'everyone within an audience': [
      '# T\n\n## A {audience="x"}\n\n### B {audience="everyone"}\n\nb',
      ['5:7 error wider-audience'],
    ],
    'a link to nowhere in the text': ['# T\n\n[a](#b)', ['3:1 error dead-reference']],
    'a link that is not safe': ['# T\n\n[a](javascript:alert)', ['3:1 warning bad-link']],
    'a picture': ['# T\n\n![a](b.png)', ['3:1 warning image']],
    'HTML in a line': ['# T\n\na <b>c', ['3:3 warning html']],
    'a block of HTML': ['# T\n\n<p>a</p>', ['3:1 warning html']],
    'a heading in a quotation': ['# T\n\n> # a', ['3:3 warning misplaced-heading']],
    'an empty item': ['# T\n\n- a\n-', ['4:1 warning empty-item']],
    'an address without a link': ['# T\n\na\n\n[b]: https://example.org', ['5:1 warning unused-definition']],
    'more levels than a stack has': [`# T\n\n${'>'.repeat(20_000)} x`, ['file error too-deep']],
    'a second title': ['# T\n\na\n\n# U\n\nb', ['5:1 warning second-title']],
  };
  for (const [title, [text, expected]] of Object.entries(cases)) {
    it(title, () => assert.deepEqual(codes(text), expected));
  }
});
