/** Reads a prerendered page as a browser's parser would, and tells what stands in it. */
import type {Element, Nodes, Root} from 'hast';
import {fromHtml} from 'hast-util-from-html';

export interface Reading {
  readonly tree: Root;
  /** Parse errors of the HTML standard. */
  readonly errors: readonly string[];
}

export function readHtml(html: string, fragment = false): Reading {
  const errors: string[] = [];
  const tree = fromHtml(html, {
    fragment,
    onerror: ({ruleId, line, column}) => {
      errors.push(`${line}:${column} ${ruleId}`);
    },
  });
  return {tree, errors};
}

export function* elementsIn(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node;
  if ('children' in node) for (const child of node.children) yield* elementsIn(child);
}

export const find = (node: Nodes, tagName: string, matches: (element: Element) => unknown = () => true): Element[] =>
  [...elementsIn(node)].filter((element) => element.tagName === tagName && matches(element));

export const attribute = (element: Element | undefined, name: string): string => {
  const value = element?.properties[name];
  return Array.isArray(value) ? value.join(' ') : value === undefined || value === null ? '' : String(value);
};

/** All letters; a line break counts as a line feed. */
export const textOf = (node: Nodes): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element' && node.tagName === 'br'
      ? '\n'
      : 'children' in node
        ? node.children.map(textOf).join('')
        : '';

/**
 * What a policy's text says, piece by piece, each as `kind id: words`, without the labels beside it. Letters
 * belong to the nearest heading, lead, cell or clause around them, so that an item's words are told from those of a
 * list in it.
 */
export function piecesOf(tree: Nodes): string[] {
  const pieces: {readonly name: string; words: string}[] = [];
  const walk = (node: Nodes, current: {words: string} | undefined): void => {
    if (node.type === 'text') {
      if (current) current.words += node.value;
    } else if (node.type === 'element' && attribute(node, 'className') === 'label') {
      return;
    } else if (node.type === 'element' || node.type === 'root') {
      const name = node.type === 'element' ? nameOf(node) : undefined;
      const own = name === undefined ? current : {name, words: ''};
      if (own && name !== undefined) pieces.push(own as {name: string; words: string});
      if (node.type === 'element' && node.tagName === 'br' && current) current.words += '\n';
      for (const child of node.children) walk(child, own);
    }
  };
  walk(tree, undefined);
  return pieces.map(({name, words}) => `${name}: ${words}`);
}

function nameOf(element: Element): string | undefined {
  const {tagName, properties} = element;
  if (/^h[1-6]$/.test(tagName)) return 'heading';
  if (attribute(element, 'className') === 'lead') return 'lead';
  if (tagName === 'td' || tagName === 'th') return 'cell';
  return typeof properties['dataClause'] === 'string' ? `clause ${properties['dataClause']}` : undefined;
}
