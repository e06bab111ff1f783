/**
 * What every reader of a format hands over: a text as Markdown's own tree, so
 * that one set of rules recognises plain text, Markdown and what may come after.
 */
import type {BlockContent, DefinitionContent, Nodes, Paragraph, Parents, PhrasingContent} from 'mdast';
import type {Source} from '../findings/finding.js';
import type {Attributes} from '../folder/markdown/attributes.js';
import type {Doubt} from './guess.js';

/** What stands on its own lines. */
export type Flow = BlockContent | DefinitionContent;

export interface Document {
  readonly source: Source;
  /** Headings, paragraphs, lists, tables and thematic breaks, nothing else. */
  readonly blocks: readonly Flow[];
  /** Whether short lines may be headings, because the format has no mark for them. */
  readonly unmarked: boolean;
  readonly front: FrontMatter;
  /** What `{#id audience="…"}` says of headings and items, where the text has it already. */
  readonly attributes: ReadonlyMap<Nodes, Attributes>;
  /** What the format holds and a policy cannot. */
  readonly doubts: readonly Doubt[];
  /** For a format without lines: what a reader would say instead, for each number that is used as one. */
  readonly places?: readonly string[];
  /**
   * The text to find again in the bundle: all of a plain text, all that a reader sees of any other. It is read from
   * the source, not from `blocks`.
   */
  readonly words: string;
}

/** What a text says of itself before it begins. */
export interface FrontMatter {
  /** Where it says so, for the report. */
  readonly origin?: 'page' | 'word';
  /** A title from elsewhere than the text, for one that begins without. */
  readonly nameless?: string;
  /** A day that may be another than that of effect, for a text that names none. */
  readonly otherDay?: {
    readonly day: string;
    readonly why: string;
    /** Whether it is that of effect as long as the text names no other. */
    readonly isLikely?: boolean;
  };
  /** Addresses that the text is known by: with a host, or from the root of its site. */
  readonly addresses?: readonly string[];
  /** As in `2.1`, for a text without a day. */
  readonly version?: string;
  readonly title?: string;
  readonly language?: string;
  readonly effective?: string;
  readonly policy?: string;
  readonly product?: string;
}

export const isBlockContent = (node: Flow): node is BlockContent =>
  node.type !== 'definition' && node.type !== 'footnoteDefinition';

export const isParent = (node: Nodes): node is Parents => 'children' in node;

/** All the letters in a node. A line break is a line feed. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return isParent(node) ? node.children.map(textOf).join('') : '';
}

export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/** Doubts with a place in words, where the format has no lines. */
export const placeDoubts = (doubts: readonly Doubt[], places: readonly string[] | undefined): readonly Doubt[] =>
  places === undefined
    ? doubts
    : doubts.map((doubt) => {
        const {line, ...rest} = doubt;
        const place = line === undefined ? '' : (places[line] ?? '');
        return line === undefined ? doubt : place === '' ? rest : {...rest, place};
      });

/** A paragraph that takes the place of another. */
export const paragraphLike = (node: Nodes, children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children,
  ...(node.position !== undefined && {position: node.position}),
});
