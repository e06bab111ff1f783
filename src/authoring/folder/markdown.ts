/**
 * A policy's Markdown (CommonMark and GFM tables) → its text in the bundle. Nothing
 * is dropped silently: what a bundle cannot hold is a finding that says where it stands.
 */
import type {Heading, RootContent} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table';
import {gfmAutolinkLiteral} from 'micromark-extension-gfm-autolink-literal';
import {gfmTable} from 'micromark-extension-gfm-table';
import type {Id, Inline, Section, Text} from '../../policy/bundle.js';
import {plainText} from '../../policy/clauses.js';
import {error, spot, warning, type Finding, type Source, type Spot} from '../findings/finding.js';
import {addressesFromMarkdown} from './markdown/addresses.js';
import type {Mention} from './markdown/attributes.js';
import {readBlocks} from './markdown/blocks.js';
import {Context, type Elsewhere} from './markdown/context.js';
import {Outline} from './markdown/outline.js';
import type {Range} from './markdown/range.js';

/** A text and what must be looked up elsewhere. */
export interface Reading {
  readonly text: Text;
  readonly findings: readonly Finding[];
  readonly audiences: readonly Mention[];
  readonly terms: readonly Mention[];
  /** Where each section and clause begins. */
  readonly places: ReadonlyMap<Id, Spot>;
  /** Where each id that somebody wrote is written; the other ids say a place. */
  readonly written: ReadonlyMap<Id, Spot>;
  /** Ids that something had once, and the one it has now. */
  readonly aliases: ReadonlyMap<Id, Id>;
  /** Links to other policies of the folder. */
  readonly elsewhere: readonly Elsewhere[];
  readonly source: Source;
  /** Where the text's inline pieces stand in the source, by the very arrays that the text holds; the title's apart. */
  readonly ranges: ReadonlyMap<readonly Inline[], Range>;
  readonly titleRange?: Range;
}

export function readMarkdown(source: Source): Reading {
  try {
    return read(source);
  } catch (cause) {
    // Thousands of “>” in a row: nobody means that, and no stack is deep enough.
    if (!(cause instanceof RangeError)) throw cause;
    const findings = [
      error(
        'too-deep',
        source.file,
        'Lists or quotations are nested too deeply in this text to be read. Take some levels out.',
      ),
    ];
    return {
      text: {title: '', sections: []},
      findings,
      audiences: [],
      terms: [],
      places: new Map(),
      written: new Map(),
      aliases: new Map(),
      elsewhere: [],
      source,
      ranges: new Map(),
    };
  }
}

function read(source: Source): Reading {
  const root = fromMarkdown(source.text, {
    extensions: [gfmTable(), gfmAutolinkLiteral()],
    mdastExtensions: [gfmTableFromMarkdown(), addressesFromMarkdown(source.text)],
  });
  const context = new Context(source, root);
  const {findings, audiences, terms, places, written, ranges} = context;
  if (/^---\r?\n(?:[\w-]+:.*\r?\n)+---\r?\n/.test(source.text)) {
    findings.push(
      error(
        'front-matter',
        spot(source, 0, 3),
        'A policy’s text has no front matter: its place says the policy, date and language. Take these lines out.',
      ),
    );
  }
  const titleNode = root.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  const {title, range: titleRange} = readTitle(titleNode, context);
  const sections = readFlow(
    root.children.filter((node) => node !== titleNode),
    context,
  );
  if (!sections.some(hasClauses)) {
    findings.push(
      error(
        'empty-text',
        source.file,
        'There is nothing under this text’s title. Write the policy below it, or delete the file.',
      ),
    );
  }
  context.checkReferences();
  context.checkDefinitions();
  return {
    text: {title, sections},
    findings,
    audiences,
    terms,
    places,
    written,
    aliases: context.aliases,
    elsewhere: context.elsewhere,
    source,
    ranges,
    ...(titleRange !== undefined && {titleRange}),
  };
}

function readTitle(node: Heading | undefined, context: Context): {title: string; range: Range | undefined} {
  const content = node === undefined ? [] : context.content(node);
  const title = plainText(content).replace(/\s+/g, ' ');
  if (title === '')
    context.findings.push(
      error('no-title', spot(context.source, 0), 'This text has no title. Begin it with one: “# Title”.'),
    );
  const attributes = node && context.attributesOf(node);
  if (attributes !== undefined) {
    context.findings.push(
      warning(
        'stray-attributes',
        attributes.at,
        'A title takes no attributes: a text as a whole is for everyone. Move them to a heading below it.',
      ),
    );
  }
  return {title, range: context.ranges.get(content)};
}

function readFlow(nodes: readonly RootContent[], context: Context): readonly Section[] {
  const outline = new Outline(context.names);
  let pile: RootContent[] = [];
  const flush = (): void => {
    if (pile.every(({type}) => type === 'definition')) return;
    const section = outline.section();
    if (!context.places.has(section.id)) context.place(section.id, pile[0]);
    section.blocks.push(...readBlocks(pile, {id: section.id, isItem: false, audiences: outline.audiences}, context));
    pile = [];
  };
  for (const node of nodes) {
    if (node.type === 'heading') {
      flush();
      openSection(node, outline, context);
    } else if (node.type === 'thematicBreak') {
      flush();
      outline.break();
    } else {
      pile.push(node);
    }
  }
  flush();
  return outline.close();
}

function openSection(node: Heading, outline: Outline, context: Context): void {
  if (node.depth === 1) {
    context.findings.push(
      warning(
        'second-title',
        context.spot(node),
        'A text has one title; this second “#” heading was taken as a section. Write “##” instead.',
      ),
    );
  }
  const end = node.position?.end.offset ?? 0;
  if (node.depth === 2 && context.source.text[end - 1] === '-') {
    context.findings.push(
      warning(
        'underlined-heading',
        context.spot(node),
        'The line of hyphens under this paragraph makes it a heading. ' +
          'Put an empty line between them for a break, or write “## ” for a heading.',
      ),
    );
  }
  const attributes = context.attributesOf(node);
  const heading = context.content(node);
  if (heading.length === 0)
    context.findings.push(
      warning('empty-heading', context.spot(node), 'This heading has no words. Give it some, or take it out.'),
    );
  const audiences = attributes?.audiences && [...new Set(attributes.audiences.map(({name}) => name))];
  const {id, around} = outline.open({
    depth: node.depth,
    heading,
    ...(attributes?.id !== undefined && {id: attributes.id.name}),
    ...(audiences !== undefined && {audiences}),
  });
  context.place(id, node);
  context.noteNames(attributes, around);
  if (attributes?.data !== undefined) {
    context.findings.push(
      warning(
        'stray-attributes',
        attributes.at,
        '“data” belongs at the end of a list item; a heading has no data of its own. Move it to the items.',
      ),
    );
  }
}

const hasClauses = ({blocks, sections = []}: Section): boolean => blocks.length > 0 || sections.some(hasClauses);
