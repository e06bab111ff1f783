/**
 * How long each section of a long text is, roughly, so that a browser may leave alone those
 * that are out of sight: the style sheet gives them that height until they come near.
 */
import type {Element} from 'hast';
import type {Section, Text} from '../../policy/bundle.js';
import {countClauses} from '../../policy/clauses.js';
import {plainText, walk, type Part} from '../../policy/walk.js';

/** In clauses. What is shorter is laid out at once. */
const long = 300;
/** In narrow letters, of which a line of the text's widest column has about so many. */
const line = 92;
/** In lines; the style sheet has a rule for each. */
export const sizes = [4, 5, 6, 8, 10, 12, 15, 19, 24, 30, 38, 47, 59, 74, 92, 115, 144] as const;

/** The sections as they were rendered, with `data-lines` on the outermost ones of a long text. */
export function sizeSections(rendered: readonly Element[], text: Text): readonly Element[] {
  if (countClauses(text, []).shown < long) return rendered;
  const lines = new Map<Section | undefined, number>();
  for (const part of walk(text)) {
    const [outermost] = part.sections;
    lines.set(outermost, (lines.get(outermost) ?? 0) + linesOf(part));
  }
  return rendered.map((element, index) => {
    const size = lines.get(text.sections[index]);
    return size === undefined ? element : {...element, properties: {...element.properties, dataLines: nearest(size)}};
  });
}

const nearest = (lines: number): number =>
  sizes.reduce((best, size) => (Math.abs(Math.log(size / lines)) < Math.abs(Math.log(best / lines)) ? size : best));

/** Of a part's own words, with the space after them. */
function linesOf(part: Part): number {
  switch (part.kind) {
    case 'section':
      return part.value.heading === undefined ? 0 : 3;
    case 'list':
      return part.value.lead === undefined ? 0 : wrapped(plainText(part.value.lead)) + 0.9;
    case 'table':
      return 0;
    case 'row': {
      const {cells} = part.value;
      return Math.max(...cells.map((cell) => wrapped(plainText(cell), line / cells.length))) + 0.8;
    }
    case 'paragraph':
      return wrapped(plainText(part.value.content)) + 0.9;
    case 'item':
      return wrapped(plainText(part.value.content)) + 0.6;
  }
}

/** Letters of the East take the room of two. */
const wrapped = (text: string, width: number = line): number =>
  Math.ceil(
    (text.length + (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0)) / width,
  );
