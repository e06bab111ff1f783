/**
 * Foot- and endnotes of Word, LibreOffice and Google Docs: a call and a note that link
 * to one another. They become a list at the end, counted as one, that the calls lead to.
 */
import type {Element, Root} from 'hast';
import {attribute, isElement, lettersOf, type Parent} from './tree.js';

interface Note {
  readonly call: Element;
  readonly sign: Element;
}

export function gatherNotes(root: Root): void {
  const parents = new Map<Element, Parent>();
  const links: Element[] = [];
  const walk = (node: Parent): void => {
    for (const child of node.children) {
      if (!isElement(child)) continue;
      parents.set(child, node);
      if (child.tagName === 'a') links.push(child);
      walk(child);
    }
  };
  walk(root);
  const bodies: Element[] = [];
  for (const {call, sign} of findNotes(links, parents)) {
    const body = bodyOf(sign, links, parents);
    if (body === undefined || bodies.includes(body)) continue;
    bodies.push(body);
    call.properties = {href: `#${nameOf(bodies.length)}`};
    call.children = [{type: 'text', value: String(bodies.length)}];
    removeFrom(parents.get(sign), sign);
  }
  const last = bodies.at(-1);
  const home = last && parents.get(last);
  if (last === undefined || home === undefined) return;
  const [first = last] = bodies;
  dropRule(first, parents);
  const items = bodies.map((body, index): Element => {
    if (body !== last) removeFrom(parents.get(body), body);
    return {
      type: 'element',
      tagName: 'li',
      properties: {id: nameOf(index + 1)},
      children: body.tagName === 'div' ? body.children : [body],
      ...(body.position !== undefined && {position: body.position}),
    };
  });
  const list: Element = {type: 'element', tagName: 'ol', properties: {}, children: items};
  home.children[home.children.indexOf(last)] = {
    type: 'element',
    tagName: 'section',
    properties: {dataFootnotes: true},
    children: [list],
  };
}

const nameOf = (number: number): string => `note-${number}`;

/** Links that lead to one another, the first from a place of its own within words, the other before the note's. */
function findNotes(links: readonly Element[], parents: ReadonlyMap<Element, Parent>): Note[] {
  const byName = new Map<string, Element>();
  for (const link of links) for (const name of namesOf(link, parents)) if (!byName.has(name)) byName.set(name, link);
  const seen = new Set<Element>();
  return links.flatMap((call): Note[] => {
    const sign = byName.get(targetOf(call));
    if (sign === undefined || sign === call || seen.has(call) || byName.get(targetOf(sign)) !== call) return [];
    seen.add(sign);
    return isSign(call) && isSign(sign) ? [{call, sign}] : [];
  });
}

const namesOf = (link: Element, parents: ReadonlyMap<Element, Parent>): string[] => {
  const around = parents.get(link);
  const raised =
    around !== undefined && around.type === 'element' && around.tagName === 'sup' ? attribute(around, 'id') : undefined;
  return [attribute(link, 'id'), attribute(link, 'name'), raised].filter(
    (name) => name !== undefined && name !== '',
  ) as string[];
};

function targetOf(link: Element): string {
  const href = attribute(link, 'href') ?? '';
  return href.startsWith('#') ? href.slice(1) : '\0';
}

/** What a call looks like: 1, [12], iv, *. */
const isSign = (link: Element): boolean =>
  /^\s*[[(]?(?:\d{1,4}|[ivxlc]{1,7}|[a-z]|[*†‡§¶]{1,3})[\])]?\s*$/iu.test(lettersOf(link));

/** The paragraph that a note's sign begins, or what holds that and the note's other paragraphs. */
function bodyOf(sign: Element, links: readonly Element[], parents: ReadonlyMap<Element, Parent>): Element | undefined {
  let body: Element | undefined;
  for (let at = parents.get(sign); at !== undefined && at.type === 'element'; at = parents.get(at)) {
    if (/^(?:li|td|th|body|main|article|html)$/.test(at.tagName)) break;
    if (at.children.some((child) => isElement(child) && child.tagName === 'hr')) break;
    if (!lettersOf(at).trimStart().startsWith(lettersOf(sign).trim())) break;
    if (
      body !== undefined &&
      links.some((link) => link !== sign && isSign(link) && targetOf(link) !== '\0' && isWithin(link, at, parents))
    )
      break;
    if (/^(?:p|div)$/.test(at.tagName)) body = at;
  }
  return body;
}

function isWithin(node: Element, outer: Element, parents: ReadonlyMap<Element, Parent>): boolean {
  for (let at: Parent | undefined = node; at !== undefined && at.type === 'element'; at = parents.get(at))
    if (at === outer) return true;
  return false;
}

/** The line that stands between a text and its notes. */
function dropRule(first: Element, parents: ReadonlyMap<Element, Parent>): void {
  const around = parents.get(first);
  if (around === undefined) return;
  const before = around.children
    .slice(0, around.children.indexOf(first))
    .filter(isElement)
    .filter(({tagName}) => tagName !== 'br')
    .at(-1);
  if (before?.tagName === 'hr') removeFrom(around, before);
}

function removeFrom(parent: Parent | undefined, node: Element): void {
  if (parent !== undefined) parent.children = parent.children.filter((child) => child !== node);
}
