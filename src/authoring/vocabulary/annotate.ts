/**
 * Marks the phrases of a vocabulary in a text, so that nobody marks up legal text
 * by hand. The text itself stays the same to the letter: only marks are added.
 */
import type {Block, Id, Inline, LanguageTag, Section, Text} from '../../policy/bundle.js';
import {plainText} from '../../policy/clauses.js';
import {lookup} from '../../policy/language.js';
import {groupBy} from '../collections/group.js';
import {phraseFinder, type Found} from './phrases.js';
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

/** What marks inline pieces in one language, to be made once for many texts. */
export function annotator(entries: readonly Entry[], language: LanguageTag): Annotate {
  const find = phraseFinder(
    entries.flatMap(({id, phrases}) => {
      const tag = lookup(language, Object.keys(phrases));
      return (tag === undefined ? [] : (phrases[tag] ?? [])).map((phrase) => ({phrase, value: id}));
    }),
  );
  return (content) => {
    const found = find(plainText(content));
    return found.length === 0 ? content : mark(content, withoutOverlaps(found), 0);
  };
}

/**
 * The longer match wins over one that it overlaps, then the earlier; what stands at the same place is one match of
 * many terms.
 */
function withoutOverlaps(found: readonly Found<Id>[]): Match[] {
  const places = groupBy(found, ({start, end}) => `${start} ${end}`);
  const candidates = [...places.values()].flatMap((alike) =>
    alike.slice(0, 1).map(({start, end}): Match => ({start, end, terms: [...new Set(alike.map(({value}) => value))]})),
  );
  const kept: Match[] = [];
  for (const match of candidates.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every(({start, end}) => match.end <= start || end <= match.start)) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

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

/**
 * A text with the phrases of its clauses and leads marked. Titles and headings stay plain: they name, they do not
 * say. The one walk only reads; this makes the text anew, so it goes down by itself.
 */
export function annotateText(text: Text, annotate: Annotate): Text {
  const inBlock = (block: Block): Block => {
    switch (block.type) {
      case 'paragraph':
        return {...block, content: annotate(block.content)};
      case 'table':
        return {...block, rows: block.rows.map((row) => ({...row, cells: row.cells.map(annotate)}))};
      case 'list':
        return {
          ...block,
          ...(block.lead !== undefined && {lead: annotate(block.lead)}),
          items: block.items.map((item) => ({
            ...item,
            content: annotate(item.content),
            ...(item.blocks !== undefined && {blocks: item.blocks.map(inBlock)}),
          })),
        };
    }
  };
  const inSection = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.map(inBlock),
    ...(section.sections !== undefined && {sections: section.sections.map(inSection)}),
  });
  return {...text, sections: text.sections.map(inSection)};
}
