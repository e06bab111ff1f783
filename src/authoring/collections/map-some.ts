/** `Promise.all` over a `map`, a few at a time: thousands of files opened at once are more than some systems allow. */
import pLimit from 'p-limit';

const atOnce = 16;

export const mapSome = async <T, R>(
  values: readonly T[],
  act: (value: T, index: number) => Promise<R>,
  limit = atOnce,
): Promise<R[]> => pLimit(limit).map(values, act);
