/**
 * Reading data from outside: small functions that copy a value, field by field,
 * into a value of a known type, and note everything that is wrong on the way.
 *
 * They copy rather than approve what they were given, so that no unknown field, no
 * getter and no later change of the input reaches what is shown.
 */
import {show, type Issue} from './issue.js';

/** Copies what it can. `undefined` where an issue was noted, or where there is nothing to keep. */
export type Read<T> = (value: unknown, visit: Visit) => T | undefined;

/** One walk through one input. */
export interface Visit {
  readonly issues: Issue[];
  /** Where the walk stands. */
  readonly path: (string | number)[];
  /**
   * The names met so far that others may refer to, by what they name. Nothing is known of a list that could not be
   * read.
   */
  readonly names: Map<string, Set<string>>;
  /** What is referred to before it may have been met. */
  readonly awaited: (readonly [path: Issue['path'], name: string])[];
  /** The input says that it is of a newer minor version than this code. */
  readonly newer: boolean;
  depth: number;
  /** Whom the part around is for; everyone where it is absent. */
  around: readonly string[] | undefined;
}

export const visit = (newer: boolean): Visit => ({
  issues: [],
  path: [],
  names: new Map(),
  awaited: [],
  newer,
  depth: 0,
  around: undefined,
});

/** As many issues are listed; the last then says that there are more. */
export const mostIssues = 100;

/** Sections, blocks and inline pieces stand at most this deep in one another, all counted together. */
export const deepest = 32;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fail = (
  visit: Visit,
  expected: string,
  found: string,
  kind: Issue['kind'] = 'shape',
  path: Issue['path'] = [...visit.path],
): undefined => {
  const count = visit.issues.length + 1;
  if (count < mostIssues) visit.issues.push({kind, path, expected, found});
  else if (count === mostIssues)
    visit.issues.push({
      kind,
      path: [],
      expected: `fewer than ${mostIssues} issues`,
      found: 'more: the rest is not listed',
    });
};

/** Reads what stands under `key`. */
export const at = <T>(visit: Visit, key: string | number, value: unknown, read: Read<T>): T | undefined => {
  visit.path.push(key);
  const copy = read(value, visit);
  visit.path.pop();
  return copy;
};

export const string =
  (expected: string, pattern = /^/): Read<string> =>
  (value, visit) =>
    typeof value === 'string' && pattern.test(value) ? value : fail(visit, expected, show(value));

export const optional =
  <T>(read: Read<T>): Read<T> =>
  (value, visit) =>
    value === undefined ? undefined : read(value, visit);

/** For a field whose value the choice of reader already settled. */
export const always =
  <T extends string>(value: T): Read<T> =>
  () =>
    value;

export const object =
  <T extends object>(
    fields: {readonly [K in keyof T]-?: Read<Exclude<T[K], undefined>>},
    expected = 'an object',
  ): Read<T> =>
  (value, visit) => {
    if (!isObject(value)) return fail(visit, expected, show(value));
    const copy: Partial<T> = {};
    for (const key in fields) {
      const field = at(visit, key, value[key], fields[key]);
      if (field !== undefined) copy[key] = field;
    }
    // Whole, or an issue was noted and nobody gets to see it.
    return copy as T;
  };

/** What an empty list lacks; a list that may be empty has none. */
export type Lack = string | undefined;

export const list =
  <T>(read: Read<T>, lack?: Lack): Read<readonly T[]> =>
  (value, visit) => {
    if (!Array.isArray(value)) return fail(visit, 'a list', show(value));
    if (lack && !value.length) return fail(visit, lack, show(value));
    const copies: T[] = [];
    // Where nothing more would be listed, nothing more is looked at.
    for (let index = 0; index < value.length && visit.issues.length < mostIssues; index++) {
      const copy = at(visit, index, value[index], read);
      if (copy !== undefined) copies.push(copy);
    }
    return copies;
  };

/** A list of what may hold such a list again. */
export const nested = <T>(read: Read<T | readonly T[]>): Read<readonly T[]> => {
  const pieces = list(read);
  return (value, visit) => {
    if (visit.depth === deepest && Array.isArray(value) && value.length)
      return fail(visit, `at most ${deepest} levels of nesting`, 'more: nested too deep');
    visit.depth++;
    const copies = pieces(value, visit);
    visit.depth--;
    // What a newer version added may read as several pieces: they take its place.
    // The casts restate that T itself is no list. (`flat` alone is slow.)
    return (visit.newer ? copies?.flat() : copies) as readonly T[] | undefined;
  };
};

/** An object whose own keys are language tags: at least one. */
export const map =
  <T>(key: Read<string>, read: Read<T>): Read<Readonly<Record<string, T>>> =>
  (value, visit) => {
    if (!isObject(value) || !Object.keys(value).length)
      return fail(visit, 'an object by language, as in {"en": …}', show(value));
    const copy: Record<string, T> = {};
    for (const name of Object.keys(value)) {
      const known = at(visit, name, name, key);
      const entry = at(visit, name, value[name], read);
      if (known !== undefined && entry !== undefined) copy[known] = entry;
    }
    return copy;
  };

/**
 * One of several forms, told apart by `type`.
 * `other` reads a type that a newer minor version added; it may read as several pieces or as nothing.
 */
export const variant =
  <T>(
    forms: ReadonlyMap<unknown, Read<T>>,
    other: (value: Readonly<Record<string, unknown>>, visit: Visit) => T | readonly T[] | undefined,
  ): Read<T | readonly T[]> =>
  (value, visit) => {
    if (!isObject(value)) return fail(visit, 'an object with a type', show(value));
    const {type} = value;
    const read = forms.get(type);
    if (read) return read(value, visit);
    if (visit.newer && typeof type === 'string') return other(value, visit);
    return at(visit, 'type', type, () => fail(visit, `one of ${[...forms.keys()].join(', ')}`, show(type)));
  };

/** Starts a list of names: within it `named` adds to them, after it `known` asks for them. */
export const naming =
  <T>(list: string, read: Read<T>): Read<T> =>
  (value, visit) => {
    visit.names.set(list, new Set());
    const copy = read(value, visit);
    // One issue for the list is enough: not another for each use of what would have been in it.
    if (copy === undefined) visit.names.delete(list);
    return copy;
  };

/** A value of the right form that `refuse` may still say something against: what is expected instead. */
export const refine =
  (read: Read<string>, refuse: (value: string, visit: Visit) => string | false | undefined): Read<string> =>
  (value, visit) => {
    const copy = read(value, visit);
    const expected = copy !== undefined && refuse(copy, visit);
    return expected ? fail(visit, expected, show(copy), 'reference') : copy;
  };

export const named = (list: string, read: Read<string>): Read<string> =>
  refine(read, (name, {names}) => {
    const taken = names.get(list)?.has(name);
    names.get(list)?.add(name);
    return taken && `a value not yet in ${list}`;
  });

export const known = (list: string, read: Read<string>): Read<string> =>
  refine(read, (name, {names}) => names.get(list)?.has(name) === false && `a value from ${list}`);
