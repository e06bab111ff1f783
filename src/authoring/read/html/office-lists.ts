/**
 * Lists that are none in a word processor's page. Word writes items as paragraphs
 * with their marks as words; Google Docs writes a list in a list as one after it.
 */
import type {Element, ElementContent, RootContent} from 'hast';
import {attribute, isElement, lettersOf, type Parent} from './tree.js';

interface Line {
  readonly level: number;
  /** Undefined for a bullet. */
  readonly number: number | undefined;
  readonly children: readonly ElementContent[];
  readonly node: Element;
}

export function makeLists(parent: Parent): void {
  for (const child of parent.children) if (isElement(child)) makeLists(child);
  const made: (RootContent | ElementContent)[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    if (lines.length > 0) made.push(...listsOf(lines));
    lines = [];
  };
  for (const child of parent.children) {
    const found = isElement(child) ? (readWordItem(child) ?? readGoogleList(child)) : undefined;
    if (found !== undefined) lines.push(...found);
    else if (lines.length > 0 && ((child.type === 'text' && child.value.trim() === '') || child.type === 'comment'))
      continue;
    else {
      flush();
      made.push(child);
    }
  }
  flush();
  parent.children = made;
}

function listsOf(lines: readonly Line[]): Element[] {
  const lists: Element[] = [];
  /** The lists that are open, from the outermost. */
  let open: {readonly level: number; readonly list: Element}[] = [];
  for (const {level, number, children, node} of lines) {
    open = open.filter((each) => each.level <= level);
    const tagName = number === undefined ? 'ul' : 'ol';
    const properties: Element['properties'] = number === undefined ? {} : {value: String(number)};
    const item: Element = {
      type: 'element',
      tagName: 'li',
      properties,
      children: [...children],
      ...(node.position !== undefined && {position: node.position}),
    };
    const last = open.at(-1);
    if (last?.level === level && last.list.tagName === tagName) {
      last.list.children.push(item);
      continue;
    }
    if (last?.level === level) open.pop();
    const list: Element = {
      type: 'element',
      tagName,
      properties: {},
      children: [item],
      ...(node.position !== undefined && {position: node.position}),
    };
    const outer = open.at(-1)?.list.children.at(-1);
    if (outer !== undefined && isElement(outer)) outer.children.push(list);
    else lists.push(list);
    open.push({level, list});
  }
  return lists;
}

/** `·`, `o` and `§` of Word's picture fonts, and what other programs take for bullets. */
const bullet = /^[·•●○◦▪■§\uf0b7\uf0a7\uf0d8o–-]$/u;
const plainNumber = /^(\d{1,4})[.)]$/;

/** A paragraph of Word's lists, which begins with its mark. */
function readWordItem(node: Element): Line[] | undefined {
  if (
    node.tagName !== 'p' ||
    !/(?:^|\s)MsoList|mso-list\s*:\s*l\d/i.test(
      `${attribute(node, 'className') ?? ''} ${attribute(node, 'style') ?? ''}`,
    )
  )
    return undefined;
  const [lead, mark = ''] = /^\s*(\S{1,8})\s+/u.exec(lettersOf(node)) ?? [];
  if (lead === undefined) return undefined;
  const number = plainNumber.exec(mark)?.[1];
  const isMark = bullet.test(mark) || number !== undefined;
  // Other marks, (a) and iv., are words that readers cite; a paragraph without any goes on with the item before.
  if (!isMark && !/^\(?(?:[a-z]{1,5}|[\d.]{1,40})[.)]+$/iu.test(mark)) return undefined;
  if (isMark) cutLetters(node, lead.length);
  return [
    {level: levelOf(node), number: number === undefined ? undefined : Number(number), children: node.children, node},
  ];
}

/** Takes the first letters off; answers how many are still to go. */
function cutLetters(node: Element, count: number): number {
  let left = count;
  for (const child of node.children) {
    if (left === 0) return 0;
    if (child.type === 'text') {
      const cut = Math.min(left, child.value.length);
      child.value = child.value.slice(cut);
      left -= cut;
    } else if (isElement(child)) left = cutLetters(child, left);
  }
  return left;
}

/** In half inches of margin where the list does not say it. */
function levelOf(node: Element): number {
  const style = attribute(node, 'style') ?? '';
  const said = /mso-list\s*:[^;]*level(\d)/i.exec(style)?.[1];
  if (said !== undefined) return Number(said);
  const margin =
    /margin-left\s*:\s*(-?[\d.]+)(pt|in|cm|mm|px)/i.exec(style) ??
    /margin\s*:\s*(?:[\d.]{1,12}[a-z]{0,5}\s+){3}(-?[\d.]+)(pt|in|cm|mm|px)/i.exec(style);
  const inches =
    Number(margin?.[1] ?? 0.5) / ({pt: 72, in: 1, cm: 2.54, mm: 25.4, px: 96}[margin?.[2]?.toLowerCase() ?? 'in'] ?? 1);
  return Math.max(1, Math.round(inches / 0.5));
}

/** `<ul class="lst-kix_abc-1">` is a list of the second level. */
function readGoogleList(node: Element): Line[] | undefined {
  const level = /(?:^|\s)lst-kix_[\w.]+-(\d)(?:\s|$)/.exec(attribute(node, 'className') ?? '')?.[1];
  if (level === undefined || (node.tagName !== 'ul' && node.tagName !== 'ol')) return undefined;
  // What is lettered is left to be read as any such list.
  let number = Number(attribute(node, 'start') ?? 1);
  return node.children
    .filter(isElement)
    .filter(({tagName}) => tagName === 'li')
    .map((item): Line => ({
      level: Number(level),
      number: node.tagName === 'ol' ? number++ : undefined,
      children: item.children,
      node: item,
    }));
}
