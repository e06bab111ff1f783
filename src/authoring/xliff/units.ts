/** A text as the units that a translator works on: each wording with an id that is the same in every language. */
import type {Id, Inline} from '../../policy/bundle.js';
import {headingsOf, plainText, walk, type Part} from '../../policy/walk.js';
import type {Reading} from '../folder/markdown.js';
import type {Range} from '../folder/markdown/range.js';

export interface Unit {
  /**
   * A clause's own id; with a colon and the part where it is a part of something: `rights:heading`, `retention.r1:2`.
   */
  readonly id: string;
  readonly kind: 'title' | 'heading' | 'lead' | 'paragraph' | 'item' | 'column' | 'cell';
  readonly content: readonly Inline[];
  readonly range: Range;
  /** The section it stands in; none for the title. */
  readonly section?: Id;
  /**
   * Whether a person wrote the id. Else it says the place, and what stands there may be another clause in another
   * text.
   */
  readonly named: boolean;
  /** The headings around it, outermost first. */
  readonly headings: readonly string[];
  /** Whom it is for; undefined for everyone. */
  readonly audiences: readonly Id[] | undefined;
  /** Vocabulary ids that hold for it although no phrase in it says so. */
  readonly terms: readonly Id[];
}

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

  const numberAmongLike = numbering();
  for (const part of walk(text)) {
    const {audiences} = part;
    const section = part.sections.at(-1)?.id;
    const around = {headings: headingsOf(part), audiences, ...(section !== undefined && {section})};
    const parent = part.around !== undefined && 'id' in part.around.value ? part.around.value.id : '';
    switch (part.kind) {
      case 'section': {
        const {id, heading} = part.value;
        if (heading !== undefined)
          add({
            ...around,
            headings: around.headings.slice(0, -1),
            id: `${id}:heading`,
            kind: 'heading',
            content: heading,
            named: written.has(id),
          });
        break;
      }
      case 'list': {
        const number = numberAmongLike(part);
        if (part.value.lead !== undefined)
          add({
            ...around,
            id: `${parent}:lead${number === 1 ? '' : `-${number}`}`,
            kind: 'lead',
            content: part.value.lead,
            named: number === 1 && written.has(parent),
          });
        break;
      }
      case 'table': {
        const number = numberAmongLike(part);
        part.value.head.forEach((content, column) => {
          add({...around, id: `${parent}:table-${number}:${column + 1}`, kind: 'column', content, named: false});
        });
        break;
      }
      case 'row':
        part.value.cells.forEach((content, column) => {
          add({...around, id: `${part.value.id}:${column + 1}`, kind: 'cell', content, named: false});
        });
        break;
      case 'paragraph':
        add({...around, id: part.value.id, kind: 'paragraph', content: part.value.content, named: false});
        break;
      case 'item': {
        const {id, content, terms = []} = part.value;
        add({...around, id, kind: 'item', content, terms, named: written.has(id)});
      }
    }
  }
  return units;
}

/** Counts the lists, and the tables, that stand in one section or item, from 1. */
function numbering(): (part: Part) => number {
  const counts = new Map<Part | undefined, {[kind: string]: number}>();
  return ({kind, around}) => {
    const count = counts.get(around) ?? {};
    counts.set(around, count);
    return (count[kind] = (count[kind] ?? 0) + 1);
  };
}
