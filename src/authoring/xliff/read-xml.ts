/** XML → its elements, each with its place. Nothing is fetched, and no entity but XML's own five is known. */
import {SaxesParser} from 'saxes';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, spot, type Finding, type Source, type Spot} from '../findings/finding.js';

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

/** Ends the reading at the first thing that is wrong. */
class Unreadable extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.message);
    this.finding = finding;
  }
}

export function readXml(source: Source): Result<Element, Finding> {
  const doctype = /<!DOCTYPE/i.exec(source.text);
  if (doctype !== null) {
    return failed([
      error(
        'doctype',
        spot(source, doctype.index, doctype.index + doctype[0].length),
        'This file declares a document type, which XLIFF does not need and which is not read, because it ' +
          'could make the file grow without end. Take the declaration out, or export the file again.',
      ),
    ]);
  }
  try {
    return ok(parse(source));
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    return failed([cause.finding]);
  }
}

function parse(source: Source): Element {
  const {file, text} = source;
  const parser = new SaxesParser({xmlns: true});
  const open: {readonly element: Element; readonly children: (Element | string)[]}[] = [];
  let root: Element | undefined;
  let start = 0;
  const notWellFormed = (what: string): Unreadable =>
    new Unreadable(
      error(
        'bad-xml',
        text.trim() === '' ? file : spot(source, Math.max(0, parser.position - 1)),
        `This is not well-formed XML (${what}), as if it was cut off or changed by hand. ` +
          'Have the translation tool write it again.',
      ),
    );
  // Comments and processing instructions say nothing to a reader.
  const addText = (letters: string): void => {
    open.at(-1)?.children.push(letters);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', ({local, uri, attributes}) => {
    if (open.length >= deepest)
      throw new Unreadable(
        error(
          'bad-xml',
          file,
          `Elements stand in one another more than ${deepest} deep here, which no translation does. ` +
            'Have the translation tool write it again.',
        ),
      );
    const children: (Element | string)[] = [];
    const element: Element = {
      name: local,
      namespace: uri,
      children,
      at: spot(source, start),
      attributes: new Map(
        Object.values(attributes).map((attribute) => [attribute.local || attribute.name, attribute.value]),
      ),
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push({element, children});
  });
  let closed: Element | undefined;
  parser.on('closetag', () => {
    closed = open.pop()?.element;
  });
  // The parser begins what it says with the line and column that it thinks of.
  parser.on('error', ({message}) => {
    const what = message.replace(/^.*?(?<!\d)\d+:\d+: /, '').replace(/\.$/, '');
    throw notWellFormed(
      what === 'unexpected close tag' && closed !== undefined
        ? `<${closed.name}> in line ${closed.at.line} is not closed`
        : what,
    );
  });
  parser.write(text).close();
  if (root === undefined) throw notWellFormed('there is no element');
  return root;
}

export const elementsIn = (element: Element): readonly Element[] =>
  element.children.filter((child) => typeof child !== 'string');

export const textIn = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
