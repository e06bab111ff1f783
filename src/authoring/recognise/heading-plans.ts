/**
 * Whom a text's headings are for, seen together: "Partners" among "Visitors" and "Job applicants" is an audience, and
 * by itself more likely whom data is given to. A wrong audience hides text, so what is unsure is for everyone.
 */
import type {Heading} from 'mdast';
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {groupBy} from '../collections/group.js';
import {textOf, type Flow} from '../document/document.js';
import {addressedIn, addressesReader} from './frames.js';
import {isUnderstood, readRoles, type RoleReader, type Roles} from './recognise-audiences.js';

export interface HeadingPlan {
  readonly roles: Roles;
  readonly verdict: Verdict;
}

/**
 * `heard`: it is for whom it names. `stranger`: it stands where the names of audiences do, and its words are not known.
 * `perhaps`: it may name somebody. `nobody`: it names none.
 */
export type Verdict = 'heard' | 'stranger' | 'perhaps' | 'nobody';

/** Whom policies speak of as often as to them: recipients, sources, and whose data is a topic of its own. */
const spokenOf: ReadonlySet<Id> = new Set([
  ...['partner', 'supplier', 'contractor', 'sponsor', 'seller', 'developer', 'investor', 'researcher', 'teacher'],
  ...['author', 'reviewer', 'speaker', 'participant', 'beneficiary', 'landlord', 'neighbour', 'citizen', 'resident'],
  ...[
    'end-user',
    'child',
    'parent',
    'guardian',
    'carer',
    'emergency-contact',
    'business-contact',
    'driver',
    'person-on-camera',
  ],
]);
/** Those of whom even "data of …" and "from …" say no more. */
const everSpokenOf: ReadonlySet<Id> = new Set([
  ...['partner', 'seller', 'child', 'parent', 'guardian', 'client', 'end-user', 'account-holder'],
]);
const minors: ReadonlySet<Id> = new Set(['child', 'parent', 'guardian']);
/** What everybody does at some time: "When you contact us" is an occasion, and no audience by itself. */
const occasional: ReadonlySet<Id> = new Set([
  ...['website-visitor', 'app-user', 'end-user', 'caller', 'correspondent', 'account-holder', 'subscriber', 'client'],
  ...['prospective-customer', 'event-attendee', 'participant', 'reviewer', 'author', 'person-on-camera', 'consumer'],
]);

/** Whether anybody may be them at some time, or be spoken of as them. */
export const isOccasional = (id: Id): boolean => occasional.has(id) || everSpokenOf.has(id);

/** Whether who is named so may be nobody that the text speaks to. */
export function isWeak({ids, naming, ofProducts, isDetermined}: Roles): boolean {
  if (ids.length === 0 || ofProducts.length > 0 || naming === 'turned-to') return false;
  // "Our employees", "other members", "the customer": those whom something is said of, unless others stand beside them.
  if (naming === 'bare' && isDetermined) return true;
  const doubtful = naming === 'act' ? occasional : naming === 'framed' ? everSpokenOf : spokenOf;
  return ids.every((id) => doubtful.has(id));
}

/** Whether a section's own words speak to those whom its heading names. */
export function isSpokenTo(opening: string, {ids}: Roles, reader: RoleReader): boolean {
  if (!addressesReader(opening, reader.language)) return false;
  const [clause = ''] = opening.slice(0, 200).split(/[,:;.،؛，：；。]/u);
  const called = [
    ...readRoles(addressedIn(opening, reader.language) ?? '', reader).ids,
    ...readRoles(clause, reader).ids,
  ];
  return ids.some((id) => called.includes(id));
}

interface Reading {
  readonly node: Heading;
  readonly roles: Roles;
  readonly opening: string;
}

/** The plan of each heading among the blocks. */
export function planHeadings(blocks: readonly Flow[], reader: RoleReader): ReadonlyMap<Heading, HeadingPlan> {
  const readings = blocks.flatMap((node, index): Reading[] =>
    node.type === 'heading'
      ? [{node, roles: readRoles(textOf(node), reader), opening: openingOf(blocks[index + 1])}]
      : [],
  );
  // Headings of one depth below the same heading are siblings.
  const parents: (Heading | undefined)[] = [];
  const siblings = groupBy(readings, ({node}) => {
    parents.length = node.depth;
    const above = readings.findIndex((one) => one.node === parents.findLast((parent) => parent !== undefined));
    parents[node.depth] = node;
    return `${node.depth} ${above}`;
  });
  const plans = new Map<Heading, HeadingPlan>();
  for (const group of siblings.values()) {
    for (const reading of group)
      plans.set(reading.node, {roles: reading.roles, verdict: judge(reading, group, reader)});
  }
  return plans;
}

function judge({roles, opening}: Reading, group: readonly Reading[], reader: RoleReader): Verdict {
  const named = group.filter((one) => isUnderstood(one.roles) && one.roles.ids.length > 0);
  const strong = named.filter((one) => !isWeak(one.roles));
  if (isUnderstood(roles)) {
    if (roles.everyone || !isWeak(roles)) return 'heard';
    const wanted = roles.ids.every((id) => minors.has(id)) ? 2 : 1;
    const isList = named.length >= 4 && 2 * named.length > group.length;
    return strong.length >= wanted || isList || isSpokenTo(opening, roles, reader) ? 'heard' : 'perhaps';
  }
  if (roles.ids.length > 0 || roles.everyone || !isShortName(roles.unknown, reader.language)) return 'nobody';
  const alike = strong.filter((one) => one.roles.frame === roles.frame && roles.frame !== '');
  if (alike.length >= 2) return 'stranger';
  const called = addressedIn(opening, reader.language);
  if (roles.frame === '' && called !== undefined && isNamedBy(roles.unknown.join(' '), called)) return 'stranger';
  return strong.length >= 3 && 2 * named.length > group.length ? 'perhaps' : 'nobody';
}

function openingOf(block: Flow | undefined): string {
  if (block === undefined || block.type === 'heading') return '';
  if (block.type === 'list') return openingOf(block.children[0]?.children[0]);
  return block.type === 'paragraph' ? textOf(block) : '';
}

/** A name is a word or three, without a number. */
function isShortName(unknown: readonly string[], language: LanguageTag): boolean {
  const [words = '', ...others] = unknown;
  if (others.length > 0 || words === '' || /\p{N}/u.test(words)) return false;
  return /^(?:zh|ja|th)\b/u.test(language) ? words.length <= 8 : words.split(/\s+/u).length <= 3;
}

/** Whether a few words are what the sentence after them calls its reader: "Astronauts. If you are an astronaut, …". */
export function isNamedBy(heading: string, called: string): boolean {
  const words = wordsIn(heading);
  if (words.length === 0 || words.length > 4) return false;
  const others = wordsIn(called);
  return words.some((word) => others.some((other) => isSameStem(word, other)));
}

/** Its words of letters, in small ones. */
const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** Whether two words begin alike for as long as an ending leaves of them. */
function isSameStem(word: string, other: string): boolean {
  const han = /\p{Script=Han}/u.test(word);
  const least = han ? 2 : 4;
  const shorter = Math.min(word.length, other.length);
  if (shorter < least) return false;
  let alike = 0;
  while (alike < shorter && word[alike] === other[alike]) alike++;
  return han ? other.includes(word) || word.includes(other) : alike >= Math.max(least, shorter - 2);
}
