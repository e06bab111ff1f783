/**
 * A Word file → the same tree as every format gives. The file's XML is made plain
 * first (`docx/`), mammoth makes HTML of it, and that goes the way of a page. The
 * words to find again are those of the XML, in its order.
 */
import {strToU8, zipSync} from 'fflate';
import mammoth from 'mammoth';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, type Finding, type Source} from '../findings/finding.js';
import type {Doubt} from '../document/guess.js';
import {placeDoubts, type Document as Text, type FrontMatter} from '../document/document.js';
import {accept, keepLinkedBookmarks} from './docx/accept.js';
import {Numbering, plainNumbering} from './docx/numbering.js';
import {markEmphasis, markParagraphs} from './docx/paragraphs.js';
import {Places} from './docx/places.js';
import {tidy} from './docx/tidy.js';
import {readParts, type XmlParts} from './docx/unzip.js';
import {all, children, isElement, parseXml, wordsIn, writeXml, type XmlDocument, type XmlNode} from './docx/xml.js';
import {planText} from './html/plan.js';
import {quoted} from './html/tree.js';
import {makeDocument, parseFragment} from './read-html.js';

const styleMap = ['p.Title => h1:fresh', "p[style-name='Subtitle'] => p:fresh"];

export async function readDocx(file: string, bytes: Uint8Array): Promise<Result<Text, Finding>> {
  const refuse = (message: string): Result<Text, Finding> => failed([error('not-word', file, message)]);
  const parts = readParts(bytes);
  if (!parts.ok) return refuse(parts.issues.join(' '));
  const name = mainPart(parts.value);
  const main = parts.value.get(name);
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const parse = (part: string): XmlDocument | undefined =>
    parts.value.has(part) ? parseXml(parts.value.get(part) ?? '') : undefined;
  const document = main === undefined ? undefined : parseXml(main);
  if (document === undefined)
    return refuse(
      'This is no Word file: there is no document in its archive that can be read. ' +
        'Open it in a word processor, save it as DOCX again, and import that.',
    );
  const doubts: Doubt[] = [];
  const styles = new Map(
    all(parse(`${folder}styles.xml`) ?? document, 'w:style').map((style) => [
      style.getAttribute('w:styleId') ?? '',
      style,
    ]),
  );
  const notes = (['footnote', 'endnote'] as const).map((kind) => ({kind, document: parse(`${folder}${kind}s.xml`)}));
  const numberingPart = parse(`${folder}numbering.xml`);
  const places = new Places();
  places.addBody(document, styles, new Numbering(numberingPart, styles));
  for (const note of notes) if (note.document !== undefined) places.addNotes(note.document, note.kind);
  doubts.push(...leftOut(parts.value, folder, document, places));
  for (const each of [document, ...notes.flatMap((note) => note.document ?? [])]) {
    accept(each, doubts, places);
    markEmphasis(each, styles);
  }
  keepLinkedBookmarks(document);
  const lines = markParagraphs(document, styles, new Numbering(numberingPart, styles));
  if (lines.length > 0)
    doubts.push(
      places.doubt(
        'A list stands in a table’s cell; a cell holds only lines, so each of its items is a line now.',
        'see whether it still reads well',
        lines,
      ),
    );
  for (const each of [document, ...notes.flatMap((note) => note.document ?? [])]) places.mark(each);
  const words = wordsWithNotes(document, new Map(notes.map((note) => [note.kind, note.document])));
  if (words.trim() === '') return refuse('There is no text in this file. Give one with a text in it.');
  const plain = new Map(parts.value);
  plain.set(name, writeXml(document));
  for (const {kind, document: note} of notes)
    if (note !== undefined) plain.set(`${folder}${kind}s.xml`, writeXml(note));
  if (plain.has(`${folder}numbering.xml`)) plain.set(`${folder}numbering.xml`, plainNumbering);
  const archive = Object.fromEntries([...plain].map(([part, content]) => [part, strToU8(content)]));
  const html = await toHtml(zipSync(archive, {level: 0}));
  if (html === undefined)
    return refuse(
      'This Word file could not be read. Open it in a word processor, save it as DOCX again, and import that.',
    );
  const tree = tidy(parseFragment(html));
  const source: Source = {file, text: ''};
  const made = makeDocument(source, planText(tree, false), undefined, readProperties(parts.value), doubts);
  return ok({...made, doubts: placeDoubts(made.doubts, places.names), places: places.names, words});
}

async function toHtml(docx: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  try {
    // In Node mammoth asks for a buffer, in a browser for an `ArrayBuffer`; it reads either by its bytes.
    const input = {buffer: docx, arrayBuffer: docx.buffer};
    const {value} = await mammoth.convertToHtml(input, {styleMap, externalFileAccess: false});
    return value;
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    // mammoth throws at parts that are missing or broken.
    return undefined;
  }
}

/** Most name it word/document.xml; the package's relationships say (OPC § 9.3). */
function mainPart(parts: XmlParts): string {
  const relations = parseXml(parts.get('_rels/.rels') ?? '');
  const found =
    relations &&
    all(relations, 'Relationship').find((node) => /\/officeDocument$/.test(node.getAttribute('Type') ?? ''));
  return (found?.getAttribute('Target') ?? 'word/document.xml').replace(/^\//, '');
}

/** The document's words in its order, each note called as mammoth calls it, and the notes after them. */
function wordsWithNotes(document: XmlDocument, notes: ReadonlyMap<string, XmlDocument | undefined>): string {
  const called: string[] = [];
  const read = (node: XmlNode): string => {
    if (!isElement(node)) return '';
    const kind = /^w:(footnote|endnote)Reference$/.exec(node.tagName)?.[1];
    if (kind !== undefined) {
      const source = notes.get(kind);
      const note =
        source && all(source, `w:${kind}`).find((each) => each.getAttribute('w:id') === node.getAttribute('w:id'));
      called.push(note === undefined ? '' : wordsIn(note));
      return `[${called.length}]`;
    }
    const isLeaf = /^w:(?:t|tab|br|cr|ptab|noBreakHyphen|softHyphen|pPr|rPr|instrText)$/.test(node.tagName);
    return isLeaf ? wordsIn(node) : `${children(node).map(read).join('')}${node.tagName === 'w:p' ? '\n' : ''}`;
  };
  return `${read(document.documentElement)}\n${called.join('\n')}`;
}

/** What a reader of the document sees beside its text. */
function leftOut(parts: XmlParts, folder: string, document: XmlDocument, places: Places): Doubt[] {
  const doubts: Doubt[] = [];
  const wordsOf = (part: string): string => {
    const document = parseXml(parts.get(part) ?? '');
    return document === undefined ? '' : wordsIn(document.documentElement).replace(/\s+/gu, ' ').trim();
  };
  for (const [what, pattern] of [
    ['header', /^header\d*\.xml$/],
    ['footer', /^footer\d*\.xml$/],
  ] as const) {
    const words = [
      ...new Set(
        [...parts.keys()]
          .filter((part) => part.startsWith(folder) && pattern.test(part.slice(folder.length)))
          .map(wordsOf),
      ),
    ].filter((text) => /\p{L}/u.test(text));
    if (words.length > 0)
      doubts.push({
        message: `The pages’ ${what} was left out: ${words.map(quoted).join(', ')}.`,
        remedy: 'write it in the Markdown if it belongs to the policy',
      });
  }
  const comments = parseXml(parts.get(`${folder}comments.xml`) ?? '');
  const remarks = comments === undefined ? [] : all(comments, 'w:comment');
  const [first] = remarks;
  if (first !== undefined) {
    const words = quoted(wordsIn(first).replace(/\s+/gu, ' ').trim());
    doubts.push(
      places.doubt(
        `${remarks.length === 1 ? 'A comment was' : `${remarks.length} comments were`} left out: ${words}.`,
        'answer them in the word processor before you publish',
        all(document, 'w:commentReference'),
      ),
    );
  }
  return doubts;
}

/** The title that the file gives itself, for a text that begins without. */
function readProperties(parts: XmlParts): FrontMatter {
  const core = parseXml(parts.get('docProps/core.xml') ?? '');
  const title = core && all(core, 'dc:title')[0]?.textContent?.replace(/\s+/gu, ' ').trim();
  return {origin: 'word', ...(title !== undefined && title !== '' && {nameless: title})};
}
