/**
 * Which clause of a newer text is which of an older one: by id, by wording, by nearly the same wording; split in two,
 * or two made one.
 */

import type {Id, LanguageTag} from './bundle.js';
import {essence, wordsOfText} from './diff-words.js';
import {clauseText, type ClausePart} from './walk.js';

export interface Match {
  /** One, or the several that were made one. */
  readonly before: readonly ClausePart[];
  /** One, or the several that it was split into. */
  readonly after: readonly ClausePart[];
}

interface Candidate {
  readonly part: ClausePart;
  readonly index: number;
  readonly id: Id;
  readonly essence: string;
  readonly words: readonly string[];
}

/** How alike two bags of words are: 0 nothing in common, 1 the same (Sørensen–Dice). */
const likeness = (one: readonly string[], other: readonly string[]): number =>
  one.length + other.length ? (2 * inCommon(one, other)) / (one.length + other.length) : 0;

const inCommon = (one: readonly string[], other: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of one) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return common;
};

/** From here on two wordings count as one clause that was reworded. */
const alike = 0.6;
/** How much of a clause must stand in another to have been part of it. */
const contained = 0.75;
/** Wordings shorter than this (`Name.`, `None`) recur and say nothing of which clause it is. */
const fewestWords = 4;

/** How many clauses that share a word with one are looked at: those that share its rarest words. */
const mostLooks = 500;

const prepare = (
  parts: readonly ClausePart[],
  language: LanguageTag | undefined,
  idOf: (part: ClausePart) => Id,
): Candidate[] =>
  parts.map((part, index) => {
    const text = language === undefined ? '' : clauseText(part);
    const words = language === undefined ? [] : wordsOfText(text, language).map(({key}) => key.toLowerCase());
    return {
      part,
      index,
      id: idOf(part),
      essence: essence(text),
      words: words.filter((word) => /[\p{L}\p{N}]/u.test(word)),
    };
  });

/**
 * Pairs up two texts' clauses; what has no pair was added or removed. `language` is that of both
 * texts; without one (they are in different languages) only ids count. `aliases`: ids of then and now.
 */
export const matchClauses = (
  older: readonly ClausePart[],
  newer: readonly ClausePart[],
  language: LanguageTag | undefined,
  aliases: Readonly<Record<Id, Id>> = {},
): readonly Match[] => {
  const now = (id: Id): Id => (Object.hasOwn(aliases, id) ? (aliases[id] ?? id) : id);
  const before = prepare(older, language, ({value}) => now(value.id));
  const after = prepare(newer, language, ({value}) => value.id);
  const pairs = new Map<Candidate, Candidate>();
  const taken = new Set<Candidate>();
  const pair = (one: Candidate, other: Candidate): void => {
    pairs.set(one, other);
    taken.add(other);
  };
  const free = (): Candidate[] => before.filter((each) => !pairs.has(each));
  const open = (): Candidate[] => after.filter((each) => !taken.has(each));

  const pairBy = (keyOf: (each: Candidate) => string | undefined): void => {
    const waiting = new Map<string, Candidate[]>();
    for (const each of open()) {
      const key = keyOf(each);
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), each]);
    }
    for (const each of free()) {
      const other = waiting.get(keyOf(each) ?? '')?.shift();
      if (other) pair(each, other);
    }
  };
  pairBy(({id, essence}) => `${id} ${essence}`);
  // Ids that were counted out move on when a clause is put before them: the wording knows better.
  if (language !== undefined) pairBy(({essence, words}) => (words.length >= fewestWords ? essence : undefined));
  pairBy(({id}) => id);
  if (language !== undefined) pairAlike(free(), open(), pair);

  const matches = new Map<Candidate, {before: Candidate[]; after: Candidate[]}>();
  for (const [one, other] of pairs) matches.set(one, {before: [one], after: [other]});
  if (language !== undefined) joinParts([...matches.values()], free(), open());
  const byPlace = (a: Candidate, b: Candidate): number => a.index - b.index;
  return [...matches.values()].map((match) => ({
    before: match.before.sort(byPlace).map(({part}) => part),
    after: match.after.sort(byPlace).map(({part}) => part),
  }));
};

/**
 * Pairs what is left by likeness, the likest first. Rare words say who is worth comparing, so that 10,000 clauses
 * take no 10,000² comparisons.
 */
function pairAlike(
  before: readonly Candidate[],
  after: readonly Candidate[],
  pair: (one: Candidate, other: Candidate) => void,
): void {
  const holders = new Map<string, Candidate[]>();
  for (const each of after)
    for (const word of new Set(each.words)) {
      const others = holders.get(word);
      if (others) others.push(each);
      else holders.set(word, [each]);
    }
  const scored: {one: Candidate; other: Candidate; score: number}[] = [];
  for (const one of before) {
    const byRarity = [...new Set(one.words)]
      .flatMap((word) => {
        const others = holders.get(word);
        return others ? [others] : [];
      })
      .sort((a, b) => a.length - b.length);
    const shared = new Map<Candidate, number>();
    let looked = 0;
    for (const others of byRarity) {
      if ((looked += others.length) > mostLooks && shared.size > 0) break;
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const worth = [...shared].sort(([, a], [, b]) => b - a).slice(0, 20);
    for (const [other] of worth) {
      const score = likeness(one.words, other.words);
      if (score >= alike) scored.push({one, other, score});
    }
  }
  scored.sort((a, b) => b.score - a.score || a.one.index - b.one.index || a.other.index - b.other.index);
  const used = new Set<Candidate>();
  for (const {one, other} of scored) {
    if (used.has(one) || used.has(other)) continue;
    used.add(one).add(other);
    pair(one, other);
  }
}

/** Gives what is left to the pair beside it that it was part of: then that clause was split, or two were made one. */
function joinParts(
  matches: readonly {before: Candidate[]; after: Candidate[]}[],
  removed: readonly Candidate[],
  added: readonly Candidate[],
): void {
  const beforeAt = new Map(matches.map((match) => [match.before[0]?.index, match]));
  const afterAt = new Map(matches.map((match) => [match.after[0]?.index, match]));
  const wordsOf = (all: readonly Candidate[]): string[] => all.flatMap(({words}) => words);
  const isPart = (piece: Candidate, own: readonly Candidate[], whole: readonly Candidate[]): boolean => {
    const [part, all] = [wordsOf(own), wordsOf(whole)];
    return (
      piece.words.length > 0 &&
      inCommon(piece.words, all) / piece.words.length >= contained &&
      // It says what the rest does not say.
      likeness([...part, ...piece.words], all) > likeness(part, all)
    );
  };
  for (const piece of added)
    for (const place of [piece.index - 1, piece.index + 1]) {
      const match = afterAt.get(place);
      if (!match || match.before.length > 1 || !isPart(piece, match.after, match.before)) continue;
      match.after.push(piece);
      afterAt.set(piece.index, match);
      break;
    }
  for (const piece of removed)
    for (const place of [piece.index - 1, piece.index + 1]) {
      const match = beforeAt.get(place);
      if (!match || match.after.length > 1 || !isPart(piece, match.before, match.after)) continue;
      match.before.push(piece);
      beforeAt.set(piece.index, match);
      break;
    }
}
