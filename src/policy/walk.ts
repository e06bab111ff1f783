/**
 * The one walk over a text: its sections, blocks, items and rows in reading order, each with what
 * surrounds it; and over the inline pieces in them. Everything that reads texts goes this way, so
 * that a new kind of block is added here, in the format, and where it is drawn.
 */

import type {Block, Cell, Id, Inline, Item, List, Paragraph, Row, Section, Table, Text} from './bundle.js';

/** Something that stands in a text, and where it stands. */
interface Standing<Kind extends string, Value> {
  readonly kind: Kind;
  readonly value: Value;
  /** What it stands directly in; nothing for an outermost section. */
  readonly around: Part | undefined;
  /** The how manieth it is there among its like: sections, blocks, items, rows. From 0. */
  readonly index: number;
  /** The audiences in force: its own, else those of what is around; absent means everyone. */
  readonly audiences: readonly Id[] | undefined;
  /** The sections around it, the outermost first; a section is the last of its own. */
  readonly sections: readonly Section[];
}

export type Part = Standing<'section', Section> | Standing<'list', List> | Standing<'table', Table> | ClausePart;

/** A clause in its place: the unit that is counted, linked, searched and compared. */
export type ClausePart = Standing<'paragraph', Paragraph> | Standing<'item', Item> | Standing<'row', Row>;

const add = (
  parts: Part[],
  kind: Part['kind'],
  value: Part['value'],
  index: number,
  around: Part | undefined,
  sections: readonly Section[],
): Part => {
  const audiences = ('audiences' in value && value.audiences) || around?.audiences;
  // Who calls it pairs kind and value.
  const part = {kind, value, around, index, audiences, sections} as Part;
  parts.push(part);
  return part;
};

const addBlocks = (parts: Part[], blocks: readonly Block[], around: Part): void => {
  const {sections} = around;
  blocks.forEach((block, index) => {
    const part = add(parts, block.type, block, index, around, sections);
    if (block.type === 'list')
      block.items.forEach((item, i) =>
        addBlocks(parts, item.blocks ?? [], add(parts, 'item', item, i, part, sections)),
      );
    else if (block.type === 'table') block.rows.forEach((row, i) => add(parts, 'row', row, i, part, sections));
  });
};

const addSections = (parts: Part[], sections: readonly Section[], around?: Part): void => {
  sections.forEach((section, index) => {
    const part = add(parts, 'section', section, index, around, [...(around?.sections ?? []), section]);
    addBlocks(parts, section.blocks, part);
    addSections(parts, section.sections ?? [], part);
  });
};

const walked = new WeakMap<readonly Section[], readonly Part[]>();

/** All that stands in a text, in reading order. A text does not change, so it is walked once. */
export const walk = ({sections}: Pick<Text, 'sections'>): readonly Part[] => {
  let parts = walked.get(sections);
  if (!parts) {
    const found: Part[] = [];
    addSections(found, sections);
    walked.set(sections, (parts = found));
  }
  return parts;
};

export const isClause = (part: Part): part is ClausePart => 'content' in part.value || 'cells' in part.value;

/** The clauses of a text, in reading order. */
export const clausesOf = (text: Pick<Text, 'sections'>): readonly ClausePart[] => walk(text).filter(isClause);

/**
 * Whether something for `audiences` (absent: everyone) is shown to a reader who is one of `chosen` (none: who reads
 * it all).
 */
export const applies = (audiences: readonly Id[] | undefined, chosen: readonly Id[]): boolean =>
  !audiences || chosen.length === 0 || audiences.some((id) => chosen.includes(id));

/** Whether a reader sees a part: it and all that is around it are for them. */
export const isVisible = ({value, around}: Part, chosen: readonly Id[]): boolean =>
  (!('audiences' in value) || applies(value.audiences, chosen)) && (!around || isVisible(around, chosen));

const fields = {section: 'sections', item: 'items', row: 'rows', paragraph: 'blocks', list: 'blocks', table: 'blocks'};

/** Where a part is in the text's JSON: `['sections', 0, 'blocks', 2]`. */
export const pathOf = ({kind, index, around}: Part): readonly (string | number)[] => [
  ...(around ? pathOf(around) : []),
  fields[kind],
  index,
];

/** The headings that a part stands under, the outermost first. */
export const headingsOf = ({sections}: Part): string[] =>
  sections.flatMap(({heading}) => (heading ? [plainText(heading)] : []));

/** A part's own words: a heading, a list's lead, a table's head, what a clause says; nothing of what stands in it. */
export const wordsOf = ({kind, value}: Part): readonly Cell[] => {
  switch (kind) {
    case 'section':
      return value.heading ? [value.heading] : [];
    case 'list':
      return value.lead ? [value.lead] : [];
    case 'table':
      return value.head;
    case 'row':
      return value.cells;
    default:
      return [value.content];
  }
};

/** Goes through inline pieces, strings and marked ones, in reading order; a marked one comes before what is in it. */
export const eachInline = (content: readonly Inline[], visit: (piece: Inline) => void): void => {
  for (const piece of content) {
    visit(piece);
    if (typeof piece !== 'string') eachInline(piece.content, visit);
  }
};

/** The letters of inline pieces, without their marks. */
export const plainText = (content: readonly Inline[]): string => {
  let letters = '';
  eachInline(content, (piece) => {
    if (typeof piece === 'string') letters += piece;
  });
  return letters;
};

/** The letters of a clause; between the cells of a row stands a tab. */
export const clauseText = (clause: ClausePart): string => wordsOf(clause).map(plainText).join('\t');

/** Every vocabulary id that inline pieces are annotated with, in reading order. */
export const termsIn = (content: readonly Inline[], found = new Set<Id>()): Set<Id> => {
  eachInline(content, (piece) => {
    if (typeof piece !== 'string' && piece.type === 'annotation') piece.terms.forEach((id) => found.add(id));
  });
  return found;
};

/** Every vocabulary id of a clause: those that it is given, then those of its phrases. */
export const termsOf = (clause: ClausePart): Set<Id> => {
  const found = new Set(clause.value.terms);
  for (const content of wordsOf(clause)) termsIn(content, found);
  return found;
};
