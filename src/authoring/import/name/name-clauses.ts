/**
 * Ids for the sections and list items that import writes. A section is named after
 * its first audience, an item after its section and the data it is about, so that
 * one clause has one id in every language and edition. What has neither is counted.
 */
import type {ListItem, Nodes} from 'mdast';
import type {Id, LanguageTag} from '../../../policy/bundle.js';
import type {Attributes} from '../../folder/markdown/attributes.js';
import {textOf, type Flow} from '../../document/document.js';
import type {StructurePart} from '../../recognise/recognise-structure.js';

type HeadingPart = Extract<StructurePart, {kind: 'heading'}>;

/** The ids of a text's headings and list items, in reading order. */
export interface ClauseNames {
  readonly ids: ReadonlyMap<HeadingPart | ListItem, Id>;
  /** Two texts of the same shape have the same clauses in the same order. */
  readonly shape: string;
}

/** The data categories that a clause is mainly about. */
export type FindCategories = (text: string, language: LanguageTag) => readonly Id[];

export function nameClauses(
  parts: readonly StructurePart[],
  attributes: ReadonlyMap<Nodes, Attributes>,
  language: LanguageTag,
  findCategories: FindCategories,
): ClauseNames {
  const ids = new Map<HeadingPart | ListItem, Id>();
  const written = new Set([...attributes.values()].flatMap(({id}) => (id === undefined ? [] : [id.name])));
  const taken = new Set(written);
  const take = (wish: Id, always = false): Id => {
    let id = always ? `${wish}-1` : wish;
    for (let count = 2; taken.has(id); count++) id = `${wish}-${count}`;
    taken.add(id);
    return id;
  };
  const shape: string[] = [];
  let section: Id = 'preamble';
  for (const part of parts) {
    if (part.kind === 'heading') {
      const kept = part.node && attributes.get(part.node)?.id?.name;
      const {audiences} = part;
      section =
        kept ??
        (audiences === 'everyone'
          ? take('everyone')
          : audiences?.[0] !== undefined
            ? take(audiences[0])
            : take('section', true));
      ids.set(part, section);
      shape.push(audiences === undefined ? '#' : `#${String(audiences)}`);
    } else if (part.kind === 'rule') {
      section = 'closing';
      shape.push('---');
    } else {
      shape.push(shapeOf(part.node));
      for (const item of itemsOf(part.node)) {
        const [paragraph] = item.children;
        if (paragraph?.type !== 'paragraph') continue;
        const categories = findCategories(textOf(paragraph), language);
        const kept = attributes.get(item)?.id?.name;
        ids.set(
          item,
          kept ?? (categories.length === 0 ? take(section, true) : take(`${section}-${categories.join('-')}`)),
        );
      }
    }
  }
  return {ids, shape: shape.join(' ')};
}

/**
 * The names of one text for another of the same shape, which keeps the ids that are written in it. Those of a page are
 * other words in each language, so they are not kept.
 */
export function copyNames(from: ClauseNames, to: ClauseNames, attributes: ReadonlyMap<Nodes, Attributes>): ClauseNames {
  const names = [...from.ids.values()];
  const ids = [...to.ids].map(([bearer, own], index): readonly [HeadingPart | ListItem, Id] => {
    return [bearer, writtenId(bearer, attributes) ?? names[index] ?? own];
  });
  // What one text calls a clause may be the name of another clause in the other.
  return new Set(ids.map(([, id]) => id)).size < ids.length ? to : {shape: to.shape, ids: new Map(ids)};
}

/** The id that somebody wrote at a heading or item. */
export function writtenId(bearer: HeadingPart | ListItem, attributes: ReadonlyMap<Nodes, Attributes>): Id | undefined {
  const node = 'kind' in bearer ? bearer.node : bearer;
  const found = node && attributes.get(node);
  return found?.isOfPage === true ? undefined : found?.id?.name;
}

/** Every list item in a block, those within items after the item they are in. */
export function itemsOf(node: Flow): ListItem[] {
  if (node.type === 'blockquote') return node.children.flatMap(itemsOf);
  if (node.type !== 'list') return [];
  return node.children.flatMap((item) => [item, ...item.children.flatMap(itemsOf)]);
}

function shapeOf(node: Flow): string {
  if (node.type === 'list') return `[${node.children.map((item) => item.children.map(shapeOf).join('')).join(',')}]`;
  if (node.type === 'blockquote') return `>(${node.children.map(shapeOf).join('')})`;
  return node.type.charAt(0);
}
