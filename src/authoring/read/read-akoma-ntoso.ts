/**
 * Akoma Ntoso, the XML of laws (LegalDocML) → the same tree as every format gives, by way of a page: what has a heading
 * becomes one, what has a number alone an item with that number, and each keeps its eId. Its language, days and title
 * are what its metadata say.
 */
import {failed, ok, type Result} from '../../policy/result.js';
import {isDay} from '../../policy/day.js';
import {error, type Finding, type Source} from '../findings/finding.js';
import type {Doubt} from '../document/guess.js';
import type {Document, FrontMatter} from '../document/document.js';
import {asLanguageTag} from '../recognise/recognise-language.js';
import {all, child, children, isElement, parseXml, remove, type XmlElement, type XmlNode} from './docx/xml.js';
import {planText} from './html/plan.js';
import {makeDocument, parseFragment} from './read-html.js';

export function readAkomaNtoso({file, text}: Source): Result<Document, Finding> {
  const root = parseXml(text)?.documentElement;
  if (root === undefined || nameOf(root) !== 'akomaNtoso')
    return failed([
      error(
        'not-imported',
        file,
        root === undefined
          ? 'This is no XML that can be read: a mark in it is not closed. Save it again from the program that made it.'
          : 'Of XML, import reads Akoma Ntoso (LegalDocML), and this is another kind. ' +
              'Save it as HTML, Markdown or DOCX and import that.',
      ),
    ]);
  plainNames(root);
  const doubts: Doubt[] = [];
  for (const [names, message] of leftOut) {
    const found = all(root, ...names);
    if (found.length > 0) doubts.push({message: message(found.length), remedy: 'see whether the text needs it'});
    if (names[0] !== 'authorialNote') found.forEach(remove);
  }
  const [front, name] = readMeta(root);
  const page = new Page(name);
  const tree = parseFragment(page.write(root));
  const document = makeDocument({file, text: ''}, planText(tree, false), undefined, front, doubts);
  // Of the source, not of what was made of it: what the page lacks is noticed.
  const words = `${page.isNamed ? '' : (name ?? '')} ${wordsIn(root)}`;
  if (words.trim() === '')
    return failed([error('empty', file, 'There is no text in this file. Give one with a text in it.')]);
  return ok({...document, words});
}

/** All words that a reader of the source sees. */
const wordsIn = (node: XmlNode): string =>
  !isElement(node) || nameOf(node) === 'meta'
    ? ''
    : [...nodesOf(node)]
        .map((each) => (each.nodeType === 3 || each.nodeType === 4 ? (each.textContent ?? '') : wordsIn(each)))
        .join(' ');

function* nodesOf(node: XmlNode): Iterable<XmlNode> {
  for (let each = node.firstChild; each !== null; each = each.nextSibling) yield each;
}

const leftOut: readonly (readonly [names: readonly string[], message: (count: number) => string])[] = [
  [['toc'], () => 'The table of contents was left out; the viewer makes its own.'],
  [['del'], (count) => `What is marked as deleted was left out, in ${count === 1 ? 'one place' : `${count} places`}.`],
  [
    ['authorialNote'],
    (count) =>
      `${count === 1 ? 'A note stands' : `${count} notes stand`} where ${count === 1 ? 'it was' : 'they were'} called.`,
  ],
];

/** Elements without their prefix: `akn:article` is an `article`. */
const nameOf = ({tagName}: XmlElement): string => tagName.replace(/^.*:/u, '');

/** `all` asks for names as they are written. */
function plainNames(root: XmlElement): void {
  const prefix = /^(.*):/u.exec(root.tagName)?.[1];
  if (prefix === undefined) return;
  for (const node of [root, ...all(root, '*')])
    Object.defineProperty(node, 'tagName', {value: nameOf(node), configurable: true});
}

/** What stands above others: it gets a heading where it has a number or heading. */
const containers = new Set(
  (
    'book tome part title subtitle chapter subchapter division section subsection article rule subrule ' +
    'hcontainer transitional component attachment'
  ).split(' '),
);
const numbered = new Set(
  'paragraph subparagraph clause subclause point alinea indent item list level proviso subpart'.split(' '),
);
const headings = new Set(['num', 'heading', 'subheading']);
const blocks = new Set('p block heading subheading listIntroduction listWrapUp docTitle longTitle'.split(' '));
const inline: Readonly<Record<string, string>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  sup: 'sup',
  sub: 'sub',
};

class Page {
  /** The title that the text itself does not say. */
  readonly #title: string | undefined;
  #isTitled = false;

  constructor(title: string | undefined) {
    this.#title = title;
  }

  /** Whether the text says its own title; known once it is written. */
  get isNamed(): boolean {
    return this.#isTitled;
  }

  write(root: XmlElement): string {
    const body = children(root)
      .flatMap(children)
      .map((part) => this.#part(part, 2))
      .join('');
    return this.#isTitled || this.#title === undefined ? body : `<h1>${escape(this.#title)}</h1>${body}`;
  }

  #part(node: XmlElement, depth: number): string {
    switch (nameOf(node)) {
      case 'meta':
        return '';
      case 'preface':
      case 'coverPage':
        return this.#preface(node);
      default:
        return this.#inner(node, depth);
    }
  }

  /** The paragraph with the title becomes that, whatever else is in it. */
  #preface(node: XmlElement): string {
    return children(node)
      .map((line) => {
        const isTitle = nameOf(line) === 'longTitle' || all(line, 'docTitle', 'shortTitle').length > 0;
        if (!isTitle || this.#isTitled) return this.#block(line, 2);
        this.#isTitled = true;
        return `<h1>${this.#words(line)}</h1>`;
      })
      .join('');
  }

  /** What is in a node, numbered neighbours as one list. */
  #inner(node: XmlElement, depth: number): string {
    let html = '';
    let items = '';
    const close = (): void => {
      if (items !== '') html += `<ul>${items}</ul>`;
      items = '';
    };
    for (const each of children(node)) {
      const name = nameOf(each);
      if (headings.has(name) && isHeaded(node)) continue;
      if (numbered.has(name) && child(each, 'num') !== undefined && child(each, 'heading') === undefined) {
        items += `<li${idOf(each)}>${this.#words(child(each, 'num'))} ${this.#item(each, depth)}</li>`;
        continue;
      }
      close();
      html += this.#block(each, depth);
    }
    close();
    return html;
  }

  /** An item's first words stand on the line of its number. */
  #item(node: XmlElement, depth: number): string {
    const html = this.#inner(node, depth);
    return html.replace(/^<p>(.*?)<\/p>/su, '$1');
  }

  #block(node: XmlElement, depth: number): string {
    const name = nameOf(node);
    if (containers.has(name) || numbered.has(name)) {
      const said = children(node)
        .filter((part) => headings.has(nameOf(part)))
        .map((part) => this.#words(part))
        .filter((words) => words !== '');
      if (said.length === 0) return this.#inner(node, depth);
      const level = Math.min(depth, 6);
      return `<h${level}${idOf(node)}>${said.join(' ')}</h${level}>${this.#inner(node, depth + 1)}`;
    }
    if (blocks.has(name)) return `<p>${this.#words(node)}</p>`;
    switch (name) {
      case 'table':
      case 'tr':
      case 'th':
      case 'td':
      case 'caption':
      case 'ul':
      case 'ol':
      case 'li': {
        const spans = ['colspan', 'rowspan'].map((key) => attributeOf(node, key)).join('');
        const inner = hasBlocks(node) ? this.#inner(node, depth) : this.#words(node);
        return `<${name}${idOf(node)}${spans}>${inner}</${name}>`;
      }
      case 'quotedStructure':
      case 'embeddedStructure':
        return `<blockquote>${this.#inner(node, depth)}</blockquote>`;
      default:
        return hasBlocks(node) ? this.#inner(node, depth) : wrap(this.#words(node));
    }
  }

  /** Words with what marks them. */
  #words(node: XmlNode | undefined): string {
    let html = '';
    for (let each = node?.firstChild ?? null; each !== null; each = each.nextSibling) {
      if (!isElement(each)) {
        html += each.nodeType === 3 || each.nodeType === 4 ? escape(each.textContent ?? '') : '';
        continue;
      }
      const name = nameOf(each);
      const href = each.getAttribute('href') ?? '';
      if (name === 'br' || name === 'eol') html += '<br>';
      else if ((name === 'ref' || name === 'a') && href !== '')
        html += `<a href="${escape(href)}">${this.#words(each)}</a>`;
      else if (name === 'authorialNote')
        html += ` ${all(each, 'p')
          .map((line) => this.#words(line))
          .join(' ')} `;
      else if (name === 'p') html += ` ${this.#words(each)} `;
      else {
        const tag = inline[name];
        html += tag === undefined ? this.#words(each) : `<${tag}>${this.#words(each)}</${tag}>`;
      }
    }
    return html.trim() === '' ? '' : html;
  }
}

const isHeaded = (node: XmlElement): boolean => containers.has(nameOf(node)) || numbered.has(nameOf(node));

const inlineNames = new Set(
  'b strong i em u sup sub ref a br eol span def term date docTitle docNumber docDate ins num remark img noteRef'.split(
    ' ',
  ),
);

/** Whether there is anything in it that stands on lines of its own. */
const hasBlocks = (node: XmlElement): boolean => children(node).some((each) => !inlineNames.has(nameOf(each)));

const wrap = (words: string): string => (words === '' ? '' : `<p>${words}</p>`);

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const attributeOf = (node: XmlElement, name: string, as = name): string => {
  const value = node.getAttribute(name) ?? '';
  return value === '' ? '' : ` ${as}="${escape(value)}"`;
};

/** Its eId; before version 3 it was `id`. */
const idOf = (node: XmlElement): string => attributeOf(node, 'eId', 'id') || attributeOf(node, 'id');

/** What the metadata say: language, days, addresses; and a title for a text that begins without. */
function readMeta(root: XmlElement): readonly [front: FrontMatter, title: string | undefined] {
  const [expression] = all(root, 'FRBRExpression');
  const valueOf = (node: XmlElement | undefined, name: string): string | undefined =>
    node === undefined ? undefined : (child(node, name)?.getAttribute('value') ?? undefined);
  const tag = expression && child(expression, 'FRBRlanguage')?.getAttribute('language');
  const language = typeof tag === 'string' && tag !== '' ? asLanguageTag(tag) : undefined;
  const days = all(root, 'FRBRdate', 'eventRef', 'docDate').map((node) => ({
    day: (node.getAttribute('date') ?? '').slice(0, 10),
    says: ['name', 'type', 'refersTo', 'eId'].map((name) => node.getAttribute(name) ?? '').join(' '),
    isExpression: node.parentNode === expression,
  }));
  const effective = days.find(({day, says}) => isDay(day) && /force|effect|commenc|vigore|vigueur|vigor/iu.test(says));
  const other = days.find(({day, isExpression}) => isExpression && isDay(day));
  const uris = [...all(root, 'FRBRWork'), ...all(root, 'FRBRExpression')].flatMap((node) =>
    ['FRBRthis', 'FRBRuri'].flatMap((name) => valueOf(node, name) ?? []),
  );
  const title = valueOf(all(root, 'FRBRWork')[0], 'FRBRname') ?? valueOf(all(root, 'FRBRWork')[0], 'FRBRalias');
  return [
    {
      origin: 'page',
      ...(language !== undefined && {language}),
      ...(effective !== undefined && {effective: effective.day}),
      ...(other !== undefined && {otherDay: {day: other.day, why: 'the day of its version in its metadata'}}),
      ...(uris.length > 0 && {addresses: [...new Set(uris)]}),
    },
    title,
  ];
}
