/** The same numbers for the same seed, on every machine. */

/** From 0 to below 1; mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of them. */
export function pick<T>(random: () => number, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
}

/** All of them, in another order. */
export function shuffle<T>(random: () => number, all: readonly T[]): T[] {
  return all
    .map((value) => ({value, place: random()}))
    .sort((a, b) => a.place - b.place)
    .map(({value}) => value);
}
