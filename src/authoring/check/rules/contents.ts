/**
 * What the clauses of one edition's languages hold that differs though their words must: their order, links and
 * annotations.
 */
import {writeReference} from '../../folder/reference-address.js';
import type {Id, Inline, TermKind} from '../../../policy/bundle.js';
import {plainText, termsIn} from '../../../policy/clauses.js';
import {warning, type Finding} from '../../findings/finding.js';
import {listAnd} from '../../findings/nearest.js';
import {groupBy} from '../../collections/group.js';
import type {CheckedText} from '../texts/checked-text.js';
import {findOutliers, nameAll} from './outliers.js';

/**
 * Each text is held against the first, that of the prevailing language or of the first language; and the first
 * against the others where they agree.
 */
export function findContentDifferences(
  [model, ...others]: readonly CheckedText[],
  kinds: ReadonlyMap<Id, TermKind>,
  prevails = false,
): Finding[] {
  if (model === undefined || others.length === 0) return [];
  return [
    ...order(model, others, prevails),
    ...links(model, others, prevails),
    ...annotations([model, ...others], kinds),
  ];
}

/** One finding per text: what is moved once moves all that stands after it. */
function order(model: CheckedText, others: readonly CheckedText[], prevails: boolean): Finding[] {
  const moved = new Map(others.map((other) => [other, firstMoved(model, other)]));
  const moves = findOutliers(
    model,
    others,
    prevails,
    (text) => (text === model ? inOrder : (moved.get(text) ?? inOrder)),
    (move) => move.join(),
  );
  return moves.flatMap(({text, value, expected, rivals}) => {
    const [first, instead] = text === model ? [...expected].reverse() : value;
    return first === undefined || instead === undefined
      ? []
      : [
          warning(
            'order-differs',
            text.placeOf(first),
            `“${first}” stands before “${instead}” here, and after it in ` +
              `${nameAll(rivals.map(({name}) => name))}. Put them in the same order.`,
          ),
        ];
  });
}

/** The first part that stands too early, and the one that should stand there; nothing where all is in order. */
type Move = readonly Id[];
const inOrder: Move = [];

function firstMoved(model: CheckedText, other: CheckedText): Move {
  const [expected, found] = [idsOf(model), idsOf(other)];
  const there = [...found].filter((id) => expected.has(id));
  const wanted = [...expected].filter((id) => found.has(id));
  const at = wanted.findIndex((id, index) => there[index] !== id);
  const [first, instead] = [there[at], wanted[at]];
  return first === undefined || instead === undefined ? inOrder : [first, instead];
}

const idsOf = ({wordings}: CheckedText): ReadonlySet<Id> => new Set(wordings.map(({id}) => id));

function links(model: CheckedText, others: readonly CheckedText[], prevails: boolean): Finding[] {
  const wordings = new Map(
    [model, ...others].map((text) => [text, new Map(text.wordings.map((wording) => [wording.key, wording]))]),
  );
  const ids = new Map([model, ...others].map((text) => [text, idsOf(text)]));
  return model.wordings.flatMap(({key}) => {
    const linksOf = (text: CheckedText): Links | undefined => {
      const wording = wordings.get(text)?.get(key);
      return wording === undefined ? undefined : linksIn(wording.content, text.language);
    };
    // A reference that leads nowhere is a finding already.
    const isDead = [model, ...others].some((text) =>
      linksOf(text)?.some(({plain}) => plain.startsWith('#') && !ids.get(text)?.has(plain.slice(1))),
    );
    const compared = (text: CheckedText): Links | undefined =>
      isDead ? linksOf(text)?.filter(({plain}) => !plain.startsWith('#')) : linksOf(text);
    return findOutliers(model, others, prevails, compared, (found) =>
      found
        .map(({plain}) => plain)
        .sort()
        .join(' '),
    ).map(({text, value, expected, rivals}) => {
      const [extra, missing] = [minus(value, expected), minus(expected, value)];
      const [names, one] = [nameAll(rivals.map(({name}) => name)), rivals.length === 1];
      const what =
        extra.length === 0
          ? `has no link to ${quote(missing)}, which ${names} ${one ? 'has' : 'have'}`
          : missing.length === 0
            ? `links to ${quote(extra)}, which ${names} ${one ? 'does' : 'do'} not`
            : `links to ${quote(extra)}, and ${names} to ${quote(missing)}`;
      const wording = wordings.get(text)?.get(key);
      const [from, to] = wording === undefined || extra[0] === undefined ? [] : spanOf(extra[0], wording.content);
      return warning('links-differ', wording?.at(from, to) ?? text.at, `This ${what}. Make them alike.`);
    });
  });
}

const quote = (hrefs: readonly string[]): string => listAnd(hrefs.map((href) => `“${href}”`));

/** An address by what is the same of it in every language, and as it is written. */
type Links = readonly {readonly plain: string; readonly href: string}[];

/** Where in a wording the letters of a link stand; nothing where it has none. */
function spanOf(href: string, content: readonly Inline[], start = 0): readonly [from?: number, to?: number] {
  let at = start;
  for (const piece of content) {
    const {length} = plainText([piece]);
    if (typeof piece !== 'string') {
      if (
        length > 0 &&
        ((piece.type === 'link' && piece.href === href) ||
          (piece.type === 'reference' && writeReference(piece) === href))
      )
        return [at, at + length];
      const inner = spanOf(href, piece.content, at);
      if (inner.length > 0) return inner;
    }
    at += length;
  }
  return [];
}

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
    const href = piece.type === 'reference' ? writeReference(piece) : '';
    return href === '' ? inner : [{plain: href, href}, ...inner];
  });
}

/**
 * Each language may have a page of its own, `/sv/privacy` or `privacy?lang=sv`; the rest of the address is to be the
 * same.
 */
function withoutLanguage(href: string, language: string): string {
  const [base = language] = language.split('-');
  const tags = [...new Set([language, language.replaceAll('-', '_'), base])].join('|');
  return href
    .replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${tags})(?:[-_][a-z]{2,4})?(?![\\p{L}\\p{N}])`, 'giu'), '*')
    .replace(/\/\*(?=[/?#]|$)/g, '');
}

/** Data categories only: a legal basis is often said once for many clauses, and elsewhere in each language. */
function annotations(texts: readonly CheckedText[], kinds: ReadonlyMap<Id, TermKind>): Finding[] {
  const clauses = texts.map((text) => ({text, terms: termsByClause(text, kinds)}));
  const [model] = clauses;
  return [...(model?.terms.keys() ?? [])].flatMap((id) => {
    const having = clauses.filter(({terms}) => terms.has(id));
    const all = new Set(having.flatMap(({terms}) => [...(terms.get(id) ?? [])]));
    const found = [...all]
      .map((term) => {
        const [has, lacks] = [
          having.filter(({terms}) => terms.get(id)?.has(term)),
          having.filter(({terms}) => !terms.get(id)?.has(term)),
        ];
        return {term, has, lacks};
      })
      .filter(({lacks}) => lacks.length > 0);
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
