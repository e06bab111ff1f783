/**
 * Where a paragraph stands in a Word document, as a reader would say it: a file of
 * Word has no lines, and its pages are the program's that shows it. Each paragraph
 * has a number, which goes through mammoth with it.
 */
import type {Doubt} from '../../document/guess.js';
import {quoted} from '../html/tree.js';
import type {Numbering} from './numbering.js';
import {headingOf} from './paragraphs.js';
import {above, all, child, isElement, make, wordsIn, type XmlDocument, type XmlElement, type XmlNode} from './xml.js';

/** A paragraph's number travels to the HTML as the name of a place. */
export const placeMark = 'policy-viewer-place-';

/** More places are counted. */
const mostNamed = 5;

export class Places {
  /** By paragraph number. 0 and 1 are none: nodes that have no place of their own are said to be in line 1. */
  readonly names: string[] = ['', ''];
  readonly #numbers = new Map<XmlNode, number>();

  /** To be asked before anything is changed. */
  addBody(document: XmlDocument, styles: ReadonlyMap<string, XmlElement>, numbering: Numbering): void {
    let heading = 'at the beginning';
    let paragraphs = 0;
    /** The rows of each table since the last heading. */
    const tables = new Map<XmlElement, ReadonlyMap<XmlElement, number>>();
    for (const paragraph of all(document, 'w:p')) {
      const properties = child(paragraph, 'w:pPr');
      const label = numbering.label(properties);
      const box = above(paragraph, 'w:txbxContent');
      if (box !== undefined) {
        this.#add(paragraph, this.names[this.#of(box) ?? 0] ?? heading);
        continue;
      }
      const words = wordsIn(paragraph).replace(/\s+/gu, ' ').trim();
      const table = outermost(paragraph, 'w:tbl');
      if (table !== undefined) {
        const rows =
          tables.get(table) ??
          new Map(
            all(table, 'w:tr')
              .filter((row) => above(row, 'w:tbl') === table)
              .map((row, index) => [row, index + 1]),
          );
        tables.set(table, rows);
        const row = outermost(paragraph, 'w:tr');
        this.#add(
          paragraph,
          `${heading}, table ${[...tables.keys()].indexOf(table) + 1}, row ${(row && rows.get(row)) ?? 1}`,
        );
      } else if (words !== '' && headingOf(properties, styles) !== undefined) {
        const number = label === undefined || label.kind === 'bullet' ? '' : `${label.text} `;
        heading = `under ${quoted(number + words)}`;
        paragraphs = 0;
        tables.clear();
        this.#add(paragraph, `in the heading ${quoted(number + words)}`);
      } else {
        if (words !== '') paragraphs++;
        this.#add(paragraph, `${heading}, paragraph ${Math.max(1, paragraphs)}`);
      }
    }
  }

  addNotes(document: XmlDocument, kind: 'footnote' | 'endnote'): void {
    for (const paragraph of all(document, 'w:p'))
      this.#add(paragraph, kind === 'footnote' ? 'in a footnote' : 'in an endnote');
  }

  /** A doubt about nodes: at the first one's place, with a list of the others. Its line is a paragraph's number. */
  doubt(message: string, remedy: string, nodes: readonly XmlNode[]): Doubt {
    const numbers = nodes.map((node) => this.#of(node)).filter((number) => number !== undefined);
    const [first, ...others] = new Set(numbers.map((number) => this.names[number] ?? ''));
    const [line] = numbers;
    if (first === undefined || line === undefined) return {message, remedy};
    const named = others.slice(0, mostNamed);
    const more = others.length - named.length;
    const also =
      named.length === 0
        ? ''
        : ` Also ${named.join('; ')}${more === 0 ? '' : `; and in ${more} more ${more === 1 ? 'place' : 'places'}`}.`;
    return {message: message + also, remedy, line};
  }

  /** Sends each paragraph's number along. */
  mark(document: XmlDocument): void {
    for (const paragraph of all(document, 'w:p')) {
      const number = this.#numbers.get(paragraph);
      if (number === undefined || wordsIn(paragraph).trim() === '') continue;
      const mark = make(document, 'w:bookmarkStart', {'w:id': '0', 'w:name': `${placeMark}${number}`});
      const properties = child(paragraph, 'w:pPr');
      paragraph.insertBefore(mark, properties === undefined ? paragraph.firstChild : properties.nextSibling);
    }
  }

  /** The number of the paragraph around a node, or of the first one in it. */
  #of(node: XmlNode): number | undefined {
    for (let at: XmlNode | null = node; at !== null; at = at.parentNode) {
      const number = this.#numbers.get(at);
      if (number !== undefined) return number;
    }
    const [first] = isElement(node) ? all(node, 'w:p') : [];
    return first === undefined ? undefined : this.#numbers.get(first);
  }

  #add(paragraph: XmlNode, name: string): void {
    this.#numbers.set(paragraph, this.names.push(name) - 1);
  }
}

function outermost(node: XmlNode, name: string): XmlElement | undefined {
  let found = above(node, name);
  for (let outer = found; outer !== undefined; outer = above(outer, name)) found = outer;
  return found;
}
