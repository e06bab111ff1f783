/**
 * Links within a text: the names that they lead to become ids of the bundle, and those that lead nowhere become
 * words.
 */
import type {Heading, Link, ListItem, Nodes, PhrasingContent} from 'mdast';
import type {Id} from '../../../policy/bundle.js';
import type {Source} from '../../findings/finding.js';
import {spot} from '../../findings/finding.js';
import type {Attributes} from '../../folder/markdown/attributes.js';
import type {Doubt} from '../../document/guess.js';
import {isParent, lineOf, textOf, type Flow} from '../../document/document.js';
import type {Anchor} from './convert.js';

declare module 'mdast' {
  interface LinkData {
    /** What a link leads to where the name says nothing: it gets the id that this will have. */
    target?: Heading | ListItem;
  }
}

/** Names that a program made and would make anew in a translation: of Word, LibreOffice, Google Docs. */
const automatic = [
  /^_?(?:ref|toc|hlk|goback)[_\d]*$/i,
  /^__?ref(?:heading|numpara)\w*$/i,
  /^_(?:ftn|edn)(?:ref)?\d+$/i,
  /^(?:_heading|bookmark)=/i,
  /^(?:h|id)\.[a-z\d]{6,}$/i,
  /^(?:sd)?(?:foot|end)note\d+(?:anc|sym)$/i,
  /^(?:table of contents|frame)\d+$/i,
];
const isAutomatic = (name: string): boolean => automatic.some((pattern) => pattern.test(name));

export interface Anchored {
  readonly blocks: readonly Flow[];
  readonly attributes: ReadonlyMap<Nodes, Attributes>;
  readonly doubts: readonly Doubt[];
}

/** `written` are the ids that a text gives itself in `{#…}`. */
export function anchor(
  blocks: readonly Flow[],
  anchors: readonly Anchor[],
  written: ReadonlyMap<Nodes, Attributes>,
  source: Source,
): Anchored {
  const title = blocks[0]?.type === 'heading' ? blocks[0] : undefined;
  const attributes = new Map(written);
  const doubts: Doubt[] = [];
  const taken = new Set([...written.values()].flatMap(({id}) => (id === undefined ? [] : [id.name])));
  const targets = new Map<string, Heading | ListItem>();
  const bearers = bearersIn(blocks);
  const standing = anchors.flatMap(({name, bearer}) =>
    bearer !== undefined && bearers.has(bearer) ? [{name, bearer}] : [],
  );
  for (const {name, bearer} of standing) if (!targets.has(name)) targets.set(name, bearer);
  for (const [bearer, {id}] of written)
    if (id !== undefined && (bearer.type === 'heading' || bearer.type === 'listItem')) targets.set(id.name, bearer);
  for (const [name, heading] of slugs(blocks)) if (!targets.has(name)) targets.set(name, heading);

  const give = (bearer: Heading | ListItem, name: string): Id | undefined => {
    const known = attributes.get(bearer);
    if (known?.id !== undefined) return known.id.name;
    const id = asId(name);
    if (id === '' || taken.has(id)) return undefined;
    taken.add(id);
    const at = spot(source, 0);
    attributes.set(bearer, {...(known ?? {written: '', at}), id: {name: id, at}, isOfPage: true});
    return id;
  };
  // What the page names may be linked to from elsewhere.
  for (const {name, bearer} of standing) if (bearer !== title && !isAutomatic(name)) give(bearer, name);

  const lead = (url: string): Pick<Link, 'url' | 'data'> | undefined => {
    const name = decode(url.slice(1));
    const bearer = targets.get(name) ?? targets.get(`user-content-${name}`) ?? targets.get(name.toLowerCase());
    if (bearer === undefined || bearer === title) return undefined;
    if (isAutomatic(name) && attributes.get(bearer)?.id === undefined) return {url: '#', data: {target: bearer}};
    const id = give(bearer, name) ?? give(bearer, `${name}-2`);
    if (id === undefined) return undefined;
    // Its id may yet become that of the same clause in another language.
    return {url: `#${id}`, ...(attributes.get(bearer)?.isOfPage === true && {data: {target: bearer}})};
  };
  const follow = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
    nodes.flatMap((node): PhrasingContent[] => {
      if (node.type === 'link' && node.url.startsWith('#')) {
        const way = lead(node.url);
        if (way !== undefined) return [{...node, ...way, children: follow(node.children)}];
        const isBeginning = node.url === '#' || node.url === '#top';
        const target = isBeginning ? 'the beginning' : `“${node.url}”, which is no section or item of this text`;
        doubts.push({
          message: `The link “${textOf(node)}” leads to ${target}, so only its words were kept.`,
          remedy: 'do nothing, or let it lead to an {#id} in the Markdown',
          ...(node.position !== undefined && {line: lineOf(node)}),
        });
        return follow(node.children);
      }
      return 'children' in node ? [{...node, children: follow(node.children)}] : [node];
    });
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      node.children = follow(node.children);
    else if (isParent(node)) node.children.forEach(visit);
  };
  blocks.forEach(visit);
  return {blocks, attributes, doubts};
}

/** What an id can be written at: headings, and items that begin with words. An item that turned out empty is none. */
function bearersIn(blocks: readonly Nodes[]): Set<Nodes> {
  const found = new Set<Nodes>();
  const visit = (node: Nodes): void => {
    if (node.type === 'heading' || (node.type === 'listItem' && node.children[0]?.type === 'paragraph'))
      found.add(node);
    if (node.type !== 'paragraph' && isParent(node)) node.children.forEach(visit);
  };
  blocks.forEach(visit);
  return found;
}

/** What a name can become as an id; nothing where it has no letter that an id may have. */
const asId = (name: string): Id =>
  name
    .replace(/^user-content-/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/([._-])+/g, '$1')
    .replace(/^[._-]+|(?<![._-])[._-]+$/g, '');

/** The names that GitHub and most makers of sites give headings: small letters, hyphens for spaces, no punctuation. */
function slugs(blocks: readonly Flow[]): Map<string, Heading> {
  const found = new Map<string, Heading>();
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    const slug = textOf(block)
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-');
    let name = slug;
    for (let count = 1; found.has(name); count++) name = `${slug}-${count}`;
    found.set(name, block);
  }
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that escapes nothing stands for itself.
    return text;
  }
}
