/**
 * mammoth's HTML → a page like any other: numbers and places that were sent along are put where they belong, and
 * notes are what they are.
 */
import type {Element as HtmlElement, Root} from 'hast';
import {attribute, isElement as isHtmlElement} from '../html/tree.js';
import {numberMark} from './paragraphs.js';
import {placeMark} from './places.js';

export function tidy(tree: Root): Root {
  placeNodes(tree, 1);
  const visit = (node: Root | HtmlElement, item: HtmlElement | undefined): void => {
    node.children = node.children.filter((each) => {
      if (!isHtmlElement(each)) return true;
      const id = attribute(each, 'id') ?? '';
      if (id.startsWith(placeMark)) return false;
      if (id.startsWith(numberMark)) {
        if (item !== undefined) item.properties['value'] = id.slice(numberMark.length);
        return false;
      }
      if (/^(?:foot|end)note-ref-\d+$/.test(id)) delete each.properties['id'];
      visit(each, each.tagName === 'li' ? each : item);
      return true;
    });
  };
  visit(tree, undefined);
  const last = tree.children.findLast(isHtmlElement);
  const isNotes =
    last?.tagName === 'ol' &&
    last.children.some((item) => isHtmlElement(item) && /^(?:foot|end)note-\d+$/.test(attribute(item, 'id') ?? ''));
  if (!isNotes) return tree;
  nameNotes(tree, last);
  const section: HtmlElement = {
    type: 'element',
    tagName: 'section',
    properties: {dataFootnotes: true},
    children: [last],
  };
  return {...tree, children: tree.children.map((node) => (node === last ? section : node))};
}

/** Gives each node the number of its paragraph for a line; what holds several has that of the first. */
function placeNodes(node: Root | HtmlElement, around: number): number | undefined {
  let found: number | undefined;
  for (const child of node.children) {
    if (!isHtmlElement(child)) continue;
    const id = attribute(child, 'id') ?? '';
    const own = id.startsWith(placeMark) ? Number(id.slice(placeMark.length)) : placeNodes(child, found ?? around);
    found ??= own;
  }
  const line = found ?? around;
  const point = {line, column: 1};
  for (const each of [node, ...node.children])
    if (!isHtmlElement(each) || each.children.length === 0 || each === node) each.position = {start: point, end: point};
  return found;
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
