/** Walking a text's clauses: what applies to whom, and how many there are. */

import type {Block, Id, Inline, Section, Text} from './bundle.js';

/** Whether something for `audiences` (absent: everyone) is shown to a reader who is one of `chosen` (none: who reads it all). */
export const applies = (audiences: readonly Id[] | undefined, chosen: readonly Id[]): boolean =>
  !audiences || chosen.length === 0 || audiences.some((id) => chosen.includes(id));

export interface Count {
  readonly shown: number;
  readonly hidden: number;
}

/** How many clauses of a text a reader sees, and how many they do not. Their sum is every clause there is. */
export const countClauses = (text: Text, chosen: readonly Id[]): Count => {
  let shown = 0;
  let hidden = 0;
  const countBlocks = (blocks: readonly Block[] | undefined, visible: boolean): void => {
    for (const block of blocks ?? []) {
      if (block.type === 'list') {
        for (const item of block.items) {
          const seen = visible && applies(item.audiences, chosen);
          if (seen) shown++;
          else hidden++;
          countBlocks(item.blocks, seen);
        }
      } else {
        const clauses = block.type === 'table' ? block.rows.length : 1;
        if (visible) shown += clauses;
        else hidden += clauses;
      }
    }
  };
  const countSections = (sections: readonly Section[] | undefined, visible: boolean): void => {
    for (const section of sections ?? []) {
      const seen = visible && applies(section.audiences, chosen);
      countBlocks(section.blocks, seen);
      countSections(section.sections, seen);
    }
  };
  countSections(text.sections, true);
  return {shown, hidden};
};

/** Every audience that some section or item of a text is for, in reading order. */
export const audiencesOf = (text: Text): Set<Id> => {
  const found = new Set<Id>();
  const addAll = (ids: readonly Id[] | undefined): void => ids?.forEach((id) => found.add(id));
  const walkBlocks = (blocks: readonly Block[] | undefined): void => {
    for (const block of blocks ?? []) {
      if (block.type !== 'list') continue;
      for (const item of block.items) {
        addAll(item.audiences);
        walkBlocks(item.blocks);
      }
    }
  };
  const walkSections = (sections: readonly Section[] | undefined): void => {
    for (const section of sections ?? []) {
      addAll(section.audiences);
      walkBlocks(section.blocks);
      walkSections(section.sections);
    }
  };
  walkSections(text.sections);
  return found;
};

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
