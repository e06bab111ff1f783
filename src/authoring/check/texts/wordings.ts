/** Every wording of a text in reading order, with what it belongs to. */
import type {Id, Inline, Text} from '../../../policy/bundle.js';
import {pathOf, walk, type Part} from '../../../policy/walk.js';

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
  add('', 'title', [text.title], ['title']);
  for (const part of walk(text)) {
    const {index} = part;
    const here = pathOf(part);
    switch (part.kind) {
      case 'section':
        if (part.value.heading === undefined) break;
        isPreamble = false;
        add(part.value.id, 'heading', part.value.heading, [...here, 'heading']);
        break;
      case 'list':
        if (part.value.lead !== undefined)
          add(holderOf(part), 'lead', part.value.lead, [...here, 'lead'], String(index));
        break;
      case 'table':
        part.value.head.forEach((cell, column) => {
          add(holderOf(part), 'head', cell, [...here, 'head', column], `${index}:${column}`);
        });
        break;
      case 'row':
        part.value.cells.forEach((cell, column) => {
          add(part.value.id, 'clause', cell, [...here, 'cells', column], String(column), part.value.terms);
        });
        break;
      case 'paragraph':
        add(part.value.id, 'clause', part.value.content, [...here, 'content']);
        break;
      case 'item':
        add(part.value.id, 'clause', part.value.content, [...here, 'content'], '', part.value.terms);
    }
  }
  return found;
}

/** The id of the section or item that a list or a table stands in. */
const holderOf = ({around}: Part): Id => (around !== undefined && 'id' in around.value ? around.value.id : '');
