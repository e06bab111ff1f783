/* eslint-disable max-lines -- one class, a method for each kind of element, which call each other */
/**
 * An HTML tree → Markdown's own tree, as far as a policy can hold it: headings,
 * paragraphs, lists, tables, links, strong and emphasis. Every letter of the plan
 * is kept; what a letter looked like and cannot any more is a doubt with its place.
 */
import type {Element, Nodes as HtmlNodes, RootContent as HtmlContent} from 'hast';
import type {Heading, Link, ListItem, Nodes, PhrasingContent} from 'mdast';
import type {Doubt} from '../../document/guess.js';
import {isBlockContent, textOf, type Flow} from '../../document/document.js';
import {addressOf} from './address.js';
import {depthOf, tidyHeading} from './headings.js';
import {collapse, isInline, splitParagraphs, tidyInline} from './inline.js';
import {readDefinitions, readList} from './lists.js';
import type {Plan} from './plan.js';
import {readTable} from './table.js';
import {attribute, find, flag, isElement, lettersOf, lineOfNode, quoted} from './tree.js';

export interface Converted {
  readonly blocks: readonly Flow[];
  /** The element that each heading and item was. */
  readonly origins: ReadonlyMap<Nodes, Element>;
  /** The names that may be linked to, with what they stand on: a heading, an item, or nothing that bears an id. */
  readonly anchors: readonly Anchor[];
  readonly doubts: readonly Doubt[];
}

export interface Anchor {
  readonly name: string;
  /** The next heading or item that was begun when the anchor was met, or the one around it. */
  readonly bearer: Heading | ListItem | undefined;
}

export function convert(plan: Plan, base: string | undefined): Converted {
  const converter = new Converter(plan, base);
  const blocks = converter.blocks(plan.content, {depth: 'top', wrap: (nodes) => nodes});
  return {blocks, origins: converter.origins, anchors: converter.anchors, doubts: converter.doubts};
}

/** Where blocks stand, and what marks are around them. */
export interface Around {
  readonly depth: 'top' | 'item' | 'quote' | 'cell';
  readonly wrap: (nodes: PhrasingContent[]) => PhrasingContent[];
}

export class Converter {
  readonly origins = new Map<Nodes, Element>();
  readonly anchors: Anchor[] = [];
  readonly doubts: Doubt[] = [];
  readonly #plan: Plan;
  readonly #base: string | undefined;
  #bearer: Heading | ListItem | undefined;
  /** Names met before the heading or item they belong to. */
  #waiting: string[] = [];
  readonly #said = new Set<string>();
  /** Whether what is read calls a note. */
  #isInCall = false;

  constructor(plan: Plan, base: string | undefined) {
    this.#plan = plan;
    this.#base = base;
  }

  blocks(nodes: readonly HtmlContent[], around: Around): Flow[] {
    const result: Flow[] = [];
    let run: HtmlContent[] = [];
    const flush = (): void => {
      result.push(...this.paragraphs(run, around));
      run = [];
    };
    for (const node of nodes) {
      if (this.#plan.skipped.has(node)) continue;
      if (isInline(node)) {
        run.push(node);
      } else if (isElement(node)) {
        flush();
        result.push(...this.block(node, around));
      }
    }
    flush();
    return result;
  }

  paragraphs(
    nodes: readonly HtmlContent[],
    {wrap}: Around,
    position = nodes.find(({position}) => position !== undefined)?.position,
  ): Flow[] {
    const known = this.anchors.length;
    const content = tidyInline(wrap(nodes.flatMap((node) => this.#inline(node))));
    // An anchor alone names what follows it.
    if (content.every((node) => textOf(node).trim() === ''))
      this.#waiting.push(...this.anchors.splice(known).map(({name}) => name));
    return splitParagraphs(content).map((children): Flow => ({
      type: 'paragraph',
      children,
      ...(position !== undefined && {position}),
    }));
  }

  block(node: Element, around: Around): Flow[] {
    const {tagName} = node;
    const position = node.position !== undefined && {position: node.position};
    if (/^h[1-6]$/.test(tagName)) return this.#heading(node, around);
    this.#meetAnchor(node);
    const children = this.#childrenOf(node);
    switch (tagName) {
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return readList(node, around, this, this.#plan);
      case 'dl':
        return readDefinitions(node, around, this, this.#plan);
      case 'table':
        return readTable(node, this, this.#plan, around.depth);
      case 'blockquote': {
        const quoted = this.blocks(children, {...around, depth: around.depth === 'cell' ? 'cell' : 'quote'}).filter(
          isBlockContent,
        );
        return quoted.length === 0 ? [] : [{type: 'blockquote', children: quoted, ...position}];
      }
      case 'pre': {
        const value = this.#visible(node).replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
        return value.trim() === '' ? [] : [{type: 'code', value, ...position}];
      }
      case 'hr': {
        if (around.depth === 'top') return [{type: 'thematicBreak', ...position}];
        this.doubt(
          'A line across a list or quotation was left out.',
          'do nothing if the text reads well without',
          node,
        );
        return [];
      }
      case 'summary':
        return this.blocks(children, {...around, wrap: (nodes) => around.wrap([{type: 'strong', children: nodes}])});
      case 'strong':
      case 'b':
        return this.blocks(children, {...around, wrap: (nodes) => around.wrap([{type: 'strong', children: nodes}])});
      case 'em':
      case 'i':
        return this.blocks(children, {...around, wrap: (nodes) => around.wrap([{type: 'emphasis', children: nodes}])});
      case 'a':
        return this.blocks(children, {...around, wrap: (nodes) => around.wrap(this.#link(node, nodes))});
      case 'section': {
        // The notes are for everyone, whatever stands above them.
        const inner = this.blocks(children, around);
        return flag(node, 'dataFootnotes') && around.depth === 'top' ? [{type: 'thematicBreak'}, ...inner] : inner;
      }
      default:
        return this.blocks(children, around);
    }
  }

  /** With the letters that a browser adds; those of an item are its list's affair. */
  #childrenOf(node: Element): HtmlContent[] {
    const [before, after] = node.tagName === 'li' ? [] : (this.#plan.around.get(node) ?? []);
    if (before === undefined || after === undefined) return node.children;
    return [{type: 'text', value: before}, ...node.children, {type: 'text', value: after}];
  }

  #heading(node: Element, around: Around): Flow[] {
    const [outer, known] = [this.#bearer, this.anchors.length];
    const heading: Heading = {
      type: 'heading',
      depth: depthOf(node.tagName),
      children: [],
      ...(node.position !== undefined && {position: node.position}),
    };
    this.#begin(heading, node);
    heading.children = tidyHeading(this.#oneLine(node));
    if (heading.children.length === 0) {
      this.#bearer = outer;
      this.#waiting.push(...this.anchors.splice(known).map(({name}) => name));
      return [];
    }
    if (around.depth === 'top') return [heading];
    this.doubt(
      `The heading ${quoted(lettersOf(node).trim())} stands in a ` +
        `${around.depth === 'cell' ? 'table' : 'list or quotation'}, where it can open no section: it was ` +
        'kept as a bold paragraph.',
      'move it out in the Markdown',
      node,
    );
    this.#bearer = outer;
    this.anchors.push(...this.anchors.splice(known).map(({name}) => ({name, bearer: outer})));
    return [{type: 'paragraph', children: tidyInline([{type: 'strong', children: heading.children}])}];
  }

  /** Blocks in a heading too. */
  #oneLine(node: Element): PhrasingContent[] {
    const nodes = node.children.flatMap((child) => this.#inline(child));
    return tidyInline(tidyInline(nodes).map((child) => (child.type === 'break' ? {type: 'text', value: ' '} : child)));
  }

  #inline(node: HtmlContent): PhrasingContent[] {
    if (this.#plan.skipped.has(node)) return [];
    if (node.type === 'text') return [{type: 'text', value: collapse(node.value)}];
    if (!isElement(node)) return [];
    this.#meetAnchor(node);
    const [before = '', after = ''] = this.#plan.around.get(node) ?? [];
    const children = (): PhrasingContent[] => [
      ...(before === '' ? [] : [{type: 'text' as const, value: before}]),
      ...node.children.flatMap((child) => this.#inline(child)),
      ...(after === '' ? [] : [{type: 'text' as const, value: after}]),
    ];
    switch (node.tagName) {
      case 'br':
        return [{type: 'break'}];
      case 'b':
      case 'strong':
        return [{type: 'strong', children: children()}];
      case 'i':
      case 'em':
      case 'cite':
      case 'dfn':
      case 'var':
        return [{type: 'emphasis', children: children()}];
      case 'a': {
        const outer = this.#isInCall;
        this.#isInCall ||= this.#plan.around.has(node);
        const inner = children();
        this.#isInCall = outer;
        return this.#link(node, inner);
      }
      case 'input':
        return [...children(), {type: 'text', value: ' '}];
      case 'code':
      case 'kbd':
      case 'samp':
      case 'tt': {
        const value = collapse(this.#visible(node)).trim();
        return value === '' ? [] : [{type: 'inlineCode', value}];
      }
      case 'img':
        return this.#picture(node);
      case 'del':
      case 's':
      case 'strike':
        if (lettersOf(node).trim() !== '')
          this.doubt(
            `Struck-out words were kept like any others: ${quoted(lettersOf(node).trim())}.`,
            'take them out of the Markdown if they no longer hold',
            node,
          );
        return children();
      case 'sup':
      case 'sub':
        this.#sayRaised(node);
        return children();
      default:
        // A block within a line, as in a heading: what was apart stays apart.
        return isInline(node) ? children() : [{type: 'text', value: ' '}, ...children(), {type: 'text', value: ' '}];
    }
  }

  /** A raised number may be a power; "1st" is read as well on the line. */
  #sayRaised(node: Element): void {
    const words = lettersOf(node).trim();
    const isCall =
      this.#isInCall ||
      /^\[\d+\]$/.test(words) ||
      find(node, (inner) => inner.tagName === 'a' && this.#plan.around.has(inner)) !== undefined;
    if (isCall || words === '') return;
    if (/\d/.test(words))
      this.doubt(
        `${quoted(words)} is ${node.tagName === 'sup' ? 'raised' : 'lowered'} in the file, and now stands ` +
          'on the line like any other.',
        'write in words what it means, if that changes it',
        node,
      );
    else this.once('raised', 'Raised and lowered letters now stand on the line.', node);
  }

  #picture(node: Element): PhrasingContent[] {
    const alt = attribute(node, 'alt') ?? '';
    this.doubt(
      alt.trim() === ''
        ? 'A policy holds no pictures, and this one has no description: it was left out.'
        : `A policy holds no pictures: only the picture’s description was kept, ${quoted(alt)}.`,
      'say in words what it shows',
      node,
    );
    return [{type: 'text', value: collapse(alt)}];
  }

  #link(node: Element, children: PhrasingContent[]): PhrasingContent[] {
    const href = attribute(node, 'href')?.trim();
    const title = attribute(node, 'title');
    if (title !== undefined && !lettersOf(node).includes(title))
      this.doubt(`A link’s title is not kept: ${quoted(title)}.`, 'write it in the text if readers need it', node);
    if (href === undefined) return children;
    if (children.every((child) => textOf(child).trim() === '')) {
      if (!href.startsWith('#'))
        this.doubt(`A link to ${quoted(href)} has no words, so it was left out.`, 'give it some', node);
      return children;
    }
    // Whether a path leads to another imported text is known when all of them are.
    const isPath = !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href);
    const url = addressOf(href, this.#base) ?? (isPath ? href : undefined);
    if (url === undefined) {
      this.doubt(
        `A link must be https:, mailto: or tel:, or lead within this text; ${quoted(href)} is neither, so ` +
          'only its words were kept.',
        'give the link another address',
        node,
      );
      return children;
    }
    const link: Link = {type: 'link', url, children, ...(node.position !== undefined && {position: node.position})};
    return [link];
  }

  #visible(node: HtmlNodes): string {
    if (this.#plan.skipped.has(node)) return '';
    if (node.type === 'text') return node.value;
    if (isElement(node) && node.tagName === 'br') return '\n';
    if (isElement(node) && node.tagName === 'img') return attribute(node, 'alt') ?? '';
    const [before = '', after = ''] = this.#plan.around.get(node) ?? [];
    return 'children' in node ? `${before}${node.children.map((child) => this.#visible(child)).join('')}${after}` : '';
  }

  /** Reads what an item holds; the names in it are the item's, unless it is to be a line in a cell. */
  item(node: Element, {depth}: Around, read: (item: ListItem) => ListItem['children']): ListItem {
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      children: [],
      ...(node.position !== undefined && {position: node.position}),
    };
    if (depth === 'cell') {
      this.#meetAnchor(node);
      item.children = read(item);
      return item;
    }
    const outer = this.#bearer;
    this.#begin(item, node);
    item.children = read(item);
    this.#bearer = outer;
    return item;
  }

  #begin(bearer: Heading | ListItem, node: Element): void {
    this.#bearer = bearer;
    this.origins.set(bearer, node);
    for (const name of this.#waiting) this.anchors.push({name, bearer});
    this.#waiting = [];
    this.#meetAnchor(node);
  }

  /** Names of a section or of an empty anchor belong to what begins next; others to what they stand in. */
  #meetAnchor(node: Element): void {
    // Where a note is called is a name for the arrow back alone.
    if (node.tagName === 'a' && this.#plan.around.has(node)) return;
    const names = [attribute(node, 'id'), node.tagName === 'a' ? attribute(node, 'name') : undefined].filter(
      (name) => name !== undefined && name !== '',
    ) as string[];
    const bearsNext = !isInline(node) || this.#bearer === undefined;
    const isBearer = this.#bearer !== undefined && this.origins.get(this.#bearer) === node;
    for (const name of names) {
      if (bearsNext && !isBearer) this.#waiting.push(name);
      else this.anchors.push({name, bearer: this.#bearer});
    }
  }

  doubt(message: string, remedy: string, node: HtmlNodes): void {
    const doubt: Doubt = {message, remedy, ...lineOfNode(node)};
    // A cell is looked at more than once.
    if (this.#said.has(JSON.stringify(doubt))) return;
    this.#said.add(JSON.stringify(doubt));
    this.doubts.push(doubt);
  }

  once(key: string, message: string, node: HtmlNodes): void {
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.doubt(message, 'do nothing if the text reads well', node);
  }
}
