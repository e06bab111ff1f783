/** `Promise.all` over a `map`, a few at a time: thousands of files opened at once are more than some systems allow. */
const atOnce = 16;

export async function mapSome<T, R>(
  values: readonly T[],
  act: (value: T, index: number) => Promise<R>,
  limit = atOnce,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = values.entries();
  const work = async (): Promise<void> => {
    // All take from the same iterator.
    for (const [index, value] of waiting) results[index] = await act(value, index);
  };
  await Promise.all(Array.from({length: Math.min(limit, values.length)}, work));
  return results;
}
