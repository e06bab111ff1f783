/**
 * Which of one edition's texts is unlike the others, so that each difference is told of once, where it is likeliest
 * to be wrong.
 */
import {groupBy} from '../../collections/group.js';
import {listAnd} from '../../findings/nearest.js';

export interface Outlier<T, V> {
  readonly text: T;
  readonly value: V;
  readonly expected: V;
  /** Those that have what is expected. */
  readonly rivals: readonly T[];
  /** Those that have something else again. */
  readonly more: readonly T[];
}

/**
 * Where most texts agree, those that do not are told of; where there is no such majority, the original once. Of two
 * texts it is the translation, and where the original prevails all that differ from it. What has no value is left out.
 */
export function findOutliers<T, V>(
  model: T,
  others: readonly T[],
  prevails: boolean,
  valueOf: (text: T) => V | undefined,
  sameAs: (value: V) => unknown = (value) => value,
): readonly Outlier<T, V>[] {
  const own = valueOf(model);
  if (own === undefined) return [];
  const found = [model, ...others].flatMap((text) => {
    const value = valueOf(text);
    return value === undefined ? [] : [{text, value}];
  });
  const groups = [...groupBy(found, ({value}) => sameAs(value)).values()];
  if (groups.length < 2) return [];
  const most = groups.find(({length}) => length > found.length / 2);
  const ofModel = groups.find((group) => group.some(({text}) => text === model));
  const right = prevails || found.length === 2 ? ofModel : most;
  const [first] = right ?? [];
  if (right !== undefined && first !== undefined)
    return groups
      .filter((group) => group !== right)
      .flat()
      .map((each) => ({
        ...each,
        expected: first.value,
        rivals: right === ofModel ? [model] : right.map(({text}) => text),
        more: [],
      }));
  const [rivals = [], ...more] = groups.filter((group) => group !== ofModel).sort((a, b) => b.length - a.length);
  const [rival] = rivals;
  const textsOf = (some: typeof found): readonly T[] => some.map(({text}) => text);
  return rival === undefined
    ? []
    : [{text: model, value: own, expected: rival.value, rivals: textsOf(rivals), more: textsOf(more.flat())}];
}

/** For each value the first one that it is the same as: what is nearly the same has no key to be told by. */
export function sameClass<V>(values: readonly V[], isSame: (a: V, b: V) => boolean): ReadonlyMap<V, V> {
  const firsts: V[] = [];
  const found = new Map<V, V>();
  for (const value of values) {
    const first = firsts.find((each) => isSame(each, value));
    if (first === undefined) firsts.push(value);
    found.set(value, first ?? value);
  }
  return found;
}

/** More names than this say less than their number. */
const most = 3;

/** `da.md and sv.md`, or `the 9 others`. */
export const nameAll = (names: readonly string[]): string =>
  names.length > most ? `the ${names.length} others` : listAnd(names);

/** A sentence about those that differ in their own ways, before the next; empty where there are none. */
export const differToo = (more: readonly {readonly language: string}[]): string =>
  more.length === 0
    ? ''
    : `${listAnd(more.map(({language}) => `${language}.md`))} ${more.length === 1 ? 'differs' : 'differ'} too. `;
