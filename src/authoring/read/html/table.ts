/**
 * An HTML table → a table of plain cells, as a policy holds it; what is not one row of headings over rows of cells is
 * said.
 */
import type {Element} from 'hast';
import type {PhrasingContent, Table, TableRow} from 'mdast';
import type {Flow} from '../../document/document.js';
import type {Around, Converter} from './convert.js';
import {tidyInline} from './inline.js';
import type {Plan} from './plan.js';
import {isFrame, rowsOf} from './rows.js';
import {attribute, isElement, lettersOf} from './tree.js';

interface Cell {
  readonly node: Element;
  readonly columns: number;
  readonly rows: number;
}

/** A table may say that a cell spans a million columns. */
const widestSpan = 100;

export function readTable(table: Element, converter: Converter, plan: Plan, depth: Around['depth']): Flow[] {
  const around: Around = {depth, wrap: (nodes) => nodes};
  const captions = table.children.filter(isElement).filter(({tagName}) => tagName === 'caption');
  const above = captions.flatMap((caption) => converter.blocks([...caption.children], around));
  const rows = rowsOf(table, plan.skipped);
  if (isFrame(rows))
    return [
      ...above,
      ...rows.flatMap(({cells}) => cells).flatMap((cell) => converter.blocks([...cell.children], around)),
    ];
  const grid = layOut(
    rows.map(({cells}) => cells.map(asCell)),
    table,
    converter,
  );
  const [first] = rows;
  const hasHead = first?.isHead === true || (first?.cells.every(({tagName}) => tagName === 'th') ?? false);
  if (!hasHead)
    converter.doubt(
      'The first row of this table is not marked as headings of its columns; it was taken as those.',
      'put an empty first row above it in the Markdown if they are none',
      table,
    );
  const children = grid.map((row): TableRow => ({
    type: 'tableRow',
    children: row.map((content) => ({type: 'tableCell', children: content})),
  }));
  const node: Table = {
    type: 'table',
    align: [],
    children,
    ...(table.position !== undefined && {position: table.position}),
  };
  return [...above, node];
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
        converter.doubt(
          `A cell of this table${words === '' ? '' : ` (“${words.slice(0, 40)}”)`} spans several; its words ` +
            'stand in the first, and the others are empty.',
          'repeat them where they are needed',
          node.position === undefined ? table : node,
        );
      }
      column += columns;
    }
  }
  const width = Math.max(...grid.map((row) => row.length));
  return grid.map((row) => Array.from({length: width}, (_, index) => row[index] ?? []));
}

/** A cell holds lines: each paragraph, item and row in it is one. */
function readCell(node: Element, converter: Converter): PhrasingContent[] {
  const blocks = converter.blocks([...node.children], {depth: 'cell', wrap: (nodes) => nodes});
  const shape = blocks.find(({type}) => type === 'list' || type === 'table' || type === 'blockquote');
  if (shape !== undefined)
    converter.doubt(
      `A ${shape.type === 'blockquote' ? 'quotation' : shape.type} stands in a cell of this table; a ` +
        `cell holds only lines, so each of its ${shape.type === 'list' ? 'items' : 'rows'} is a line now.`,
      'see whether it still reads well',
      node,
    );
  return blocks
    .flatMap(linesOf)
    .flatMap((line, index): PhrasingContent[] => (index === 0 ? line : [{type: 'break'}, ...line]));
}

function linesOf(node: Flow): PhrasingContent[][] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [node.children];
    case 'list':
      return node.children.flatMap((item) => item.children.flatMap(linesOf));
    case 'blockquote':
      return node.children.flatMap(linesOf);
    case 'table':
      return node.children.map((row) =>
        tidyInline(
          row.children.flatMap((cell, index): PhrasingContent[] =>
            index === 0 ? cell.children : [{type: 'text', value: ' '}, ...cell.children],
          ),
        ),
      );
    case 'code':
      return node.value
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((value) => [{type: 'text', value}]);
    default:
      return [];
  }
}
