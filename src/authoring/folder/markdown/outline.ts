/**
 * The sections of a text as they open and close: headings nest by their depth, an
 * audience's section ends at a thematic break, and what follows it stands in a
 * section of its own, without a heading.
 */
import type {Block, Id, Inline, Section} from '../../../policy/bundle.js';
import type {Names} from './names.js';

/** Under headings of any depth; any heading ends it. */
const preambleDepth = Infinity;

interface Open {
  readonly id: Id;
  readonly depth: number;
  readonly heading?: readonly Inline[];
  /** Absent: says nothing of audiences. Empty: says everyone. */
  readonly audiences?: readonly Id[];
  readonly blocks: Block[];
  readonly sections: Open[];
}

export interface NewSection {
  readonly depth: number;
  readonly heading: readonly Inline[];
  readonly id?: Id;
  readonly audiences?: readonly Id[];
}

export class Outline {
  readonly #names: Names;
  readonly #top: Open[] = [];
  /** From the outermost open section to the innermost. */
  #open: Open[] = [];
  /** After a thematic break: the depth of the section that the next block opens. */
  #pending: number | undefined;

  constructor(names: Names) {
    this.#names = names;
  }

  /** Opens a section; answers its id and the audiences around it, undefined for everyone. */
  open({depth, heading, id, audiences}: NewSection): {id: Id; around: readonly Id[] | undefined} {
    this.#pending = undefined;
    this.#closeTo(depth);
    const around = this.audiences;
    const section: Open = {
      id: this.#names.section(this.#open.at(-1)?.id, this.#siblings, id),
      depth,
      heading,
      ...(audiences !== undefined && {audiences}),
      blocks: [],
      sections: [],
    };
    this.#push(section);
    return {id: section.id, around};
  }

  /** A thematic break ends the innermost section that names its audiences; else the innermost section. */
  break(): void {
    const ending = this.#open.findLast(({audiences}) => audiences !== undefined) ?? this.#open.at(-1);
    if (ending === undefined) return;
    this.#closeTo(ending.depth);
    this.#pending = ending.depth;
  }

  /** The section that the next block belongs to, opened if there is none. */
  section(): {readonly id: Id; readonly blocks: Block[]} {
    if (this.#pending !== undefined || this.#open.length === 0) {
      const isPreamble = this.#top.length === 0;
      const id = isPreamble
        ? this.#names.preamble()
        : this.#names.section(this.#open.at(-1)?.id, this.#siblings, undefined);
      this.#push({id, depth: this.#pending ?? preambleDepth, blocks: [], sections: []});
      this.#pending = undefined;
    }
    const innermost = this.#open.at(-1);
    if (innermost === undefined) throw new Error('a section was opened just now');
    return innermost;
  }

  /** Whom the innermost section is for; undefined for everyone. */
  get audiences(): readonly Id[] | undefined {
    return this.#open.findLast(({audiences}) => audiences !== undefined && audiences.length > 0)?.audiences;
  }

  close(): Section[] {
    return this.#top.map(finish);
  }

  get #siblings(): Open[] {
    return this.#open.at(-1)?.sections ?? this.#top;
  }

  #push(section: Open): void {
    this.#siblings.push(section);
    this.#open.push(section);
  }

  #closeTo(depth: number): void {
    while ((this.#open.at(-1)?.depth ?? 0) >= depth) this.#open.pop();
  }
}

const finish = ({id, heading, audiences, blocks, sections}: Open): Section => ({
  id,
  ...(heading !== undefined && {heading}),
  ...(audiences !== undefined && audiences.length > 0 && {audiences}),
  blocks,
  ...(sections.length > 0 && {sections: sections.map(finish)}),
});
