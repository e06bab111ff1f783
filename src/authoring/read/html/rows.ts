/** The rows and cells of an HTML table, and whether it is one to a reader. */
import type {Element, Nodes} from 'hast';
import {isElement, isHidden} from './tree.js';

export interface Row {
  readonly isHead: boolean;
  readonly cells: readonly Element[];
}

export function rowsOf(table: Element, skipped: ReadonlySet<Nodes>): Row[] {
  const rows: Row[] = [];
  const walk = (node: Element, isHead: boolean): void => {
    for (const child of node.children.filter(isElement)) {
      if (skipped.has(child) || isHidden(child)) continue;
      if (child.tagName === 'tr') {
        const cells = child.children
          .filter(isElement)
          .filter((cell) => /^t[hd]$/.test(cell.tagName) && !skipped.has(cell));
        if (cells.length > 0) rows.push({isHead, cells});
      } else if (/^t(?:head|body|foot)$/.test(child.tagName)) walk(child, child.tagName === 'thead');
    }
  };
  walk(table, false);
  return rows;
}

/** A frame around the text, columns of it, or a list in disguise: the cells are read as what they hold. */
export const isFrame = (rows: readonly Row[]): boolean =>
  rows.length <= 1 || rows.every(({cells}) => cells.length <= 1);
