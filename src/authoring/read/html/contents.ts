/** A table of contents: the viewer makes its own, and this one's entries would be clauses. */
import type {Element} from 'hast';
import {attribute, isElement, lettersOf, spokenIn} from './tree.js';

const fewest = 3;
/** What stands above one. */
const titles = new Set([
  'table of contents',
  'contents',
  'on this page',
  'innehåll',
  'innehållsförteckning',
  'innhold',
  'innhald',
  'innholdsfortegnelse',
  'indhold',
  'indholdsfortegnelse',
  'inhoud',
  'inhoudsopgave',
  'inhalt',
  'inhaltsverzeichnis',
  'sommaire',
  'table des matières',
  'índice',
  'contenido',
  '目錄',
  '目录',
  'المحتويات',
  'جدول المحتويات',
]);
const isTitle = (words: string): boolean => titles.has(words.toLowerCase().replace(/[:：]$/u, ''));

/** Those of some elements side by side that are one, with its title. */
export function contentsIn(elements: readonly Element[]): ReadonlySet<Element> {
  const shown = elements.filter((element) => lettersOf(element).trim() !== '');
  const found = new Set<Element>(shown.filter(isContents));
  let run: Element[] = [];
  for (const element of [...shown, undefined]) {
    const links = element !== undefined && /^(?:p|div)$/.test(element.tagName) ? linksIn(element) : [];
    if (element !== undefined && links.length > 0 && shareOf(element, links) === 1) run.push(element);
    else {
      if (run.length >= fewest) run.forEach((each) => found.add(each));
      run = [];
    }
  }
  for (const [index, element] of shown.entries()) {
    const next = shown[index + 1];
    if (next !== undefined && found.has(next) && isTitle(spokenIn(element))) found.add(element);
  }
  return found;
}

/**
 * What Word and LibreOffice name so, and what is links into the page: a list of nothing else, or most of what a
 * site's maker names so.
 */
function isContents(node: Element): boolean {
  if (!/^(?:nav|div|section|aside|ul|ol|p)$/.test(node.tagName)) return false;
  const names = `${attribute(node, 'className') ?? ''} ${attribute(node, 'id') ?? ''}`;
  if (
    attribute(node, 'role') === 'doc-toc' ||
    /(?:^|\s)(?:MsoToc(?:\d|Heading)|Table of Contents\d+)(?=\s|$)/.test(names)
  )
    return true;
  const isList = node.tagName === 'ul' || node.tagName === 'ol';
  if (!isList && !/(?:^|[\s_-])(?:toc|table-of-contents)(?:[\s_-]|$)/i.test(names)) return false;
  const links = linksIn(node);
  return links.length >= fewest && shareOf(node, links) >= (isList ? 1 : 0.6);
}

/** Those into the page; a call of a note is none. */
const linksIn = (node: Element): Element[] =>
  node.children
    .filter(isElement)
    .flatMap((child) =>
      child.tagName === 'a' && /^#./.test(attribute(child, 'href') ?? '') && lettersOf(child).trim().length > 2
        ? [child]
        : linksIn(child),
    );

/** How much of the letters is in the links; numbers and dots beside them do not count. */
function shareOf(node: Element, links: readonly Element[]): number {
  const count = (text: string): number => text.replace(/[\s\d.]+/gu, '').length;
  return links.reduce((sum, link) => sum + count(lettersOf(link)), 0) / count(lettersOf(node));
}
