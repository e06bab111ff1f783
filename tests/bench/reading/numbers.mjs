// Numbers: made, and summed up.

/** Whole numbers below what is asked for, the same for a seed at every run. @param {number} seed */
export function numbersFrom(seed) {
  let state = seed >>> 0 || 1;
  return (/** @type {number} */ below) => {
    // Marsaglia's xorshift with 32 bits.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** @param {readonly number[]} values @param {number} part  0.5 is the median */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(part * (sorted.length - 1))] ?? NaN;
}

/** @template T @param {readonly T[]} list @returns {T[]} in a random order */
export const shuffled = (list) =>
  list
    .map((value) => ({value, at: Math.random()}))
    .sort((a, b) => a.at - b.at)
    .map(({value}) => value);
