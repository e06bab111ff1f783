/** A text as the units that a translator works on: each wording with an id that is the same in every language. */
import type {Block, Id, Inline, Section} from '../../policy/bundle.js';
import {plainText} from '../../policy/clauses.js';
import type {Reading} from '../folder/markdown.js';
import type {Range} from '../folder/markdown/range.js';

export interface Unit {
  /** A clause's own id; with a colon and the part where it is a part of something: `rights:heading`, `retention.r1:2`. */
  readonly id: string;
  readonly kind: 'title' | 'heading' | 'lead' | 'paragraph' | 'item' | 'column' | 'cell';
  readonly content: readonly Inline[];
  readonly range: Range;
  /** The section it stands in; none for the title. */
  readonly section?: Id;
  /** Whether a person wrote the id. Else it says the place, and what stands there may be another clause in another text. */
  readonly named: boolean;
  /** The headings around it, outermost first. */
  readonly headings: readonly string[];
  /** Whom it is for; undefined for everyone. */
  readonly audiences: readonly Id[] | undefined;
  /** Vocabulary ids that hold for it although no phrase in it says so. */
  readonly terms: readonly Id[];
}

/** What is known of a unit by where it stands. */
type Around = Pick<Unit, 'headings' | 'audiences'> & {readonly section: Id};

/** Every unit in reading order. What has no words needs no translation. */
export function unitsOf(reading: Reading): readonly Unit[] {
  const {text, ranges, titleRange, written} = reading;
  const units: Unit[] = [];
  const add = (
    unit: Omit<Unit, 'range' | 'terms'> & {terms?: readonly Id[]},
    range = ranges.get(unit.content),
  ): void => {
    if (range !== undefined && plainText(unit.content).trim() !== '') units.push({terms: [], ...unit, range});
  };
  add(
    {id: 'text:title', kind: 'title', content: [text.title], named: true, headings: [], audiences: undefined},
    titleRange,
  );

  const inBlocks = (blocks: readonly Block[], parent: Id, around: Around): void => {
    let lists = 0;
    let tables = 0;
    for (const block of blocks) {
      switch (block.type) {
        case 'paragraph':
          add({...around, id: block.id, kind: 'paragraph', content: block.content, named: false});
          break;
        case 'list': {
          lists++;
          if (block.lead !== undefined)
            add({
              ...around,
              id: `${parent}:lead${lists === 1 ? '' : `-${lists}`}`,
              kind: 'lead',
              content: block.lead,
              named: lists === 1 && written.has(parent),
            });
          for (const {id, content, terms = [], audiences = around.audiences, blocks: inner = []} of block.items) {
            add({...around, id, kind: 'item', content, terms, audiences, named: written.has(id)});
            inBlocks(inner, id, {...around, audiences});
          }
          break;
        }
        case 'table': {
          tables++;
          block.head.forEach((content, column) => {
            add({...around, id: `${parent}:table-${tables}:${column + 1}`, kind: 'column', content, named: false});
          });
          for (const {id, cells} of block.rows) {
            cells.forEach((content, column) => {
              add({...around, id: `${id}:${column + 1}`, kind: 'cell', content, named: false});
            });
          }
        }
      }
    }
  };
  const inSections = (
    sections: readonly Section[],
    headings: readonly string[],
    outer: readonly Id[] | undefined,
  ): void => {
    for (const {id, heading, audiences = outer, blocks, sections: inner = []} of sections) {
      if (heading !== undefined)
        add({
          id: `${id}:heading`,
          kind: 'heading',
          content: heading,
          section: id,
          named: written.has(id),
          headings,
          audiences,
        });
      const below = heading === undefined ? headings : [...headings, plainText(heading)];
      inBlocks(blocks, id, {section: id, headings: below, audiences});
      inSections(inner, below, audiences);
    }
  };
  inSections(text.sections, [], undefined);
  return units;
}
