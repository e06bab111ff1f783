/** Bold lines that stand for headings, where a page or letter has no others. */
import type {Heading} from 'mdast';
import type {Doubt} from '../document/guess.js';
import {shorten} from '../recognise/recognise-headings.js';
import {lineOf, textOf, type Flow} from '../document/document.js';

/** In characters. */
const longest = 90;

export function headBold(blocks: readonly Flow[]): {
  readonly blocks: readonly Flow[];
  readonly doubts: readonly Doubt[];
} {
  if (blocks.some((block, index) => block.type === 'heading' && index > 0)) return {blocks, doubts: []};
  const made: Heading[] = [];
  const result = blocks.flatMap(apart).map((block, index, all): Flow => {
    const next = all[index + 1];
    const [first, ...others] = block.type === 'paragraph' ? block.children : [];
    if (next === undefined || next.type === 'list' || first?.type !== 'strong' || others.length > 0 || isBold(next))
      return block;
    const text = textOf(block);
    if (text.length > longest || text.includes('\n') || !/\p{L}/u.test(text) || /[.。,，;；!！…]$/u.test(text))
      return block;
    const heading: Heading = {
      type: 'heading',
      depth: index === 0 && blocks[0]?.type !== 'heading' ? 1 : 2,
      children: first.children,
      ...(block.position !== undefined && {position: block.position}),
    };
    made.push(heading);
    return heading;
  });
  const [first] = made;
  if (first === undefined) return {blocks, doubts: []};
  return {
    blocks: result,
    doubts: [
      {
        message:
          'The text has no headings, so its bold lines were taken for those: ' +
          `“${made.map((heading) => shorten(textOf(heading))).join('”, “')}”.`,
        remedy: 'take the ## before a line away in the Markdown if it is none',
        ...(first.position !== undefined && {line: lineOf(first)}),
      },
    ],
  };
}

/** A bold line that breaks off above its paragraph. */
function apart(block: Flow): Flow[] {
  if (block.type !== 'paragraph') return [block];
  const [first, second, ...rest] = block.children;
  if (first?.type !== 'strong' || second?.type !== 'break' || rest.length === 0) return [block];
  return [
    {...block, children: [first]},
    {...block, children: rest},
  ];
}

const isBold = (block: Flow): boolean =>
  block.type === 'paragraph' && block.children.length === 1 && block.children[0]?.type === 'strong';
