/** A page's main part, and the title that may stand before it. */
import type {Element, Nodes, Parents, RootContent} from 'hast';
import {roles} from './no-text.js';
import {attribute, contains, find, findAll, isElement, isHidden, lettersOf} from './tree.js';

/** The one main part: <main>, or the only <article>. */
export function mainOf(body: Parents): Element | undefined {
  const mains = findAll(
    body,
    (node) => (node.tagName === 'main' || attribute(node, 'role') === 'main') && !isHidden(node),
  );
  const articles = findAll(body, ({tagName}) => tagName === 'article');
  const found = mains.length > 0 ? mains : articles.length === 1 ? articles : [];
  return found.find((node) => lettersOf(node) !== '');
}

/**
 * The title where it stands before the main part, in a header of its own, with what follows it there: the main part has
 * none then. Lists of links are a menu.
 */
export function titleBefore(body: Parents, main: Element): readonly RootContent[] {
  const isTitle = ({tagName}: Element): boolean => tagName === 'h1';
  if (findAll(main, isTitle).some((node) => lettersOf(node).trim() !== '')) return [];
  const before = elementsBefore(body, main).filter(
    (node) =>
      !/^(?:nav|aside|footer|dialog)$/.test(node.tagName) &&
      !isHidden(node) &&
      !((attribute(node, 'role') ?? '') in roles),
  );
  const holder = before.findLast((node) => isTitle(node) || find(node, isTitle) !== undefined);
  return holder === undefined ? [] : from(holder);

  function from(node: Element): readonly RootContent[] {
    if (isTitle(node)) return [node];
    const at = node.children.findIndex(
      (child) => isElement(child) && (isTitle(child) || find(child, isTitle) !== undefined),
    );
    const child = node.children[at];
    const after = node.children.slice(at + 1).filter((each) => !isElement(each) || !isMenu(each));
    return child !== undefined && isElement(child) ? [...from(child), ...after] : [];
  }
}

/** Elements that stand before another, beside it or beside what it is in. */
const elementsBefore = (node: Parents, other: Element): readonly Element[] => {
  const at = node.children.findIndex((child) => child === other || (isElement(child) && contains(child, other)));
  const child = node.children[at];
  const own = node.children.slice(0, Math.max(0, at)).filter(isElement);
  return child !== undefined && child !== other && isElement(child) ? [...own, ...elementsBefore(child, other)] : own;
};

/** Links, and nothing beside them. */
const isMenu = (node: Element): boolean => {
  const links = findAll(node, ({tagName}) => tagName === 'a');
  const letters = (each: Nodes): number => lettersOf(each).replace(/\s+/gu, '').length;
  return (
    node.tagName === 'nav' ||
    node.tagName === 'button' ||
    (links.length > 1 && links.reduce((count, link) => count + letters(link), 0) >= letters(node))
  );
};
