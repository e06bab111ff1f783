/**
 * A Word file → the same tree as every format gives. The file's XML is made plain
 * first (`docx/`), mammoth makes HTML of it, and that goes the way of a page. The
 * words to find again are those of the XML, in its order.
 */
import type {Element as HtmlElement, Root} from 'hast';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, type Finding, type Source} from '../finding.js';
import type {Document as Text, FrontMatter} from './document.js';
import {accept, keepLinkedBookmarks} from './docx/accept.js';
import {Numbering, plainNumbering} from './docx/numbering.js';
import {markEmphasis, markParagraphs, numberMark} from './docx/paragraphs.js';
import {readParts, type Parts} from './docx/unzip.js';
import {all, children, isElement, parseXml, wordsIn, writeXml} from './docx/xml.js';
import type {Doubt} from './guess.js';
import {planText} from './html/plan.js';
import {attribute, isElement as isHtmlElement, quoted} from './html/tree.js';
import {makeDocument, parseFragment} from './read-html.js';

const styleMap = ["p.Title => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

export async function readDocx(file: string, bytes: Buffer): Promise<Result<Text, Finding>> {
  const refuse = (message: string): Result<Text, Finding> => failed([error('not-word', file, message)]);
  const parts = readParts(bytes);
  if (!parts.ok) return refuse(parts.issues.join(' '));
  const name = mainPart(parts.value);
  const main = parts.value.get(name);
  const folder = name.replace(/[^/]*$/, '');
  const parse = (part: string): Document | undefined => parts.value.has(part) ? parseXml(parts.value.get(part) ?? '') : undefined;
  const document = main === undefined ? undefined : parseXml(main);
  if (document === undefined) return refuse('This is no Word file: there is no document in its archive that can be read. Open it in a word processor, save it as DOCX again, and import that.');
  const doubts: Doubt[] = [];
  const styles = new Map(all(parse(`${folder}styles.xml`) ?? document, 'w:style').map((style) => [style.getAttribute('w:styleId') ?? '', style]));
  const notes = ['footnotes', 'endnotes'].map((kind) => ({kind, document: parse(`${folder}${kind}.xml`)}));
  for (const each of [document, ...notes.flatMap((note) => note.document ?? [])]) {
    accept(each, doubts);
    markEmphasis(each, styles);
  }
  keepLinkedBookmarks(document);
  const numbering = new Numbering(parse(`${folder}numbering.xml`), styles);
  markParagraphs(document, styles, numbering);
  doubts.push(...leftOut(parts.value, folder));
  const words = wordsWithNotes(document, new Map(notes.map((note) => [note.kind, note.document])));
  if (words.trim() === '') return refuse('There is no text in this file. Give one with a text in it.');
  const zip = new JSZip();
  for (const [part, content] of parts.value) zip.file(part, content);
  zip.file(name, writeXml(document));
  for (const {kind, document: note} of notes) if (note !== undefined) zip.file(`${folder}${kind}.xml`, writeXml(note));
  if (parts.value.has(`${folder}numbering.xml`)) zip.file(`${folder}numbering.xml`, plainNumbering);
  const html = await toHtml(await zip.generateAsync({type: 'nodebuffer'}));
  if (html === undefined) return refuse('This Word file could not be read. Open it in a word processor, save it as DOCX again, and import that.');
  const tree = tidy(parseFragment(html));
  const source: Source = {file, text: ''};
  return ok({...makeDocument(source, planText(tree), undefined, readProperties(parts.value), doubts), words});
}

async function toHtml(buffer: Buffer): Promise<string | undefined> {
  try {
    const {value} = await mammoth.convertToHtml({buffer}, {styleMap, externalFileAccess: false});
    return value;
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    // mammoth throws at parts that are missing or broken.
    return undefined;
  }
}

/** Most name it word/document.xml; the package's relationships say (OPC § 9.3). */
function mainPart(parts: Parts): string {
  const relations = parseXml(parts.get('_rels/.rels') ?? '');
  const found = relations && all(relations, 'Relationship').find((node) => /\/officeDocument$/.test(node.getAttribute('Type') ?? ''));
  return (found?.getAttribute('Target') ?? 'word/document.xml').replace(/^\//, '');
}

/** The document's words in its order, each note called as mammoth calls it, and the notes after them. */
function wordsWithNotes(document: Document, notes: ReadonlyMap<string, Document | undefined>): string {
  const called: string[] = [];
  const read = (node: Node): string => {
    if (!isElement(node)) return '';
    const kind = /^w:(footnote|endnote)Reference$/.exec(node.tagName)?.[1];
    if (kind !== undefined) {
      const source = notes.get(`${kind}s`);
      const note = source && all(source, `w:${kind}`).find((each) => each.getAttribute('w:id') === node.getAttribute('w:id'));
      called.push(note === undefined ? '' : wordsIn(note));
      return `[${called.length}]`;
    }
    const isLeaf = /^w:(?:t|tab|br|cr|ptab|noBreakHyphen|softHyphen|pPr|rPr|instrText)$/.test(node.tagName);
    return isLeaf ? wordsIn(node) : `${children(node).map(read).join('')}${node.tagName === 'w:p' ? '\n' : ''}`;
  };
  return `${read(document.documentElement)}\n${called.join('\n')}`;
}

/** What a reader of the document sees beside its text. */
function leftOut(parts: Parts, folder: string): Doubt[] {
  const doubts: Doubt[] = [];
  const wordsOf = (part: string): string => {
    const document = parseXml(parts.get(part) ?? '');
    return document === undefined ? '' : wordsIn(document.documentElement).replace(/\s+/gu, ' ').trim();
  };
  for (const [what, pattern] of [['header', /^header\d*\.xml$/], ['footer', /^footer\d*\.xml$/]] as const) {
    const words = [...new Set([...parts.keys()].filter((part) => part.startsWith(folder) && pattern.test(part.slice(folder.length))).map(wordsOf))].filter((text) => /\p{L}/u.test(text));
    if (words.length > 0) doubts.push({message: `The pages’ ${what} was left out: ${words.map(quoted).join(', ')}.`, remedy: 'write it in the Markdown if it belongs to the policy'});
  }
  const comments = parseXml(parts.get(`${folder}comments.xml`) ?? '');
  const remarks = comments === undefined ? [] : all(comments, 'w:comment');
  const [first] = remarks;
  if (first !== undefined) {
    doubts.push({message: `${remarks.length === 1 ? 'A comment was' : `${remarks.length} comments were`} left out: ${quoted(wordsIn(first).replace(/\s+/gu, ' ').trim())}.`, remedy: 'answer them in the word processor before you publish'});
  }
  return doubts;
}

/** The title that the file gives itself, for a text that begins without. */
function readProperties(parts: Parts): FrontMatter {
  const core = parseXml(parts.get('docProps/core.xml') ?? '');
  const title = core && all(core, 'dc:title')[0]?.textContent?.replace(/\s+/gu, ' ').trim();
  return {origin: 'word', ...title !== undefined && title !== '' && {nameless: title}};
}

/** The numbers that were sent along, and the notes as what they are. */
function tidy(tree: Root): Root {
  const visit = (node: Root | HtmlElement, item: HtmlElement | undefined): void => {
    node.children = node.children.filter((each) => {
      if (!isHtmlElement(each)) return true;
      const id = attribute(each, 'id') ?? '';
      if (id.startsWith(numberMark)) {
        if (item !== undefined) item.properties['value'] = id.slice(numberMark.length);
        return false;
      }
      if (/^(?:foot|end)note-ref-\d+$/.test(id)) delete each.properties['id'];
      visit(each, each.tagName === 'li' ? each : item);
      return true;
    }) as typeof node.children;
  };
  visit(tree, undefined);
  const last = tree.children.findLast(isHtmlElement);
  const isNotes = last?.tagName === 'ol' && last.children.some((item) => isHtmlElement(item) && /^(?:foot|end)note-\d+$/.test(attribute(item, 'id') ?? ''));
  if (!isNotes) return tree;
  nameNotes(tree, last);
  const section: HtmlElement = {type: 'element', tagName: 'section', properties: {dataFootnotes: true}, children: [last]};
  return {...tree, children: tree.children.map((node) => node === last ? section : node)};
}

/** Foot- and endnotes are counted as one, so they are named so: `note-1`. */
function nameNotes(tree: Root, list: HtmlElement): void {
  const names = new Map<string, string>();
  for (const item of list.children.filter(isHtmlElement)) {
    const name = `note-${names.size + 1}`;
    names.set(attribute(item, 'id') ?? '', name);
    item.properties['id'] = name;
  }
  const visit = (node: Root | HtmlElement): void => {
    for (const each of node.children) {
      if (!isHtmlElement(each)) continue;
      const name = names.get((attribute(each, 'href') ?? '').replace(/^#/, ''));
      if (each.tagName === 'a' && name !== undefined) each.properties['href'] = `#${name}`;
      visit(each);
    }
  };
  visit(tree);
}
