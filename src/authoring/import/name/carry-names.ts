/**
 * Gives the clauses of a text that is imported again, or anew, the ids that the same clauses had: links and
 * translations hold on to them.
 */
import type {ListItem, Nodes} from 'mdast';
import {diffComm} from 'node-diff3';
import type {Id} from '../../../policy/bundle.js';
import type {Attributes} from '../../folder/markdown/attributes.js';
import {textOf} from '../../document/document.js';
import type {StructurePart} from '../../recognise/recognise-structure.js';
import {unitsOf} from '../update/units.js';
import {writtenId, type ClauseNames} from './name-clauses.js';

type Bearer = Extract<StructurePart, {kind: 'heading'}> | ListItem;

interface FormerName {
  readonly kind: 'heading' | 'item';
  readonly words: string;
  readonly id: Id;
}

/** How much of two wordings is the same where they are taken for one clause: 1 is all of it. */
const alike = 0.6;
/** Where more clauses than that are new at once, they are another text. */
const mostPairs = 100_000;

export function carryNames(
  names: ClauseNames,
  previous: string,
  attributes: ReadonlyMap<Nodes, Attributes>,
): ClauseNames {
  const old = unitsOf(previous).flatMap(({kind, words, id}): FormerName[] =>
    id !== undefined && (kind === 'heading' || kind === 'item') ? [{kind, words: letters(words), id}] : [],
  );
  const bearers = [...names.ids.keys()].map((bearer) => ({
    bearer,
    kind: isHeading(bearer) ? ('heading' as const) : ('item' as const),
    words: letters(wordsOf(bearer)),
  }));
  const ids = new Map<Bearer, Id>();
  const taken = new Set(old.map(({id}) => id));
  const used = new Set<FormerName>();
  for (const {bearer} of bearers) {
    const id = writtenId(bearer, attributes);
    if (id === undefined) continue;
    ids.set(bearer, id);
    taken.add(id);
    old.filter((each) => each.id === id).forEach((each) => used.add(each));
  }
  const give = (bearer: Bearer, known: FormerName): void => {
    if (ids.has(bearer) || used.has(known)) return;
    ids.set(bearer, known.id);
    used.add(known);
  };
  let [x, y] = [0, 0];
  const gaps: (readonly [typeof bearers, FormerName[]])[] = [];
  const name = ({kind, words}: {kind: string; words: string}): string => `${kind} ${words}`;
  for (const region of diffComm(old.map(name), bearers.map(name))) {
    if ('common' in region) {
      for (let count = 0; count < region.common.length; count++, x++, y++) {
        const [known, bearer] = [old[x], bearers[y]?.bearer];
        if (known !== undefined && bearer !== undefined) give(bearer, known);
      }
    } else {
      gaps.push([bearers.slice(y, y + region.buffer2.length), old.slice(x, x + region.buffer1.length)]);
      x += region.buffer1.length;
      y += region.buffer2.length;
    }
  }
  // First what was reworded in its place, then what was moved.
  for (const [fresh, known] of gaps) giveBest(fresh, known);
  for (const {bearer, words, kind} of bearers) {
    const moved = old.find((known) => !used.has(known) && known.words === words && known.kind === kind);
    if (moved !== undefined) give(bearer, moved);
  }
  for (const {bearer} of bearers) {
    if (ids.has(bearer)) continue;
    const id = free(names.ids.get(bearer) ?? 'clause', taken);
    ids.set(bearer, id);
    taken.add(id);
  }
  return {shape: names.shape, ids: new Map([...names.ids.keys()].map((bearer) => [bearer, ids.get(bearer) ?? '']))};

  /** The most alike pair first, so that a new clause beside a reworded one does not take its id. */
  function giveBest(fresh: typeof bearers, known: readonly FormerName[]): void {
    if (fresh.length * known.length > mostPairs) return;
    const pairs = fresh.flatMap((one) =>
      known.flatMap((each) => {
        const found = each.kind === one.kind ? likeness(one.words, each.words) : 0;
        return found < alike ? [] : [{bearer: one.bearer, each, found}];
      }),
    );
    for (const {bearer, each} of pairs.sort((one, other) => other.found - one.found)) give(bearer, each);
  }
}

const isHeading = (bearer: Bearer): bearer is Extract<StructurePart, {kind: 'heading'}> => 'kind' in bearer;

const wordsOf = (bearer: Bearer): string => {
  if (isHeading(bearer)) return bearer.content.map(textOf).join('');
  const [first] = bearer.children;
  return first?.type === 'paragraph' ? textOf(first) : '';
};

/** What is left of words when marks of Markdown and their escapes are gone. */
const letters = (text: string): string =>
  text
    .replace(/\]\([^()\s]*\)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('en');

/** The share of letter pairs that two texts have in common (Dice). */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const pairs = (text: string): Map<string, number> => {
    const found = new Map<string, number>();
    for (let at = 0; at + 1 < text.length; at++)
      found.set(text.slice(at, at + 2), (found.get(text.slice(at, at + 2)) ?? 0) + 1);
    return found;
  };
  const [first, second] = [pairs(one), pairs(other)];
  let common = 0;
  for (const [pair, count] of first) common += Math.min(count, second.get(pair) ?? 0);
  return one.length + other.length <= 2 ? 0 : (2 * common) / (one.length + other.length - 2);
}

/** An id that ends in a number is counted on. */
function free(wish: Id, taken: ReadonlySet<Id>): Id {
  const [, stem = wish, number] = /^(.*)-(\d+)$/.exec(wish) ?? [];
  let id = wish;
  for (let count = Number(number ?? 1) + 1; taken.has(id); count++) id = `${stem}-${count}`;
  return id;
}
