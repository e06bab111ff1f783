/**
 * Searching in the texts a reader has before them. Case, accents and letters such as ø, ß and ł are
 * folded, so that "mode" finds "møde"; and words are found inside others, because compounds
 * (konferencelokale) and languages without spaces (會議) hide them there.
 */

import type {Bundle, Id, Text} from './bundle.js';
import {isReference} from './clauses.js';
import {select} from './select.js';
import type {Selection} from './selection.js';
import {clauseText, isClause, isVisible, plainText, walk, wordsOf, type Part} from './walk.js';

export interface Found {
  readonly query: string;
  readonly hits: readonly Hit[];
  /** Places found, in what the reader sees and in what is hidden from them. */
  readonly shown: number;
  readonly hidden: number;
}

/** A clause, a heading, or the sentence that leads into a list, with the places in its plain text. */
export interface Hit {
  readonly policy: Id;
  readonly kind: 'clause' | 'heading' | 'lead';
  /** Of the clause; of the heading's section; of the first item of the list that is led into. */
  readonly id: Id;
  /** In UTF-16 units of the plain text (`clauseText`, where a tab stands between cells), in order, not overlapping. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
  readonly visible: boolean;
}

/** Letters that Unicode does not decompose, as readers without them on their keyboard write them. */
const foldings: Readonly<Record<string, string>> = {
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ŀ: 'l',
  ĸ: 'k',
  ə: 'e',
  ƒ: 'f',
};

/** Accents, Hebrew points, Arabic vowels, joiners and soft hyphens; in Thai or Hindi a mark is a vowel, and stays. */
// eslint-disable-next-line no-misleading-character-class -- each of them is dropped by itself
const dropped = /[\p{Cf}\u0300-\u036F\u0591-\u05C7\u0640\u064B-\u065F\u0670]/gu;

interface Folded {
  readonly letters: string;
  /** Where in the text each folded letter comes from; absent where it is the same place. */
  readonly from?: readonly number[];
}

const foldCharacter = (character: string): string => {
  const plain = character.normalize('NFKD').replace(dropped, '').toLowerCase().replace(dropped, '');
  const folded = [...plain].map((letter) => (Object.hasOwn(foldings, letter) ? foldings[letter] : letter)).join('');
  return /^\s$/.test(folded) ? ' ' : folded;
};

export const fold = (text: string): Folded => {
  // Most policies in English hold nothing to fold but case.
  if (/^[\x20-\x7E]*$/.test(text)) return {letters: text.toLowerCase()};
  let letters = '';
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    for (let i = 0; i < folded.length; i++) from.push(at);
    letters += folded;
    at += character.length;
  }
  from.push(at);
  return {letters, from};
};

interface Searchable extends Folded {
  readonly part: Part;
  readonly kind: Hit['kind'];
  readonly id: Id;
}

const folded = new WeakMap<Text, readonly Searchable[]>();

/** All that can be found in a text. Folded once, however often it is searched. */
const searchables = (text: Text): readonly Searchable[] => {
  let all = folded.get(text);
  if (!all) {
    all = walk(text).flatMap((part): Searchable[] => {
      if (isClause(part)) return [{part, kind: 'clause', id: part.value.id, ...fold(clauseText(part))}];
      const words = wordsOf(part)[0];
      if (!words || part.kind === 'table') return [];
      if (part.kind === 'section') return [{part, kind: 'heading', id: part.value.id, ...fold(plainText(words))}];
      const first = part.value.items[0];
      return first ? [{part, kind: 'lead', id: first.id, ...fold(plainText(words))}] : [];
    });
    folded.set(text, all);
  }
  return all;
};

/** The words of a query: each has to be there. What stands in quotation marks is one. */
const wordsIn = (query: string): string[] =>
  [...query.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]|[^\s"“”„«»]+/g)]
    .map(([all, quoted]) => fold((quoted ?? all).trim()).letters.replace(/ +/g, ' '))
    .filter(Boolean);

const rangesOf = ({letters, from}: Folded, words: readonly string[]): [number, number][] => {
  const ranges: [number, number][] = [];
  for (const word of words) {
    let at = letters.indexOf(word);
    if (at < 0) return [];
    for (; at >= 0; at = letters.indexOf(word, at + word.length)) {
      const end = at + word.length;
      // A letter that folds to two (ß) is found whole.
      const start = from?.[at] ?? at;
      const last = from?.[end - 1] ?? end - 1;
      let stop = end;
      while (from && from[stop] === last) stop++;
      ranges.push([start, from?.[stop] ?? end]);
    }
  }
  ranges.sort(([a, b], [c, d]) => a - c || b - d);
  return ranges.reduce<[number, number][]>((merged, range) => {
    const before = merged.at(-1);
    if (before && range[0] < before[1]) before[1] = Math.max(before[1], range[1]);
    else merged.push(range);
    return merged;
  }, []);
};

/**
 * Everything that `selection.query` finds in the chosen policies' texts, what is hidden from the reader too, in
 * reading order.
 */
export const find = (bundle: Bundle, selection: Selection): Found => {
  const {query} = selection;
  const words = wordsIn(query);
  const view = select(bundle, selection);
  const chosen = view.selection.audiences;
  const hits = !words.length
    ? []
    : view.documents.flatMap(({policy, text}) =>
        isReference(text)
          ? []
          : searchables(text).flatMap((searchable): Hit[] => {
              const ranges = rangesOf(searchable, words);
              const {part, kind, id} = searchable;
              return ranges.length ? [{policy: policy.id, kind, id, ranges, visible: isVisible(part, chosen)}] : [];
            }),
      );
  const count = (visible: boolean): number =>
    hits.reduce((sum, hit) => sum + (hit.visible === visible ? hit.ranges.length : 0), 0);
  return {query, hits, shown: count(true), hidden: count(false)};
};
