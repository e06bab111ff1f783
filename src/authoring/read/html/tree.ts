/** Small questions about an HTML tree. */
import type {Element, Nodes, Parents, Properties, Root} from 'hast';
import {isInline} from './inline.js';
import type {Plan} from './plan.js';

/** What can hold elements. */
export type Parent = Root | Element;

export const isElement = (node: Nodes): node is Element => node.type === 'element';

/** An attribute by its name in the tree: `ariaHidden`. A list of names is one string. */
export function attribute({properties}: Element, name: keyof Properties & string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** Whether an attribute stands there, with or without a value. */
export const flag = ({properties}: Element, name: string): boolean =>
  properties[name] !== undefined && properties[name] !== null && properties[name] !== false;

export const hasClass = (node: Element, name: string): boolean =>
  (attribute(node, 'className') ?? '').split(' ').includes(name);

/** Every letter in a node, read or not. */
export function lettersOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(lettersOf).join('') : '';
}

/** The words in a node in one line, apart where a browser shows them apart. */
export const spokenIn = (node: Nodes): string => {
  const walk = (each: Nodes): string => {
    if (each.type === 'text') return each.value;
    if (!('children' in each)) return '';
    const inner = each.children.map(walk).join('');
    return isInline(each) ? inner : ` ${inner} `;
  };
  return walk(node).replace(/\s+/gu, ' ').trim();
};

/** The letters that are the text, by the plan. White space in them means nothing. */
export const wordsOf = ({content, skipped, around}: Plan): string => {
  const words: string[] = [];
  const walk = (node: Nodes): void => {
    if (skipped.has(node)) return;
    const [before = '', after = ''] = around.get(node) ?? [];
    words.push(before);
    if (node.type === 'text') words.push(node.value);
    else if (isElement(node) && node.tagName === 'img') words.push(attribute(node, 'alt') ?? '');
    else if ('children' in node) node.children.forEach(walk);
    words.push(after);
  };
  content.forEach(walk);
  return words.join(' ');
};

export const lineOfNode = (node: Nodes): {line?: number} =>
  node.position === undefined ? {} : {line: node.position.start.line};

export function isHidden(node: Element): boolean {
  const style = (attribute(node, 'style') ?? '').replace(/\s+/g, '').toLowerCase();
  return (
    flag(node, 'hidden') ||
    attribute(node, 'ariaHidden') === 'true' ||
    /(?:^|;)(?:display:none|visibility:hidden)/.test(style)
  );
}

/** The first words of something long. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text}”`;

/** The first element that fits, in the order of the text. */
export function find(node: Parents, fits: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const found = fits(child) ? child : find(child, fits);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The elements that fit, none of which is in another. */
export const findAll = (node: Parents, fits: (element: Element) => boolean): Element[] =>
  node.children.flatMap((child) => (isElement(child) ? (fits(child) ? [child] : findAll(child, fits)) : []));

/** All elements that fit, also those in one another. */
export const descendants = (node: Parents, fits: (element: Element) => boolean): Element[] =>
  node.children.flatMap((child) =>
    isElement(child) ? [...(fits(child) ? [child] : []), ...descendants(child, fits)] : [],
  );

export const contains = (node: Parents, other: Element): boolean =>
  node.children.some((child) => child === other || (isElement(child) && contains(child, other)));
