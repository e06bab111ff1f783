/**
 * Says of each paragraph of a Word document what it is, in words that mammoth knows: a heading of a level, an item of
 * a list, a title.
 */
import type {Numbering} from './numbering.js';
import {above, all, child, isOn, make, makeRun, valueOf, type XmlDocument, type XmlElement} from './xml.js';

/** An item's number travels to the HTML as the name of a place. */
export const numberMark = 'policy-viewer-number-';

/** mammoth knows five levels of lists. */
const deepest = 4;

/** Answers the items that stand in cells and are lines now. */
export function markParagraphs(
  document: XmlDocument,
  styles: ReadonlyMap<string, XmlElement>,
  numbering: Numbering,
): XmlElement[] {
  const lines: XmlElement[] = [];
  /** Each table is looked at once. */
  const grids = new Map<XmlElement, boolean>();
  for (const paragraph of all(document, 'w:p')) {
    const properties = child(paragraph, 'w:pPr');
    const label = numbering.label(properties);
    const heading = headingOf(properties, styles);
    const own = properties ?? make(document, 'w:pPr');
    if (properties === undefined) paragraph.insertBefore(own, paragraph.firstChild);
    for (const old of all(own, 'w:numPr')) own.removeChild(old);
    const old = child(own, 'w:pStyle');
    if (heading !== undefined || label !== undefined) {
      // Its own style could name a list again.
      if (old !== undefined) own.removeChild(old);
      own.insertBefore(make(document, 'w:pStyle', {'w:val': heading ?? 'Item'}), own.firstChild);
    }
    if (label === undefined) continue;
    // A cell holds lines and no lists, so that its marks are words.
    if (isInCell(paragraph, grids)) {
      insertFirst(paragraph, makeRun(document, label.kind === 'bullet' ? '• ' : `${label.text} `));
      lines.push(paragraph);
      continue;
    }
    const isItem = heading === undefined;
    if (isItem) {
      own.appendChild(
        make(
          document,
          'w:numPr',
          {},
          make(document, 'w:ilvl', {'w:val': String(Math.min(deepest, label.level))}),
          make(document, 'w:numId', {'w:val': label.kind === 'number' ? '2' : '1'}),
        ),
      );
    }
    if (label.kind === 'number' && isItem)
      insertFirst(
        paragraph,
        make(document, 'w:bookmarkStart', {'w:id': '0', 'w:name': `${numberMark}${label.number}`}),
      );
    else if (label.kind !== 'bullet') insertFirst(paragraph, makeRun(document, `${label.text} `));
  }
  return lines;
}

/** Whether a paragraph stands in a table that is more than a frame around it. */
function isInCell(paragraph: XmlElement, grids: Map<XmlElement, boolean>): boolean {
  for (let table = above(paragraph, 'w:tbl'); table !== undefined; table = above(table, 'w:tbl')) {
    const own = table;
    const isGrid = grids.get(own) ?? isTable(own);
    grids.set(own, isGrid);
    if (isGrid) return true;
  }
  return false;
}

function isTable(table: XmlElement): boolean {
  const rows = all(table, 'w:tr').filter((row) => above(row, 'w:tbl') === table);
  return (
    rows.length > 1 && rows.some((row) => all(row, 'w:tc').filter((cell) => above(cell, 'w:tr') === row).length > 1)
  );
}

const insertFirst = (paragraph: XmlElement, node: XmlElement): void => {
  paragraph.insertBefore(node, child(paragraph, 'w:pPr')?.nextSibling ?? null);
};

/** `Heading2` for what is a heading by its level, its style, or a style that its style is based on. */
export function headingOf(
  properties: XmlElement | undefined,
  styles: ReadonlyMap<string, XmlElement>,
): string | undefined {
  const direct = valueOf(properties, 'w:outlineLvl');
  if (direct !== undefined && Number(direct) < 9) return `Heading${Math.min(6, Number(direct) + 1)}`;
  let style = valueOf(properties, 'w:pStyle');
  for (let steps = 0; style !== undefined && steps < 20; steps++) {
    const node = styles.get(style);
    const name = valueOf(node, 'w:name') ?? style;
    if (/^title$/i.test(name)) return 'Title';
    const level = /^heading ?([1-9])$/i.exec(name)?.[1];
    if (level !== undefined) return `Heading${Math.min(6, Number(level))}`;
    const outline = valueOf(child(node, 'w:pPr'), 'w:outlineLvl');
    if (outline !== undefined) return Number(outline) < 9 ? `Heading${Math.min(6, Number(outline) + 1)}` : undefined;
    style = valueOf(node, 'w:basedOn');
  }
  return undefined;
}

/** What a run looks like, and means, by a style of its own name: mammoth sees only its own. */
export function markEmphasis(document: XmlDocument, styles: ReadonlyMap<string, XmlElement>): void {
  for (const run of all(document, 'w:r')) {
    const properties = child(run, 'w:rPr');
    let style = valueOf(properties, 'w:rStyle');
    for (let steps = 0; style !== undefined && steps < 20; steps++) {
      const from = child(styles.get(style), 'w:rPr');
      for (const mark of ['w:b', 'w:i', 'w:strike'])
        if (isOn(from, mark) && child(properties, mark) === undefined) properties?.appendChild(make(document, mark));
      const raised = valueOf(from, 'w:vertAlign');
      if (raised !== undefined && child(properties, 'w:vertAlign') === undefined)
        properties?.appendChild(make(document, 'w:vertAlign', {'w:val': raised}));
      style = valueOf(styles.get(style), 'w:basedOn');
    }
  }
}
