/**
 * How a policies folder writes a link to another of its policies: by where that stands from a text, `../../terms`,
 * and with
 * `#id` to a clause of it. The same leads there where the folder is looked at in a browser.
 */
import type {Id} from '../../policy/bundle.js';
import {patterns} from '../../policy/validate.js';

export interface Target {
  readonly policy?: Id;
  readonly to?: Id;
}

export const writeReference = ({policy, to}: Target): string =>
  `${policy === undefined ? '' : `../../${policy}`}${to === undefined ? '' : `#${to}`}`;

/**
 * Nothing for any other address. A text's own file stands for its policy: which edition and language is the reader's.
 */
export function readReference(address: string): {readonly policy: Id; readonly to?: Id} | undefined {
  const [path = '', to, more] = address.split('#');
  const parts = /^\.\.\/\.\.\/([^/]+)(?:\/[^/]*){0,2}$/.exec(path);
  const policy = parts?.[1];
  if (policy === undefined || !patterns.id.test(policy) || more !== undefined) return undefined;
  if (to === undefined) return {policy};
  return patterns.id.test(to) ? {policy, to} : undefined;
}
