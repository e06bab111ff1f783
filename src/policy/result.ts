/** An expected failure is a value, not an exception: it carries every issue at once. */

export type Result<T, I> = Ok<T> | Failed<I>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failed<I> {
  readonly ok: false;
  readonly issues: readonly I[];
}

export const ok = <T>(value: T): Ok<T> => ({ok: true, value});

export const failed = <I>(issues: readonly I[]): Failed<I> => ({ok: false, issues});

/** Closes a `switch` over a union: does not compile while a case is missing. */
export const unreachable = (never: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(never)}`);
};
