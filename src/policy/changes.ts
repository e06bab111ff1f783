/**
 * What changed from one edition of a policy to another, for this reader: since a day, since the edition before, or
 * from a day to come.
 */

import {longestRun} from './align.js';
import type {Bundle, Edition, Id, IsoDate, LanguageTag, Policy, Text, TextReference} from './bundle.js';
import {isReference} from './clauses.js';
import {diffWords, essence, type WordChange} from './diff-words.js';
import {findEdition, inForce, newestFirst, type EditionChoice} from './editions.js';
import {lookup} from './language.js';
import {matchClauses, type Match} from './match-clauses.js';
import {select} from './select.js';
import type {Selection} from './selection.js';
import {clausesOf, clauseText, isVisible, type ClausePart} from './walk.js';

export interface Changes {
  readonly policies: readonly PolicyChanges[];
  /** Over all policies. */
  readonly summary: ChangeSummary;
}

export interface PolicyChanges {
  readonly policy: Id;
  readonly newer: ChangeSide;
  /** Absent where there is no other edition to compare with. */
  readonly older?: ChangeSide;
  /** In two languages wordings cannot be compared: `structure` tells by ids what was added, removed and moved. */
  readonly by: 'words' | 'structure';
  /** Texts to load before anything can be said. */
  readonly lacking: readonly TextReference[];
  /** In the newer text's order; what was removed, where it stood. */
  readonly rows: readonly Change[];
  readonly summary: ChangeSummary;
  /** What is known already of the next edition, which takes effect after today. */
  readonly upcoming?: PolicyChanges;
}

export interface ChangeSide {
  readonly edition: EditionChoice;
  readonly language: LanguageTag;
}

export const changeStates = ['added', 'removed', 'reworded', 'moved', 'split', 'merged'] as const;
export type ChangeState = (typeof changeStates)[number];

export type ChangeSummary = Readonly<Record<ChangeState | 'total', number>>;

export interface Change {
  readonly state: ChangeState;
  /** The id in the newer text; of what was removed, the one it had. */
  readonly id: Id;
  /** Elsewhere now, beside what else `state` says. */
  readonly moved: boolean;
  /** None for what was added; several for what was merged. */
  readonly before: readonly ClausePart[];
  /** None for what was removed; several for what was split. */
  readonly after: readonly ClausePart[];
  /** Where words changed; several clauses on one side are read on as one. */
  readonly words?: readonly WordChange[];
}

export interface ChangeOptions {
  /** What is not in force by then is still to come. Nobody here asks the clock. */
  readonly today: IsoDate;
  /** The day the reader agreed: the older side is what was in force then. */
  readonly since?: IsoDate | undefined;
}

const summarise = (rows: readonly Change[]): ChangeSummary => {
  const summary: Record<ChangeState | 'total', number> = {
    added: 0,
    removed: 0,
    reworded: 0,
    moved: 0,
    split: 0,
    merged: 0,
    total: rows.length,
  };
  for (const {state} of rows) summary[state]++;
  return summary;
};

const sectionOf = ({sections}: ClausePart): Id => sections.at(-1)?.id ?? '';

/** Out of order among its fellows, or in another section although its own is still there. */
const findMoved = (
  matches: readonly Match[],
  older: readonly ClausePart[],
  newer: readonly ClausePart[],
): Set<Match> => {
  const [then, now] = [older, newer].map((parts) => new Map(parts.map((part, index) => [part, index])));
  const place = (places: typeof then, [part]: readonly ClausePart[]): number => (part && places?.get(part)) ?? 0;
  const inOrder = [...matches].sort((a, b) => place(then, a.before) - place(then, b.before));
  const run = longestRun(inOrder.map(({after}) => place(now, after)));
  const sections = new Set(newer.map(sectionOf));
  return new Set(
    inOrder.filter(({before: [one], after: [other]}, index) => {
      if (!run.has(index)) return true;
      return !!one && !!other && sectionOf(one) !== sectionOf(other) && sections.has(sectionOf(one));
    }),
  );
};

const textOf = (parts: readonly ClausePart[]): string => parts.map(clauseText).join(' ');

/** A match as a change; nothing where it is none. */
const toChange = (match: Match, moved: boolean, language: LanguageTag | undefined): Change[] => {
  const {before, after} = match;
  const [older, newer] = language === undefined ? ['', ''] : [textOf(before), textOf(after)];
  const reworded = essence(older) !== essence(newer);
  const state =
    after.length > 1 ? 'split' : before.length > 1 ? 'merged' : reworded ? 'reworded' : moved ? 'moved' : undefined;
  const words = reworded && language !== undefined && {words: diffWords(older, newer, language)};
  return state ? [{state, id: after[0]?.value.id ?? '', moved, before, after, ...words}] : [];
};

/**
 * The changes from one text to another, of the clauses that are for one of `chosen`. `language`: that of both; absent
 * where they differ in it.
 */
export const changesBetween = (
  older: Text,
  newer: Text,
  chosen: readonly Id[],
  language: LanguageTag | undefined,
  aliases: Readonly<Record<Id, Id>> = {},
): readonly Change[] => {
  const [all, allNow] = [clausesOf(older), clausesOf(newer)];
  const matches = matchClauses(all, allNow, language, aliases);
  const moved = findMoved(matches, all, allNow);
  const [pairOf, pairNow] = [new Map<ClausePart, Match>(), new Map<ClausePart, Match>()];
  for (const match of matches) {
    for (const part of match.before) pairOf.set(part, match);
    for (const part of match.after) pairNow.set(part, match);
  }
  // What is removed stands after the clause that it stood after.
  const removed = new Map<ClausePart | undefined, Change[]>();
  let last: ClausePart | undefined;
  for (const part of all) {
    const match = pairOf.get(part);
    if (match) last = match.after.at(-1);
    else {
      const row: Change = {state: 'removed', id: part.value.id, moved: false, before: [part], after: []};
      removed.set(last, [...(removed.get(last) ?? []), row]);
    }
  }
  const rows = [
    ...(removed.get(undefined) ?? []),
    ...allNow.flatMap((part): Change[] => {
      const match = pairNow.get(part);
      const own: Change[] = !match
        ? [{state: 'added', id: part.value.id, moved: false, before: [], after: [part]}]
        : match.after[0] === part
          ? toChange(match, moved.has(match), language)
          : [];
      return [...own, ...(removed.get(part) ?? [])];
    }),
  ];
  return rows.filter(({before, after}) => [...before, ...after].some((part) => isVisible(part, chosen)));
};

/**
 * The languages to compare two editions in: the reader's where both have it, else another that both have, else the
 * nearest of each.
 */
const findLanguages = (
  older: Edition,
  newer: Edition,
  asked: LanguageTag,
  order: readonly LanguageTag[],
): readonly [LanguageTag, LanguageTag] => {
  const inOrder = ({texts}: Edition): LanguageTag[] => order.filter((tag) => Object.hasOwn(texts, tag));
  const [then, now] = [inOrder(older), inOrder(newer)];
  const mine = lookup(asked, now);
  const both = mine ?? now.find((tag) => then.includes(tag)) ?? now[0] ?? '';
  return [then.includes(both) ? both : (lookup(asked, then) ?? then[0] ?? ''), both];
};

const comparePolicy = (bundle: Bundle, older: Edition, newer: Edition, policy: Policy, selection: Selection) => {
  const [then, now] = findLanguages(older, newer, selection.language, bundle.languages);
  const texts = [older.texts[then], newer.texts[now]];
  const lacking = texts.flatMap((text) => (text && isReference(text) ? [text] : []));
  const [before, after] = texts;
  const language = then === now ? now : undefined;
  const rows =
    before && after && !isReference(before) && !isReference(after)
      ? changesBetween(before, after, selection.audiences, language, newer.aliases)
      : [];
  return {
    policy: policy.id,
    newer: {edition: nameOf(newer), language: now},
    older: {edition: nameOf(older), language: then},
    by: language === undefined ? ('structure' as const) : ('words' as const),
    lacking,
    rows,
    summary: summarise(rows),
  };
};

const nameOf = ({id, effective}: Edition): EditionChoice => ({id, ...(effective && {effective})});

/**
 * What changed in the policies that are chosen. The newer side is the edition chosen, else the one in
 * force today, else the newest; the older what `against` names, else what was in force on `since`,
 * else the edition before.
 */
export const changes = (bundle: Bundle, asked: Selection, {today, since}: ChangeOptions): Changes => {
  const {documents, selection} = select(bundle, asked);
  const reader = {...selection, language: asked.language || (bundle.languages[0] ?? '')};
  const policies = documents.map(({policy, language}): PolicyChanges => {
    const editions = newestFirst(policy.editions);
    const started = editions.filter(({effective}) => !effective || effective <= today);
    const newer = findEdition(editions, selection.edition) ?? started[0] ?? editions[0];
    const before = newer && editions[editions.indexOf(newer) + 1];
    const older =
      findEdition(editions, selection.against.edition ?? '') ??
      (since ? inForce(editions, since) : undefined) ??
      before;
    // The one that comes next, of those that are still to come.
    const next = editions.findLast(({effective}) => effective && effective > today);
    const upcoming =
      next && newer && next !== newer && !selection.edition
        ? {upcoming: comparePolicy(bundle, newer, next, policy, reader)}
        : {};
    if (newer && older && older !== newer) return {...comparePolicy(bundle, older, newer, policy, reader), ...upcoming};
    const side = {edition: newer ? nameOf(newer) : {id: ''}, language};
    const nothing = {lacking: [], rows: [], summary: summarise([])};
    // On the day the reader agreed, what is in force now was in force.
    return {policy: policy.id, newer: side, ...(older && {older: side}), by: 'words', ...nothing, ...upcoming};
  });
  return {policies, summary: summarise(policies.flatMap(({rows}) => rows))};
};
