/**
 * Three texts into one: what import wrote last, what stands there now, and what the
 * file says now. Where only one of the two has changed, it holds; where both have,
 * in different words, nobody but a person can say.
 */
import {diffComm} from 'node-diff3';
import {unitsOf, joinUnits, type Unit} from './units.js';

/** What is remembered of a unit: its id where it has one, and its key. */
export interface Remembered {
  readonly id: string | undefined;
  readonly key: string;
}

export interface Conflict {
  /** The line of the text as it stands. */
  readonly line: number;
  readonly mine: string;
  readonly theirs: string;
}

export interface Merged {
  readonly markdown: string;
  readonly conflicts: readonly Conflict[];
  /** How many units hold because somebody edited them, and how many because the file changed. */
  readonly edited: number;
  readonly updated: number;
}

export const remember = (markdown: string): Remembered[] => unitsOf(markdown).map(({id, key}) => ({id, key}));

/** Where both changed, `keepMine` says that the text as it stands holds; without it the conflicts are listed. */
export function merge(base: readonly Remembered[], current: string, fresh: string, keepMine: boolean): Merged {
  const [mine, theirs] = [unitsOf(current), unitsOf(fresh)];
  const merger = new Merger(mine, keepMine);
  const [toMine, toTheirs] = [match(base, mine), match(base, theirs)];
  let [o, a, b] = [0, 0, 0];
  for (const [index, unit] of base.entries()) {
    const [x, y] = [toMine.get(index), toTheirs.get(index)];
    if (x === undefined || y === undefined || x < a || y < b) continue;
    merger.gap(base.slice(o, index), mine.slice(a, x), theirs.slice(b, y), a);
    merger.gap([unit], mine.slice(x, x + 1), theirs.slice(y, y + 1), x);
    [o, a, b] = [index + 1, x + 1, y + 1];
  }
  merger.gap(base.slice(o), mine.slice(a), theirs.slice(b), a);
  return {
    markdown: joinUnits(merger.result),
    conflicts: merger.conflicts,
    edited: merger.edited,
    updated: merger.updated,
  };
}

class Merger {
  readonly result: Unit[] = [];
  readonly conflicts: Conflict[] = [];
  edited = 0;
  updated = 0;
  readonly #all: readonly Unit[];
  readonly #keepMine: boolean;

  constructor(all: readonly Unit[], keepMine: boolean) {
    this.#all = all;
    this.#keepMine = keepMine;
  }

  gap(base: readonly Remembered[], mine: readonly Unit[], theirs: readonly Unit[], at: number): void {
    if (same(mine, theirs) || same(theirs, base)) {
      if (!same(mine, theirs)) this.edited += Math.max(1, mine.length);
      this.result.push(...(same(mine, theirs) && same(mine, base) ? this.#named(base, mine, theirs) : mine));
    } else if (same(mine, base)) {
      this.updated += Math.max(1, theirs.length);
      this.result.push(...theirs);
    } else if (mine.length === base.length && theirs.length === base.length && base.length > 1) {
      base.forEach((unit, index) => {
        this.gap([unit], mine.slice(index, index + 1), theirs.slice(index, index + 1), at + index);
      });
    } else {
      if (!this.#keepMine) {
        const place = mine[0] ?? this.#all[at] ?? this.#all.at(-1);
        this.conflicts.push({
          line: place?.line ?? 1,
          mine: mine.map(({words}) => words).join(' '),
          theirs: theirs.map(({words}) => words).join(' '),
        });
      }
      this.edited += Math.max(1, mine.length);
      this.result.push(...mine);
    }
  }

  /** Where all say the same, the file may still have given a clause another id, and holds where nobody else has. */
  #named(base: readonly Remembered[], mine: readonly Unit[], theirs: readonly Unit[]): readonly Unit[] {
    return mine.map((unit, index) => {
      const [known, fresh] = [base[index], theirs[index]];
      if (known === undefined || fresh === undefined || unit.id !== known.id || fresh.id === known.id) return unit;
      this.updated++;
      return fresh;
    });
  }
}

const same = (one: readonly {readonly key: string}[], other: readonly {readonly key: string}[]): boolean =>
  one.length === other.length && one.every(({key}, index) => key === other[index]?.key);

/** Which unit of the second is the same clause as one of the first: by its id, else by what it says. */
function match(first: readonly Remembered[], second: readonly Remembered[]): Map<number, number> {
  const name = ({id, key}: Remembered): string => (id === undefined ? key : `#${id}`);
  const matches = new Map<number, number>();
  let [x, y] = [0, 0];
  for (const region of diffComm(first.map(name), second.map(name))) {
    if ('common' in region) for (let count = 0; count < region.common.length; count++) matches.set(x++, y++);
    else {
      x += region.buffer1.length;
      y += region.buffer2.length;
    }
  }
  return matches;
}
