/** What a translator is given: one text of one edition, for one language, with all that is known of it. */
import type {Audience, Id, LanguageTag, Product} from '../../policy/bundle.js';
import {plainText, termsIn} from '../../policy/clauses.js';
import {lookup, wording} from '../../policy/language.js';
import type {PolicyText} from '../folder/folder.js';
import {hashOf, isOutdated, type SourceRecord} from '../folder/sources.js';
import type {Annotate} from '../vocabulary/annotate.js';
import type {TermEntry} from '../vocabulary/vocabulary.js';
import {canonical, encode, type Codes, type Token} from './codes.js';
import {unitsOf, type Unit} from './units.js';

export interface Job {
  readonly policy: Id;
  readonly edition: Id;
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** `hashOf` the source's Markdown. */
  readonly sha256: string;
  readonly notes: readonly Note[];
  readonly units: readonly JobUnit[];
}

export interface Note {
  readonly category: 'audience' | 'place' | 'data' | 'glossary' | 'product' | 'link' | 'review' | 'about';
  readonly text: string;
}

export interface JobUnit {
  readonly id: string;
  readonly source: readonly Token[];
  readonly target?: readonly Token[];
  readonly codes: Codes;
  /**
   * `final`: made from what the source says today. `translated`: nothing is recorded of that. `review`: made from
   * something else.
   */
  readonly state: 'initial' | 'translated' | 'final' | 'review';
  readonly notes: readonly Note[];
}

/** What the folder knows beside its texts. */
export interface Knowledge {
  readonly audiences: readonly Audience[];
  readonly terms: readonly TermEntry[];
  /** The products that the policy covers. */
  readonly products: readonly Product[];
  /** For the source's language. */
  readonly annotate: Annotate;
}

export interface Material {
  readonly source: PolicyText;
  readonly target: LanguageTag;
  /** The same edition's text in the target language, and what it was made from. */
  readonly existing?: PolicyText | undefined;
  readonly record?: SourceRecord | undefined;
  /** The newest older edition with a text in the target language, and its text in the source's. */
  readonly older?: {readonly target: PolicyText; readonly source: PolicyText | undefined} | undefined;
}

export function makeJob(material: Material, knowledge: Knowledge): Job {
  const {source, target} = material;
  const propose = proposer(material);
  const units = unitsOf(source.reading).map((unit): JobUnit => {
    const codes: Codes = new Map();
    const tokens = encode(unit.content, codes);
    const proposal = propose(unit);
    return {
      id: unit.id,
      source: tokens,
      codes,
      state: proposal.state,
      // Encoded after the source, whose tags it shares.
      ...(proposal.unit !== undefined && {target: encode(proposal.unit.content, codes)}),
      notes: [
        ...describeUnit(unit, source.language, target, knowledge),
        ...describeLinks(codes),
        ...(proposal.note === undefined ? [] : [{category: 'review', text: proposal.note} as const]),
      ],
    };
  });
  return {
    policy: source.policy,
    edition: source.edition,
    source: source.language,
    target,
    sha256: hashOf(source.reading.source.text),
    notes: describeJob(material, knowledge),
    units,
  };
}

interface Proposal {
  readonly state: JobUnit['state'];
  readonly unit?: Unit;
  readonly note?: string;
}

function proposer({source, target, existing, record, older}: Material): (unit: Unit) => Proposal {
  const now = existing === undefined ? undefined : byId(unitsOf(existing.reading));
  const then = older === undefined ? undefined : byId(unitsOf(older.target.reading));
  const thenSource = older?.source === undefined ? undefined : byId(unitsOf(older.source.reading));
  const outdated =
    record !== undefined && record.from === source.language && isOutdated(record, source.reading.source.text);
  const recorded = record !== undefined && record.from === source.language && !outdated;
  const hasDrifted =
    existing === undefined ? () => false : driftBetween(unitsOf(source.reading), unitsOf(existing.reading));
  return (unit) => {
    const found = now?.get(unit.id);
    if (found !== undefined) {
      if (hasDrifted(unit))
        return {
          state: 'review',
          unit: found,
          note:
            `This section has other clauses in “${target}” than in “${source.language}”, so this may be the ` +
            'translation of a neighbour.',
        };
      if (outdated)
        return {
          state: 'review',
          unit: found,
          note: 'The source has changed since it was translated; this sentence may have.',
        };
      return {state: recorded ? 'final' : 'translated', unit: found};
    }
    const earlier = then?.get(unit.id);
    if (earlier === undefined || older === undefined) return {state: 'initial'};
    const was = thenSource?.get(unit.id);
    const same =
      was !== undefined && JSON.stringify(canonical(was.content)) === JSON.stringify(canonical(unit.content));
    const origin = `Taken from the edition of ${older.target.edition}.`;
    return {
      state: 'review',
      unit: earlier,
      note: same
        ? `${origin} The source has not changed since.`
        : was === undefined
          ? origin
          : `${origin} The source was then: “${plainText(was.content)}”`,
    };
  };
}

const byId = (units: readonly Unit[]): ReadonlyMap<string, Unit> => new Map(units.map((unit) => [unit.id, unit]));

/**
 * Whether an id that only says a place may name another clause in the other text, because their section differs in
 * shape.
 */
function driftBetween(source: readonly Unit[], target: readonly Unit[]): (unit: Unit) => boolean {
  const shapes = (units: readonly Unit[]): Map<Id, string> => {
    const ids = new Map<Id, string>();
    for (const {section, id, named} of units)
      if (section !== undefined && !named) ids.set(section, `${ids.get(section) ?? ''} ${id}`);
    return ids;
  };
  const [here, there] = [shapes(source), shapes(target)];
  return ({named, section}) => !named && section !== undefined && here.get(section) !== there.get(section);
}

const list = (parts: readonly string[]): string => parts.join(', ');

function describeUnit(
  unit: Unit,
  source: LanguageTag,
  target: LanguageTag,
  {audiences, terms, products, annotate}: Knowledge,
): Note[] {
  const {kind, headings, content, audiences: whom} = unit;
  if (kind === 'title') return [{category: 'place', text: 'The title of the policy.'}];
  const names = whom?.map(
    (id) => wording(audiences.find((audience) => audience.id === id)?.names ?? {[source]: id}, source).text,
  );
  const found = termsIn(annotate(content), new Set(unit.terms));
  const held = terms.filter(({id}) => found.has(id));
  const text = plainText(content);
  const named = products.flatMap((product) => {
    const name = wording(product.names, source).text;
    return text.includes(name) ? [pair(name, product.names, target)] : [];
  });
  return [
    {category: 'place', text: `${kinds[kind]}${headings.length === 0 ? '' : ` under “${headings.join(' › ')}”`}.`},
    {category: 'audience', text: names === undefined ? 'For everyone.' : `For: ${list(names)}.`},
    ...(held.length === 0
      ? []
      : [
          {
            category: 'data',
            text: `Speaks of: ${list(held.map(({names: all}) => pair(wording(all, source).text, all, target)))}.`,
          } as const,
        ]),
    ...(named.length === 0 ? [] : [{category: 'product', text: `Keep the name: ${list(named)}.`} as const]),
  ];
}

const kinds: Readonly<Record<Exclude<Unit['kind'], 'title'>, string>> = {
  heading: 'A heading',
  lead: 'The sentence before a list',
  paragraph: 'A paragraph',
  item: 'An item of a list',
  column: 'The head of a table’s column',
  cell: 'A table’s cell',
};

/** `Contact details = Kontaktoplysninger`, where there is a word in the target language. */
function pair(word: string, names: Readonly<Record<LanguageTag, string>>, target: LanguageTag): string {
  const tag = lookup(target, Object.keys(names));
  return tag === undefined ? word : `${word} = ${names[tag] ?? word}`;
}

function describeLinks(codes: Codes): Note[] {
  const links = [...codes].flatMap(([id, mark]) =>
    'to' in mark
      ? [
          `${id} leads to ` +
            (mark.kind === 'reference'
              ? mark.to.startsWith('../')
                ? `another policy, ${mark.to}`
                : `“${mark.to}” in this text`
              : mark.to),
        ]
      : [],
  );
  return links.length === 0 ? [] : [{category: 'link', text: `Tag ${links.join('; tag ')}.`}];
}

function describeJob({source, target}: Material, {terms, products}: Knowledge): Note[] {
  const glossary = terms.flatMap(({names}) => {
    const [from, to] = [lookup(source.language, Object.keys(names)), lookup(target, Object.keys(names))];
    return from === undefined || to === undefined ? [] : [`${names[from] ?? ''} = ${names[to] ?? ''}`];
  });
  return [
    ...(glossary.length === 0 ? [] : [{category: 'glossary', text: `Glossary: ${glossary.join('; ')}.`} as const]),
    ...(products.length === 0
      ? []
      : [
          {
            category: 'product',
            text:
              'Product names, to be kept: ' +
              `${products.map(({names}) => pair(wording(names, source.language).text, names, target)).join('; ')}.`,
          } as const,
        ]),
  ];
}

/** Says in one line what a file was made from: read again by `import`, whatever a tool did to the rest. */
export const signature = ({
  policy,
  edition,
  source,
  target,
  sha256,
}: Pick<Job, 'policy' | 'edition' | 'source' | 'target' | 'sha256'>): string =>
  `policy-viewer: ${policy}/${edition}/${source}.md to ${target}.md, source sha256 ${sha256}`;

export const signaturePattern =
  /policy-viewer:\s+([\w.-]+)\/([a-z\d._-]+)\/([\w-]+)\.md\s+to\s+([\w-]+)\.md,\s+source\s+sha256\s+([\da-f]{64})/;
