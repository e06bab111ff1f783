/**
 * Finds headings that no mark shows: short lines of a plain text, and first sentences that run into their paragraph.
 */
import type {Heading, Paragraph, PhrasingContent} from 'mdast';
import type {LanguageTag} from '../../policy/bundle.js';
import {lineOf, textOf, type Flow} from '../document/document.js';
import type {Doubt} from '../document/guess.js';
import {recogniseDate} from './recognise-date.js';

/** In characters. Longer lines are paragraphs. */
const longestHeading = 90;
const longestHanHeading = 30;

/**
 * Short lines without a full stop that stand above other text become headings; `2.1` before one says how deep it is.
 */
export function markHeadings(blocks: readonly Flow[], language: LanguageTag, doubts: Doubt[]): Flow[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    if (block.type !== 'paragraph' || next === undefined || !looksLikeHeading(block, language)) return block;
    if (next.type === 'paragraph' && looksLikeHeading(next, language)) {
      doubts.push({
        message:
          `“${shorten(textOf(block))}” could be a heading, but another one follows at once, so it was kept ` +
          'as a paragraph.',
        remedy: 'write ## before it in the Markdown if it is one',
        line: lineOf(block),
      });
      return block;
    }
    const heading: Heading = {
      type: 'heading',
      depth: depthOf(textOf(block)),
      children: block.children,
      ...(block.position !== undefined && {position: block.position}),
    };
    return heading;
  });
}

function looksLikeHeading(paragraph: Paragraph, language: LanguageTag): boolean {
  const text = textOf(paragraph);
  if (text.includes('\n') || !/\p{L}/u.test(text) || /[.。．,，;；:：!！…]$/u.test(text)) return false;
  if (text.length > (/\p{Script=Han}/u.test(text) ? longestHanHeading : longestHeading)) return false;
  return recogniseDate([text], language) === undefined;
}

function depthOf(text: string): 2 | 3 | 4 {
  const numbers = /^\d{1,2}((?:\.\d{1,2})*)\.?\s/u.exec(text);
  const dots = numbers?.[1]?.split('.').length ?? 1;
  return dots >= 3 ? 4 : dots === 2 ? 3 : 2;
}

const numberPattern = new RegExp(
  [
    // 2.1, 3), (4), § 5, Article 6.
    '(?:(?:article|section|clause|part|chapter|artikel|avsnitt|kapitel|kapittel|del|hoofdstuk|' +
      'abschnitt|teil|artículo|sección|chapitre|المادة|البند|' +
      '§)\\s*)?[(（]?[\\d٠-٩０-９]{1,3}(?:\\.[\\d٠-٩]{1,3})*(?:[.):）．]+\\s*|\\s+(?:[-–—]\\s+)?)',
    // (a), b), C., iv.
    '\\((?:\\p{Script=Latin}|[ivxlc]{1,6})\\)\\s*',
    '(?:\\p{Script=Latin}|[ivxlc]{1,6})[.)]\\s+',
    // 一、, （二）, 第三條
    '[（(][ア-ン][)）]\\s*',
    '[（(]?[一二三四五六七八九十]{1,3}[）)、]\\s*',
    '第[一二三四五六七八九十百\\d]{1,4}[條条章節节項项]\\s*',
  ]
    .map((each) => `(?:${each})`)
    .join('|')
    .replace(/^/u, '^(?:')
    .replace(/$/u, ')'),
  'iu',
);

/** A heading without the number that a document of law gives it. */
export const withoutNumber = (heading: string): string => heading.replace(numberPattern, '') || heading;

export interface RunIn {
  readonly heading: PhrasingContent[];
  readonly rest: PhrasingContent[];
}

/** A first sentence that could be a heading, with its full stop, and what follows it. */
export function splitRunIn(paragraph: Paragraph): RunIn | undefined {
  const [first, ...others] = paragraph.children;
  if (first?.type === 'strong' || first?.type === 'emphasis') {
    const [next, ...later] = others;
    // The stop may stand after the mark: **Visitors**. If you …
    const stop = next?.type === 'text' ? /^\s*[.。:：।]/u.exec(next.value)?.[0] : undefined;
    if (stop === undefined || next?.type !== 'text')
      return goesOn(first, next) ? undefined : {heading: first.children, rest: trimStart(others)};
    return {
      heading: [...first.children, {type: 'text', value: stop.trim()}],
      rest: trimStart([{type: 'text', value: next.value.slice(stop.length)}, ...later]),
    };
  }
  if (first?.type !== 'text') return undefined;
  const sentence = /^.{1,140}?(?:[。：।]|[.:](?=\s|$))/su.exec(first.value)?.[0];
  if (sentence === undefined) return undefined;
  return {
    heading: [{type: 'text', value: sentence.replace(/\s+/gu, ' ')}],
    rest: trimStart([{type: 'text', value: first.value.slice(sentence.length)}, ...others]),
  };
}

/** Whether marked words are a sentence's own: "**Members** may bring a guest". */
function goesOn(marked: PhrasingContent, next: PhrasingContent | undefined): boolean {
  if (next === undefined || next.type === 'break' || /[.。:：!！?？।]\s*$/u.test(textOf(marked))) return false;
  const after = textOf(next);
  // A dash after them stands for the stop, as a line's end does; where there are no capitals, only these do.
  return !/^\s*(?:[-–—]\s|\n|\p{Lu}|$)/u.test(after);
}

function trimStart(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = nodes;
  if (first?.type === 'break') return trimStart(others);
  if (first?.type !== 'text') return [...nodes];
  const value = first.value.trimStart();
  return value === '' ? trimStart(others) : [{...first, value}, ...others];
}

export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);
