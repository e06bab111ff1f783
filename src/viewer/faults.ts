/** Why there is nothing to show, told to the site's owner and to the reader. Fetched only then. */

import {faultWords} from '../words/fault-words.js';
import {localize} from '../words/localize.js';
import type {Bundle} from '../policy/bundle.js';
import {describe} from '../policy/issue.js';
import {isPage} from './is-page.js';
import type {IntegrityError} from './integrity.js';
import type {Cause, Failure, Ready} from './load.js';
import {tryLater} from './try-later.js';

const sentences: Readonly<Partial<Record<Cause, () => string>>> = {
  absent: faultWords.absent,
  refused: faultWords.absent,
  busy: faultWords.busy,
  slow: faultWords.busy,
  'too-large': faultWords.unreadable,
  unreadable: faultWords.unreadable,
};

export const fail = (cause: Cause, message: string, issues: Failure['issues'] = []): Failure => ({
  kind: 'failed',
  cause,
  message,
  issues,
  say: (language, isKept) =>
    localize(language, ({loadingFailed}) =>
      [...(isKept ? [faultWords.kept] : []), sentences[cause] ?? loadingFailed].map((say) => say()).join(' '),
    ),
});

/** What an answer other than the file means (RFC 9110 §15). */
const causeOfStatus = (status: number): Cause => {
  if (status < 300 || status === 404 || status === 410) return 'absent';
  return status >= 500 || [408, 425, 429].includes(status) ? 'busy' : 'refused';
};

/** How long a server asks to wait, in milliseconds: so many seconds, or until a time (RFC 9110 §10.2.3). */
const retryAfter = ({headers}: Response): number | undefined => {
  const value = headers.get('retry-after') ?? '';
  return (/^\d+$/.test(value) ? 1000 * Number(value) : Date.parse(value) - Date.now()) || undefined;
};

/** From what `receive` rejects with. What passes by itself is tried again. */
export const faultOf = (error: unknown, name: string): Failure => {
  const fault = explain(error, name);
  if (!['busy', 'slow', 'connection'].includes(fault.cause)) return fault;
  const failure: Failure = {
    ...fault,
    retryAfter: error instanceof Response ? retryAfter(error) : undefined,
    later: (load, signal, whom) => tryLater(failure, load, signal, whom),
  };
  return failure;
};

const explain = (error: unknown, name: string): Failure => {
  if (error instanceof Response)
    return error.ok && error.body
      ? fail('refused', `${name} leads to ${error.url}, on another origin. Name that address, or set allow-redirects.`)
      : fail(causeOfStatus(error.status), `${name} answered ${error.status}.`);
  switch (error instanceof Event ? error.type : error instanceof Error && error.name) {
    case 'abort':
    case 'AbortError':
      return fail('slow', `${name} took longer than "limits" allow.`);
    case 'IntegrityError':
      return fail((error as IntegrityError).isPage ? 'absent' : 'unreadable', `${name} ${(error as Error).message}`);
    case 'RangeError':
      return fail('too-large', `${name} is larger than "limits" allow. Raise them, or build with --split.`);
    default:
      return fail('connection', `${name} did not come. (${String(error)})`);
  }
};

/** JSON that could not be parsed. */
export const explainJson = (json: string, name: string, error: unknown): Failure =>
  isPage(json)
    ? fail(
        'absent',
        `${name} is a web page, not a policy bundle. Point src at the JSON file that "policy-viewer build" writes.`,
      )
    : fail(
        'unreadable',
        `${name} is not complete JSON (${error instanceof Error ? error.message : String(error)}). ` +
          'Build it again and upload the whole file.',
      );

/**
 * A value that is not sound: a bundle of a newer minor version is shown as far as it is known, all else fails with
 * every issue.
 */
export const explainValue = async (
  value: unknown,
  name: string,
  base: string,
  ready: (bundle: Bundle, base: string) => Ready | Promise<Ready>,
): Promise<Failure | Ready> => {
  const {validate} = await import('../policy/validate.js');
  const result = validate(value);
  if (result.ok) return ready(result.value, base);
  const {issues} = result;
  return fail(
    'unreadable',
    [`${name} is not a policy bundle that can be shown.`, ...issues.map(describe)].join('\n'),
    issues,
  );
};
