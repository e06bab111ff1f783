/**
 * Paragraphs and items side by side that each speak to somebody else: "If you apply for a job, …", "If you are a
 * supplier, …". A paragraph can be for nobody in particular, an item can, so such paragraphs become items.
 */
import type {List, ListItem, Paragraph} from 'mdast';
import type {Id} from '../../policy/bundle.js';
import {lineOf, textOf, type Flow} from '../document/document.js';
import type {Doubt} from '../document/guess.js';
import {addressesReader} from './frames.js';
import {isOccasional, type HeadingPlan} from './heading-plans.js';
import {isUnderstood, readRoles, type RoleReader} from './recognise-audiences.js';
import {shorten, splitRunIn} from './recognise-headings.js';

export interface Parallel {
  readonly blocks: readonly Flow[];
  /** Whom an item is for, where it names them. */
  readonly items: ReadonlyMap<ListItem, readonly Id[]>;
  readonly doubts: readonly Doubt[];
}

interface Opening {
  readonly words: string;
  readonly ids: readonly Id[];
}

/** Reads them in the sections that no heading gives to somebody. */
export function readParallel(
  blocks: readonly Flow[],
  plans: ReadonlyMap<Flow, HeadingPlan>,
  reader: RoleReader,
): Parallel {
  const items = new Map<ListItem, readonly Id[]>();
  const doubts: Doubt[] = [];
  const read: Flow[] = [];
  for (const {nodes, isForAll} of sectionsOf(blocks, plans, reader)) {
    let run: {readonly node: Paragraph; readonly opening: Opening}[] = [];
    const close = (): void => {
      if (areApart(run.map(({opening}) => opening))) {
        const list = toList(run.map(({node}) => node));
        list.children.forEach((item, index) => items.set(item, run[index]?.opening.ids ?? []));
        read.push(list);
        doubts.push(
          doubtOf(
            run.map(({opening}) => opening),
            list,
          ),
        );
      } else read.push(...run.map(({node}) => node));
      run = [];
    };
    for (const node of nodes) {
      const opening = isForAll && node.type === 'paragraph' ? openingOf(node, reader) : undefined;
      if (opening !== undefined && node.type === 'paragraph') {
        run.push({node, opening});
        continue;
      }
      close();
      read.push(node);
      if (!isForAll || node.type !== 'list') continue;
      const openings = node.children.map((item) => openingOf(item.children[0], reader));
      if (!areApart(openings.filter((each) => each !== undefined))) continue;
      node.children.forEach((item, index) => {
        const found = openings[index];
        if (found !== undefined) items.set(item, found.ids);
      });
    }
    close();
  }
  return {blocks: read, items, doubts};
}

/** Each heading with what stands below it, and whether neither it nor one around it names somebody. */
function sectionsOf(
  blocks: readonly Flow[],
  plans: ReadonlyMap<Flow, HeadingPlan>,
  reader: RoleReader,
): readonly {nodes: readonly Flow[]; isForAll: boolean}[] {
  const sections: {nodes: Flow[]; isForAll: boolean}[] = [{nodes: [], isForAll: true}];
  let given: number | undefined;
  for (const node of blocks) {
    if (node.type === 'heading') {
      if (given !== undefined && node.depth <= given) given = undefined;
      const verdict = plans.get(node)?.verdict;
      if (given === undefined && verdict !== undefined && verdict !== 'nobody') given = node.depth;
      sections.push({nodes: [node], isForAll: given === undefined});
    } else sections.at(-1)?.nodes.push(node);
  }
  // Who is named before a paragraph has all that follows: "Visitors. …"
  const isNamed = (node: Flow): boolean => {
    const split = node.type === 'paragraph' ? splitRunIn(node) : undefined;
    return split !== undefined && isUnderstood(readRoles(split.heading.map(textOf).join(''), reader));
  };
  return sections.map(({nodes, isForAll}) => ({nodes, isForAll: isForAll && !nodes.some(isNamed)}));
}

/** Whom a text's first words speak to, up to the comma; nothing where it says more than that. */
function openingOf(node: Flow | undefined, reader: RoleReader): Opening | undefined {
  if (node?.type !== 'paragraph') return undefined;
  const text = textOf(node).trim();
  const words = /^[^,.:;،、，。：；؛।]{4,100}(?=[,،、，])/u.exec(text)?.[0];
  if (words === undefined || !addressesReader(text, reader.language)) return undefined;
  const roles = readRoles(words, reader);
  if (!isUnderstood(roles) || roles.everyone || roles.ids.length === 0 || roles.ofProducts.length > 0) return undefined;
  return {words, ids: roles.ids};
}

/** Two at least name different people, and not what anybody does at some time. */
function areApart(openings: readonly Opening[]): boolean {
  const strong = openings.filter(({ids}) => !ids.every(isOccasional));
  return new Set(strong.map(({ids}) => ids.join(' '))).size >= 2;
}

function toList(paragraphs: readonly Paragraph[]): List {
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: paragraphs.map((paragraph) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph],
      ...(paragraph.position !== undefined && {position: paragraph.position}),
    })),
    ...(first?.position !== undefined &&
      last?.position !== undefined && {position: {start: first.position.start, end: last.position.end}}),
  };
}

const doubtOf = ([first, second]: readonly Opening[], list: List): Doubt => ({
  message:
    `“${shorten(first?.words ?? '')}” and “${shorten(second?.words ?? '')}” speak to different people, so these ` +
    'paragraphs became items of a list, each for those whom it names.',
  remedy: 'take {… audience="…"} away in the Markdown where everybody should read it',
  line: lineOf(list),
});
