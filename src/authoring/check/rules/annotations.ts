/**
 * Kinds of personal data that a clause names in one language and not in another. The vocabulary has not every phrase
 * of every language: what it does not find in a translation is only told of where the translation seems to lack it.
 */
import type {Id, LanguageTag, Term} from '../../../policy/bundle.js';
import {termsIn} from '../../../policy/clauses.js';
import {lookup} from '../../../policy/language.js';
import {groupBy} from '../../collections/group.js';
import {warning, type Finding} from '../../findings/finding.js';
import {listAnd} from '../../findings/nearest.js';
import {knows} from '../../vocabulary/language-words.js';
import type {DeclaredTerm} from '../../vocabulary/vocabulary.js';
import type {CheckedText} from '../texts/checked-text.js';
import {lengthRatio, lettersIn} from '../texts/lengths.js';

/** `declared` are those of policies.yaml, which says all the phrases that there are. */
export interface KnownTerms {
  readonly terms: readonly Term[];
  readonly declared: readonly DeclaredTerm[];
}

/** Of a clause that lacks something, by how long it would be otherwise; and where its text says the term elsewhere. */
const short = 0.8;
const somewhatShort = 0.92;

export function findAnnotationDifferences(texts: readonly CheckedText[], {terms, declared}: KnownTerms): Finding[] {
  // Data categories only: a legal basis is often said once for many clauses, and elsewhere in each language.
  const data = new Set(terms.filter(({kind}) => kind === 'data').map(({id}) => id));
  const phrases = new Map(declared.map((term) => [term.id, term.phrases ?? {}]));
  const isDeclared = (language: LanguageTag, term: Id): boolean =>
    lookup(language, Object.keys(phrases.get(term) ?? {})) !== undefined;
  const clauses = texts.map((text) => ({text, terms: termsByClause(text, data)}));
  const [model] = clauses;
  type Clauses = (typeof clauses)[number];
  /** Whether it says the term in another clause, where one of the others says it too. */
  const saysElsewhere = (here: Clauses, others: readonly Clauses[], term: Id): boolean =>
    [...here.terms].some(([id, own]) => own.has(term) && others.some(({terms: those}) => those.get(id)?.has(term)));
  const understands = ({text: {language}}: Clauses, term: Id): boolean =>
    isDeclared(language, term) || knows(language, 'data', term);
  const lacksIt = (here: Clauses, others: readonly Clauses[], id: Id, term: Id): boolean =>
    isDeclared(here.text.language, term) ||
    (understands(here, term) &&
      others.every((other) =>
        isShorter(here.text, other.text, id, saysElsewhere(here, others, term) ? somewhatShort : short),
      ));
  return [...(model?.terms.keys() ?? [])].flatMap((id) => {
    const having = clauses.filter((each) => each.terms.has(id));
    const all = new Set(having.flatMap((each) => [...(each.terms.get(id) ?? [])]));
    const found = [...all].flatMap((term) => {
      const has = having.filter((each) => each.terms.get(id)?.has(term));
      const lacks = having.filter((each) => !has.includes(each) && lacksIt(each, has, id, term));
      // What few languages say, they say beyond what the others do.
      const isRare = has.length * 2 < having.filter((each) => understands(each, term)).length;
      return lacks.length === 0 || isRare ? [] : [{term, has, lacks}];
    });
    const [first] = found;
    const place = first?.lacks[0]?.text;
    if (first === undefined || place === undefined) return [];
    const says = [
      ...groupBy(
        found,
        ({has, lacks}) =>
          `${listAnd(has.map(({text}) => text.name))} and not in ${listAnd(lacks.map(({text}) => text.name))}`,
      ),
    ]
      .map(([where, group]) => `${listAnd(group.map(({term}) => `“${term}”`))} in ${where}`)
      .join('; ');
    return [
      warning(
        'annotations-differ',
        place.placeOf(id),
        `This clause names ${says}. Say it in each, add the phrase to the vocabulary, or write ` +
          `{data="${first.term}"} at the end of the item.`,
      ),
    ];
  });
}

function isShorter(here: CheckedText, other: CheckedText, id: Id, share: number): boolean {
  const [own, those] = [clausesOf(here, id), clausesOf(other, id)];
  const letters = ({language}: CheckedText, some: CheckedText['wordings']): number =>
    some.reduce((sum, {words}) => sum + lettersIn(words, language), 0);
  return letters(here, own) < letters(other, those) * lengthRatio(other, here, own[0]) * share;
}

const clausesOf = ({wordings}: CheckedText, id: Id): CheckedText['wordings'] =>
  wordings.filter((wording) => wording.id === id && wording.kind === 'clause');

function termsByClause({wordings}: CheckedText, data: ReadonlySet<Id>): ReadonlyMap<Id, ReadonlySet<Id>> {
  const found = new Map<Id, Set<Id>>();
  for (const {kind, id, content, terms} of wordings) {
    if (kind !== 'clause') continue;
    const here = found.get(id) ?? new Set<Id>();
    for (const term of termsIn(content, new Set(terms))) if (data.has(term)) here.add(term);
    found.set(id, here);
  }
  return found;
}
