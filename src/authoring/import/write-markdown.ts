/**
 * A recognised text → Markdown for the policies folder. Every mark that Markdown would read into the text is escaped.
 */
import type {ListItem, Nodes, PhrasingContent, Root} from 'mdast';
import {gfmAutolinkLiteralToMarkdown} from 'mdast-util-gfm-autolink-literal';
import {gfmTableToMarkdown} from 'mdast-util-gfm-table';
import {toMarkdown} from 'mdast-util-to-markdown';
import type {Id} from '../../policy/bundle.js';
import type {Attributes} from '../folder/markdown/attributes.js';
import type {ClauseNames} from './name/name-clauses.js';
import {isBlockContent, type Flow} from '../document/document.js';
import type {StructurePart} from '../recognise/recognise-structure.js';

export interface Recognised {
  readonly title: string;
  readonly parts: readonly StructurePart[];
  readonly names: ClauseNames;
  readonly attributes: ReadonlyMap<Nodes, Attributes>;
  /** Whom items are for that name somebody. */
  readonly items: ReadonlyMap<ListItem, readonly Id[]>;
}

export function writeMarkdown(text: Recognised): string {
  const writer = new Writer(text);
  const root: Root = {
    type: 'root',
    children: [
      {type: 'heading', depth: 1, children: [{type: 'text', value: text.title}]},
      ...text.parts.map((part) => writer.part(part)),
    ],
  };
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    emphasis: '_',
    strong: '*',
    tightDefinitions: true,
    resourceLink: false,
    // Two tildes strike words out for most readers of Markdown, import among them.
    extensions: [
      gfmTableToMarkdown(),
      gfmAutolinkLiteralToMarkdown(),
      {unsafe: [{character: '~', after: '~', inConstruct: 'phrasing'}]},
    ],
    join: [(left, right) => (left.type === 'paragraph' && startsLate(right) ? 1 : undefined)],
  });
}

/**
 * Whether this is, or begins with, a list that counts from another number than 1: after
 * a paragraph without an empty line its number would be words.
 */
function startsLate(node: Nodes): boolean {
  const isLate = node.type === 'list' && node.ordered === true && (node.start ?? 1) !== 1;
  const [first] = node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' ? node.children : [];
  return isLate || (first !== undefined && startsLate(first));
}

/** Puts ids, audiences and the ends of links where Markdown has them. */
class Writer {
  readonly #names: ClauseNames;
  readonly #attributes: ReadonlyMap<Nodes, Attributes>;
  readonly #items: ReadonlyMap<ListItem, readonly Id[]>;
  /** By the heading or item that a link leads to. */
  readonly #ids: ReadonlyMap<Nodes | undefined, Id>;

  constructor({names, attributes, items}: Recognised) {
    this.#names = names;
    this.#attributes = attributes;
    this.#items = items;
    this.#ids = new Map([...names.ids].map(([bearer, id]) => ['kind' in bearer ? bearer.node : bearer, id]));
  }

  part(part: StructurePart): Flow {
    switch (part.kind) {
      case 'rule':
        return {type: 'thematicBreak'};
      case 'block':
        return this.#block(part.node);
      case 'heading':
        return {
          type: 'heading',
          depth: part.depth,
          children: [...flatten(this.#inline(part.content)), ...raw(this.#attributesOfHeading(part))],
        };
    }
  }

  #attributesOfHeading(part: Extract<StructurePart, {kind: 'heading'}>): string {
    const {audiences} = part;
    const audience =
      audiences === undefined ? '' : ` audience="${audiences === 'everyone' ? audiences : audiences.join(' ')}"`;
    return `{#${this.#names.ids.get(part) ?? ''}${audience}}`;
  }

  #block(node: Flow): Flow {
    switch (node.type) {
      case 'paragraph':
        return {...node, children: this.#inline(node.children)};
      case 'table':
        return {
          ...node,
          children: node.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => ({...cell, children: breakLines(this.#inline(cell.children))})),
          })),
        };
      case 'blockquote':
        return {...node, children: node.children.map((child) => this.#block(child)).filter(isBlockContent)};
      case 'list':
        return {...node, spread: false, children: node.children.map((item) => this.#item(item))};
      default:
        return node;
    }
  }

  #item(item: ListItem): ListItem {
    const id = this.#names.ids.get(item);
    const children = item.children.map((child, index) => {
      if (index > 0 || child.type !== 'paragraph' || id === undefined) return this.#block(child);
      return {
        ...child,
        children: [...this.#inline(child.children), ...raw(`{#${id}${this.#attributesOfItem(item)}}`)],
      };
    });
    return {...item, checked: null, children: children.filter(isBlockContent)};
  }

  /** What the text says of it, else what its words say. */
  #attributesOfItem(item: ListItem): string {
    const found = this.#attributes.get(item);
    const spoken = found?.audiences === undefined ? this.#items.get(item) : undefined;
    return (spoken === undefined ? '' : ` audience="${spoken.join(' ')}"`) + keptAttributes(found);
  }

  /** Links whose target has its id only now get it. */
  #inline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    return joinCode(
      nodes.flatMap((node): PhrasingContent[] => {
        if (!('children' in node)) return [node];
        const children = this.#inline(node.children);
        const target = node.type === 'link' ? node.data?.target : undefined;
        if (target === undefined) return [{...node, children}];
        const id = this.#ids.get(target);
        return id === undefined ? children : [{type: 'link', url: `#${id}`, children: children}];
      }),
    );
  }
}

/**
 * The writer leaves HTML as it is, so that braces written as HTML are the only ones
 * that stay attributes. The space is text, so that the writer sees what follows a
 * mark that is one only before a space: an item that is nothing but "+".
 */
const raw = (value: string): PhrasingContent[] => [
  {type: 'text', value: ' '},
  {type: 'html', value},
];

/** A heading is one line. */
const flatten = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.map((node) => {
    if (node.type === 'break') return {type: 'text', value: ' '};
    return node.type === 'text'
      ? {...node, value: node.value.replace(/(?<!\s)\s+/gu, (run) => (/[\r\n]/.test(run) ? ' ' : run))}
      : node;
  });

/** Two pieces of code side by side would be read as one, with the marks between them. */
function joinCode(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'inlineCode' && node.type === 'inlineCode')
      joined[joined.length - 1] = {...last, value: last.value + node.value};
    else joined.push(node);
  }
  return joined;
}

/** Only HTML breaks a line in a cell. */
const breakLines = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.map((node) => {
    if (node.type === 'break') return {type: 'html', value: '<br>'};
    return 'children' in node ? {...node, children: breakLines(node.children)} : node;
  });

const keptAliases = (found: Attributes | undefined): string =>
  found?.aliases === undefined ? '' : ` aliases="${found.aliases.map(({name}) => name).join(' ')}"`;

/** What the text already said of an item, apart from its id. */
function keptAttributes(found: Attributes | undefined): string {
  const list = (name: string, mentions: Attributes['data']): string =>
    mentions === undefined ? '' : ` ${name}="${mentions.map((mention) => mention.name).join(' ') || 'everyone'}"`;
  return list('audience', found?.audiences) + list('data', found?.data) + keptAliases(found);
}
