/**
 * Plain text → paragraphs and lists. It knows lines, indentation and the marks of
 * list items, and no language.
 */
import type {List, ListItem, Paragraph, PhrasingContent} from 'mdast';
import type {Source} from '../findings/finding.js';
import type {Document, Flow} from '../document/document.js';
import {linkAddresses} from './link-addresses.js';

interface Line {
  readonly text: string;
  readonly indent: number;
  readonly number: number;
  /** Whether an empty line, or the beginning, comes before it. */
  readonly apart: boolean;
  readonly mark: Mark | undefined;
}

/** What a list item starts with. A number is a mark only where the next one follows. */
type Mark =
  | {readonly kind: 'bullet'; readonly rest: string}
  | {readonly kind: 'number'; readonly rest: string; readonly number: number; readonly ending: string};

const bullet = /^(?:[•●▪◦‣∙◆■○·]\s*|[-*–—+]\s+)(?=\S)/u;
const numbered = /^(\d{1,3})([.)])\s+(?=\S)/u;

export function readPlainText(source: Source): Document {
  const lines = readLines(source.text);
  return {
    source,
    blocks: readBlocks(lines),
    unmarked: true,
    front: {},
    attributes: new Map(),
    doubts: [],
    words: source.text,
  };
}

function readLines(text: string): Line[] {
  let apart = true;
  const lines: Line[] = [];
  for (const [index, raw] of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).entries()) {
    const trimmed = raw.trim();
    if (trimmed === '') {
      apart = true;
      continue;
    }
    const indent = raw.replace(/\t/gu, '    ').search(/\S/u);
    lines.push({text: trimmed, indent, number: index + 1, apart, mark: readMark(trimmed)});
    apart = false;
  }
  return lines;
}

function readMark(text: string): Mark | undefined {
  const dot = bullet.exec(text);
  // Two marks in a row, or a line of dashes, are no list item.
  if (dot !== null && /[\p{L}\p{N}]/u.test(text.slice(dot[0].length)))
    return {kind: 'bullet', rest: text.slice(dot[0].length)};
  const digits = numbered.exec(text);
  if (digits === null) return undefined;
  const [whole, number = '', ending = ''] = digits;
  return {kind: 'number', rest: text.slice(whole.length), number: Number(number), ending};
}

function readBlocks(lines: readonly Line[]): Flow[] {
  const width = wrapWidth(lines);
  const blocks: Flow[] = [];
  for (let at = 0; at < lines.length;) {
    const list = readList(lines, at, width);
    const {node, next} = list ?? readParagraph(lines, at, width);
    blocks.push(node);
    at = next;
  }
  return blocks;
}

/** In columns. Narrower lines are verse or a table, wider ones whole paragraphs. */
const narrowest = 50;
const widest = 120;

/** How wide the lines are where somebody has wrapped them; nothing where a line is a paragraph. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const followed = lines
    .filter((_, index) => lines[index + 1]?.apart === false)
    .map(columnsOf)
    .filter((columns) => columns <= widest);
  const width = followed.reduce((most, columns) => Math.max(most, columns), 0);
  const full = followed.filter((columns) => columns > width * 0.7).length;
  return width >= narrowest && full >= 3 ? width : undefined;
}

const columnsOf = ({text, indent}: Line): number =>
  indent + text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** Whether the next line goes on with a sentence: its first word would not have fitted on this one. */
function isWrapped(line: Line, next: Line | undefined, width: number | undefined): boolean {
  if (next === undefined || next.apart || width === undefined || columnsOf(line) < width / 2 || columnsOf(line) > width)
    return false;
  const [word = ''] = next.text.split(/\s/u);
  return columnsOf(line) + 1 + word.length > width;
}

interface Read<T> {
  readonly node: T;
  readonly next: number;
}

function readParagraph(lines: readonly Line[], at: number, width: number | undefined): Read<Paragraph> {
  const first = lines[at];
  if (first === undefined) throw new Error('no line to read');
  const children: PhrasingContent[] = [{type: 'text', value: first.text}];
  let next = at + 1;
  let last = first;
  while (next < lines.length) {
    const line = lines[next];
    if (line === undefined || line.apart || startsList(lines, next)) break;
    const wrapped = isWrapped(last, line, width);
    if (!wrapped && !isVerse(lines, next)) break;
    children.push(wrapped ? {type: 'text', value: between(last.text, line.text)} : {type: 'break'}, {
      type: 'text',
      value: line.text,
    });
    last = line;
    next++;
  }
  return {node: {type: 'paragraph', children: joinText(children), position: positionOf(first, last)}, next};
}

const longestVerse = 12;

/** Three and more short lines together, as an address has them, are one paragraph with line breaks. */
function isVerse(lines: readonly Line[], at: number): boolean {
  let from = at;
  while (from > 0 && at - from <= longestVerse && lines[from]?.apart === false) from--;
  let to = at + 1;
  while (to - at <= longestVerse && lines[to]?.apart === false) to++;
  const block = lines.slice(from, to);
  // The first lines of a file are its title and its date.
  return (
    from > 0 &&
    block.length >= 3 &&
    block.length <= longestVerse &&
    block.every(({text, mark}) => text.length <= 50 && mark === undefined)
  );
}

/** A number alone is a sentence that begins with one; two in order are a list. */
function startsList(lines: readonly Line[], at: number): boolean {
  const mark = lines[at]?.mark;
  if (mark === undefined) return false;
  return mark.kind === 'bullet' || follows(lines, at);
}

function follows(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line?.mark?.kind !== 'number') return false;
  for (let next = at + 1; next < lines.length; next++) {
    const other = lines[next];
    if (other === undefined || other.indent < line.indent) return false;
    if (other.indent > line.indent) continue;
    if (other.mark?.kind === 'number')
      return other.mark.ending === line.mark.ending && other.mark.number === line.mark.number + 1;
    if (other.apart) return false;
  }
  return false;
}

function readList(lines: readonly Line[], at: number, width: number | undefined): Read<List> | undefined {
  const first = lines[at];
  if (first?.mark === undefined || !startsList(lines, at)) return undefined;
  const ordered = first.mark.kind === 'number';
  const children: ListItem[] = [];
  let expected = first.mark.kind === 'number' ? first.mark.number : 0;
  let next = at;
  while (next < lines.length) {
    const line = lines[next];
    const mark = line?.mark;
    if (
      line === undefined ||
      mark === undefined ||
      line.indent < first.indent ||
      (line.indent > first.indent + 1 && next !== at)
    )
      break;
    if (ordered ? mark.kind !== 'number' || mark.number !== expected : mark.kind !== 'bullet') break;
    expected++;
    const item = readItem(lines, next, mark.rest, width);
    children.push(item.node);
    next = item.next;
  }
  const start = first.mark.kind === 'number' ? first.mark.number : undefined;
  const last = lines[next - 1] ?? first;
  return {
    node: {
      type: 'list',
      ordered,
      ...(start !== undefined && {start}),
      spread: false,
      children,
      position: positionOf(first, last),
    },
    next,
  };
}

function readItem(lines: readonly Line[], at: number, rest: string, width: number | undefined): Read<ListItem> {
  const first = lines[at];
  if (first === undefined) throw new Error('no line to read');
  const children: PhrasingContent[] = [{type: 'text', value: rest}];
  let next = at + 1;
  let last = first;
  while (next < lines.length) {
    const line = lines[next];
    if (line === undefined || line.apart || startsList(lines, next)) break;
    if (line.indent <= first.indent && !isWrapped(last, line, width)) break;
    children.push({type: 'text', value: between(last.text, line.text)}, {type: 'text', value: line.text});
    last = line;
    next++;
  }
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [{type: 'paragraph', children: joinText(children)}],
    position: positionOf(first, last),
  };
  // Marks that stand further in are a list within the item.
  const inner = lines[next];
  if (inner !== undefined && inner.indent > first.indent + 1) {
    const list = readList(lines, next, width);
    if (list !== undefined) {
      item.children.push(list.node);
      next = list.next;
    }
  }
  return {node: item, next};
}

/** A wrapped line goes on after a space, and after nothing where the script has none. */
const between = (before: string, after: string): string =>
  unspaced.test(before.slice(-1)) && unspaced.test(after) ? '' : ' ';
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

function joinText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text') last.value += node.value;
    else joined.push({...node});
  }
  return linkAddresses(joined);
}

const positionOf = (first: Line, last: Line): NonNullable<Paragraph['position']> => ({
  start: {line: first.number, column: first.indent + 1},
  end: {line: last.number, column: last.indent + last.text.length + 1},
});
