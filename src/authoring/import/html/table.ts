/** An HTML table → a table of plain cells, as a policy holds it; what is not one row of headings over rows of cells is said. */
import type {Element} from 'hast';
import type {PhrasingContent, Table, TableRow} from 'mdast';
import {textOf, type Flow} from '../document.js';
import type {Converter} from './convert.js';
import {tidyInline} from './inline.js';
import {isHidden, type Plan} from './plan.js';
import {attribute, isElement, lettersOf} from './tree.js';

interface Cell {
  readonly node: Element;
  readonly columns: number;
  readonly rows: number;
}

/** A table may say that a cell spans a million columns. */
const widestSpan = 100;

export function readTable(table: Element, converter: Converter, plan: Plan, atTop: boolean): Flow[] {
  const captions = table.children.filter(isElement).filter(({tagName}) => tagName === 'caption');
  const above = captions.flatMap((caption) => converter.blocks([...caption.children], {depth: atTop ? 'top' : 'item', wrap: (nodes) => nodes}));
  const rows = rowsOf(table, plan);
  const cells = rows.map(({row}) => row.children.filter(isElement).filter((cell) => /^t[hd]$/.test(cell.tagName) && !plan.skipped.has(cell)));
  // A frame around the text, or a list in disguise: no table to a reader.
  if (cells.every((row) => row.length <= 1)) return [...above, ...cells.flat().flatMap((cell) => converter.blocks([...cell.children], {depth: atTop ? 'top' : 'item', wrap: (nodes) => nodes}))];
  const grid = layOut(cells.map((row) => row.map(asCell)), table, converter);
  const hasHead = rows[0]?.isHead === true || (cells[0]?.every(({tagName}) => tagName === 'th') ?? false);
  if (!hasHead) converter.doubt('The first row of this table is not marked as headings of its columns; it was taken as those.', 'put an empty first row above it in the Markdown if they are none', table);
  const blocks = cells.flat().find((cell) => cell.children.filter(isElement).filter(({tagName}) => /^(?:p|ul|ol|table|div|h[1-6])$/.test(tagName)).length > 1 || cell.children.some((child) => isElement(child) && /^(?:ul|ol|table)$/.test(child.tagName)));
  if (blocks !== undefined) converter.doubt('A cell of this table holds lists or several paragraphs; a cell is one line in a policy, so they were joined.', 'see whether it still reads well', blocks);
  const children = grid.map((row): TableRow => ({type: 'tableRow', children: row.map((content) => ({type: 'tableCell', children: content}))}));
  const node: Table = {type: 'table', align: [], children, ...table.position !== undefined && {position: table.position}};
  return [...above, node];
}

function rowsOf(table: Element, plan: Plan): {readonly row: Element; readonly isHead: boolean}[] {
  const rows: {row: Element; isHead: boolean}[] = [];
  const walk = (node: Element, isHead: boolean): void => {
    for (const child of node.children.filter(isElement)) {
      if (plan.skipped.has(child) || isHidden(child)) continue;
      if (child.tagName === 'tr') rows.push({row: child, isHead});
      else if (/^t(?:head|body|foot)$/.test(child.tagName)) walk(child, child.tagName === 'thead');
    }
  };
  walk(table, false);
  return rows.filter(({row}) => row.children.some((cell) => isElement(cell) && !plan.skipped.has(cell)));
}

const asCell = (node: Element): Cell => ({node, columns: spanOf(node, 'colSpan'), rows: spanOf(node, 'rowSpan')});

function spanOf(node: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(attribute(node, name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, widestSpan) : 1;
}

/** Every row as wide as the widest; a cell that spans several stands in the first of them. */
function layOut(rows: readonly (readonly Cell[])[], table: Element, converter: Converter): PhrasingContent[][][] {
  const grid: (PhrasingContent[] | undefined)[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const {node, columns, rows: down} of row) {
      while (grid[at]?.[column] !== undefined) column++;
      const content = readCell(node, converter);
      for (let y = at; y < Math.min(rows.length, at + down); y++) {
        for (let x = column; x < column + columns; x++) {
          const line = grid[y];
          if (line !== undefined) line[x] ??= y === at && x === column ? content : [];
        }
      }
      if (columns > 1 || down > 1) {
        const words = lettersOf(node).replace(/\s+/gu, ' ').trim();
        converter.doubt(`A cell of this table${words === '' ? '' : ` (“${words.slice(0, 40)}”)`} spans several; its words stand in the first, and the others are empty.`, 'repeat them where they are needed', node.position === undefined ? table : node);
      }
      column += columns;
    }
  }
  const width = Math.max(...grid.map((row) => row.length));
  return grid.map((row) => Array.from({length: width}, (_, index) => row[index] ?? []));
}

function readCell(node: Element, converter: Converter): PhrasingContent[] {
  const content = converter.inlineOf(node);
  return content.every((child) => textOf(child).trim() === '') ? [] : tidyInline(content);
}
