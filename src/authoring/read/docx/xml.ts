/** Small questions about the XML of a Word file, and small changes to it. */
import * as xmldom from '@xmldom/xmldom';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What is used here of the XML's tree, which is as the DOM has it. */
export interface XmlNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentNode: XmlNode | null;
  readonly firstChild: XmlNode | null;
  readonly lastChild: XmlNode | null;
  readonly nextSibling: XmlNode | null;
  readonly previousSibling: XmlNode | null;
  appendChild(node: XmlNode): unknown;
  insertBefore(node: XmlNode, before: XmlNode | null): unknown;
  removeChild(node: XmlNode): unknown;
  replaceChild(node: XmlNode, old: XmlNode): unknown;
}

export interface XmlElement extends XmlNode {
  readonly tagName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  setAttributeNS(namespace: string, name: string, value: string): void;
  getElementsByTagName(name: string): ArrayLike<XmlElement>;
}

export interface XmlDocument extends XmlNode {
  readonly documentElement: XmlElement;
  getElementsByTagName(name: string): ArrayLike<XmlElement>;
  createElementNS(namespace: string, name: string): XmlElement;
  createTextNode(text: string): XmlNode;
}

/** What is used of the library. Its own types are those of a browser, which this room does without. */
interface XmlLibrary {
  readonly DOMParser: new (options: {
    readonly errorHandler: Readonly<Record<'warning' | 'error' | 'fatalError', () => void>>;
  }) => {parseFromString(text: string, type: string): XmlDocument | undefined};
  readonly XMLSerializer: new () => {serializeToString(document: XmlDocument): string};
}

const {DOMParser, XMLSerializer} = xmldom as unknown as XmlLibrary;

/** Undefined where it is no XML. */
export function parseXml(text: string): XmlDocument | undefined {
  let broken = false;
  const note = (): void => {
    broken = true;
  };
  try {
    const parsed = new DOMParser({errorHandler: {warning: note, error: note, fatalError: note}}).parseFromString(
      text.replace(/^\ufeff/, ''),
      'text/xml',
    );
    // A handler may have been called, and there is no root element where there is nothing to read.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the types know neither
    return broken || parsed?.documentElement == null ? undefined : parsed;
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    // The parser throws at what it cannot even report.
    return undefined;
  }
}

export const writeXml = (document: XmlDocument): string => new XMLSerializer().serializeToString(document);

export function children(node: XmlNode): XmlElement[] {
  const found: XmlElement[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) if (isElement(child)) found.push(child);
  return found;
}

export const isElement = (node: XmlNode): node is XmlElement => node.nodeType === 1;

/** The first child of a name: `w:pPr`. */
export const child = (node: XmlNode | undefined, name: string): XmlElement | undefined =>
  node && children(node).find(({tagName}) => tagName === name);

/** The value of a child's `w:val`: of `<w:ilvl w:val="1"/>`. */
export const valueOf = (node: XmlNode | undefined, name: string): string | undefined =>
  child(node, name)?.getAttribute('w:val') ?? undefined;

/** Whether a property such as `<w:vanish/>` is on. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const found = child(node, name);
  return found !== undefined && !/^(?:0|false|off)$/.test(found.getAttribute('w:val') ?? '');
}

/** All descendants of a name, in order, as they are now. */
export function all(node: XmlDocument | XmlElement, ...names: readonly string[]): XmlElement[] {
  return names.flatMap((name) => Array.from(node.getElementsByTagName(name)));
}

export const remove = (node: XmlNode): void => {
  node.parentNode?.removeChild(node);
};

/** Leaves a node's children in its place. */
export function unwrap(node: XmlNode): void {
  while (node.firstChild !== null) node.parentNode?.insertBefore(node.firstChild, node);
  remove(node);
}

export function above(node: XmlNode, name: string): XmlElement | undefined {
  for (let parent = node.parentNode; parent !== null; parent = parent.parentNode)
    if (isElement(parent) && parent.tagName === name) return parent;
  return undefined;
}

/** The letters that a reader sees in a node, note calls apart; a tab or break is white space. */
export function wordsIn(node: XmlNode): string {
  if (!isElement(node)) return '';
  switch (node.tagName) {
    case 'w:t':
    case 'm:t':
      return node.textContent ?? '';
    case 'w:tab':
    case 'w:br':
    case 'w:cr':
    case 'w:ptab':
      return ' ';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:softHyphen':
      return '\u00ad';
    case 'w:p':
      return `${children(node).map(wordsIn).join('')}\n`;
    case 'w:pPr':
    case 'w:rPr':
    case 'w:del':
    case 'w:moveFrom':
    case 'w:instrText':
      return '';
    default:
      return children(node).map(wordsIn).join('');
  }
}

export function make(
  document: XmlDocument,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...inner: readonly (XmlNode | string)[]
): XmlElement {
  const made = document.createElementNS(wordNamespace, name);
  for (const [key, value] of Object.entries(attributes))
    made.setAttributeNS(key.startsWith('xml:') ? 'http://www.w3.org/XML/1998/namespace' : wordNamespace, key, value);
  for (const each of inner) made.appendChild(typeof each === 'string' ? document.createTextNode(each) : each);
  return made;
}

/** A run of text: `<w:r><w:t>…</w:t></w:r>`. */
export const makeRun = (document: XmlDocument, text: string): XmlElement =>
  make(document, 'w:r', {}, make(document, 'w:t', {'xml:space': 'preserve'}, text));
