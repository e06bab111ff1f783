/**
 * A bundle as JSON-LD in the terms of W3C's Data Privacy Vocabulary 2.3: for each
 * product, edition and audience a process with its data, purposes and legal bases, and
 * in it one for each clause, which leads to where readers find it.
 */
import type {Audience, Bundle, Edition, Id, LanguageTag, Localized, Policy, Term} from '../../policy/bundle.js';
import {plainText, termsIn} from '../../policy/clauses.js';
import {compare, warning, type Finding, type Source} from '../findings/finding.js';
import {listPages, type Page} from '../prerender/pages.js';
import {annotator, type Annotate} from '../vocabulary/annotate.js';
import {notions} from '../vocabulary/notions.js';
import {dataSubjectTerms, dataTerms, legalBasisTerms, namespaces, purposeTerms} from '../vocabulary/dpv.js';
import {everyone, purposeEntries} from '../vocabulary/vocabulary.js';
import {statementsOf, type Statement} from './processing.js';

/** JSON-LD, its keys in the order of writing. */
type Node = Readonly<Record<string, unknown>>;

interface Names {
  readonly '@id': string;
}

const dpv = (name: string): string => `${namespaces.dpv}${name}`;

/** The article of the GDPR that each of DPV's general legal bases is in the European Union. */
const articles: Readonly<Record<string, string>> = {
  Consent: 'A6-1-a',
  Contract: 'A6-1-b',
  LegalObligation: 'A6-1-c',
  VitalInterest: 'A6-1-d',
  PublicInterest: 'A6-1-e',
  LegitimateInterest: 'A6-1-f',
};

/** What a default term stands for where DPV has it only in parts. */
const parts: Readonly<Record<Id, readonly string[]>> = {'name-email': ['Name', 'EmailAddress']};

const kinds = {
  data: {terms: dataTerms, root: dpv('PersonalData')},
  'legal-basis': {terms: legalBasisTerms, root: dpv('LegalBasis')},
  purpose: {terms: purposeTerms, root: dpv('Purpose')},
  audience: {terms: dataSubjectTerms, root: dpv('DataSubject')},
} as const;

/** `pd:Contact` for a term's address. */
function shorten(iri: string): string {
  const found = Object.entries(namespaces).find(([, address]) => iri.startsWith(address));
  return found === undefined ? iri : `${found[0]}:${iri.slice(found[1].length)}`;
}

const inLanguages = (names: Localized): readonly Node[] =>
  Object.entries(names)
    .sort(([a], [b]) => compare(a, b))
    .map(([language, value]) => ({'@value': value, '@language': language}));

/** Concepts that DPV has no term for get an id in this file, what they are, and a label. */
class Concepts {
  readonly #terms: ReadonlyMap<Id, Term>;
  readonly #audiences: ReadonlyMap<Id, Audience>;
  readonly #findings: Finding[];
  readonly #path: string;
  readonly nodes = new Map<string, Node>();

  constructor({vocabulary, audiences}: Bundle, path: string, findings: Finding[]) {
    this.#terms = new Map(vocabulary.map((term) => [term.id, term]));
    this.#audiences = new Map(audiences.map((audience) => [audience.id, audience]));
    this.#path = path;
    this.#findings = findings;
  }

  term(id: Id): readonly Names[] {
    const term = this.#terms.get(id);
    // A purpose that was found in the words is its own address.
    if (term === undefined) return [{'@id': shorten(id)}];
    if (term.kind === 'defined-term') return [];
    const own = `#${term.kind}.${id}`;
    const {terms, root} = kinds[term.kind];
    const {iri} = term;
    if (iri === undefined) {
      const known = parts[id];
      if (known !== undefined && term.kind === 'data') return known.map((name) => ({'@id': `pd:${name}`}));
    } else if (!terms.has(iri) && !this.nodes.has(own)) {
      this.#findings.push(
        warning(
          'no-dpv-term',
          this.#path,
          `The term “${id}” names ${iri}, which is no ${kindNames[term.kind]} in DPV 2.3, so it was exported ` +
            'as a concept of its own. Correct its “iri”, or take it out.',
        ),
      );
    }
    // The most general term says nothing of this one: it needs its name.
    if (iri === undefined || iri === root || !terms.has(iri)) return [this.#custom(own, [root], term.names)];
    this.#label(shorten(iri), term.names);
    const article = iri.startsWith(namespaces.dpv) ? articles[iri.slice(namespaces.dpv.length)] : undefined;
    return [{'@id': shorten(iri)}, ...(article === undefined ? [] : [{'@id': `eu-gdpr:${article}`}])];
  }

  audience(id: Id | undefined): Names {
    if (id === undefined) return {'@id': shorten(kinds.audience.root)};
    const names = this.#audiences.get(id)?.names ?? {};
    const iri = notions.audiences.find((entry) => entry.id === id)?.iri;
    // DPV’s visitors and members are people, and data subjects only where it is said of them.
    return this.#custom(`#audience.${id}`, [kinds.audience.root, ...(iri === undefined ? [] : [iri])], names);
  }

  #custom(id: string, types: readonly string[], names: Localized): Names {
    this.nodes.set(id, {'@id': id, '@type': types.map(shorten), 'rdfs:label': inLanguages(names)});
    return {'@id': id};
  }

  #label(id: string, names: Localized): void {
    // Two words of a vocabulary may mean one term; the first names it.
    if (!this.nodes.has(id)) this.nodes.set(id, {'@id': id, 'rdfs:label': inLanguages(names)});
  }
}

const kindNames = {data: 'kind of personal data', 'legal-basis': 'legal basis', purpose: 'purpose'} as const;

/** `chosen` is what to export of `whole`, which says where its pages stand. */
export function exportDpv(chosen: Bundle, whole: Bundle, path: string, findings: Finding[]): Source {
  const concepts = new Concepts(whole, path, findings);
  const finders = new Map<LanguageTag, Annotate>();
  const findPurposes = (content: Parameters<Annotate>[0], language: LanguageTag): readonly Id[] => {
    const annotate =
      finders.get(language) ??
      annotator(
        purposeEntries([language]).flatMap(({iri, phrases}) => (iri === undefined ? [] : [{id: iri, phrases}])),
        language,
      );
    finders.set(language, annotate);
    // Phrases are found in the words alone, across the marks of the vocabulary.
    return [...termsIn(annotate([plainText(content)]))];
  };
  const pages = listPages(whole);
  const graph = chosen.policies.flatMap((policy) =>
    policy.editions.flatMap((edition) => {
      const statements = statementsOf(edition, whole.vocabulary, whole.languages, findPurposes);
      return describeEdition(
        policy,
        edition,
        statements,
        chosen,
        concepts,
        pages.filter((page) => page.policy.id === policy.id && page.edition.id === edition.id),
      );
    }),
  );
  const covered = new Set(chosen.policies.flatMap(({products}) => products));
  const document = {
    '@context': {
      ...namespaces,
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      dcterms: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@graph': [
      ...(whole.publisher === undefined
        ? []
        : [{'@id': controller, '@type': 'dpv:DataController', 'rdfs:label': inLanguages(whole.publisher)}]),
      ...whole.products
        .filter(({id}) => covered.has(id))
        .map(({id, names}) => ({'@id': `#product.${id}`, '@type': 'dpv:Service', 'rdfs:label': inLanguages(names)})),
      ...graph,
      ...[...concepts.nodes].sort(([a], [b]) => compare(a, b)).map(([, node]) => node),
    ],
  };
  return {file: 'policies.jsonld', text: `${JSON.stringify(document, null, 2)}\n`};
}

const controller = '#controller';

function describeEdition(
  {id: policy, products}: Policy,
  {id: edition, effective}: Edition,
  statements: readonly Statement[],
  {audiences, publisher}: Bundle,
  concepts: Concepts,
  pages: readonly Page[],
): Node[] {
  const notice = `#${policy}.${edition}`;
  const groups: readonly (Id | undefined)[] = [
    ...audiences.map(({id}) => id).filter((id) => statements.some((statement) => statement.audiences?.includes(id))),
    undefined,
  ];
  const nodes: Node[] = [
    {
      '@id': notice,
      '@type': 'dpv:PrivacyNotice',
      'dcterms:title': pages.map(({text, language}) => ({'@value': text.title, '@language': language})),
      ...(effective !== undefined && {'dcterms:valid': {'@value': effective, '@type': 'xsd:date'}}),
      'rdfs:seeAlso': pages.map(({path}) => ({'@id': path})),
    },
  ];
  for (const audience of groups) {
    const own = statements.filter((statement) =>
      audience === undefined ? statement.audiences === undefined : statement.audiences?.includes(audience),
    );
    if (own.length === 0) continue;
    const whom = audience ?? everyone.id;
    const subject = concepts.audience(audience);
    const clauses = own.map((statement): Node => ({
      '@id': `${notice}.${whom}.${statement.clause}`,
      '@type': 'dpv:Process',
      'dpv:hasDataSubject': subject,
      ...describeTerms([statement], concepts),
      'rdfs:seeAlso': pages.map(({path}) => ({'@id': `${path}#${statement.clause}`})),
    }));
    const processes = products.map((product): Node => ({
      '@id': `#product.${product}.${policy}.${edition}.${whom}`,
      '@type': 'dpv:Process',
      'dpv:hasService': {'@id': `#product.${product}`},
      'dpv:hasNotice': {'@id': notice},
      ...(publisher !== undefined && {'dpv:hasDataController': {'@id': controller}}),
      'dpv:hasDataSubject': subject,
      ...describeTerms(own, concepts),
      'dpv:hasProcess': clauses.map((clause) => ({'@id': clause['@id']})),
    }));
    nodes.push(...processes, ...clauses);
  }
  return nodes;
}

function describeTerms(statements: readonly Statement[], concepts: Concepts): Node {
  const all = (kind: 'data' | 'purposes' | 'legalBases'): readonly Names[] => {
    const ids = new Set(statements.flatMap((statement) => statement[kind]));
    return [...new Set([...ids].flatMap((id) => concepts.term(id)).map((name) => name['@id']))].map((id) => ({
      '@id': id,
    }));
  };
  const [data, found, bases] = [all('data'), all('purposes'), all('legalBases')];
  return {
    'dpv:hasPersonalData': data,
    ...(found.length > 0 && {'dpv:hasPurpose': found}),
    ...(bases.length > 0 && {'dpv:hasLegalBasis': bases}),
  };
}
