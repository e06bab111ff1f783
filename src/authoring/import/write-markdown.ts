/** A recognised text → Markdown for the policies folder. Every mark that Markdown would read into the text is escaped. */
import type {List, ListItem, Nodes, PhrasingContent, Root} from 'mdast';
import {gfmAutolinkLiteralToMarkdown} from 'mdast-util-gfm-autolink-literal';
import {gfmTableToMarkdown} from 'mdast-util-gfm-table';
import {toMarkdown} from 'mdast-util-to-markdown';
import type {Attributes} from '../markdown/attributes.js';
import type {Flow} from './document.js';
import type {ClauseNames} from './name-clauses.js';
import type {Part} from './recognise-structure.js';

export interface Recognised {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly names: ClauseNames;
  readonly attributes: ReadonlyMap<Nodes, Attributes>;
}

export function writeMarkdown({title, parts, names, attributes}: Recognised): string {
  const root: Root = {
    type: 'root',
    children: [
      {type: 'heading', depth: 1, children: [{type: 'text', value: title}]},
      ...parts.map((part): Flow => {
        switch (part.kind) {
          case 'rule': return {type: 'thematicBreak'};
          case 'block': return withNames(part.node, names, attributes);
          case 'heading': return {type: 'heading', depth: part.depth, children: [...flatten(part.content), ...raw(attributesOfHeading(part, names))]};
        }
      }),
    ],
  };
  return toMarkdown(root, {
    bullet: '-', rule: '-', listItemIndent: 'one', emphasis: '_', strong: '*', tightDefinitions: true, resourceLink: false,
    // Two tildes strike words out for most readers of Markdown, import among them.
    extensions: [gfmTableToMarkdown(), gfmAutolinkLiteralToMarkdown(), {unsafe: [{character: '~', after: '~', inConstruct: 'phrasing'}]}],
    join: [(left, right) => left.type === 'paragraph' && right.type === 'list' && startsLate(right) ? 1 : undefined],
  });
}

/**
 * Whether a list, or one that is all its first item begins with, counts from another
 * number than 1: after a paragraph without an empty line it would be words.
 */
function startsLate({ordered, start, children: [first]}: List): boolean {
  const inner = first?.children[0];
  return (ordered === true && (start ?? 1) !== 1) || (inner?.type === 'list' && startsLate(inner));
}

function attributesOfHeading(part: Extract<Part, {kind: 'heading'}>, names: ClauseNames): string {
  const {audiences} = part;
  const audience = audiences === undefined ? '' : ` audience="${audiences === 'everyone' ? audiences : audiences.join(' ')}"`;
  return `{#${names.ids.get(part) ?? ''}${audience}}`;
}

/**
 * The writer leaves HTML as it is, so that braces written as HTML are the only ones
 * that stay attributes. The space is text, so that the writer sees what follows a
 * mark that is one only before a space: an item that is nothing but "+".
 */
const raw = (value: string): PhrasingContent[] => [{type: 'text', value: ' '}, {type: 'html', value}];

/** A heading is one line. */
const flatten = (nodes: readonly PhrasingContent[]): PhrasingContent[] => nodes.map((node) => {
  if (node.type === 'break') return {type: 'text', value: ' '};
  return node.type === 'text' ? {...node, value: node.value.replace(/\s*[\r\n]\s*/gu, ' ')} : node;
});

function withNames(node: Flow, names: ClauseNames, attributes: ReadonlyMap<Nodes, Attributes>): Flow {
  if (node.type === 'table') return {...node, children: node.children.map((row) => ({...row, children: row.children.map((cell) => ({...cell, children: breakLines(cell.children)}))}))};
  if (node.type === 'blockquote') return {...node, children: node.children.map((child) => withNames(child, names, attributes))};
  return node.type === 'list' ? nameItems(node, names, attributes) : node;
}

/** Only HTML breaks a line in a cell. */
const breakLines = (nodes: readonly PhrasingContent[]): PhrasingContent[] => nodes.map((node) => {
  if (node.type === 'break') return {type: 'html', value: '<br>'};
  return 'children' in node ? {...node, children: breakLines(node.children)} as PhrasingContent : node;
});

const nameItems = (list: List, names: ClauseNames, attributes: ReadonlyMap<Nodes, Attributes>): List => ({
  ...list,
  spread: false,
  children: list.children.map((item): ListItem => {
    const id = names.ids.get(item);
    const children = item.children.map((child, index) => {
      if (index > 0 || child.type !== 'paragraph' || id === undefined) return withNames(child, names, attributes);
      return {...child, children: [...child.children, ...raw(`{#${id}${keptAttributes(attributes.get(item))}}`)]};
    });
    return {...item, checked: null, children};
  }),
});

/** What the text already said of an item, apart from its id. */
function keptAttributes(found: Attributes | undefined): string {
  const list = (name: string, mentions: Attributes['data']): string =>
    mentions === undefined ? '' : ` ${name}="${mentions.map((mention) => mention.name).join(' ') || 'everyone'}"`;
  return list('audience', found?.audiences) + list('data', found?.data);
}
