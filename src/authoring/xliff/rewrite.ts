/** Puts other wordings into a Markdown text. Every byte outside of them stays as it is. */
import {writeReference} from '../folder/reference-address.js';
import type {Nodes, PhrasingContent} from 'mdast';
import {gfmAutolinkLiteralToMarkdown} from 'mdast-util-gfm-autolink-literal';
import {gfmTableToMarkdown} from 'mdast-util-gfm-table';
import {toMarkdown} from 'mdast-util-to-markdown';
import type {Inline} from '../../policy/bundle.js';
import {unreachable} from '../../policy/result.js';
import type {Range} from '../folder/markdown/range.js';

export interface Change {
  readonly range: Range;
  readonly content: readonly Inline[];
}

export function rewrite(markdown: string, changes: readonly Change[]): string {
  let result = '';
  let done = 0;
  for (const {range, content} of [...changes].sort((a, b) => a.range.start - b.range.start)) {
    result += markdown.slice(done, range.start) + writeContent(content, range, markdown);
    done = range.end;
  }
  return result + markdown.slice(done);
}

function writeContent(content: readonly Inline[], {start, end, form}: Range, markdown: string): string {
  const line = markdown.slice(markdown.lastIndexOf('\n', start - 1) + 1, start);
  const rest = /^[^\r\n]*/.exec(markdown.slice(end))?.[0] ?? '';
  switch (form) {
    case 'line':
      return write({type: 'heading', depth: 1, children: phrasing(content, ' ')}, rest).replace(/^# ?/, '');
    // A row of one cell: the writer then knows that it is in a table.
    case 'cell':
      return write({type: 'tableCell', children: phrasing(content, {type: 'html', value: '<br>'})}, '').replace(
        /^\|? *|(?<! ) +\|?$|\|$/g,
        '',
      );
    case 'paragraph':
    case 'block': {
      // Lines that follow the first stand below it: marks of quotations are repeated, those of lists are not.
      const indent = form === 'block' ? '' : line.replace(/[^>\s]/g, ' ');
      return write({type: 'paragraph', children: phrasing(content, {type: 'break'})}, rest).replaceAll(
        '\n',
        `\n${indent}`,
      );
    }
    default:
      return unreachable(form);
  }
}

/** What cannot occur in a text: it is no character. */
const ending = '\uFFFF';

/** The writer says the space otherwise after a mark that ends in white space. */
const spaceAndEnding = new RegExp(`(?: |&#x20;)${ending}`);

/**
 * `rest` follows on the same line and begins, where it is not empty, with attributes: a mark may be one because of
 * it, or cease to be.
 */
function write(node: Extract<Nodes, {type: 'heading' | 'paragraph' | 'tableCell'}>, rest: string): string {
  const followed =
    rest.trim() === ''
      ? node
      : {
          ...node,
          children: [...node.children, {type: 'text', value: ' '} as const, {type: 'html', value: ending} as const],
        };
  const written = toMarkdown(followed, {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    emphasis: '_',
    strong: '*',
    resourceLink: false,
    extensions: [gfmTableToMarkdown(), gfmAutolinkLiteralToMarkdown()],
  })
    .replace(/\n$/, '')
    .replace(spaceAndEnding, '');
  // Braces at the end that would be read as attributes.
  return rest.trim() === '' ? written.replace(/\{(?=\s*(?:#|[\p{L}-]+\s*=)[^{}\\\r\n]*\}$)/u, '\\{') : written;
}

function phrasing(content: readonly Inline[], lineBreak: ' ' | PhrasingContent): PhrasingContent[] {
  return content.flatMap((piece): PhrasingContent[] => {
    if (typeof piece === 'string') {
      return piece
        .split('\n')
        .flatMap((value, index) => [
          ...(index === 0 ? [] : [lineBreak === ' ' ? ({type: 'text', value: ' '} as const) : lineBreak]),
          ...(value === '' ? [] : [{type: 'text', value} as const]),
        ]);
    }
    const children = phrasing(piece.content, lineBreak);
    switch (piece.type) {
      case 'strong':
        return [{type: 'strong', children}];
      case 'emphasis':
        return [{type: 'emphasis', children}];
      case 'link':
        return [{type: 'link', url: piece.href, children}];
      case 'reference':
        return [{type: 'link', url: writeReference(piece), children}];
      case 'annotation':
        return children;
      default:
        return unreachable(piece);
    }
  });
}
