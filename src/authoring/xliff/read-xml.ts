/** XML → its elements, each with its place. Nothing is fetched, and no entity but XML's own five is known. */
import {DOMParser} from '@xmldom/xmldom';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, spot, type Finding, type Source, type Spot} from '../finding.js';

/** An element as far as it matters here: names without prefixes. */
export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
  readonly at: Spot;
}

/** Inline tags stand in one another at most this deep; so does anything in an XLIFF file. */
const deepest = 200;

export function readXml(source: Source): Result<Element, Finding> {
  const {file, text} = source;
  const doctype = /<!DOCTYPE/i.exec(text);
  if (doctype !== null) {
    return failed([error('doctype', spot(source, doctype.index, doctype.index + doctype[0].length), 'This file declares a document type, which XLIFF does not need and which is not read, because it could make the file grow without end. Take the declaration out, or export the file again.')]);
  }
  const problems: string[] = [];
  const note = (message: unknown): void => { problems.push(String(message)); };
  let document: Document | undefined;
  try {
    document = new DOMParser({locator: {}, errorHandler: {warning: note, error: note, fatalError: note}}).parseFromString(text, 'text/xml');
  } catch (cause) {
    // The parser throws after it has called the handler, or before.
    note(cause instanceof Error ? cause.message : cause);
  }
  const root = document?.documentElement;
  const [problem] = problems;
  if (problem !== undefined || !root) {
    const [, line, column] = /@#\[line:(\d+),col:(\d+)\]/.exec(problem ?? '') ?? [];
    const place = line === undefined ? {file} : spotAt(source, Number(line), Number(column));
    return failed([error('bad-xml', place, 'This is not well-formed XML, as if it was cut off or changed by hand. Have the translation tool write it again.')]);
  }
  const tooDeep = findDeep(root);
  if (tooDeep) return failed([error('bad-xml', file, `Elements stand in one another more than ${deepest} deep here, which no translation does. Have the translation tool write it again.`)]);
  return ok(toElement(root, source));
}

/** Without recursion: that is what depth would break. */
function findDeep(root: Node): boolean {
  let level: Node[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((node) => childrenOf(node));
  }
  return false;
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

const isElement = (node: Node): node is globalThis.Element => node.nodeType === 1;

function toElement(element: globalThis.Element, source: Source): Element {
  const at = 'lineNumber' in element && typeof element.lineNumber === 'number' && 'columnNumber' in element && typeof element.columnNumber === 'number'
    ? spotAt(source, element.lineNumber, element.columnNumber) : spot(source, 0);
  return {
    name: element.localName || element.nodeName,
    namespace: element.namespaceURI ?? '',
    attributes: new Map(Array.from(element.attributes, ({localName, name, value}) => [localName || name, value])),
    children: childrenOf(element).flatMap((child): (Element | string)[] => {
      if (isElement(child)) return [toElement(child, source)];
      // Text and CDATA; comments and processing instructions say nothing to a reader.
      return child.nodeType === 3 || child.nodeType === 4 ? [child.nodeValue ?? ''] : [];
    }),
    at,
  };
}

/** Columns of the parser count from 1, as those of findings do. */
function spotAt(source: Source, line: number, column: number): Spot {
  const starts = linesOf(source);
  return spot(source, (starts[line - 1] ?? 0) + Math.max(0, column - 1));
}

const known = new WeakMap<Source, readonly number[]>();

function linesOf(source: Source): readonly number[] {
  const starts = known.get(source) ?? [0, ...Array.from(source.text.matchAll(/\r\n|\n|\r/g), ({index, 0: {length}}) => index + length)];
  known.set(source, starts);
  return starts;
}

export const elementsIn = (element: Element): readonly Element[] => element.children.filter((child) => typeof child !== 'string');

export const textIn = (element: Element): string => element.children.map((child) => typeof child === 'string' ? child : textIn(child)).join('');
