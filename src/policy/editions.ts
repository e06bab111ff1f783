/** Which edition of a policy is newest, and which one is meant. */

import type {Edition, Id, IsoDate} from './bundle.js';
import {isDay} from './day.js';

/** An edition by its name, and its day where that is known. */
export interface EditionChoice {
  readonly id: Id;
  readonly effective?: IsoDate;
}

const natural = new Intl.Collator('en', {numeric: true});

/** `2.10` is newer than `2.9`, and `v3` than both. */
const compareVersions = (a: Id, b: Id): number => natural.compare(b.replace(/^v(?=\d)/, ''), a.replace(/^v(?=\d)/, ''));

/**
 * Which of two editions comes first where the newest does: by their days; those without a day after
 * all others, by version; what is `undated` last.
 */
export const compareEditions = (a: EditionChoice, b: EditionChoice): number => {
  const [one = '', other = ''] = [a.effective, b.effective];
  if (one !== other) return one < other ? 1 : -1;
  const undated = Number(a.id === 'undated') - Number(b.id === 'undated');
  return undated || compareVersions(a.id, b.id);
};

/**
 * The version of an edition whose day is not known, as a reader is told it: `2.1`; nothing where that is not known
 * either.
 */
export const versionOf = ({id, effective}: EditionChoice): string | undefined =>
  effective || id === 'undated' || isDay(id) ? undefined : id.replace(/^v(?=\d)/, '');

/** The same by their ids alone, of which a day is the day of effect. */
export const compareEditionIds = (a: Id, b: Id): number => compareEditions(editionNamed(a), editionNamed(b));

/** What is known of an edition by its id: a day is the day it took effect. */
export const editionNamed = (id: Id): EditionChoice => ({id, ...(isDay(id) && {effective: id})});

export const newestFirst = <E extends EditionChoice>(editions: readonly E[]): readonly E[] =>
  [...editions].sort(compareEditions);

/** The edition that was in force on a day; before the first one, the first. Nothing where no day is known. */
export const inForce = <E extends EditionChoice>(editions: readonly E[], day: IsoDate): E | undefined => {
  const dated = newestFirst(editions.filter(({effective}) => effective));
  return dated.find(({effective = ''}) => effective <= day) ?? dated.at(-1);
};

/** The edition that `asked` names: by its id, else as a day on which it was in force. */
export const findEdition = (editions: readonly Edition[], asked: Id): Edition | undefined =>
  editions.find(({id}) => id === asked) ?? (isDay(asked) ? inForce(editions, asked) : undefined);
