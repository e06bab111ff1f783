/** Word's cross-references ("see clause 4.2") → links to the bookmark that they name, with the words that they show. */
import type {Doubt} from '../../document/guess.js';
import type {Places} from './places.js';
import {all, child, children, make, remove, unwrap, type XmlDocument, type XmlElement} from './xml.js';

const reference = /^\s*(?:REF|NOTEREF)\s+"?([^\s"\\]+)/i;
const page = /^\s*PAGEREF\s/i;

export function linkReferences(document: XmlDocument, doubts: Doubt[], places: Places): void {
  const marked = new Set(all(document, 'w:bookmarkStart').map((node) => node.getAttribute('w:name') ?? ''));
  const nameIn = (instruction: string): string | undefined => {
    const name = reference.exec(instruction)?.[1];
    return name !== undefined && marked.has(name) ? name : undefined;
  };
  const pages = [
    ...all(document, 'w:fldSimple').filter((node) => page.test(node.getAttribute('w:instr') ?? '')),
    ...all(document, 'w:instrText').filter((node) => page.test(node.textContent ?? '')),
  ];
  if (pages.length > 0)
    doubts.push(
      places.doubt(
        `${pages.length === 1 ? 'A reference to a page was' : `${pages.length} references to pages were`} ` +
          'kept as the number, and a policy has no pages.',
        'name the section instead',
        pages,
      ),
    );
  for (const field of all(document, 'w:fldSimple')) {
    const name = nameIn(field.getAttribute('w:instr') ?? '');
    if (name !== undefined)
      field.parentNode?.insertBefore(make(document, 'w:hyperlink', {'w:anchor': name}, ...children(field)), field);
    unwrap(field);
  }
  for (const paragraph of all(document, 'w:p')) linkFields(paragraph, nameIn, document);
}

/** A field is runs between marks: begin, what it does, separate, what it shows, end. */
function linkFields(
  paragraph: XmlElement,
  nameIn: (instruction: string) => string | undefined,
  document: XmlDocument,
): void {
  let depth = 0;
  let instruction = '';
  /** Undefined before it is said what the field shows. */
  let shown: XmlElement[] | undefined;
  for (const run of children(paragraph)) {
    const marks = children(run)
      .filter(({tagName}) => tagName === 'w:fldChar')
      .map((mark) => mark.getAttribute('w:fldCharType'));
    if (marks.length > 1) return;
    const [mark] = marks;
    if (mark === 'begin') {
      depth++;
      [instruction, shown] = ['', undefined];
    } else if (mark === 'separate') shown = [];
    else if (mark === 'end') {
      const name = depth === 1 ? nameIn(instruction) : undefined;
      if (name !== undefined && shown !== undefined && shown.length > 0) wrap(shown, name, document);
      depth = Math.max(0, depth - 1);
      shown = undefined;
    } else if (shown !== undefined) shown.push(run);
    else if (depth > 0) instruction += child(run, 'w:instrText')?.textContent ?? '';
  }
}

function wrap(runs: readonly XmlElement[], name: string, document: XmlDocument): void {
  const [first] = runs;
  const link = make(document, 'w:hyperlink', {'w:anchor': name});
  first?.parentNode?.insertBefore(link, first);
  for (const run of runs) {
    remove(run);
    link.appendChild(run);
  }
}
