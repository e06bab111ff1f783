/** An HTML page → the same tree as every format gives. Nothing in it is run, fetched or kept as HTML. */
import type {Root} from 'hast';
import {fromHtml} from 'hast-util-from-html';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, type Finding, type Source} from '../findings/finding.js';
import type {Doubt} from '../document/guess.js';
import type {Document, FrontMatter} from '../document/document.js';
import {headBold} from './head-bold.js';
import {anchor} from './html/anchors.js';
import {convert} from './html/convert.js';
import {decodePage} from './html/decode-page.js';
import {gatherNotes} from './html/notes.js';
import {makeLists} from './html/office-lists.js';
import {readPage} from './html/page.js';
import {planPage, type Plan} from './html/plan.js';
import {attribute, findAll, wordsOf} from './html/tree.js';
import {linkAddressesWithin} from './link-addresses.js';

/** The tree as a browser would have it. */
const parsePage = (html: string): Root => fromHtml(html);

export const parseFragment = (html: string): Root => fromHtml(html, {fragment: true});

export function readHtml(file: string, bytes: Uint8Array): Result<Document, Finding> {
  const {text, doubts} = decodePage(bytes);
  const source: Source = {file, text};
  const root = parsePage(text);
  const facts = readPage(root);
  tidyPage(root);
  const plan = planPage(root);
  if (wordsOf(plan).trim() === '') {
    return failed([
      error(
        'empty',
        file,
        'There is no text in this page without its scripts. ' +
          'Save it from the browser once it shows the text, and import that.',
      ),
    ]);
  }
  return ok(makeDocument(source, plan, facts.base, facts.front, [...doubts, ...facts.doubts]));
}

/** What word processors write for want of better: notes, lists and titles as paragraphs. */
function tidyPage(root: Root): void {
  gatherNotes(root);
  makeLists(root);
  const [title, another] = findAll(
    root,
    (node) => node.tagName === 'p' && /(?:^|\s)(?:MsoTitle|title)(?:\s|$)/.test(attribute(node, 'className') ?? ''),
  );
  if (title !== undefined && another === undefined) title.tagName = 'h1';
}

/** What all formats share that become HTML on the way. */
export function makeDocument(
  source: Source,
  plan: Plan,
  base: string | undefined,
  front: FrontMatter,
  doubts: readonly Doubt[],
): Document {
  const converted = convert(plan, base);
  const anchored = anchor(converted.blocks, converted.anchors, new Map(), source);
  const headed = headBold(anchored.blocks);
  linkAddressesWithin(headed.blocks);
  const all = [...doubts, ...plan.doubts, ...converted.doubts, ...anchored.doubts, ...headed.doubts];
  return {
    source,
    blocks: headed.blocks,
    unmarked: false,
    front,
    attributes: anchored.attributes,
    doubts: byLine(all),
    words: wordsOf(plan),
  };
}

export const byLine = (doubts: readonly Doubt[]): Doubt[] => [...doubts].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
