/** What is wrong with a bundle that could not be shown, told to the site's owner. Fetched only then. */

import type {Bundle} from '../policy/bundle.js';
import {describe} from '../policy/issue.js';
import {validate} from '../policy/validate.js';
import type {Failure, Ready} from './load.js';

const fail = (message: string): Failure => ({kind: 'failed', unreachable: false, message, issues: []});

/** JSON that could not be parsed. */
export const explainJson = (json: string, name: string, error: unknown): Failure =>
  /^\s*</.test(json)
    ? fail(`${name} is a web page, not a policy bundle. Point src at the JSON file that "policy-viewer build" writes.`)
    : fail(
        `${name} is not complete JSON (${error instanceof Error ? error.message : String(error)}). ` +
          'Build it again and upload the whole file.',
      );

/**
 * A value that is not sound: a bundle of a newer minor version is shown as far as it is known, all else fails with
 * every issue.
 */
export const explainValue = (
  value: unknown,
  name: string,
  base: string,
  ready: (bundle: Bundle, base: string) => Ready | Promise<Ready>,
): Failure | Ready | Promise<Ready> => {
  const result = validate(value);
  if (result.ok) return ready(result.value, base);
  const {issues} = result;
  return {
    kind: 'failed',
    unreachable: false,
    issues,
    message: [`${name} is not a policy bundle that can be shown.`, ...issues.map(describe)].join('\n'),
  };
};
