/**
 * How long each section of a long text is, roughly, so that a browser may leave alone those
 * that are out of sight: the style sheet gives them that height until they come near.
 */
import type {Element} from 'hast';
import type {Block, Section, Text} from '../../policy/bundle.js';
import {countClauses, plainText} from '../../policy/clauses.js';

/** In clauses. What is shorter is laid out at once. */
const long = 300;
/** In narrow letters, of which a line of the text's widest column has about so many. */
const line = 92;
/** In lines; the style sheet has a rule for each. */
export const sizes = [4, 5, 6, 8, 10, 12, 15, 19, 24, 30, 38, 47, 59, 74, 92, 115, 144] as const;

/** The sections as they were rendered, with `data-lines` on the outermost ones of a long text. */
export const sizeSections = (rendered: readonly Element[], text: Text): readonly Element[] =>
  countClauses(text, []).shown < long
    ? rendered
    : rendered.map((element, index) => {
        const section = text.sections[index];
        return section === undefined
          ? element
          : {...element, properties: {...element.properties, dataLines: nearest(linesOf(section))}};
      });

const nearest = (lines: number): number =>
  sizes.reduce((best, size) => (Math.abs(Math.log(size / lines)) < Math.abs(Math.log(best / lines)) ? size : best));

/** With the heading, and the space between paragraphs. */
const linesOf = ({heading, blocks, sections = []}: Section): number =>
  (heading === undefined ? 0 : 3) + sum(blocks.map(linesIn)) + sum(sections.map(linesOf));

function linesIn(block: Block): number {
  switch (block.type) {
    case 'paragraph':
      return wrapped(plainText(block.content)) + 0.9;
    case 'list':
      return (
        (block.lead === undefined ? 0 : wrapped(plainText(block.lead)) + 0.9) +
        sum(block.items.map((item) => wrapped(plainText(item.content)) + 0.6 + sum((item.blocks ?? []).map(linesIn))))
      );
    case 'table':
      return sum(
        block.rows.map(
          ({cells}) => Math.max(...cells.map((cell) => wrapped(plainText(cell), line / cells.length))) + 0.8,
        ),
      );
  }
}

/** Letters of the East take the room of two. */
const wrapped = (text: string, width: number = line): number =>
  Math.ceil(
    (text.length + (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0)) / width,
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
