/**
 * The clauses that two texts can be compared by. Where a section has more clauses in one than in the other, each after
 * that is held against its neighbour's translation: that they differ in number is a finding, and all that follows.
 */
import type {Id, Text} from '../../../policy/bundle.js';
import {isClause, walk, type Part} from '../../../policy/walk.js';
import type {CheckedText} from './checked-text.js';

/** The text with no wordings but those of sections that have as many clauses in the model. */
export function alignedWith(model: CheckedText, text: CheckedText): CheckedText {
  const [expected, found] = [holdersIn(model.text), holdersIn(text.text)];
  const isAligned = (id: Id): boolean => {
    const [there, here] = [expected.get(id), found.get(id)];
    return there?.size === here?.size && there?.id === here?.id;
  };
  return {...text, wordings: text.wordings.filter(({kind, id}) => kind !== 'clause' || isAligned(id))};
}

interface Holder {
  readonly id: Id;
  size: number;
}

/** What each clause stands in, by the clause's id. */
function holdersIn(text: Text): ReadonlyMap<Id, Holder> {
  const holders = new Map<Part | undefined, Holder>();
  const found = new Map<Id, Holder>();
  for (const part of walk(text)) {
    if (!isClause(part)) continue;
    const around = holderOf(part);
    const holder = holders.get(around) ?? {
      id: around !== undefined && 'id' in around.value ? around.value.id : '',
      size: 0,
    };
    holders.set(around, holder);
    holder.size++;
    found.set(part.value.id, holder);
  }
  return found;
}

/** The section or item that a clause stands in, whatever list or table is between. */
const holderOf = ({around}: Part): Part | undefined =>
  around?.kind === 'list' || around?.kind === 'table' ? around.around : around;
