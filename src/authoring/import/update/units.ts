/** A text's Markdown, taken apart into what a person edits at a time: a heading, a paragraph, an item, a row. */
import type {List, ListItem, RootContent, Table} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table';
import {gfmTable} from 'micromark-extension-gfm-table';
import type {Id} from '../../../policy/bundle.js';
import {hexHash} from '../../work/hash.js';

export interface Unit {
  readonly kind: 'heading' | 'item' | 'head' | 'row' | 'block';
  /** Its lines as they stand. */
  readonly text: string;
  /** Its words, without marks of lists and attributes. */
  readonly words: string;
  readonly id: Id | undefined;
  /** The same for units that say the same on the same level, however they are laid out. */
  readonly key: string;
  /** From 1. */
  readonly line: number;
}

export function unitsOf(markdown: string): Unit[] {
  const text = markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  const root = fromMarkdown(text, {extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()]});
  const unit = (kind: Unit['kind'], first: number, last: number, isFirst = true, depth = 0): Unit =>
    makeUnit(kind, lines.slice(first - 1, last).join('\n'), first, isFirst, depth);
  const lineSpan = ({position}: RootContent | ListItem): [number, number] => [
    position?.start.line ?? 1,
    position?.end.line ?? 1,
  ];
  const itemUnits = (item: ListItem, isFirst: boolean, depth: number): Unit[] => {
    const [first, last] = lineSpan(item);
    const [paragraph, inner, ...others] = item.children;
    // What is more than a sentence and a list within it is edited as a whole.
    if (paragraph?.type !== 'paragraph' || inner?.type !== 'list' || others.length > 0)
      return [unit('item', first, last, isFirst, depth)];
    return [unit('item', first, lineSpan(paragraph)[1], isFirst, depth), ...listUnits(inner, depth + 1)];
  };
  const listUnits = (list: List, depth = 0): Unit[] =>
    list.children.flatMap((item, index) => itemUnits(item, index === 0, depth));
  const tableUnits = (table: Table): Unit[] => {
    const [head, ...rows] = table.children.map(({position}) => position?.start.line ?? 1);
    return [unit('head', head ?? 1, (head ?? 1) + 1), ...rows.map((line) => unit('row', line, line))];
  };
  return root.children.flatMap((node) => {
    switch (node.type) {
      case 'list':
        return listUnits(node);
      case 'table':
        return tableUnits(node);
      case 'heading':
        return [unit('heading', ...lineSpan(node))];
      default:
        return [unit('block', ...lineSpan(node))];
    }
  });
}

const attributes = /(?:(?<!\s)\s+)?\{(?=#|\w+=)[^{}]+\}$/u;

function makeUnit(kind: Unit['kind'], text: string, line: number, isFirst: boolean, depth: number): Unit {
  const [begin = '', ...rest] = text.split('\n');
  // Only the first of several paragraphs in an item can bear attributes.
  const written = attributes.exec(begin)?.[0] ?? (kind === 'block' ? undefined : attributes.exec(text)?.[0]);
  const id = kind === 'block' || written === undefined ? undefined : /\{#(?<id>[^\s}]+)/.exec(written)?.groups?.['id'];
  const mark = kind === 'item' ? /^\s*(?:[-*+]|\d+[.)])\s+/ : kind === 'heading' ? /^#+\s*/ : /^/;
  const words = [begin.replace(attributes, ''), ...rest]
    .join(' ')
    .replace(attributes, '')
    .replace(mark, '')
    .replace(/\s+/gu, ' ')
    .trim();
  // A list counts by itself from its first number on.
  const laidOut =
    kind === 'item'
      ? text.replace(/^(\s*)[*+](?=\s)/, '$1-').replace(/^\s*\d+[.)](?=\s)/, (number) => (isFirst ? number : '1.'))
      : text;
  // An id comes from the text that stands there, so it tells no two apart.
  const same = (
    id === undefined
      ? laidOut
      : laidOut.replace(/\{#[^\s{}]+(?:\s+(?!\s)|(?=\}))(?=[^{}]*\}$)/mu, '{').replace(/(?:(?<!\s)\s+)?\{\}/u, '')
  )
    .replace(/[ \t]+/g, ' ')
    .replace(/-{2,}/g, '-')
    .trim();
  return {
    kind,
    text,
    words,
    id,
    line,
    key: hexHash(`${kind}${depth === 0 ? '' : ` ${depth}`} ${same}`).slice(0, 12),
  };
}

/** Items and rows stand close, everything else apart. */
export function joinUnits(units: readonly Unit[]): string {
  return (
    units
      .map((unit, index) => {
        const before = units[index - 1];
        if (before === undefined) return unit.text;
        const close =
          (unit.kind === 'item' && before.kind === 'item') ||
          (unit.kind === 'row' && (before.kind === 'row' || before.kind === 'head'));
        return `${close ? '\n' : '\n\n'}${unit.text}`;
      })
      .join('') + '\n'
  );
}
