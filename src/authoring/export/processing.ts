/**
 * What the texts of one edition say is done with whose data and why, clause by
 * clause: the table of data categories by audience, and what DPV calls processes.
 */
import type {Edition, Id, Inline, LanguageTag, Term, Text} from '../../policy/bundle.js';
import {isReference} from '../../policy/clauses.js';
import {isClause, termsIn, walk, wordsOf, type Part} from '../../policy/walk.js';

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
    for (const {clause, audiences, found} of clausesIn(text, find)) {
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

function clausesIn(text: Text, find: (content: readonly Inline[], own?: readonly Id[]) => Found): readonly Said[] {
  // What a list or an item says holds for what stands in it.
  const said = new Map<Part, Found>();
  return walk(text).flatMap((part): Said[] => {
    if (part.kind === 'section') return [];
    const around = (part.around && said.get(part.around)) ?? none;
    const own = 'terms' in part.value ? part.value.terms : undefined;
    const found = part.kind === 'table' ? around : inherit(find(wordsOf(part).flat(), own), around);
    said.set(part, found);
    return isClause(part) ? [{clause: part.value.id, audiences: part.audiences, found}] : [];
  });
}

const inherit = (own: Found, around: Found): Found => ({
  data: own.data.length > 0 ? own.data : around.data,
  legalBases: own.legalBases.length > 0 ? own.legalBases : around.legalBases,
  purposes: own.purposes.length > 0 ? own.purposes : around.purposes,
});
