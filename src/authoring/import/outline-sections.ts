/** What the report says of an imported text's sections, once the text itself is gone from memory. */
import type {Id, Section} from '../../policy/bundle.js';
import {countClauses, plainText} from '../../policy/clauses.js';

export interface Outline {
  readonly id: Id;
  readonly heading: string | null;
  /** `everyone`, or ids. */
  readonly audiences: readonly Id[] | 'everyone';
  /** Of its lists. */
  readonly items: number;
  /** Clauses that are no items of its lists. */
  readonly others: number;
  readonly sections: readonly Outline[];
}

export const outlineSections = (sections: readonly Section[]): readonly Outline[] =>
  sections.map(({id, heading, audiences, blocks, sections: inner = []}): Outline => ({
    id,
    audiences: audiences ?? 'everyone',
    heading: heading === undefined ? null : plainText(heading),
    items: blocks.reduce((count, block) => (block.type === 'list' ? count + block.items.length : count), 0),
    others: countClauses({title: '', sections: [{id, blocks: blocks.filter(({type}) => type !== 'list')}]}, []).shown,
    sections: outlineSections(inner),
  }));
