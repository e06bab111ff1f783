/** The nearest of some known names to one that is unknown: "did you mean …?" */

/** The closest name that a slip of the fingers could have meant, or nothing. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 0.5;
  for (const candidate of known) {
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < fewest) [best, fewest] = [candidate, steps];
  }
  return best;
}

/** ` Did you mean “member”?`, or the names there are while they are few, or nothing. Begins with a space. */
export function suggest(name: string, known: Iterable<string>): string {
  const names = [...known];
  const near = nearest(name, names);
  if (near !== undefined) return ` Did you mean “${near}”?`;
  const quoted = names.map((each) => `“${each}”`);
  return quoted.length === 0 || quoted.length > 12
    ? ''
    : quoted.length === 1
      ? ` The only one is ${quoted[0]}.`
      : ` Known are ${listAnd(quoted)}.`;
}

// Making one takes a thousand times as long as using it.
const disjunction = new Intl.ListFormat('en-GB', {type: 'disjunction'});
const conjunction = new Intl.ListFormat('en-GB', {type: 'conjunction'});

/** `a, b or c`. */
export const listOr = (names: readonly string[]): string => disjunction.format(names);

/** `a, b and c`. */
export const listAnd = (names: readonly string[]): string => conjunction.format(names);

/** Damerau-Levenshtein (optimal string alignment): letters to add, drop, change or swap. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({length: b.length + 1}, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
