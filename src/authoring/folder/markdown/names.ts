/**
 * The ids of a text. Where none is written, an id says the place: the same in every
 * language that has the same shape, because it is never made of words.
 */
import type {Id} from '../../../policy/bundle.js';

const letters = {section: 's', paragraph: 'p', item: 'i', row: 'r'};
type Kind = keyof typeof letters;

export class Names {
  /** Ids that are written somewhere in the text: no other may take them. */
  readonly #written: ReadonlySet<Id>;
  readonly #taken = new Set<Id>();
  readonly #counts = new Map<string, number>();

  constructor(written: Iterable<Id>) {
    this.#written = new Set(written);
  }

  preamble(): Id {
    return this.#free('preamble');
  }

  /** Siblings are counted whether or not they have written ids, so that writing one renames no other. */
  section(parent: Id | undefined, siblings: readonly {readonly id: Id}[], written: Id | undefined): Id {
    const number = siblings.filter(({id}) => id !== 'preamble').length + 1;
    return this.#choose(written, `${parent === undefined ? '' : `${parent}.`}s${number}`);
  }

  /** `parent` is the section or the item that the clause stands in. */
  clause(kind: Exclude<Kind, 'section'>, parent: Id, written?: Id, nested = false): Id {
    const key = `${parent} ${kind}`;
    const number = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, number);
    return this.#choose(written, `${parent}.${kind === 'item' && nested ? '' : letters[kind]}${number}`);
  }

  #choose(written: Id | undefined, generated: Id): Id {
    // A written id that stands twice was reported; the second gets another, so that the rest can be read.
    return written !== undefined && !this.#taken.has(written) ? this.#take(written) : this.#free(generated);
  }

  #free(id: Id): Id {
    let candidate = id;
    for (let number = 2; this.#taken.has(candidate) || this.#written.has(candidate); number++)
      candidate = `${id}-${number}`;
    return this.#take(candidate);
  }

  #take(id: Id): Id {
    this.#taken.add(id);
    return id;
  }
}
