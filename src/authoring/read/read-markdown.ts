/**
 * Markdown as found in the wild → the same tree as every format gives, with what
 * its front matter and attributes say. HTML in it, notes and reference links go the
 * way of an HTML page; the words to find again come from another reader of Markdown
 * than the tree does.
 */
import type {Nodes as HtmlNodes, Root as HtmlRoot} from 'hast';
import {raw} from 'hast-util-raw';
import type {Heading, ListItem, Nodes, Paragraph, Root} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmAutolinkLiteralFromMarkdown} from 'mdast-util-gfm-autolink-literal';
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote';
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough';
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table';
import {gfmTaskListItemFromMarkdown} from 'mdast-util-gfm-task-list-item';
import {toHast} from 'mdast-util-to-hast';
import {micromark} from 'micromark';
import {gfmAutolinkLiteral, gfmAutolinkLiteralHtml} from 'micromark-extension-gfm-autolink-literal';
import {gfmFootnote, gfmFootnoteHtml} from 'micromark-extension-gfm-footnote';
import {gfmStrikethrough, gfmStrikethroughHtml} from 'micromark-extension-gfm-strikethrough';
import {gfmTable, gfmTableHtml} from 'micromark-extension-gfm-table';
import {gfmTaskListItem, gfmTaskListItemHtml} from 'micromark-extension-gfm-task-list-item';
import {failed, ok, type Result} from '../../policy/result.js';
import {spot, type Finding, type Source} from '../findings/finding.js';
import {readAttributes, type Attributes} from '../folder/markdown/attributes.js';
import type {Doubt} from '../document/guess.js';
import {isParent, lineOf, type Document, type FrontMatter} from '../document/document.js';
import {readDay} from '../recognise/recognise-edition.js';
import {readFrontMatter} from './front-matter.js';
import {anchor} from './html/anchors.js';
import {convert} from './html/convert.js';
import {timeIn} from './html/page.js';
import {planText} from './html/plan.js';
import {attribute, wordsOf} from './html/tree.js';
import {takeMarks} from './markdown-marks.js';
import {byLine, parseFragment} from './read-html.js';

/** How Markdown is read: with notes, or with their marks as words. */
type Dialect = ReturnType<typeof dialect>;

const dialect = (notes: boolean) => ({
  extensions: [
    gfmTable(),
    gfmAutolinkLiteral(),
    ...(notes ? [gfmFootnote()] : []),
    gfmStrikethrough({singleTilde: false}),
    gfmTaskListItem(),
  ],
  mdastExtensions: [
    gfmTableFromMarkdown(),
    gfmAutolinkLiteralFromMarkdown(),
    ...(notes ? [gfmFootnoteFromMarkdown()] : []),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ],
  htmlExtensions: [
    gfmTableHtml(),
    gfmAutolinkLiteralHtml(),
    ...(notes ? [gfmFootnoteHtml()] : []),
    gfmStrikethroughHtml(),
    gfmTaskListItemHtml(),
  ],
});

export function readMarkdownSource(source: Source): Result<Document, Finding> {
  const front = readFrontMatter(source);
  if (!front.ok) return front;
  const unmarked = takeMarks(front.value.body.text, /\.mdx$/iu.test(source.file));
  const {text: open, doubts: openDoubts} = closeHtml(unmarked.text);
  const body: Source = {file: source.file, text: open};
  const {root, read, doubts: noteDoubts} = parse(body.text);
  const findings: Finding[] = [];
  const taken = takeAttributes(root, body, findings);
  const tree = toTree(root, body);
  const plan = planText(tree);
  const converted = convert(plan, undefined);
  const written = new Map<Nodes, Attributes>();
  for (const [bearer, element] of converted.origins) {
    const found = taken[Number(attribute(element, 'dataPolicyAttributes') ?? NaN)];
    if (found !== undefined) written.set(bearer, found);
  }
  if (findings.length > 0) return failed(findings);
  const anchored = anchor(converted.blocks, converted.anchors, written, body);
  const doubts = [
    ...front.value.doubts,
    ...unmarked.doubts,
    ...openDoubts,
    ...noteDoubts,
    ...plan.doubts,
    ...converted.doubts,
    ...anchored.doubts,
    ...unusedDefinitions(root, source),
  ];
  return ok({
    source: body,
    blocks: anchored.blocks,
    unmarked: false,
    front: withDay(front.value.front, unmarked.day, timeIn(tree)),
    attributes: anchored.attributes,
    // As long to make as the tree, and not wanted at the first of two looks.
    get words() {
      return readWords(body.text, taken, read);
    },
    doubts: byLine(doubts),
  });
}

/** What attributes and HTML say of a day, where the front matter says nothing. */
function withDay(front: FrontMatter, attribute: string | undefined, time: string | undefined): FrontMatter {
  const day = readDay(attribute ?? '', 'en') ?? time;
  if (front.otherDay !== undefined || day === undefined) return front;
  return {...front, otherDay: {day, why: day === time ? 'its first <time>' : 'a “datetime” in its attributes'}};
}

/** What would swallow all text after it where it is not closed at once. */
const openComment = /<!--(?!-?>)(?![\s\S]*?-->)/u;
const swallowing = 'title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext|noscript|template|select';
const openElement = new RegExp(String.raw`<(${swallowing})(?![\w-])(?![\s\S]*?<\/\1\s*>)`, 'iu');
const swallows = new RegExp(`${openComment.source}|${openElement.source}`, 'iu');
const mostOpen = 200;

/** Makes words of HTML that nobody closed, as GFM does of some (§ 6.11). Lines stay the same. */
function closeHtml(text: string): {readonly text: string; readonly doubts: readonly Doubt[]} {
  const doubts: Doubt[] = [];
  let closed = text;
  while (/<[!a-z]/iu.test(closed) && doubts.length < mostOpen) {
    const found = openHtml(fromMarkdown(closed, dialect(true)));
    if (found === undefined) break;
    closed = `${closed.slice(0, found.offset)}\\${closed.slice(found.offset)}`;
    doubts.push({
      message: `“${found.tag}” is not closed in its place, so it was kept as words.`,
      remedy: 'close it, or take it out',
      line: found.line,
    });
  }
  return {text: closed, doubts};
}

function openHtml(node: Nodes): {readonly offset: number; readonly tag: string; readonly line: number} | undefined {
  if (node.type === 'html') {
    const open = swallows.exec(node.value);
    const start = node.position?.start.offset;
    if (open === null || start === undefined) return undefined;
    // A block in a list loses its indentation, so that only its beginning has a place that is certain.
    return {offset: start, tag: open[0].slice(0, 20), line: lineOf(node)};
  }
  if (!isParent(node)) return undefined;
  for (const child of node.children) {
    const found = openHtml(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parse(text: string): {readonly root: Root; readonly read: Dialect; readonly doubts: readonly Doubt[]} {
  const withNotes = dialect(true);
  const root = fromMarkdown(text, withNotes);
  const untidy = untidyNote(root);
  if (untidy === undefined) return {root, read: withNotes, doubts: []};
  const without = dialect(false);
  return {
    root: fromMarkdown(text, without),
    read: without,
    doubts: [
      {
        message:
          'This note stands there twice, is called nowhere, or calls another; so the text’s notes were kept ' +
          'as they are written, marks and all.',
        remedy: 'mend the note and import again',
        line: lineOf(untidy),
      },
    ],
  };
}

/** A note that readers of Markdown would leave out, or number each in their own way. */
function untidyNote(root: Root): Nodes | undefined {
  const called = new Set<string>();
  const notes: Extract<Nodes, {type: 'footnoteDefinition'}>[] = [];
  let nested: Nodes | undefined;
  const visit = (node: Nodes, within: Nodes | undefined): void => {
    if (node.type === 'footnoteReference') {
      called.add(node.identifier);
      nested ??= within;
    } else if (node.type === 'footnoteDefinition') notes.push(node);
    if (isParent(node))
      for (const child of node.children) visit(child, node.type === 'footnoteDefinition' ? node : within);
  };
  visit(root, undefined);
  return (
    nested ??
    notes.find(
      ({identifier}, index) =>
        !called.has(identifier) || notes.findIndex((other) => other.identifier === identifier) < index,
    )
  );
}

function toTree(root: Root, {text, file}: Source): HtmlRoot {
  const tree = toHast(root, {allowDangerousHtml: true});
  const made: HtmlRoot = tree.type === 'root' ? tree : {type: 'root', children: tree.type === 'doctype' ? [] : [tree]};
  if (!hasRaw(made)) return made;
  const parsed = raw(made, {file: {value: text, path: file} as never});
  dropEmptyPlaces(parsed);
  return parsed.type === 'root' ? parsed : made;
}

/** A comment beside HTML in a line comes back from the parser with a place that has no beginning. */
function dropEmptyPlaces(node: HtmlNodes): void {
  const {start} = node.position ?? {};
  if (start === undefined) delete node.position;
  if ('children' in node) node.children.forEach(dropEmptyPlaces);
}

const hasRaw = (node: HtmlRoot | HtmlRoot['children'][number]): boolean =>
  (node.type as string) === 'raw' || ('children' in node && node.children.some((child) => hasRaw(child)));

/** The words as micromark's own HTML has them: no tree of ours was made on the way. */
function readWords(text: string, taken: readonly Attributes[], {extensions, htmlExtensions}: Dialect): string {
  // Attributes are no words. A mark stands in their place, since an item that holds nothing else would cease to be one.
  const stand = ['⸎', '⸙', '⁜', '⁂', '※'].find((mark) => !text.includes(mark)) ?? '\u2e4b';
  let open = text;
  for (const {
    at: {line, column},
    written,
  } of [...taken].reverse()) {
    const offset = offsetOf(text, line, column);
    open = `${open.slice(0, offset)}${stand}${open.slice(offset + written.length)}`;
  }
  const html = micromark(open, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions,
    htmlExtensions,
  });
  const words = wordsOf(planText(parseFragment(html)));
  return taken.length === 0 ? words : words.replaceAll(stand, '');
}

function offsetOf(text: string, line: number, column: number): number {
  const ends = /\r\n|\n|\r/g;
  for (let count = 1; count < line; count++) ends.exec(text);
  return ends.lastIndex + column - 1;
}

/** Takes `{#id audience="…"}` off the words; each bearer gets its number among them, which the HTML tree carries on. */
function takeAttributes(root: Root, source: Source, findings: Finding[]): readonly Attributes[] {
  const taken: Attributes[] = [];
  const visit = (node: Nodes): void => {
    if (!isParent(node)) return;
    for (const child of node.children) {
      const [first] = child.type === 'listItem' ? child.children : [];
      const bearer = child.type === 'heading' ? child : first?.type === 'paragraph' ? first : undefined;
      const found = bearer === undefined ? undefined : readAttributes(bearer, source, findings);
      if (bearer !== undefined && found !== undefined && cut(bearer, found.written))
        number(child, taken.push(found) - 1);
      visit(child);
    }
  };
  visit(root);
  return taken;
}

const number = (node: Nodes, index: number): void => {
  const bearer: Heading | ListItem | undefined = node.type === 'heading' || node.type === 'listItem' ? node : undefined;
  if (bearer !== undefined) bearer.data = {...bearer.data, hProperties: {dataPolicyAttributes: String(index)}};
};

function cut(node: Heading | Paragraph, written: string): boolean {
  const last = node.children.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith(written)) return false;
  last.value = last.value.slice(0, -written.length).trimEnd();
  return true;
}

function unusedDefinitions(root: Root, source: Source): Doubt[] {
  const used = new Set<string>();
  const definitions: Extract<Nodes, {type: 'definition'}>[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    else if (node.type === 'definition') definitions.push(node);
    if (isParent(node)) node.children.forEach(visit);
  };
  visit(root);
  return definitions
    .filter(
      ({identifier}, index) =>
        !used.has(identifier) || definitions.findIndex((other) => other.identifier === identifier) < index,
    )
    .map((node) => ({
      message:
        `No link uses the address “${spot(source, node.position?.start.offset ?? 0).sourceLine.trim()}”, ` +
        'so it was left out.',
      remedy: 'write a link with its name',
      line: lineOf(node),
    }));
}
