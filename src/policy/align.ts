/** Two lists with partly the same members, put side by side in an order that keeps to both. */

/** The indices of a longest increasing run among numbers that are all different: patience sorting, O(n log n). */
export const longestRun = (numbers: readonly number[]): ReadonlySet<number> => {
  /** By length of run, the index at which the run with the smallest end stops. */
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const run = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.add(index);
  return run;
};

/** One line of two lists: a member of both, or of one. */
export interface Aligned<T> {
  readonly left?: T;
  readonly right?: T;
  /** In both, and elsewhere among the others of the right list. */
  readonly moved?: true;
}

/**
 * Members are the same where their keys are; a key stands once in a list. What is in both stands
 * where the left list has it; what only the right has, before the next member of both.
 */
export const align = <T>(left: readonly T[], right: readonly T[], keyOf: (member: T) => string): Aligned<T>[] => {
  const places = new Map(right.map((member, index) => [keyOf(member), index]));
  const keys = new Set(left.map(keyOf));
  const common = left.filter((member) => places.has(keyOf(member)));
  const run = longestRun(common.map((member) => places.get(keyOf(member)) ?? 0));
  const inOrder = new Set([...run].map((index) => common[index]));
  const rows: Aligned<T>[] = [];
  let next = 0;
  const catchUp = (end: number): void => {
    for (; next < end; next++) {
      const member = right[next];
      if (member !== undefined && !keys.has(keyOf(member))) rows.push({right: member});
    }
  };
  for (const member of left) {
    const place = places.get(keyOf(member));
    const other = place === undefined ? undefined : right[place];
    if (place === undefined || other === undefined) rows.push({left: member});
    else if (!inOrder.has(member)) rows.push({left: member, right: other, moved: true});
    else {
      catchUp(place);
      rows.push({left: member, right: other});
    }
  }
  catchUp(right.length);
  return rows;
};
