/**
 * Where inline content stands in its Markdown, between the marks of the block around it, so that it can be written
 * anew in its place.
 */
import type {Heading, Paragraph, TableCell} from 'mdast';

export interface Range {
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
  /** What may stand there: one line after `#`, lines, one line between `|`, or whole blocks. */
  readonly form: 'line' | 'paragraph' | 'cell' | 'block';
}

export function rangeOf(node: Heading | Paragraph | TableCell, text: string, attributes = ''): Range | undefined {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return undefined;
  const form =
    node.type === 'tableCell' ? 'cell' : node.type === 'heading' && text[start] === '#' ? 'line' : 'paragraph';
  let inner = text.slice(start, end);
  let from = start;
  const skip = (pattern: RegExp): void => {
    const length = pattern.exec(inner)?.[0].length ?? 0;
    inner = inner.slice(length);
    from += length;
  };
  const cut = (pattern: RegExp): void => {
    inner = inner.replace(pattern, '');
  };
  if (form === 'line') {
    skip(/^#+[ \t]*/);
    cut(/(?<![ \t])[ \t]+$/);
    cut(/(?<![ \t])[ \t]+#+$/);
  } else if (form === 'cell') {
    skip(/^\|?[ \t]*/);
    cut(/\|$(?<!(?<!\\)(?:\\\\)*\\\|)/);
    cut(/(?<![ \t])[ \t]+$/);
  } else if (node.type === 'heading') {
    // Underlined: the last line is the underline.
    cut(/(?:\r\n?|\n)[^\r\n]*$/);
  }
  if (attributes !== '' && inner.endsWith(attributes)) inner = inner.slice(0, inner.length - attributes.length);
  // A no-break space is text.
  return {start: from, end: from + inner.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '').length, form};
}
