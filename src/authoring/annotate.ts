/**
 * Marks the phrases of a vocabulary in a text, so that nobody marks up legal text
 * by hand. The text itself stays the same to the letter: only marks are added.
 */
import type {Block, Id, Inline, LanguageTag, Section, Text} from '../policy/bundle.js';
import {plainText} from '../policy/clauses.js';
import {lookup} from '../policy/language.js';
import type {Phrases} from './vocabulary.js';

interface Match {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly Id[];
}

interface Entry {
  readonly id: Id;
  readonly phrases: Phrases;
}

export type Annotate = (content: readonly Inline[]) => readonly Inline[];

/** What marks inline pieces in one language. Regular expressions are made once per language, not per text. */
export function annotator(entries: readonly Entry[], language: LanguageTag): Annotate {
  const phrases = entries.flatMap(({id, phrases: all}) => {
    const tag = lookup(language, Object.keys(all));
    return (tag === undefined ? [] : all[tag] ?? []).map((phrase) => ({id, phrase, pattern: toPattern(phrase)}));
  });
  if (phrases.length === 0) return (content) => content;
  const longestFirst = [...phrases].sort((a, b) => b.phrase.length - a.phrase.length);
  // A lookahead takes up no text, so that phrases which overlap are all found.
  const anywhere = new RegExp(`(?=(${longestFirst.map(({pattern}) => pattern).join('|')}))`, 'giu');
  const whole = phrases.map(({id, pattern}) => ({id, expression: new RegExp(`^(?:${pattern})$`, 'iu')}));
  const known = new Map<string, readonly Id[]>();
  const termsOf = (found: string): readonly Id[] => {
    let terms = known.get(found);
    if (terms === undefined) {
      terms = [...new Set(whole.filter(({expression}) => expression.test(found)).map(({id}) => id))];
      known.set(found, terms);
    }
    return terms;
  };
  return (content) => {
    const text = plainText(content);
    const candidates: Match[] = [];
    for (const {index, 1: found = ''} of text.matchAll(anywhere)) {
      if (found !== '') candidates.push({start: index, end: index + found.length, terms: termsOf(found)});
    }
    return candidates.length === 0 ? content : mark(content, withoutOverlaps(candidates), 0);
  };
}

/** The longer match wins over one that it overlaps; of two alike, the first. */
function withoutOverlaps(candidates: readonly Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of [...candidates].sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.start - b.start)) {
    if (kept.every(({start, end}) => match.end <= start || end <= match.start)) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Where scripts write no spaces between words, a phrase may stand anywhere. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const wordCharacter = '[\\p{L}\\p{M}\\p{N}]';

/** `*` is any letters; a space any white space; a hyphen any hyphen; letters with and without composed marks. */
function toPattern(phrase: string): string {
  const characters = [...phrase.trim().replace(/\s+/g, ' ').normalize('NFC')];
  const middle = characters.map((character) => {
    if (character === '*') return '[\\p{L}\\p{M}]*';
    if (character === ' ') return '\\s+';
    if (/[-\u2010\u2011]/.test(character)) return '[-\\u2010\\u2011]';
    if (/['’]/.test(character)) return '[\'’]';
    const decomposed = character.normalize('NFD');
    const letter = decomposed === character ? escapeCharacter(character) : `(?:${character}|${decomposed})`;
    // Vowel signs and the lengthening stroke are optional in Arabic.
    return /\p{sc=Arabic}/u.test(character) ? `${letter}[\\u064b-\\u0652\\u0640]*` : letter;
  }).join('');
  const first = characters[0] ?? '';
  const last = characters.at(-1) ?? '';
  return `${unspaced.test(first) ? '' : `(?<!${wordCharacter})`}${middle}${unspaced.test(last) ? '' : `(?!${wordCharacter})`}`;
}

const escapeCharacter = (character: string): string => /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;

/** `matches` are in order and do not overlap; offsets count from the start of the whole text, as does `at`. */
function mark(content: readonly Inline[], matches: readonly Match[], at: number): Inline[] {
  const result: Inline[] = [];
  let start = at;
  for (const piece of content) {
    const length = typeof piece === 'string' ? piece.length : plainText(piece.content).length;
    const end = start + length;
    const within = matches.flatMap((match) => clip(match, start, end));
    if (typeof piece === 'string') result.push(...markString(piece, within, start));
    else result.push({...piece, content: mark(piece.content, within, start)});
    start = end;
  }
  return result;
}

/** A match that crosses the edge of a link or an emphasis is marked on each side of it, so that the tree holds. */
function clip(match: Match, start: number, end: number): Match[] {
  const from = Math.max(match.start, start);
  const to = Math.min(match.end, end);
  return from < to ? [{...match, start: from, end: to}] : [];
}

function markString(text: string, matches: readonly Match[], at: number): Inline[] {
  const result: Inline[] = [];
  let done = 0;
  for (const {start, end, terms} of matches) {
    if (start - at > done) result.push(text.slice(done, start - at));
    result.push({type: 'annotation', terms, content: [text.slice(start - at, end - at)]});
    done = end - at;
  }
  if (done < text.length) result.push(text.slice(done));
  return result;
}

/** A text with the phrases of its clauses and leads marked. Titles and headings stay plain: they name, they do not say. */
export function annotateText(text: Text, annotate: Annotate): Text {
  const inBlock = (block: Block): Block => {
    switch (block.type) {
      case 'paragraph': return {...block, content: annotate(block.content)};
      case 'table': return {...block, rows: block.rows.map((row) => ({...row, cells: row.cells.map(annotate)}))};
      case 'list': return {
        ...block,
        ...block.lead !== undefined && {lead: annotate(block.lead)},
        items: block.items.map((item) => ({
          ...item,
          content: annotate(item.content),
          ...item.blocks !== undefined && {blocks: item.blocks.map(inBlock)},
        })),
      };
    }
  };
  const inSection = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.map(inBlock),
    ...section.sections !== undefined && {sections: section.sections.map(inSection)},
  });
  return {...text, sections: text.sections.map(inSection)};
}
