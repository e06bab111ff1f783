/**
 * Markdown's inline pieces → the bundle's. Keeps every letter of the text, and reports each mark that cannot be kept.
 */
import type {Definition, PhrasingContent} from 'mdast';
import type {Inline, Id} from '../../../policy/bundle.js';
import {patterns} from '../../../policy/validate.js';
import {readReference} from '../reference-address.js';
import {spot, warning, type Finding, type Source, type Spot} from '../../findings/finding.js';

export interface InlineContext {
  readonly source: Source;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Definitions that some link uses. */
  readonly used: Set<string>;
  readonly findings: Finding[];
  /** Whether this is a table's cell, where nothing but HTML can break a line. */
  readonly inCell: boolean;
  /** Links within the text, to be looked up when all its ids are known. */
  /** Ids that something in the text had once, and the one it has now. */
  readonly aliases: ReadonlyMap<Id, Id>;
  readonly references: {to?: Id; policy?: Id; at: Spot}[];
}

/** Stands for a line's end in the source until it is known what is beside it. Nothing else makes it: see `plain`. */
const softBreak = '\r';

export function readInline(nodes: readonly PhrasingContent[], context: InlineContext): Inline[] {
  return settleBreaks(tidy(nodes.flatMap((node) => convert(node, context))));
}

function convert(node: PhrasingContent, context: InlineContext): Inline[] {
  const {findings, source} = context;
  const children = (nodes: readonly PhrasingContent[]): Inline[] =>
    tidy(nodes.flatMap((child) => convert(child, context)));
  const report = (code: string, message: string): void => {
    findings.push(warning(code, placeOf(node, source), message));
  };
  switch (node.type) {
    case 'text':
      return [plain(node.value)];
    case 'inlineCode':
      return [plain(node.value)];
    case 'break':
      return ['\n'];
    case 'strong':
      return [{type: 'strong', content: children(node.children)}];
    case 'emphasis':
      return [{type: 'emphasis', content: children(node.children)}];
    case 'delete':
      return children(node.children);
    case 'link':
      return makeLink(node.url, node.title, children(node.children), node, context);
    case 'linkReference': {
      const definition = context.definitions.get(node.identifier);
      context.used.add(node.identifier);
      return makeLink(definition?.url ?? '', definition?.title, children(node.children), node, context);
    }
    case 'image':
    case 'imageReference':
      if (node.type === 'imageReference') context.used.add(node.identifier);
      report(
        'image',
        'A policy holds no pictures: only the picture’s description was kept. Say in words what it shows.',
      );
      return [plain(node.alt ?? '')];
    case 'html': {
      const lineBreak = /^<br\s*\/?>$/i.test(node.value);
      if (!lineBreak || !context.inCell)
        report(
          'html',
          lineBreak
            ? 'This HTML was taken as a line break. Write a backslash at the end of the line instead.'
            : 'HTML is not kept, only the text in it. Write Markdown instead, or \\< for the character.',
        );
      return lineBreak ? ['\n'] : [];
    }
    case 'footnoteReference':
      // Footnotes are not switched on, so that this is for the compiler only.
      return [`[^${node.label ?? node.identifier}]`];
  }
}

function makeLink(
  url: string,
  title: string | null | undefined,
  content: Inline[],
  node: PhrasingContent,
  context: InlineContext,
): Inline[] {
  const {findings, references, source} = context;
  const at = placeOf(node, source);
  if (title)
    findings.push(
      warning('link-title', at, `A link’s title is not kept: “${title}”. Write it in the text if readers need it.`),
    );
  if (content.length === 0) {
    findings.push(
      warning('empty-link', at, 'This link has no text, so nobody could see it: it was left out. Give it a text.'),
    );
    return [];
  }
  if (url.startsWith('#')) {
    const to = context.aliases.get(url.slice(1)) ?? url.slice(1);
    references.push({to, at});
    return [{type: 'reference', to, content}];
  }
  const elsewhere = readReference(url);
  if (elsewhere !== undefined) {
    references.push({...elsewhere, at});
    return [{type: 'reference', ...elsewhere, content}];
  }
  if (patterns.link.test(url)) return [{type: 'link', href: url, content}];
  // A bare www.example.org is a link only to GFM: its text is all there was.
  const start = node.position?.start.offset;
  const isLiteral = start === undefined || !/[[<]/.test(source.text.charAt(start));
  if (!isLiteral) {
    findings.push(
      warning(
        'bad-link',
        at,
        'A link must be https:, mailto: or tel:, #id within this text, or ../../id to another policy; ' +
          `“${url}” is none of them, so only its text was kept.`,
      ),
    );
  }
  return content;
}

/** A node made by GFM's autolinks has no position of its own; then the file's start has to do. */
const placeOf = (node: PhrasingContent, source: Source): Spot =>
  spot(source, node.position?.start.offset ?? 0, node.position?.end.offset ?? 1);

/** White space around a line's end belongs to the source, not to the text. */
export const plain = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?:(?<![ \t])[ \t]+)?\n[ \t]*/g, softBreak);

/** Joins strings that stand side by side; leaves out what is empty. */
export function tidy(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const piece of content) {
    const last = result.at(-1);
    if (typeof piece !== 'string') {
      if (piece.content.length > 0) result.push(piece);
    } else if (typeof last === 'string') {
      result[result.length - 1] = last + piece;
    } else if (piece !== '') {
      result.push(piece);
    }
  }
  return result;
}

/** Scripts written without spaces between words, and their punctuation. */
const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/** A line's end is a space, and nothing between two characters that are written without spaces. */
export function settleBreaks(content: readonly Inline[]): Inline[] {
  const flat = flatten(content);
  if (!flat.includes(softBreak)) return [...content];
  const characters = [...flat];
  let index = 0;
  const settle = (piece: Inline): Inline => {
    if (typeof piece !== 'string') return {...piece, content: piece.content.map(settle)};
    return [...piece]
      .map((character) => {
        const [before = '', after = ''] = [characters[index - 1], characters[index + 1]];
        index++;
        return character !== softBreak ? character : cjk.test(before) && cjk.test(after) ? '' : ' ';
      })
      .join('');
  };
  return tidy(content.map(settle));
}

const flatten = (content: readonly Inline[]): string =>
  content.map((piece) => (typeof piece === 'string' ? piece : flatten(piece.content))).join('');

/** The content without some text at its end and the white space before it. */
export function trimEnd(content: readonly Inline[], ending: string): Inline[] {
  const last = content.at(-1);
  if (typeof last !== 'string' || !last.endsWith(ending)) return [...content];
  const rest = last.slice(0, last.length - ending.length).trimEnd();
  return rest === '' ? content.slice(0, -1) : [...content.slice(0, -1), rest];
}
