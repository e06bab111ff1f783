/* eslint-disable max-lines -- the generator of trees belongs to what is expected of them */
/**
 * Any tree of headings, lists, tables, links and marks comes through import with its shape: of Markdown and of HTML.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {PhrasingContent, RootContent} from 'mdast';
import {gfmStrikethroughToMarkdown} from 'mdast-util-gfm-strikethrough';
import {gfmTableToMarkdown} from 'mdast-util-gfm-table';
import {toMarkdown} from 'mdast-util-to-markdown';
import type {Block, Inline, Item, Section, Text} from '../../../src/policy/bundle.js';
import {readMarkdown} from '../../../src/authoring/folder/markdown.js';
import {readHtml} from '../../../src/authoring/read/read-html.js';
import {readMarkdownSource} from '../../../src/authoring/read/read-markdown.js';
import {lookAt} from '../../../src/authoring/recognise/recognise-text.js';
import {importLook} from './import-one.js';
import {runs} from '../../harness/runs.js';

// The tree as it is generated, apart from any of the project's own.

type Piece =
  | string
  | {readonly mark: 'strong' | 'emphasis'; readonly pieces: readonly Piece[]}
  | {readonly mark: 'link'; readonly href: string; readonly pieces: readonly Piece[]};
interface TreeItem {
  readonly content: readonly Piece[];
  readonly blocks: readonly TreeBlock[];
}
type TreeBlock =
  | {readonly kind: 'paragraph'; readonly content: readonly Piece[]}
  | {readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly TreeItem[]}
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Piece[])[];
      readonly rows: readonly (readonly (readonly Piece[])[])[];
    };
interface Tree {
  readonly title: string;
  readonly blocks: readonly TreeBlock[];
  readonly sections: readonly {
    readonly depth: 2 | 3 | 4;
    readonly heading: readonly Piece[];
    readonly blocks: readonly TreeBlock[];
  }[];
}

const word = fc.oneof(
  {weight: 6, arbitrary: fc.stringMatching(/^[a-z]{2,7}$/).map((letters) => `q${letters}`)},
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'q*a',
      'q_b_',
      '<q>',
      '&amp;',
      'q&q',
      '[q]',
      'q|r',
      '`q`',
      '~~q~~',
      '{#q}',
      '\\q',
      'q\u00a0r',
      'qé',
      '個人資料',
      '12.',
      '(q)',
      '#q',
      'q—q',
    ),
  },
);
const words = fc.array(word, {minLength: 1, maxLength: 4}).map((all) => all.join(' '));
const href = fc.constantFrom(
  'https://q.example/',
  'https://q.example/a_b_c?d=e&f',
  'mailto:q@q.example',
  'tel:+4522334455',
);
const marked: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({mark: fc.constant('strong' as const), pieces: fc.tuple(words)}),
  fc.record({mark: fc.constant('emphasis' as const), pieces: fc.tuple(words)}),
  fc.record({
    mark: fc.constant('link' as const),
    href,
    pieces: fc.oneof(
      fc.tuple(words),
      fc.record({mark: fc.constant('emphasis' as const), pieces: fc.tuple(words)}).map((inner): Piece[] => [inner]),
    ),
  }),
  fc.record({
    mark: fc.constant('strong' as const),
    pieces: fc
      .record({mark: fc.constant('emphasis' as const), pieces: fc.tuple(words)})
      .map((inner): Piece[] => ['qq ', inner, ' qq']),
  }),
);
/** Words with marks between them, never two marks side by side, which would be one. */
const content: fc.Arbitrary<readonly Piece[]> = fc
  .tuple(words, fc.array(fc.tuple(marked, words), {maxLength: 2}))
  .map(([first, rest]) => [
    rest.length === 0 ? first : `${first} `,
    ...rest.flatMap(([piece, after], index): Piece[] => [piece, ` ${after}${index < rest.length - 1 ? ' ' : ''}`]),
  ]);
const paragraph = content.map((pieces): TreeBlock => ({kind: 'paragraph', content: pieces}));
/** A cell has lines, which end in line feeds. Content begins and ends with words. */
const lines = fc
  .array(content, {minLength: 1, maxLength: 2})
  .map((all) =>
    all.reduce((before, line) => [
      ...before.slice(0, -1),
      `${String(before.at(-1))}\n${String(line[0])}`,
      ...line.slice(1),
    ]),
  );
const cells = (width: number) => fc.array(lines, {minLength: width, maxLength: width});
const table = fc.integer({min: 2, max: 3}).chain((width) =>
  fc.record({
    kind: fc.constant('table' as const),
    head: cells(width),
    rows: fc.array(cells(width), {minLength: 1, maxLength: 2}),
  }),
);
const {list} = fc.letrec<{list: TreeBlock; item: TreeItem}>((tie) => ({
  list: fc.record({
    kind: fc.constant('list' as const),
    start: fc.option(fc.integer({min: 0, max: 20}), {nil: undefined}),
    items: fc.array(tie('item'), {minLength: 1, maxLength: 3}),
  }),
  item: fc.record({
    content,
    blocks: fc.oneof(
      {depthSize: 'small'},
      fc.constant([]),
      fc.tuple(tie('list')),
      fc.tuple(paragraph),
      fc.tuple(paragraph, tie('list')),
      fc.tuple(table),
    ),
  }),
}));
const blocks = fc.array(
  fc.oneof({weight: 2, arbitrary: paragraph}, {weight: 2, arbitrary: list}, {weight: 1, arbitrary: table}),
  {maxLength: 3},
);
const tree: fc.Arbitrary<Tree> = fc.record({
  title: fc.constant('Quayside notice'),
  blocks: fc.tuple(paragraph, blocks).map(([first, rest]) => [first, ...rest]),
  sections: fc.array(
    fc.record({depth: fc.constantFrom(2 as const, 3 as const, 4 as const), heading: content, blocks}),
    {minLength: 1, maxLength: 4},
  ),
});

// What it should be in the bundle.

const inlineOf = (pieces: readonly Piece[]): Inline[] =>
  pieces.map((piece): Inline => {
    if (typeof piece === 'string') return piece;
    const inner = inlineOf(piece.pieces);
    return piece.mark === 'link'
      ? {type: 'link', href: piece.href, content: inner}
      : {type: piece.mark, content: inner};
  });

type Bare = Readonly<Record<string, unknown>>;

function bareBlocks(all: readonly TreeBlock[]): Bare[] {
  return all.flatMap((block, index): Bare[] => {
    const [before, next] = [all[index - 1], all[index + 1]];
    switch (block.kind) {
      case 'paragraph':
        return next?.kind === 'list' ? [] : [{type: 'paragraph', content: inlineOf(block.content)}];
      case 'list':
        return [
          {
            type: 'list',
            ...(before?.kind === 'paragraph' && {lead: inlineOf(before.content)}),
            ...(block.start !== undefined && {start: block.start}),
            items: block.items.map((item) => ({
              content: inlineOf(item.content),
              ...(item.blocks.length > 0 && {blocks: bareBlocks(item.blocks)}),
            })),
          },
        ];
      case 'table':
        return [
          {type: 'table', head: block.head.map(inlineOf), rows: block.rows.map((row) => ({cells: row.map(inlineOf)}))},
        ];
    }
  });
}

interface Open {
  readonly depth: number;
  readonly bare: {heading?: unknown; blocks: Bare[]; sections?: unknown[]};
}

function expectedOf({title, blocks: first, sections}: Tree): unknown {
  const root: Open = {depth: 1, bare: {blocks: [], sections: [{blocks: bareBlocks(first)}]}};
  let open = [root];
  for (const {depth, heading, blocks: inner} of sections) {
    open = open.filter((each) => each.depth < depth);
    const made: Open = {depth, bare: {heading: inlineOf(heading), blocks: bareBlocks(inner)}};
    const parent = open.at(-1) ?? root;
    parent.bare.sections = [...(parent.bare.sections ?? []), made.bare];
    open.push(made);
  }
  return {title, sections: root.bare.sections};
}

const bareText = ({title, sections}: Text): unknown => ({title, sections: sections.map(bareSection)});
const bareSection = ({heading, blocks: inner, sections}: Section): unknown => ({
  ...(heading && {heading}),
  blocks: inner.map(bareBlock),
  ...(sections && {sections: sections.map(bareSection)}),
});
const bareItem = ({content: words, blocks: inner}: Item): unknown => ({
  content: words,
  ...(inner && {blocks: inner.map(bareBlock)}),
});
function bareBlock(block: Block): unknown {
  switch (block.type) {
    case 'paragraph':
      return {type: 'paragraph', content: block.content};
    case 'list':
      return {
        type: 'list',
        ...(block.lead && {lead: block.lead}),
        ...(block.start !== undefined && {start: block.start}),
        items: block.items.map(bareItem),
      };
    case 'table':
      return {type: 'table', head: block.head, rows: block.rows.map(({cells: row}) => ({cells: row}))};
  }
}

// How it is written.

const phrasing = (pieces: readonly Piece[]): PhrasingContent[] =>
  pieces.flatMap((piece): PhrasingContent[] => {
    if (typeof piece === 'string')
      return piece
        .split('\n')
        .flatMap((value, index): PhrasingContent[] => [
          ...(index === 0 ? [] : [{type: 'html' as const, value: '<br>'}]),
          {type: 'text', value},
        ]);
    return [
      piece.mark === 'link'
        ? {type: 'link', url: piece.href, children: phrasing(piece.pieces)}
        : {type: piece.mark, children: phrasing(piece.pieces)},
    ];
  });

const markdownBlocks = (all: readonly TreeBlock[]): RootContent[] =>
  all.map((block): RootContent => {
    switch (block.kind) {
      case 'paragraph':
        return {type: 'paragraph', children: phrasing(block.content)};
      case 'list':
        return {
          type: 'list',
          ordered: block.start !== undefined,
          ...(block.start !== undefined && {start: block.start}),
          children: block.items.map((item) => ({
            type: 'listItem',
            children: [
              {type: 'paragraph', children: phrasing(item.content)},
              ...markdownBlocks(item.blocks),
            ] as never[],
          })),
        };
      case 'table':
        return {
          type: 'table',
          children: [block.head, ...block.rows].map((row) => ({
            type: 'tableRow',
            children: row.map((cell) => ({type: 'tableCell', children: phrasing(cell)})),
          })),
        };
    }
  });

const writeMarkdown = ({title, blocks: first, sections}: Tree): string =>
  toMarkdown(
    {
      type: 'root',
      children: [
        {type: 'heading', depth: 1, children: [{type: 'text', value: title}]},
        ...markdownBlocks(first),
        ...sections.flatMap(({depth, heading, blocks: inner}) => [
          {type: 'heading' as const, depth, children: phrasing(heading)},
          ...markdownBlocks(inner),
        ]),
      ],
    },
    {extensions: [gfmTableToMarkdown(), gfmStrikethroughToMarkdown()]},
  ).replaceAll('{#q}', '\\{#q}');

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\u00a0', '&nbsp;')
    .replace(/(?<=[a-z]) (?=[a-z])/g, '\n ');
const html = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece.split('\n').map(escape).join('<br>');
      const tag = {strong: 'b', emphasis: 'em', link: 'a'}[piece.mark];
      const attribute = piece.mark === 'link' ? `href="${escape(piece.href)}"` : 'style="color: red"';
      return `<${tag} ${attribute}>${html(piece.pieces)}</${tag}>`;
    })
    .join('');
const htmlBlocks = (all: readonly TreeBlock[]): string =>
  all
    .map((block): string => {
      switch (block.kind) {
        case 'paragraph':
          return `<p>${html(block.content)}</p>`;
        case 'list': {
          const tag = block.start === undefined ? 'ul' : 'ol';
          const start = block.start === undefined ? '' : ` start="${block.start}"`;
          const items = block.items.map(({content, blocks}) => {
            const words = html(content);
            return `<li> ${blocks.length > 0 ? `<p>${words}</p>` : words}${htmlBlocks(blocks)}`;
          });
          return `<${tag}${start}>\n${items.join('\n')}</${tag}>`;
        }
        case 'table':
          return [
            '<table><thead><tr>',
            ...block.head.map((cell) => `<th>${html(cell)}`),
            '<tbody>',
            ...block.rows.flatMap((row) => ['<tr>', ...row.map((cell) => `<td> ${html(cell)} </td>`)]),
            '</table>',
          ].join('');
      }
    })
    .join('\n');
const writeHtml = ({title, blocks: first, sections}: Tree): string =>
  `<!doctype html><meta charset=utf-8><body><main><h1>${title}</h1>${htmlBlocks(first)}${sections
    .map(({depth, heading, blocks: inner}) => {
      const head = `<div><h${depth}>${html(heading)}</h${depth}></div>`;
      return `<section>${head}${htmlBlocks(inner)}</section>`;
    })
    .join('\n')}</main>`;

function importOne(file: string, source: string): {readonly text: Text; readonly markdown: string} {
  const document = file.endsWith('.md')
    ? readMarkdownSource({file, text: source})
    : readHtml(file, Buffer.from(source));
  assert.ok(document.ok, document.ok ? '' : document.issues[0]?.message);
  const look = lookAt(file, document.value, {language: 'en', effective: '2024-05-31', policy: 'quay'});
  assert.ok(look.ok);
  const imported = importLook(look.value);
  if (!imported.ok) assert.fail(imported.issues.map(({message}) => message).join('\n'));
  const result = imported.value;
  return {...result, text: readMarkdown({file: 'en.md', text: result.markdown}).text};
}

describe('a tree of headings, lists, tables, links and marks', () => {
  it('comes through from Markdown, and once more from the Markdown that was made', () => {
    fc.assert(
      fc.property(tree, (each) => {
        const first = importOne('a.md', writeMarkdown(each));
        assert.deepEqual(bareText(first.text), expectedOf(each));
        const again = importOne('b.md', first.markdown);
        assert.equal(again.markdown, first.markdown);
      }),
      {numRuns: runs(40)},
    );
  });

  it('comes through from HTML', () => {
    fc.assert(
      fc.property(tree, (each) => {
        assert.deepEqual(bareText(importOne('a.html', writeHtml(each)).text), expectedOf(each));
      }),
      {numRuns: runs(40)},
    );
  });
});
