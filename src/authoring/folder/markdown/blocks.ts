/** Markdown's blocks → the bundle's, each clause with an id. */
import type {List as MarkdownList, ListItem, RootContent, Table as MarkdownTable} from 'mdast';
import type {Block, Id, Inline, Item, List, Row} from '../../../policy/bundle.js';
import {warning} from '../../findings/finding.js';
import type {Context} from './context.js';
import {tidy} from './inline.js';

/** What blocks stand in: a section, or an item of a list. */
export interface Parent {
  readonly id: Id;
  readonly isItem: boolean;
  /** Whom it is for; undefined for everyone. */
  readonly audiences: readonly Id[] | undefined;
}

export function readBlocks(nodes: readonly RootContent[], parent: Parent, context: Context): Block[] {
  const blocks: Block[] = [];
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    switch (node.type) {
      case 'paragraph': {
        if (next?.type === 'list') break;
        addParagraph(blocks, context.content(node), node, parent, context);
        break;
      }
      case 'list': {
        const before = nodes[index - 1];
        blocks.push(...readList(node, before?.type === 'paragraph' ? context.content(before) : [], parent, context));
        break;
      }
      case 'table':
        blocks.push(...readTable(node, parent, context));
        break;
      case 'blockquote':
        blocks.push(...readBlocks(node.children, parent, context));
        break;
      case 'code':
        addParagraph(blocks, tidy([node.value.replace(/\r\n?/g, '\n')]), node, parent, context);
        break;
      case 'html': {
        context.report(node, 'html', 'HTML is not kept, only the text in it. Write Markdown instead.');
        addParagraph(blocks, tidy([textOfHtml(node.value)]), node, parent, context);
        break;
      }
      case 'heading': {
        context.report(
          node,
          'misplaced-heading',
          'A heading in a list or quotation opens no section: it was taken as a paragraph. ' +
            'Move it out, or make it bold.',
        );
        addParagraph(blocks, context.content(node), node, parent, context);
        break;
      }
      case 'thematicBreak':
        context.report(
          node,
          'misplaced-break',
          'A break in a list or quotation ends no section: it was left out. Move it out, or take it away.',
        );
        break;
      case 'definition':
        break;
      default:
        context.report(
          node,
          'unknown-markdown',
          `Markdown’s “${node.type}” cannot be kept in a policy. Write it in another way.`,
        );
    }
  }
  return blocks;
}

function addParagraph(
  blocks: Block[],
  content: readonly Inline[],
  node: RootContent,
  parent: Parent,
  context: Context,
): void {
  if (content.length === 0) return;
  const id = context.names.clause('paragraph', parent.id);
  context.place(id, node);
  context.block(content, node);
  blocks.push({type: 'paragraph', id, content});
}

function readList(node: MarkdownList, lead: readonly Inline[], parent: Parent, context: Context): List[] {
  const items = node.children.flatMap((child) => readItem(child, parent, context));
  if (items.length === 0 && lead.length === 0) return [];
  return [
    {
      type: 'list',
      ...(lead.length > 0 && {lead}),
      ...(node.ordered === true && {start: node.start ?? 1}),
      items,
    },
  ];
}

function readItem(node: ListItem, parent: Parent, context: Context): Item[] {
  const [first, ...others] = node.children;
  if (first === undefined) {
    context.findings.push(
      warning(
        'empty-item',
        context.spot(node),
        'This list item is empty and was left out. Write something, or take it away.',
      ),
    );
    return [];
  }
  const paragraph = first.type === 'paragraph' ? first : undefined;
  const attributes = paragraph && context.attributesOf(paragraph);
  const id = context.names.clause('item', parent.id, attributes?.id?.name, parent.isItem);
  context.place(id, node);
  context.noteNames(attributes, parent.audiences);
  const audiences = [...new Set(attributes?.audiences?.map(({name}) => name))];
  const blocks = readBlocks(
    paragraph === undefined ? node.children : others,
    {
      id,
      isItem: true,
      audiences: audiences.length > 0 ? audiences : parent.audiences,
    },
    context,
  );
  const terms = attributes?.data?.map(({name}) => name);
  return [
    {
      id,
      ...(terms !== undefined && {terms: [...new Set(terms)]}),
      ...(audiences.length > 0 && {audiences}),
      content: paragraph === undefined ? [] : context.content(paragraph),
      ...(blocks.length > 0 && {blocks}),
    },
  ];
}

function readTable(node: MarkdownTable, parent: Parent, context: Context): Block[] {
  const [head, ...body] = node.children;
  const width = head?.children.length ?? 0;
  const rows = body.map((row): Row => {
    const id = context.names.clause('row', parent.id);
    context.place(id, row);
    if (row.children.length > width) {
      context.report(
        row,
        'long-row',
        'This row has more cells than the table has columns. Give the first row as many.',
      );
    }
    const cells = row.children.map((cell) => context.cell(cell));
    return {id, cells: [...cells, ...Array.from({length: Math.max(0, width - cells.length)}, () => [])]};
  });
  return [{type: 'table', head: head?.children.map((cell) => context.cell(cell)) ?? [], rows}];
}

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'};

/** Tags and comments taken out; the block has been reported, so that a person will look at it. */
const textOfHtml = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
