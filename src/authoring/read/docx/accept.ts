/**
 * A Word document as somebody reads it with all changes accepted: deleted words gone,
 * fields as their results, text boxes after their paragraph, automatic numbers as
 * words. What goes is counted and said; what stays is left to be converted.
 */
import type {Doubt} from '../../document/guess.js';
import {isArrowUp} from '../html/plan.js';
import {quoted} from '../html/tree.js';
import {linkReferences} from './fields.js';
import type {Places} from './places.js';
import {
  above,
  all,
  child,
  children,
  isElement,
  isOn,
  makeRun,
  remove,
  unwrap,
  valueOf,
  wordsIn,
  type XmlDocument,
  type XmlElement,
} from './xml.js';

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

export function accept(document: XmlDocument, doubts: Doubt[], places: Places): void {
  acceptChanges(document, doubts, places);
  linkReferences(document, doubts, places);
  for (const node of all(document, 'w:customXml', 'w:dir', 'w:bdo', 'w:smartTag')) unwrap(node);
  chooseAlternatives(document);
  liftTextBoxes(document, doubts, places);
  dropPictures(document, doubts, places);
  dropContents(document, doubts, places);
  dropHidden(document, doubts, places);
  dropOddities(document, doubts, places);
  for (const node of all(document, 'w:commentReference', 'w:annotationRef')) remove(node);
  // A note's way back to where it is called: a reader sees an arrow, and a policy leads back by itself.
  for (const link of all(document, 'w:hyperlink'))
    if ((link.getAttribute('w:anchor') ?? '') !== '' && isArrowUp(wordsIn(link))) remove(link);
  settleParagraphs(document);
}

/** A paragraph whose mark was deleted goes on in the next; where none follows, it stands alone. */
function settleParagraphs(document: XmlDocument): void {
  for (const paragraph of all(document, 'w:p')) {
    const mark = child(child(child(paragraph, 'w:pPr'), 'w:rPr'), 'w:del');
    let next = paragraph.nextSibling;
    while (next !== null && (!isElement(next) || /^w:(?:bookmark|proofErr|perm|comment)/.test(next.tagName)))
      next = next.nextSibling;
    if (mark !== undefined && (next === null || !isElement(next) || next.tagName !== 'w:p')) remove(mark);
  }
}

function acceptChanges(document: XmlDocument, doubts: Doubt[], places: Places): void {
  const inText = (node: XmlElement): boolean =>
    above(node, 'w:rPr') === undefined && above(node, 'w:trPr') === undefined && above(node, 'w:numPr') === undefined;
  const rows = all(document, 'w:tr').filter((row) => child(child(row, 'w:trPr'), 'w:del') !== undefined);
  const moved = all(document, 'w:moveFrom').filter(inText);
  const deleted = all(document, 'w:del').filter(
    (node) => inText(node) && !rows.some((row) => row === above(node, 'w:tr')),
  );
  const inserted = all(document, 'w:ins').filter(inText);
  const letters = squeeze(
    deleted
      .map((node) =>
        all(node, 'w:delText', 'w:t')
          .map((text) => text.textContent ?? '')
          .join(''),
      )
      .join(' … '),
  );
  const counts = [
    [inserted.length, 'insertion', 'kept'],
    [deleted.length + rows.length, 'deletion', 'left out'],
    [moved.length, 'move', 'made'],
  ] as const;
  const said = counts
    .filter(([count]) => count > 0)
    .map(([count, what, done]) => `${count} ${what}${count === 1 ? '' : 's'} ${done}`);
  if (said.length > 0) {
    doubts.push(
      places.doubt(
        `Tracked changes were accepted: ${said.join(', ')}${letters === '' ? '' : ` (${quoted(letters)})`}.`,
        'reject the changes that do not hold in the word processor, and import again',
        inOrder(document, [...rows, ...moved, ...deleted, ...inserted]),
      ),
    );
  }
  rows.forEach(remove);
  all(document, 'w:cellDel').forEach((mark) => {
    const cell = above(mark, 'w:tc');
    if (cell !== undefined) remove(cell);
  });
  for (const table of all(document, 'w:tbl'))
    if (!children(table).some(({tagName}) => tagName === 'w:tr' || tagName === 'w:sdt')) remove(table);
  [...moved, ...deleted].forEach(remove);
  inserted.forEach(unwrap);
}

function inOrder(document: XmlDocument, nodes: readonly XmlElement[]): XmlElement[] {
  const wanted = new Set(nodes);
  return all(document, '*').filter((node) => wanted.has(node));
}

/** Of the same thing for newer and older programs, the one for older ones, which mammoth reads. */
function chooseAlternatives(document: XmlDocument): void {
  for (const node of all(document, 'mc:AlternateContent')) {
    const [choice, fallback] = [child(node, 'mc:Choice'), child(node, 'mc:Fallback')];
    const hasText = (each: XmlElement | undefined): boolean => each !== undefined && all(each, 'w:t').length > 0;
    const kept = hasText(fallback) ? fallback : hasText(choice) ? choice : (fallback ?? choice);
    for (const other of children(node)) if (other !== kept) remove(other);
    if (kept !== undefined) unwrap(kept);
    unwrap(node);
  }
}

function liftTextBoxes(document: XmlDocument, doubts: Doubt[], places: Places): void {
  for (const box of all(document, 'w:txbxContent')) {
    let paragraph = above(box, 'w:p');
    for (
      let outer = paragraph;
      outer !== undefined;
      outer = above(outer, 'w:txbxContent') === undefined ? undefined : above(outer, 'w:p')
    )
      paragraph = outer;
    if (paragraph === undefined) continue;
    const words = squeeze(wordsIn(box));
    if (words !== '')
      doubts.push(
        places.doubt(
          `A text box now stands after the paragraph it was beside: ${quoted(words)}.`,
          'move it in the Markdown if it belongs elsewhere',
          [paragraph],
        ),
      );
    const frame = above(box, 'w:drawing') ?? above(box, 'w:pict');
    const next = paragraph.nextSibling;
    for (const block of children(box)) paragraph.parentNode?.insertBefore(block, next);
    remove(box);
    // What held the words and no picture is none.
    if (frame !== undefined && all(frame, 'pic:pic', 'v:imagedata', 'w:txbxContent').length === 0) remove(frame);
  }
}

function dropPictures(document: XmlDocument, doubts: Doubt[], places: Places): void {
  const pictures = all(document, 'w:drawing', 'w:pict', 'w:object').filter((node) => node.parentNode !== null);
  const descriptions = pictures
    .flatMap((node) =>
      all(node, 'wp:docPr', 'v:shape', 'v:imagedata').map((each) =>
        squeeze(each.getAttribute('descr') ?? each.getAttribute('alt') ?? ''),
      ),
    )
    .filter((text) => text !== '');
  if (pictures.length === 0) return;
  const described = descriptions.length === 0 ? '' : `: ${descriptions.slice(0, 3).map(quoted).join(', ')}`;
  doubts.push(
    places.doubt(
      `A policy holds no pictures: ${pictures.length === 1 ? 'one was' : `${pictures.length} were`} left ` +
        `out${described}.`,
      'say in words what they show',
      pictures,
    ),
  );
  pictures.forEach(remove);
}

/** A table of contents repeats the headings with numbers of pages that are no more. */
function dropContents(document: XmlDocument, doubts: Doubt[], places: Places): void {
  const blocks = all(document, 'w:docPartGallery')
    .filter((node) => node.getAttribute('w:val') === 'Table of Contents')
    .map((node) => above(node, 'w:sdt'))
    .filter((node) => node !== undefined);
  const lines = all(document, 'w:p').filter((node) =>
    /^(?:TOC|Contents|Innehll|Inhopg|INNH)\d?$/i.test(valueOf(child(node, 'w:pPr'), 'w:pStyle') ?? ''),
  );
  const words = squeeze([...blocks, ...lines].map(wordsIn).join(' '));
  if (words !== '')
    doubts.push(
      places.doubt(
        `The table of contents was left out: ${quoted(words)}.`,
        'do nothing: the viewer makes its own',
        [...blocks, ...lines].slice(0, 1),
      ),
    );
  blocks.forEach(remove);
  lines.forEach(remove);
}

function dropHidden(document: XmlDocument, doubts: Doubt[], places: Places): void {
  const runs = all(document, 'w:r').filter((run) => isOn(child(run, 'w:rPr'), 'w:vanish'));
  const words = squeeze(runs.map(wordsIn).join(''));
  if (words !== '')
    doubts.push(
      places.doubt(
        `Hidden words were left out: ${quoted(words)}.`,
        'show them in the word processor if they belong to the policy, and import again',
        runs,
      ),
    );
  runs.forEach(remove);
}

/** Signs of picture fonts, formulas, boxes to tick. */
function dropOddities(document: XmlDocument, doubts: Doubt[], places: Places): void {
  const signs = all(document, 'w:sym');
  if (signs.length > 0)
    doubts.push(
      places.doubt(
        `${signs.length === 1 ? 'A sign' : `${signs.length} signs`} of a picture font ` +
          `(${signs[0]?.getAttribute('w:font') ?? 'unknown'}) could not be read and ` +
          `${signs.length === 1 ? 'was' : 'were'} left out.`,
        'write in words what they say',
        signs,
      ),
    );
  signs.forEach(remove);
  for (const node of all(document, 'w:instrText')) if (/FORMCHECKBOX/.test(node.textContent ?? '')) remove(node);
  for (const node of all(document, 'w14:checkbox')) remove(node);
  const formulas = all(document, 'm:oMath');
  if (formulas.length > 0)
    doubts.push(
      places.doubt('A formula was kept as its letters on one line.', 'see whether it can still be read', formulas),
    );
  for (const node of formulas)
    node.parentNode?.replaceChild(
      makeRun(
        document,
        all(node, 'm:t')
          .map((text) => text.textContent ?? '')
          .join(''),
      ),
      node,
    );
  for (const node of all(document, 'm:oMathPara')) unwrap(node);
  for (const node of all(document, 'w:ruby')) {
    for (const base of all(node, 'w:rubyBase')) unwrap(base);
    for (const part of children(node)) if (part.tagName !== 'w:r') remove(part);
    const run = above(node, 'w:r');
    unwrap(node);
    // A run within a run would not be read.
    if (run !== undefined)
      for (const inner of children(run))
        if (inner.tagName === 'w:r') for (const text of children(inner)) run.insertBefore(text, inner);
  }
}

/** Names that a link in the document leads to; the others say nothing to a reader. */
export function keepLinkedBookmarks(document: XmlDocument): void {
  const linked = new Set([
    ...all(document, 'w:hyperlink').map((node) => node.getAttribute('w:anchor') ?? ''),
    ...all(document, 'w:instrText').flatMap(
      (node) => /HYPERLINK\s+\\l\s+"([^"]+)"/.exec(node.textContent ?? '')?.[1] ?? [],
    ),
  ]);
  for (const node of all(document, 'w:bookmarkStart')) if (!linked.has(node.getAttribute('w:name') ?? '')) remove(node);
}
