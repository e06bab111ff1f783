/** What the clauses of one edition's languages hold that differs though their words must: their order, links and annotations. */
import type {Id, Inline, TermKind} from '../../policy/bundle.js';
import {termsIn} from '../../policy/clauses.js';
import {warning, type Finding} from '../finding.js';
import {groupBy} from '../group.js';
import {listAnd} from '../nearest.js';
import type {CheckedText, CheckedWording} from './checked-text.js';

/** Each text is held against the first: that of the prevailing language, or of the first language. */
export function findContentDifferences([model, ...others]: readonly CheckedText[], kinds: ReadonlyMap<Id, TermKind>): Finding[] {
  if (model === undefined || others.length === 0) return [];
  return [
    ...others.flatMap((other) => [...order(model, other), ...links(model, other)]),
    ...annotations([model, ...others], kinds),
  ];
}

/** One finding per text: what is moved once moves all that stands after it. */
function order(model: CheckedText, other: CheckedText): Finding[] {
  const [expected, found] = [idsOf(model), idsOf(other)];
  const there = [...found].filter((id) => expected.has(id));
  const wanted = [...expected].filter((id) => found.has(id));
  const at = wanted.findIndex((id, index) => there[index] !== id);
  const [first, instead] = [there[at], wanted[at]];
  if (first === undefined || instead === undefined) return [];
  return [warning('order-differs', other.placeOf(first), `“${first}” stands before “${instead}” here, and after it in ${model.name}. Put them in the same order.`)];
}

const idsOf = ({wordings}: CheckedText): ReadonlySet<Id> => new Set(wordings.map(({id}) => id));

const byKey = (text: CheckedText): ReadonlyMap<string, CheckedWording> => new Map(text.wordings.map((wording) => [wording.key, wording]));

function links(model: CheckedText, other: CheckedText): Finding[] {
  const expected = byKey(model);
  return other.wordings.flatMap((wording) => {
    const counterpart = expected.get(wording.key);
    if (counterpart === undefined) return [];
    const [here, there] = [linksIn(wording.content, other.language), linksIn(counterpart.content, model.language)];
    const [extra, missing] = [minus(here, there), minus(there, here)];
    if (extra.length === 0 && missing.length === 0) return [];
    const what = extra.length === 0 ? `has no link to ${quote(missing)}, which ${model.name} has`
      : missing.length === 0 ? `links to ${quote(extra)}, which ${model.name} does not`
        : `links to ${quote(extra)}, and ${model.name} to ${quote(missing)}`;
    return [warning('links-differ', wording.at(), `This ${what}. Make them alike.`)];
  });
}

const quote = (hrefs: readonly string[]): string => listAnd(hrefs.map((href) => `“${href}”`));

/** An address by what is the same of it in every language, and as it is written. */
type Links = readonly {readonly plain: string; readonly href: string}[];

/** Each link of one that has no partner in the other. */
function minus(these: Links, those: Links): string[] {
  const left = those.map(({plain}) => plain);
  return these.flatMap(({plain, href}) => {
    const at = left.indexOf(plain);
    if (at === -1) return [href];
    left.splice(at, 1);
    return [];
  });
}

function linksIn(content: readonly Inline[], language: string): Links {
  return content.flatMap((piece): Links => {
    if (typeof piece === 'string') return [];
    const inner = linksIn(piece.content, language);
    if (piece.type === 'link') return [{plain: withoutLanguage(piece.href, language), href: piece.href}, ...inner];
    return piece.type === 'reference' ? [{plain: `#${piece.to}`, href: `#${piece.to}`}, ...inner] : inner;
  });
}

/** Each language may have a page of its own, `/sv/privacy` or `privacy?lang=sv`; the rest of the address is to be the same. */
function withoutLanguage(href: string, language: string): string {
  const [base = language] = language.split('-');
  const tags = [...new Set([language, language.replaceAll('-', '_'), base])].join('|');
  return href.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${tags})(?:[-_][a-z]{2,4})?(?![\\p{L}\\p{N}])`, 'giu'), '*').replace(/\/\*(?=[/?#]|$)/g, '');
}

/** Data categories only: a legal basis is often said once for many clauses, and elsewhere in each language. */
function annotations(texts: readonly CheckedText[], kinds: ReadonlyMap<Id, TermKind>): Finding[] {
  const clauses = texts.map((text) => ({text, terms: termsByClause(text, kinds)}));
  const [model] = clauses;
  return [...model?.terms.keys() ?? []].flatMap((id) => {
    const having = clauses.filter(({terms}) => terms.has(id));
    const all = new Set(having.flatMap(({terms}) => [...terms.get(id) ?? []]));
    const found = [...all].map((term) => {
      const [has, lacks] = [having.filter(({terms}) => terms.get(id)?.has(term)), having.filter(({terms}) => !terms.get(id)?.has(term))];
      return {term, has, lacks};
    }).filter(({lacks}) => lacks.length > 0);
    const [first] = found;
    const place = first?.lacks[0]?.text;
    if (first === undefined || place === undefined) return [];
    const says = [...groupBy(found, ({has, lacks}) => `${listAnd(has.map(({text}) => text.name))} and not in ${listAnd(lacks.map(({text}) => text.name))}`)]
      .map(([where, group]) => `${listAnd(group.map(({term}) => `“${term}”`))} in ${where}`).join('; ');
    return [warning('annotations-differ', place.placeOf(id), `This clause names ${says}. Say it in each, add the phrase to the vocabulary, or write {data="${first.term}"} at the end of the item.`)];
  });
}

function termsByClause({wordings}: CheckedText, kinds: ReadonlyMap<Id, TermKind>): ReadonlyMap<Id, ReadonlySet<Id>> {
  const found = new Map<Id, Set<Id>>();
  for (const {kind, id, content, terms} of wordings) {
    if (kind !== 'clause') continue;
    const here = found.get(id) ?? new Set<Id>();
    for (const term of termsIn(content, new Set(terms))) if (kinds.get(term) === 'data') here.add(term);
    found.set(id, here);
  }
  return found;
}
