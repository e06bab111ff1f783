/**
 * What the texts of one edition say is done with whose data and why, clause by
 * clause: the table of data categories by audience, and what DPV calls processes.
 */
import type {Block, Edition, Id, Inline, LanguageTag, Section, Term, Text} from '../../policy/bundle.js';
import {isReference, termsIn} from '../../policy/clauses.js';

/** A clause that speaks of data. */
export interface Statement {
  readonly clause: Id;
  /** Whom it is for; undefined for everyone. */
  readonly audiences: readonly Id[] | undefined;
  readonly data: readonly Id[];
  readonly legalBases: readonly Id[];
  readonly purposes: readonly Id[];
}

/** Terms of each kind, and what a caller finds in the words besides. */
type Found = Readonly<Record<'data' | 'legalBases' | 'purposes', readonly Id[]>>;

const none: Found = {data: [], legalBases: [], purposes: []};

export type FindPurposes = (content: readonly Inline[], language: LanguageTag) => readonly Id[];

/**
 * The statements of an edition. A clause's terms are those of all its languages
 * together. An item without data or ground of its own takes them from the item around
 * it, or from the sentence before the list. What is for everyone counts where it names
 * a ground or a purpose: else the data is only mentioned.
 */
export function statementsOf(
  edition: Edition,
  vocabulary: readonly Term[],
  languages: readonly LanguageTag[],
  findPurposes: FindPurposes = () => [],
): readonly Statement[] {
  const kinds = new Map(vocabulary.map(({id, kind}) => [id, kind]));
  const statements = new Map<Id, Statement>();
  for (const language of languages) {
    const text = edition.texts[language];
    if (text === undefined || isReference(text)) continue;
    const find = (content: readonly Inline[], own: readonly Id[] = []): Found => {
      const ids = [...termsIn(content, new Set(own))];
      return {
        data: ids.filter((id) => kinds.get(id) === 'data'),
        legalBases: ids.filter((id) => kinds.get(id) === 'legal-basis'),
        purposes: [...ids.filter((id) => kinds.get(id) === 'purpose'), ...findPurposes(content, language)],
      };
    };
    for (const {clause, audiences, found} of clausesOf(text, find)) {
      const before = statements.get(clause);
      const join = (kind: keyof Found): readonly Id[] => [...new Set([...(before?.[kind] ?? []), ...found[kind]])];
      statements.set(clause, {
        clause,
        audiences: before === undefined ? audiences : before.audiences,
        data: join('data'),
        legalBases: join('legalBases'),
        purposes: join('purposes'),
      });
    }
  }
  return [...statements.values()].filter(
    ({data, legalBases, purposes, audiences}) =>
      data.length > 0 && (audiences !== undefined || legalBases.length > 0 || purposes.length > 0),
  );
}

interface Said {
  readonly clause: Id;
  readonly audiences: readonly Id[] | undefined;
  readonly found: Found;
}

function clausesOf(text: Text, find: (content: readonly Inline[], own?: readonly Id[]) => Found): readonly Said[] {
  const inBlocks = (blocks: readonly Block[], audiences: readonly Id[] | undefined, around: Found): Said[] =>
    blocks.flatMap((block): Said[] => {
      switch (block.type) {
        case 'paragraph':
          return [{clause: block.id, audiences, found: inherit(find(block.content), around)}];
        case 'table':
          return block.rows.map(({id, cells, terms}) => ({
            clause: id,
            audiences,
            found: inherit(find(cells.flat(), terms), around),
          }));
        case 'list': {
          const lead = inherit(find(block.lead ?? []), around);
          return block.items.flatMap(({id, content, terms, audiences: own = audiences, blocks: inner = []}) => {
            const found = inherit(find(content, terms), lead);
            return [{clause: id, audiences: own, found}, ...inBlocks(inner, own, found)];
          });
        }
      }
    });
  const inSections = (sections: readonly Section[], outer: readonly Id[] | undefined): Said[] =>
    sections.flatMap(({audiences = outer, blocks, sections: inner = []}) => [
      ...inBlocks(blocks, audiences, none),
      ...inSections(inner, audiences),
    ]);
  return inSections(text.sections, undefined);
}

const inherit = (own: Found, around: Found): Found => ({
  data: own.data.length > 0 ? own.data : around.data,
  legalBases: own.legalBases.length > 0 ? own.legalBases : around.legalBases,
  purposes: own.purposes.length > 0 ? own.purposes : around.purposes,
});
