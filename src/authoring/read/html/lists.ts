/** HTML's lists → Markdown's: nested, numbered from anywhere, and of terms with what is said of them. */
import type {Element, RootContent as HtmlContent} from 'hast';
import type {List, ListItem} from 'mdast';
import {isBlockContent, type Flow} from '../../document/document.js';
import type {Around, Converter} from './convert.js';
import {tidyInline} from './inline.js';
import {labelKind} from './list-labels.js';
import type {Plan} from './plan.js';
import {attribute, flag, isElement} from './tree.js';

const largestNumber = 999_999_999;

export function readList(node: Element, around: Around, converter: Converter, plan: Plan): Flow[] {
  const ordered = node.tagName === 'ol' && labelKind(node) === undefined;
  const lists: List[] = [];
  let expected: number | undefined;
  const add = (item: ListItem, number: number): void => {
    const last = lists.at(-1);
    if (last !== undefined && (!ordered || number === expected)) last.children.push(item);
    else
      lists.push({
        type: 'list',
        ordered,
        ...(ordered && {start: number}),
        spread: false,
        children: [item],
        ...(node.position !== undefined && {position: node.position}),
      });
    expected = number + 1;
  };
  if (flag(node, 'reversed'))
    converter.doubt(
      'This list is numbered backwards; its numbers now count up.',
      'write the numbers in the words if they matter',
      node,
    );
  for (const child of node.children) {
    if (plan.skipped.has(child)) continue;
    if (!isElement(child)) {
      if (child.type === 'text' && child.value.trim() !== '')
        add(
          {type: 'listItem', spread: false, children: converter.paragraphs([child], around).filter(isBlockContent)},
          expected ?? 1,
        );
      continue;
    }
    const last = lists.at(-1)?.children.at(-1);
    if ((child.tagName === 'ul' || child.tagName === 'ol') && last !== undefined) {
      last.children.push(...converter.block(child, within(around)).filter(isBlockContent));
      continue;
    }
    const wanted = Number(attribute(child, 'value') ?? expected ?? attribute(node, 'start') ?? 1);
    const number = Number.isInteger(wanted) && wanted >= 0 && wanted <= largestNumber ? wanted : (expected ?? 1);
    const item = readItem(child, around, converter, plan);
    if (item.children.length > 0) add(item, number);
    else expected = number + 1;
  }
  return lists;
}

function readItem(node: Element, around: Around, converter: Converter, plan: Plan): ListItem {
  return converter.item(node, around, () => {
    const children = converter.blocks(node.tagName === 'li' ? node.children : [node], within(around));
    const label = node.tagName === 'li' ? (plan.around.get(node)?.[0].trim() ?? '') : '';
    const [first] = children;
    if (label !== '') {
      if (first?.type === 'paragraph')
        first.children = tidyInline([{type: 'text', value: `${label} `}, ...first.children]);
      else children.unshift({type: 'paragraph', children: [{type: 'text', value: label}]});
    }
    return children.filter(isBlockContent);
  });
}

/** What stands in a list's item. A list in a cell has none: its items are lines. */
const within = ({depth, wrap}: Around): Around => ({depth: depth === 'cell' ? 'cell' : 'item', wrap});

/** Each term with what is said of it is an item. */
export function readDefinitions(node: Element, around: Around, converter: Converter, plan: Plan): Flow[] {
  const items: ListItem[] = [];
  let isOpen = false;
  const inner = within(around);
  const add = (child: HtmlContent): void => {
    if (plan.skipped.has(child)) return;
    if (isElement(child) && child.tagName === 'div') {
      child.children.forEach(add);
      return;
    }
    if (isElement(child) && child.tagName === 'dt') {
      const item = converter.item(child, around, () =>
        converter
          .blocks(child.children, {...inner, wrap: (nodes) => around.wrap([{type: 'strong', children: nodes}])})
          .filter(isBlockContent),
      );
      const last = items.at(-1);
      // Two terms in a row share what is said of them.
      if (isOpen && last !== undefined) last.children.push(...item.children);
      else if (item.children.length > 0) items.push(item);
      isOpen = true;
      return;
    }
    const said = (
      isElement(child)
        ? converter.blocks(child.tagName === 'dd' ? child.children : [child], inner)
        : converter.paragraphs([child], inner)
    ).filter(isBlockContent);
    if (said.length === 0) return;
    const last = items.at(-1);
    if (last === undefined) items.push({type: 'listItem', spread: false, children: said});
    else last.children.push(...said);
    isOpen = false;
  };
  node.children.forEach(add);
  return items.length === 0
    ? []
    : [
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: items,
          ...(node.position !== undefined && {position: node.position}),
        },
      ];
}
