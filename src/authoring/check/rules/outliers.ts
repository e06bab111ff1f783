/**
 * Which of one edition's texts is unlike the others, so that each difference is told of once, where it is likeliest
 * to be wrong.
 */
import {listAnd} from '../../findings/nearest.js';

export interface Outlier<T, V> {
  readonly text: T;
  readonly value: V;
  readonly expected: V;
  /** Those that have what is expected. */
  readonly rivals: readonly T[];
}

/**
 * Each text is held against the model. Where all others agree with one another and not with
 * it, it is the model that is alone, unless it prevails. What has no value is left out.
 */
export function findOutliers<T, V>(
  model: T,
  others: readonly T[],
  prevails: boolean,
  valueOf: (text: T) => V | undefined,
  sameAs: (value: V) => unknown = (value) => value,
): readonly Outlier<T, V>[] {
  const expected = valueOf(model);
  if (expected === undefined) return [];
  const found = others.flatMap((text) => {
    const value = valueOf(text);
    return value === undefined ? [] : [{text, value}];
  });
  const different = found.filter(({value}) => sameAs(value) !== sameAs(expected));
  const [first] = different;
  if (first === undefined) return [];
  const isAlone =
    !prevails &&
    different.length > 1 &&
    different.length === found.length &&
    different.every(({value}) => sameAs(value) === sameAs(first.value));
  return isAlone
    ? [{text: model, value: expected, expected: first.value, rivals: different.map(({text}) => text)}]
    : different.map(({text, value}) => ({text, value, expected, rivals: [model]}));
}

/** More names than this say less than their number. */
const most = 3;

/** `da.md and sv.md`, or `the 9 others`. */
export const nameAll = (names: readonly string[]): string =>
  names.length > most ? `the ${names.length} others` : listAnd(names);
