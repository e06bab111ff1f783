/* eslint-disable max-lines -- the ways to address a reader are weighed against each other */
/**
 * Who a heading speaks to.
 *
 * A heading is read word by word as roles, products, joining words and small
 * words, as it stands or within one of the language's frames ("Information for …").
 * What is left over is unknown, and how much is left over says how far the reading
 * is to be trusted. What a person does names them too: "If you apply for a job".
 */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {isUnspaced} from '../document/guess.js';
import {fold, type Folded} from '../vocabulary/fold.js';
import {wordsOf} from '../vocabulary/language-words.js';
import type {AudienceEntry} from '../vocabulary/vocabulary.js';
import {wordIndex, type WordIndex} from '../vocabulary/word-index.js';
import {findProduct, type KnownProduct} from './find-product.js';
import {actorsOf, framesAround} from './frames.js';
import {withoutNumber} from './recognise-headings.js';

/** What headings of a text are read with. */
export interface RoleReader {
  readonly language: LanguageTag;
  readonly audiences: readonly AudienceEntry[];
  /** The names of the text's own product; a role named with one of them is just the role. */
  readonly own: readonly string[];
  /** All products that are known, the same list for all texts. */
  readonly products: readonly KnownProduct[];
  /** Which of them is the text's own. */
  readonly product?: Id;
}

/** An audience that is not in the vocabulary: a role of one product. */
export interface RoleOfProduct {
  readonly id: Id;
  readonly role: Id;
  readonly product: string;
}

/**
 * How a heading came to name them: by their words alone, within a frame, in one that turns to them, or by what they
 * do.
 */
export type Naming = 'bare' | 'framed' | 'turned-to' | 'act';

export interface Roles {
  readonly everyone: boolean;
  readonly naming: Naming;
  /** Which frame it stands in; empty for none. */
  readonly frame: string;
  /** Whether it begins with a word that names nobody: "our", "the", "other". */
  readonly isDetermined: boolean;
  /** In the order in which the heading names them. */
  readonly ids: readonly Id[];
  readonly ofProducts: readonly RoleOfProduct[];
  /** Words that were not understood, one entry for each group of them. */
  readonly unknown: readonly string[];
  /** Those of them that stand where a role would: "astronauts" in "Visitors and astronauts". */
  readonly strangers: readonly string[];
}

type Token =
  | {readonly kind: 'role'; readonly id: Id; readonly genitive: boolean}
  | {readonly kind: 'everyone'}
  | {readonly kind: 'product'; readonly product: KnownProduct}
  | {readonly kind: 'join' | 'belonging' | 'own' | 'preposition' | 'small'}
  | {readonly kind: 'unknown'; readonly text: string};

/** In characters. What is longer is a paragraph. */
const longest = 400;

export function readRoles(heading: string, reader: RoleReader): Roles {
  if (heading.length > longest) return {...nobody, unknown: [heading], strangers: [heading]};
  const bare = withoutNumber(heading.normalize('NFC').trim())
    .replace(/(?<![.。:：!！?？।\s])[.。:：!！?？।\s]+$/u, '')
    .trim();
  const written = reader.language.startsWith('de')
    ? bare.replace(/(?<=\p{L})(?:[*_]|\/-?)(?=in(?:nen)?(?!\p{L}))/giu, ':')
    : bare;
  const folded = foldFor(written, reader.language);
  const plain = understand(tokenise(written, folded, reader), 'bare', '');
  // Where a heading goes on and on, it is a sentence.
  if (folded.text.length > 160) return plain;
  let unknown: Roles | undefined;
  for (const {frame, start, end} of framesAround(folded.text, reader.language)) {
    // "For" and "our" may stand before a role without a frame too.
    if (isUnderstood(plain) && !frame.turns) continue;
    const inner = written.slice(folded.starts[start], folded.starts[end]);
    const name = `${frame.before}…${frame.after}`;
    const tokens = tokenise(inner, foldFor(inner, reader.language), reader);
    const roles = understand(tokens, frame.turns ? 'turned-to' : 'framed', name);
    if (isUnderstood(roles)) return roles;
    if (roles.ids.length === 0 && !roles.everyone) unknown ??= roles;
  }
  if (isUnderstood(plain)) return plain;
  const actors = actorsOf(folded.text, reader.language);
  if (actors.length > 0) return {...nobody, ids: actors, naming: 'act'};
  return plain.ids.length === 0 && !plain.everyone ? (unknown ?? plain) : plain;
}

const nobody: Roles = {
  everyone: false,
  naming: 'bare',
  frame: '',
  isDetermined: false,
  ids: [],
  ofProducts: [],
  unknown: [],
  strangers: [],
};

/** Whether a heading names somebody and nothing else. */
export const isUnderstood = ({ids, everyone, unknown}: Roles): boolean =>
  (everyone || ids.length > 0) && unknown.length === 0;

function understand(tokens: readonly Token[], naming: Naming, frame: string): Roles {
  const groups = split(tokens);
  const unknown = groups.flatMap(unknownOf);
  const strangers = groups
    .filter((group) => !group.some(({kind}) => kind === 'role' || kind === 'everyone'))
    .flatMap(unknownOf);
  const isDetermined = tokens[0]?.kind === 'small';
  const found = {...nobody, naming, frame, isDetermined, unknown, strangers};
  if (tokens.some(({kind}) => kind === 'everyone') && !tokens.some(({kind}) => kind === 'role'))
    return {...found, everyone: true};
  const ofProducts: RoleOfProduct[] = [];
  const ids = withoutEmployers(groups)
    .map(withoutKin)
    .flatMap((group) => {
      const product = group.find((token) => token.kind === 'product');
      return group.flatMap((token) => {
        if (token.kind !== 'role') return [];
        if (product === undefined) return [token.id];
        const id = `${product.product.id}-${token.id}`;
        ofProducts.push({id, role: token.id, product: product.product.names[0] ?? product.product.id});
        return [id];
      });
    });
  return {...found, ids: [...new Set(ids)], ofProducts};
}

function split(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'join') groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups.filter((group) => group.length > 0);
}

function unknownOf(group: readonly Token[]): string[] {
  const words = group.flatMap((token) => (token.kind === 'unknown' ? [token.text] : []));
  return words.length === 0 ? [] : [words.join(' ')];
}

const kin: ReadonlySet<Id> = new Set(['parent', 'guardian', 'carer', 'emergency-contact']);

/** "Parents of students" is for parents: whose parents they are is not spoken to. */
function withoutKin(group: readonly Token[]): readonly Token[] {
  const [first] = group.filter((token) => token.kind === 'role');
  return first === undefined || !kin.has(first.id)
    ? group
    : group.filter((token) => token.kind !== 'role' || token === first);
}

const isEmployee = (token: Token): boolean => token.kind === 'role' && token.id === 'employee';
const isEmployer = (token: Token): boolean => token.kind === 'role' && token.id !== 'employee';

/** "Employees of members and clients" is for employees: whom they work for is not spoken to. */
function withoutEmployers(groups: readonly Token[][]): readonly Token[][] {
  const kept = groups.map((group) => [...group]);
  for (const [index, group] of groups.entries()) {
    const at = group.findIndex(isEmployee);
    if (at === -1) continue;
    const before = group.slice(0, at).some(isEmployer);
    const after = group.slice(at + 1).some((token) => isEmployer(token) || token.kind === 'belonging');
    if (!before && !after) continue;
    kept[index] = group.filter(isEmployee);
    // "… of members and clients": the groups that follow are employers too, unless they name employees of their own.
    for (let next = index + 1; after && next < groups.length && !groups[next]?.some(isEmployee); next++)
      kept[next] = [];
    // "Members’, partners’ and sponsors’ employees": so are those before, where the language shows it or has no way to.
    for (let past = index - 1; before && past >= 0; past--) {
      const genitive = groups[past]?.every((token) => token.kind !== 'role' || token.genitive) ?? false;
      const showsGenitive = group.slice(0, at).some((token) => token.kind === 'role' && token.genitive);
      if (groups[past]?.some(isEmployee) || (showsGenitive && !genitive)) break;
      kept[past] = [];
    }
  }
  return kept;
}

/** The Arabic article, also after "and", is read over: "والزوار" are "زوار". */
const article = /(?<![\p{L}\p{M}])([وف]?)(?:ال|لل)(?=\p{L}{2})/gu;

function foldFor(text: string, language: LanguageTag): Folded {
  const folded = fold(text);
  if (!language.startsWith('ar')) return folded;
  const kept: number[] = [];
  let plain = '';
  let at = 0;
  const keep = (until: number): void => {
    for (; at < until; at++) {
      plain += folded.text.charAt(at);
      kept.push(folded.starts[at] ?? 0);
    }
  };
  for (const match of folded.text.matchAll(article)) {
    keep(match.index + (match[1] ?? '').length);
    at = match.index + match[0].length;
  }
  keep(folded.text.length);
  return {text: plain, starts: [...kept, text.length]};
}

/** What a word may be preceded by and still be that word: "for" and "and" in Arabic and Hebrew. */
const prefixes: Readonly<Record<string, string>> = {ar: 'لب', he: 'להבמ'};
/** The "and" that is written together with the word that follows it. */
const joinedAnd: Readonly<Record<string, string>> = {ar: 'و', he: 'ו'};

const baseOf = (language: LanguageTag): string => language.split('-')[0] ?? language;

const notInWord = /(?<![\p{L}\p{N}\p{M}])/uy;
const character = /[\p{L}\p{N}\p{M}]/u;

function tokenise(original: string, {text, starts}: Folded, reader: RoleReader): Token[] {
  const index = indexFor(reader);
  const base = baseOf(reader.language);
  const and = joinedAnd[base] ?? '';
  const tokens: Token[] = [];
  let at = 0;
  let unknown: number | undefined;
  const flush = (end: number): void => {
    const words = unknown === undefined ? '' : original.slice(starts[unknown], starts[end]).trim();
    if (words !== '') tokens.push({kind: 'unknown', text: words});
    unknown = undefined;
  };
  /** Whether a word may begin here, or after the "and" joined to it. */
  const mayBegin = (place: number): boolean => {
    if (index.unspaced) return true;
    notInWord.lastIndex = place;
    return notInWord.test(text);
  };
  while (at < text.length) {
    const begins = mayBegin(at);
    const best = begins ? longestAt(original, text, starts, at, index, reader) : undefined;
    if (best !== undefined) {
      flush(at);
      tokens.push(best.token);
      at += best.length;
      continue;
    }
    if (begins && and !== '' && text.charAt(at) === and) {
      const next = longestAt(original, text, starts, at + 1, index, reader);
      if (next !== undefined && ['role', 'everyone', 'product'].includes(next.token.kind)) {
        flush(at);
        tokens.push({kind: 'join'}, next.token);
        at += 1 + next.length;
        continue;
      }
    }
    const sign = text.charAt(at);
    if (/\s/u.test(sign) && unknown === undefined) at++;
    else if (/[,，、;；،/]/u.test(sign)) {
      flush(at++);
      tokens.push({kind: 'join'});
    } else if (/[-‑–’'()"“”„«»\s]/u.test(sign) && unknown === undefined) at++;
    else {
      unknown ??= at;
      // A word that is not known is passed over whole.
      do at++;
      while (
        !index.unspaced &&
        at < text.length &&
        character.test(text.charAt(at)) &&
        character.test(text.charAt(at - 1))
      );
    }
  }
  flush(text.length);
  return tokens;
}

interface Best {
  readonly token: Token;
  readonly length: number;
}

/** Where two match the same length, the first holds: a role before a product, the text's own product before others. */
function longestAt(
  original: string,
  text: string,
  starts: Folded['starts'],
  at: number,
  index: Index,
  {products, product: own, language}: RoleReader,
): Best | undefined {
  let best: Best | undefined;
  const consider = (found: Best | undefined): void => {
    if (found !== undefined && found.length > (best?.length ?? 0)) best = found;
  };
  const role = (place: number): Best | undefined => {
    const found = index.roles.longestAt(text, place);
    if (found === undefined) return undefined;
    const {value} = found;
    return {
      token: value === 'everyone' ? {kind: 'everyone'} : {kind: 'role', id: value, genitive: found.isExtended},
      length: place - at + found.length,
    };
  };
  consider(role(at));
  if (best === undefined && prefixes[baseOf(language)]?.includes(text.charAt(at)) === true) consider(role(at + 1));
  const name = index.own.longestAt(text, at);
  if (name !== undefined) consider({token: {kind: 'own'}, length: name.length});
  const place = starts[at] ?? 0;
  const product = findProduct(original, place, products, own);
  if (product !== undefined) {
    const end = starts.findIndex((start) => start >= place + product.length);
    consider({token: {kind: 'product', product: product.product}, length: (end === -1 ? text.length : end) - at});
  }
  const join = index.joins.longestAt(text, at);
  if (join !== undefined) consider({token: {kind: 'join'}, length: join.length});
  const belonging = index.belonging.longestAt(text, at);
  if (belonging !== undefined) consider({token: {kind: 'belonging'}, length: belonging.length});
  const small = index.small.longestAt(text, at);
  if (small !== undefined) consider({token: {kind: small.value}, length: small.length});
  return best;
}

interface Index {
  readonly unspaced: boolean;
  /** By their ids; `everyone` is no audience. */
  readonly roles: WordIndex<Id>;
  readonly joins: WordIndex<true>;
  readonly belonging: WordIndex<true>;
  readonly small: WordIndex<'small' | 'preposition'>;
  /** The names of the text's own product. */
  readonly own: WordIndex<true>;
}

const indexOf = new WeakMap<RoleReader, Index>();
const sharedOf = new WeakMap<readonly AudienceEntry[], Map<LanguageTag, Omit<Index, 'own'>>>();

function indexFor(reader: RoleReader): Index {
  const known = indexOf.get(reader);
  if (known !== undefined) return known;
  const {language, audiences, own} = reader;
  const byLanguage = sharedOf.get(audiences) ?? new Map<LanguageTag, Omit<Index, 'own'>>();
  sharedOf.set(audiences, byLanguage);
  const shared = byLanguage.get(language) ?? buildIndex(audiences, language);
  byLanguage.set(language, shared);
  const fitting = own.map((name) => [foldFor(name, language).text, true] as const);
  // A product's name ends where its script does: "Labs會員".
  const index = {...shared, own: wordIndex(fitting, {unspaced: shared.unspaced})};
  indexOf.set(reader, index);
  return index;
}

/** Languages with a genitive in -s: "members’ employees", "medlemmers medarbejdere". */
const genitive = /^(?:en|sv|nb|nn|no|da|nl|de)\b/u;

/** What is the same for all texts in one language. */
function buildIndex(audiences: readonly AudienceEntry[], language: LanguageTag): Omit<Index, 'own'> {
  const words = wordsOf(language);
  const unspaced = isUnspaced(language);
  const foldPhrase = (phrase: string): string => foldFor(phrase, language).text;
  const all = (list: readonly string[] = []): readonly (readonly [string, true])[] =>
    list.map((word) => [foldPhrase(word), true] as const);
  // What a frame has besides an audience, where it is one word.
  const prepositions = new Set(
    (words?.frames.headings ?? []).map((frame) => foldPhrase(frame.replace('{audience}', '').trim())),
  );
  return {
    unspaced,
    roles: wordIndex(
      [
        ...(words?.everyone ?? []).map((word) => [foldPhrase(word), 'everyone'] as const),
        ...audiences.flatMap(({id, phrases}) =>
          (phrases[language] ?? []).map((word) => [foldPhrase(word), id] as const),
        ),
      ],
      {unspaced, ...(genitive.test(language) && {ending: /e?s|'s|'/uy})},
    ),
    joins: wordIndex(all(words?.joins), {unspaced}),
    belonging: wordIndex(all(words?.belonging), {unspaced}),
    small: wordIndex(
      all(words?.small).map(([word]) => [word, prepositions.has(word) ? 'preposition' : 'small'] as const),
      {unspaced},
    ),
  };
}
