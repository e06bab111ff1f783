/** Every wording of a text in reading order, with what it belongs to: the same walk for a text in a folder and one in a bundle. */
import type {Block, Id, Inline, Section, Text} from '../../../policy/bundle.js';

export interface FoundWording {
  /** Of the clause, or of the section for a heading, a lead or a table's head; empty for the title. */
  readonly id: Id;
  readonly kind: 'title' | 'heading' | 'lead' | 'clause' | 'head';
  /** The same in every language of an edition. */
  readonly key: string;
  readonly content: readonly Inline[];
  /** Vocabulary ids that hold for it although no phrase in it says so. */
  readonly terms: readonly Id[];
  /** Before the first heading. */
  readonly isPreamble: boolean;
  /** From the text's own value in a bundle. */
  readonly path: readonly (string | number)[];
}

type Path = FoundWording['path'];

export function wordingsIn(text: Text): readonly FoundWording[] {
  const found: FoundWording[] = [];
  let isPreamble = true;
  const add = (
    id: Id,
    kind: FoundWording['kind'],
    content: readonly Inline[],
    path: Path,
    part = '',
    terms: readonly Id[] = [],
  ): void => {
    found.push({id, kind, key: `${id} ${kind} ${part}`, content, terms, isPreamble, path});
  };
  const inBlocks = (blocks: readonly Block[], parent: Id, path: Path): void => {
    for (const [index, block] of blocks.entries()) {
      const here = [...path, index];
      switch (block.type) {
        case 'paragraph':
          add(block.id, 'clause', block.content, [...here, 'content']);
          break;
        case 'list':
          if (block.lead !== undefined) add(parent, 'lead', block.lead, [...here, 'lead'], String(index));
          for (const [number, item] of block.items.entries()) {
            const inItem = [...here, 'items', number];
            add(item.id, 'clause', item.content, [...inItem, 'content'], '', item.terms);
            inBlocks(item.blocks ?? [], item.id, [...inItem, 'blocks']);
          }
          break;
        case 'table':
          block.head.forEach((cell, column) => {
            add(parent, 'head', cell, [...here, 'head', column], `${index}:${column}`);
          });
          for (const [number, row] of block.rows.entries()) {
            row.cells.forEach((cell, column) => {
              add(row.id, 'clause', cell, [...here, 'rows', number, 'cells', column], String(column), row.terms);
            });
          }
      }
    }
  };
  const inSections = (sections: readonly Section[], path: Path): void => {
    for (const [index, section] of sections.entries()) {
      const here = [...path, index];
      if (section.heading !== undefined) {
        isPreamble = false;
        add(section.id, 'heading', section.heading, [...here, 'heading']);
      }
      inBlocks(section.blocks, section.id, [...here, 'blocks']);
      inSections(section.sections ?? [], [...here, 'sections']);
    }
  };
  add('', 'title', [text.title], ['title']);
  inSections(text.sections, ['sections']);
  return found;
}
