/** Markdown → the same tree as plain text gives, with what its front matter and attributes say. */
import type {Heading, Nodes, Paragraph} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmAutolinkLiteralFromMarkdown} from 'mdast-util-gfm-autolink-literal';
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table';
import {gfmAutolinkLiteral} from 'micromark-extension-gfm-autolink-literal';
import {gfmTable} from 'micromark-extension-gfm-table';
import {parseDocument} from 'yaml';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, spot, type Finding, type Source} from '../finding.js';
import {readMarkdown as readText} from '../markdown.js';
import {readAttributes, type Attributes} from '../markdown/attributes.js';
import {isFlow, isParent, type Document, type FrontMatter} from './document.js';
import {textPieces} from './lossless.js';

/** What the reader of Markdown says of things that a policy cannot hold. The rest of what it says, import mends. */
const beyondPolicies = new Set(['html', 'image', 'bad-link', 'link-title', 'empty-link', 'empty-item', 'long-row', 'misplaced-heading', 'misplaced-break', 'unknown-markdown', 'unused-definition']);

const fence = /^---[ \t]*\r?\n(?<yaml>[\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;

export function readMarkdownSource(source: Source): Result<Document, Finding> {
  const opening = fence.exec(source.text);
  const front = readFrontMatter(source, opening);
  if (!front.ok) return front;
  // Empty lines in its place, so that every other line keeps its number.
  const text = opening === null ? source.text : opening[0].replace(/[^\r\n]/gu, '') + source.text.slice(opening[0].length);
  const body: Source = {file: source.file, text};
  const root = fromMarkdown(text, {
    extensions: [gfmTable(), gfmAutolinkLiteral()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmAutolinkLiteralFromMarkdown()],
  });
  const reading = readText(body);
  const attributes = new Map<Nodes, Attributes>();
  takeAttributes(root, body, attributes);
  return ok({
    source: body,
    blocks: root.children.filter(isFlow).filter((node) => node.type !== 'html' || !/^<!--[\s\S]*-->$/u.test(node.value.trim())),
    unmarked: false,
    front: front.value,
    attributes,
    words: textPieces(reading.text).map((piece) => piece.text).join('\n'),
    doubts: reading.findings.filter(({code}) => beyondPolicies.has(code)).map(({message, place}) => ({
      message, remedy: 'edit the Markdown that was written, or the file and import it again', ...'line' in place && {line: place.line},
    })),
  });
}

/** YAML as data only: nothing in it is run, and nothing but text is taken. */
function readFrontMatter(source: Source, opening: RegExpExecArray | null): Result<FrontMatter, Finding> {
  if (opening === null) return ok({});
  const document = parseDocument(opening.groups?.['yaml'] ?? '', {schema: 'failsafe'});
  const [problem] = document.errors;
  if (problem !== undefined) {
    const offset = opening[0].indexOf('\n') + 1 + problem.pos[0];
    return failed([error('front-matter', spot(source, offset), 'The lines between --- at the beginning are no YAML from here on. Mend them, or take them out.')]);
  }
  const value = (...names: readonly string[]): string | undefined =>
    names.map((name) => document.get(name)).find((found): found is string => typeof found === 'string' && found !== '');
  const title = value('title');
  const language = value('language', 'lang');
  const effective = value('effective', 'effective-date', 'date');
  const policy = value('policy');
  const product = value('product');
  return ok({
    ...title !== undefined && {title},
    ...language !== undefined && {language},
    ...effective !== undefined && {effective},
    ...policy !== undefined && {policy},
    ...product !== undefined && {product},
  });
}

/** Takes `{#id audience="…"}` off the words and remembers it for the heading or item. */
function takeAttributes(node: Nodes, source: Source, attributes: Map<Nodes, Attributes>): void {
  if (!isParent(node)) return;
  for (const child of node.children) {
    const [first] = child.type === 'listItem' ? child.children : [];
    const bearer = child.type === 'heading' ? child : first?.type === 'paragraph' ? first : undefined;
    const found = bearer === undefined ? undefined : readAttributes(bearer, source, []);
    if (bearer !== undefined && found !== undefined && cut(bearer, found.written)) attributes.set(child, found);
    takeAttributes(child, source, attributes);
  }
}

function cut(node: Heading | Paragraph, written: string): boolean {
  const last = node.children.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith(written)) return false;
  last.value = last.value.slice(0, -written.length).trimEnd();
  return true;
}
