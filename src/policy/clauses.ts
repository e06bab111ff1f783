/** Walking a text's clauses: what applies to whom, and how many there are. */

import type {Block, Id, Inline, Item, Row, Section, Text, TextReference} from './bundle.js';

/** Whether something for `audiences` (absent: everyone) is shown to a reader who is one of `chosen` (none: who reads it all). */
export const applies = (audiences: readonly Id[] | undefined, chosen: readonly Id[]): boolean =>
  !audiences || chosen.length === 0 || audiences.some((id) => chosen.includes(id));

export interface Count {
  readonly shown: number;
  readonly hidden: number;
}

/** Whatever stands in a text: itself, a section, a block, an item, a row. A text that is elsewhere has audiences, and no clauses yet. */
type Part = Text | TextReference | Section | Block | Item | Row;

const isClause = (part: Part): boolean => 'content' in part || 'cells' in part;

const audiencesFor = (part: Part): readonly Id[] | undefined => ('audiences' in part ? part.audiences : undefined);

/** What stands directly in a part, in reading order. */
const partsOf = (part: Part): readonly Part[] => [
  ...('blocks' in part && part.blocks ? part.blocks : []),
  ...('items' in part ? part.items : 'rows' in part ? part.rows : []),
  ...('sections' in part && part.sections ? part.sections : []),
];

/** How many clauses a reader sees, and how many they do not. Their sum is every clause there is. */
export const countClauses = (part: Part, chosen: readonly Id[], visible = true): Count => {
  const seen = visible && applies(audiencesFor(part), chosen);
  let shown = isClause(part) && seen ? 1 : 0;
  let hidden = isClause(part) && !seen ? 1 : 0;
  for (const inner of partsOf(part)) {
    const count = countClauses(inner, chosen, seen);
    shown += count.shown;
    hidden += count.hidden;
  }
  return {shown, hidden};
};

/** Every audience that some section or item of a text is for, in reading order. */
export const audiencesOf = (part: Part, found = new Set<Id>()): Set<Id> => {
  audiencesFor(part)?.forEach((id) => found.add(id));
  for (const inner of partsOf(part)) audiencesOf(inner, found);
  return found;
};

export const isReference = (text: Text | TextReference): text is TextReference => 'src' in text;

/** The letters of inline pieces, without their marks. */
export const plainText = (content: readonly Inline[]): string =>
  content.map((piece) => (typeof piece === 'string' ? piece : plainText(piece.content))).join('');

/** Every vocabulary id that inline pieces are annotated with, in reading order. */
export const termsIn = (content: readonly Inline[], found = new Set<Id>()): Set<Id> => {
  for (const piece of content) {
    if (typeof piece === 'string') continue;
    if (piece.type === 'annotation') piece.terms.forEach((id) => found.add(id));
    termsIn(piece.content, found);
  }
  return found;
};
