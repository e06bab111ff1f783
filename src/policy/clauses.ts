/** Whom the clauses of a text are for, and how many of them a reader sees. */

import type {Id, List, Text, TextReference} from './bundle.js';
import {isClause, isVisible, walk} from './walk.js';

export interface Count {
  readonly shown: number;
  readonly hidden: number;
}

/** A text that is kept in a file of its own, and not here yet. */
export const isReference = (text: Text | TextReference): text is TextReference => Object.hasOwn(text, 'src');

/**
 * How many clauses a reader sees, and how many they do not. Their sum is every clause there is; a text that is
 * elsewhere has none yet.
 */
export const countClauses = (text: Text | TextReference, chosen: readonly Id[]): Count => {
  let shown = 0;
  let hidden = 0;
  if (!isReference(text))
    for (const part of walk(text))
      if (isClause(part)) {
        if (isVisible(part, chosen)) shown++;
        else hidden++;
      }
  return {shown, hidden};
};

/** Every audience that some section or item of a text is for, in reading order. */
export const audiencesOf = (text: Text | TextReference): Set<Id> =>
  new Set(
    isReference(text)
      ? text.audiences
      : walk(text).flatMap(({value}) => ('audiences' in value && value.audiences) || []),
  );

/**
 * Whom a list is for, and with it the sentence that leads into it: where every item is for somebody, all of those;
 * else everyone.
 */
export const audiencesOfList = ({items}: List): readonly Id[] | undefined =>
  items.length > 0 && items.every(({audiences}) => audiences)
    ? [...new Set(items.flatMap(({audiences}) => audiences ?? []))]
    : undefined;

export {applies, plainText, termsIn} from './walk.js';
