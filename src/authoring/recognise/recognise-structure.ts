/* eslint-disable max-lines -- one reader, which steps through a text and keeps what it has passed */
/**
 * A text's title, headings, and whom each section is for.
 *
 * A section for an audience begins with its heading and keeps the notes after its
 * list. The section for everyone is a paragraph and its list: what comes after it
 * belongs to nobody in particular.
 */
import type {Heading, ListItem, PhrasingContent} from 'mdast';
import type {Id} from '../../policy/bundle.js';
import {lineOf, paragraphLike, placeDoubts, textOf, type Document, type Flow} from '../document/document.js';
import type {Doubt} from '../document/guess.js';
import {addressedIn, addressesReader} from './frames.js';
import {isNamedBy, isSpokenTo, isWeak, planHeadings, type HeadingPlan} from './heading-plans.js';
import {isUnderstood, readRoles, type RoleOfProduct, type RoleReader, type Roles} from './recognise-audiences.js';
import {readParallel} from './parallel-openings.js';
import {markHeadings, shorten, splitRunIn} from './recognise-headings.js';
import {toId} from './recognise-products.js';

export type StructurePart =
  | {
      readonly kind: 'heading';
      readonly depth: 2 | 3 | 4 | 5 | 6;
      /** Where it was a heading already. */ readonly node?: Heading;
      readonly content: readonly PhrasingContent[];
      readonly audiences: readonly Id[] | 'everyone' | undefined;
    }
  | {readonly kind: 'rule'}
  | {readonly kind: 'block'; readonly node: Flow};

export interface Structure {
  readonly parts: readonly StructurePart[];
  readonly ofProducts: readonly RoleOfProduct[];
  /** Audiences that nobody declared, with the words they were named by. */
  readonly unknown: ReadonlyMap<Id, string>;
  /** The keys of all that could have been a heading, for what the user says of headings. */
  readonly headings: readonly string[];
  /** Whom an item is for, where its own words name them. */
  readonly items: ReadonlyMap<ListItem, readonly Id[]>;
  readonly doubts: readonly Doubt[];
}

/** What the user said of headings, by the heading as `headingKey` gives it. */
export type AudienceChoices = ReadonlyMap<string, readonly Id[] | 'everyone' | 'none'>;

/** Headings are the same whatever their white space, capitals and full stop. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFC')
    .replace(/[\s.。:：*_]+/gu, '')
    .toLocaleLowerCase('en');

/** The text without its title → its parts. */
export function recogniseStructure(
  blocks: readonly Flow[],
  document: Document,
  reader: RoleReader,
  choices: AudienceChoices,
  /** Whom the title says that all of it is for. */
  whole: readonly Id[] = [],
): Structure {
  const doubts: Doubt[] = [];
  const marked = document.unmarked ? markHeadings(blocks, reader.language, doubts) : blocks;
  const structure = new StructureReader(marked, document, reader, choices, doubts).read();
  return whole.length === 0 ? structure : forWhom(structure, whole);
}

/** Gives the sections of a text to those whom its title names, unless a heading of its own names somebody. */
function forWhom(structure: Structure, whole: readonly Id[]): Structure {
  const {parts} = structure;
  const isSaid = parts.some((part) => part.kind === 'heading' && part.audiences !== undefined);
  const depths = parts.flatMap((part) => (part.kind === 'heading' ? [part.depth] : []));
  const top = Math.min(...depths);
  if (isSaid || depths.length === 0)
    return {
      ...structure,
      doubts: [
        ...structure.doubts,
        {
          message:
            `The title says that the text is for ${whole.join(', ')}, and ` +
            `${isSaid ? 'headings in it name others' : 'there is no heading to say it at'}, so what names ` +
            'nobody was taken to be for everyone.',
          remedy: `if they alone are meant, edit {audience="${whole.join(' ')}"} after a heading in the Markdown`,
        },
      ],
    };
  return {
    ...structure,
    parts: parts.map((part) => (part.kind === 'heading' && part.depth === top ? {...part, audiences: whole} : part)),
  };
}

/** How much deeper headings must stand, so that the title is the only one of the first level. */
function depthToAdd(blocks: readonly Flow[]): number {
  const shallowest = Math.min(...blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : [])));
  return Math.max(0, 2 - shallowest);
}

const clampDepth = (depth: number): 2 | 3 | 4 | 5 | 6 => {
  switch (depth) {
    case 0:
    case 1:
    case 2:
      return 2;
    case 3:
      return 3;
    case 4:
      return 4;
    case 5:
      return 5;
    default:
      return 6;
  }
};

type Audiences = readonly Id[] | 'everyone';

/** Reads on from block to block; what it remembers is which section it is in. */
class StructureReader {
  readonly #blocks: readonly Flow[];
  /** In a text without marks, an audience's heading stands below the last one that names nobody. */
  readonly #unmarked: boolean;
  readonly #deeper: number;
  readonly #attributes: Document['attributes'];
  readonly #places: Document['places'];
  readonly #reader: RoleReader;
  readonly #choices: AudienceChoices;
  readonly #doubts: Doubt[];
  readonly #plans: ReadonlyMap<Flow, HeadingPlan>;
  readonly #items: ReadonlyMap<ListItem, readonly Id[]>;
  readonly #parts: StructurePart[] = [];
  readonly #ofProducts: RoleOfProduct[] = [];
  readonly #unknown = new Map<Id, string>();
  readonly #headings: string[] = [];
  #surely: readonly number[] | undefined;
  /** The depth of the last heading that names no audience. */
  #depth = 1;
  /** The section that the next block falls into, where it began by running in. */
  #section:
    | {
        audiences: Audiences;
        heading: string;
        line: number;
        isMarked: boolean;
        notes: number;
        hasList: boolean;
      }
    | undefined;

  constructor(
    blocks: readonly Flow[],
    document: Document,
    reader: RoleReader,
    choices: AudienceChoices,
    doubts: Doubt[],
  ) {
    this.#unmarked = document.unmarked;
    this.#deeper = depthToAdd(blocks);
    this.#attributes = document.attributes;
    this.#places = document.places;
    this.#reader = reader;
    this.#choices = choices;
    this.#doubts = doubts;
    this.#plans = planHeadings(blocks, reader);
    const parallel = readParallel(blocks, this.#plans, reader);
    this.#blocks = parallel.blocks;
    this.#items = parallel.items;
    doubts.push(...parallel.doubts);
  }

  read(): Structure {
    this.#blocks.forEach((block, index) => {
      if (block.type === 'heading') this.#readHeading(block);
      else if (block.type === 'definition') this.#parts.push({kind: 'block', node: block});
      else if (block.type === 'thematicBreak') {
        this.#parts.push({kind: 'rule'});
        this.#section = undefined;
      } else if (!this.#readRunIn(block, index)) this.#readBlock(block);
    });
    if (this.#section !== undefined && this.#section.audiences !== 'everyone' && this.#section.notes > 0) {
      this.#doubts.push({
        message: `What follows the list under “${this.#section.heading}” was kept for those it is for.`,
        remedy: 'put a line --- before it in the Markdown if it is for everyone',
        line: this.#section.line,
      });
    }
    return {
      parts: this.#parts,
      ofProducts: this.#ofProducts,
      unknown: this.#unknown,
      headings: this.#headings,
      items: this.#items,
      doubts: placeDoubts(this.#doubts, this.#places),
    };
  }

  #readHeading(node: Heading): void {
    const text = textOf(node);
    const depth = clampDepth(node.depth + this.#deeper);
    this.#headings.push(headingKey(text));
    const chosen = this.#choices.get(headingKey(text)) ?? this.#written(node);
    const audiences = chosen === undefined ? this.#decide(node, text) : chosen === 'none' ? undefined : chosen;
    const below = this.#unmarked && audiences !== undefined && depth <= this.#depth;
    this.#parts.push({
      kind: 'heading',
      depth: below ? clampDepth(this.#depth + 1) : depth,
      node,
      content: node.children,
      audiences,
    });
    if (audiences === undefined) this.#depth = depth;
    this.#section = undefined;
  }

  /** Whom a heading is for that nobody said it of. */
  #decide(node: Heading, text: string): Audiences | undefined {
    const {roles, verdict} = this.#plans.get(node) ?? {roles: readRoles(text, this.#reader), verdict: 'nobody'};
    if (verdict === 'heard') return this.#accept(roles);
    if (verdict === 'stranger') {
      const accepted = this.#accept(roles, roles.unknown);
      this.#doubtStranger(roles, text, accepted, lineOf(node));
      return accepted;
    }
    const named = roles.ids.length > 0 || roles.everyone;
    const message =
      verdict === 'perhaps'
        ? `“${shorten(text)}” may be whom the text speaks to or of, so its section was taken to be for everyone.`
        : named && roles.unknown.join(' ').split(/\s+/u).length <= 2
          ? `“${shorten(text)}” names an audience and something else, so its section was taken to be for everyone.`
          : undefined;
    if (message !== undefined) this.#doubt(message, this.#audienceOption(text), lineOf(node));
    return undefined;
  }

  /** What the text's own `audience="…"` says. */
  #written(node: Heading): Audiences | undefined {
    const names = this.#attributes.get(node)?.audiences?.map(({name}) => name);
    return names?.length === 0 ? 'everyone' : names;
  }

  /** Whether the block began a section of its own. */
  #readRunIn(block: Flow, index: number): boolean {
    const split = block.type === 'paragraph' ? splitRunIn(block) : undefined;
    if (split === undefined) return false;
    const text = split.heading.map(textOf).join('');
    const rest = split.rest.map(textOf).join('');
    const listFollows = this.#blocks[index + 1]?.type === 'list';
    if (rest === '' && !listFollows) return false;
    const audiences = this.#judge(text, rest, listFollows, index, lineOf(block));
    const isMarked = block.type === 'paragraph' && block.children[0]?.type !== 'text';
    if (audiences === undefined) {
      // Another subject in the same dress: what is said of it is not for those of the section before.
      if (isMarked && this.#section?.isMarked === true) {
        this.#parts.push({kind: 'rule'});
        this.#section = undefined;
      }
      return false;
    }
    this.#parts.push({kind: 'heading', depth: clampDepth(this.#depth + 1), content: split.heading, audiences});
    if (split.rest.length > 0) this.#parts.push({kind: 'block', node: paragraphLike(block, split.rest)});
    this.#section = {audiences, heading: shorten(text), line: lineOf(block), isMarked, notes: 0, hasList: false};
    return true;
  }

  #judge(text: string, rest: string, listFollows: boolean, index: number, line: number): Audiences | undefined {
    this.#headings.push(headingKey(text));
    const chosen = this.#choices.get(headingKey(text));
    if (chosen !== undefined) return chosen === 'none' ? undefined : chosen;
    const roles = readRoles(text, this.#reader);
    const addressed = addressesReader(rest, this.#reader.language);
    if (isUnderstood(roles))
      return roles.everyone || !isWeak(roles) || this.#runIns().length > 0 || isSpokenTo(rest, roles, this.#reader)
        ? this.#accept(roles)
        : undefined;
    if (text.endsWith(':') || text.endsWith('：') || !isShort(text)) return undefined;
    if (!addressed && !(listFollows && this.#isAmongSections(index))) return undefined;
    if (roles.everyone || (roles.ids.length === 0 && roles.strangers.length === 0)) return undefined;
    // A number, a topic or a sentence before "If you …" names nobody, and a wrong audience hides text.
    if (roles.ids.length === 0 && !isNamedBy(text, addressedIn(rest, this.#reader.language) ?? '')) return undefined;
    const accepted = this.#accept(roles, roles.strangers);
    this.#doubtStranger(roles, text, accepted, line);
    return accepted;
  }

  #doubtStranger({unknown}: Roles, text: string, accepted: Audiences, line: number): void {
    this.#doubt(
      `“${unknown.join('”, “')}” in “${shorten(text)}” is no audience that is known; the section was ` +
        `given to ${listIds(accepted)}.`,
      this.#audienceOption(text),
      line,
    );
  }

  /** The roles' ids, with an id of its own for each group of unknown words. */
  #accept(roles: Roles, strangers: readonly string[] = []): Audiences {
    if (roles.everyone) return 'everyone';
    this.#ofProducts.push(...roles.ofProducts);
    const added = strangers.map((words) => {
      const again = [...this.#unknown].find(([, known]) => known === words)?.[0];
      const id = again ?? (toId(words) || `audience-${this.#unknown.size + 1}`);
      this.#unknown.set(id, words);
      return id;
    });
    return [...new Set([...roles.ids, ...added])];
  }

  /** Whether a section for an audience comes before and another follows. */
  #isAmongSections(index: number): boolean {
    return this.#section !== undefined && (this.#runIns().at(-1) ?? -1) > index;
  }

  /** Where paragraphs begin with whom they are for, beyond doubt. */
  #runIns(): readonly number[] {
    return (this.#surely ??= this.#blocks.flatMap((block, index) => {
      const split = block.type === 'paragraph' ? splitRunIn(block) : undefined;
      if (split === undefined) return [];
      const roles = readRoles(split.heading.map(textOf).join(''), this.#reader);
      return isUnderstood(roles) && !isWeak(roles) ? [index] : [];
    }));
  }

  #readBlock(node: Flow): void {
    const section = this.#section;
    const ends = section?.audiences === 'everyone' && (node.type !== 'list' || section.hasList);
    if (ends) {
      this.#parts.push({kind: 'rule'});
      this.#section = undefined;
    } else if (section !== undefined) {
      if (node.type === 'list') section.hasList = true;
      else if (section.hasList) section.notes++;
    }
    this.#parts.push({kind: 'block', node});
  }

  #doubt(message: string, remedy: string, line: number): void {
    this.#doubts.push({message, remedy, line});
  }

  #audienceOption(heading: string): string {
    return (
      `say whom it is for with --audience "${heading.replace(/(?<![.。:：\s])[.。:：\s]+$/u, '')}=visitor", ` +
      'or edit {… audience="…"} in the Markdown, and the audience’s name in policies.yaml'
    );
  }
}

const listIds = (audiences: Audiences): string => (audiences === 'everyone' ? 'everyone' : audiences.join(', '));

const isShort = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) ? text.length <= 24 : text.split(/\s+/u).length <= 10;
