/**
 * Who a heading speaks to.
 *
 * A heading is read word by word as roles, products, joining words and small
 * words. What is left over is unknown, and how much is left over says how far
 * the reading is to be trusted.
 */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {everyone} from '../vocabulary/audiences.js';
import type {AudienceEntry} from '../vocabulary/vocabulary.js';
import {joinPattern} from './split-names.js';
import {findProduct, type KnownProduct} from './find-product.js';
import {escapePattern, isUnspaced, wordsFor, type WordsByLanguage} from '../document/guess.js';
import {withoutNumber} from './recognise-headings.js';

/** Words in a heading that name nobody: "other", "for", "our", and articles. */
const smallWords: WordsByLanguage<readonly string[]> = {
  en: [
    'other',
    'others',
    'for',
    'our',
    'the',
    'a',
    'an',
    'any',
    'all',
    'of',
    'if you are',
    'you are',
    'information for',
  ],
  sv: ['andra', 'annan', 'övriga', 'för', 'våra', 'en', 'ett', 'hos', 'till', 'alla', 'om du är'],
  nb: ['andre', 'annen', 'øvrige', 'for', 'våre', 'en', 'et', 'ei', 'hos', 'til', 'av', 'alle', 'hvis du er'],
  da: ['andre', 'anden', 'øvrige', 'for', 'vores', 'en', 'et', 'hos', 'til', 'af', 'alle', 'hvis du er'],
  nl: ['andere', 'ander', 'overige', 'voor', 'onze', 'een', 'de', 'het', 'van', 'bij', 'alle', 'als u', 'bent'],
  zh: ['其他', '其它', '的', '之', '我們的', '我们的', '一名', '您是', '各位'],
  ar: ['آخر', 'آخرون', 'آخرين', 'غيرهم', 'غير', 'من', 'لدى', 'في', 'إذا كنت'],
};

/** Of whom an employee is one. */
const belonging: WordsByLanguage<RegExp> = {
  en: /\b(?:of|at|with)\b/iu,
  sv: /(?<!\p{L})(?:hos|till|av)(?!\p{L})/iu,
  nb: /(?<!\p{L})(?:hos|til|av|i)(?!\p{L})/iu,
  da: /(?<!\p{L})(?:hos|til|af|i)(?!\p{L})/iu,
  nl: /\b(?:van|bij)\b/iu,
  zh: /[的之]/u,
  ar: /(?<!\p{L})(?:لدى|في|عند)(?!\p{L})/u,
};

/** How a section turns to its reader. A role that we do not know is known by it. */
const address: WordsByLanguage<RegExp> = {
  en: /^(?:if|when|where) you(?: are|['’]re| have| work| visit| use)\b/iu,
  sv: /^(?:om|när) du (?:är|har|besöker|använder)(?!\p{L})/iu,
  nb: /^(?:hvis|dersom|når) du (?:er|har|besøker|bruker)(?!\p{L})/iu,
  nn: /^(?:dersom|viss|når) du (?:er|har|vitjar|bruker)(?!\p{L})/iu,
  da: /^(?:hvis|når|såfremt) du (?:er|har|besøger|bruger)(?!\p{L})/iu,
  nl: /^(?:als|indien|wanneer) (?:u|je)(?!\p{L})/iu,
  zh: /^(?:如若|如果|[若如當当]|倘若)\s*[您你](?:們|们)?[是為为]?(?:一[名位個个])?/u,
  ar: /^(?:إذا|إن|عندما) (?:كنت|تكون)/u,
};

export const addressesReader = (text: string, language: LanguageTag): boolean =>
  wordsFor(address, language)?.test(text.trim()) ?? false;

/** Whom a text's opening speaks to: in "If you are a visitor, we use …", "a visitor". Nothing where it turns to nobody. */
export const addressedIn = (text: string, language: LanguageTag): string | undefined =>
  /^[^,:;.،؛，：；。]{0,80}(?=[,:;.،؛，：；。])/u.exec(afterAddress(text, language) ?? '')?.[0].trim();

/** What follows "If you are"; nothing where a text turns to nobody. */
export function afterAddress(text: string, language: LanguageTag): string | undefined {
  const match = wordsFor(address, language)?.exec(text.trim());
  return match?.index === 0 ? text.trim().slice(match[0].length) : undefined;
}

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

export interface Roles {
  readonly everyone: boolean;
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
  | {readonly kind: 'join' | 'small' | 'belonging'}
  | {readonly kind: 'unknown'; readonly text: string};

export function readRoles(heading: string, reader: RoleReader): Roles {
  const tokens = tokenise(
    withoutNumber(heading.normalize('NFC').trim())
      .replace(/(?<![.。:：!！?？\s])[.。:：!！?？\s]+$/u, '')
      .trim(),
    reader,
  );
  const groups = split(tokens);
  const unknown = groups.flatMap(unknownOf);
  const strangers = groups
    .filter((group) => !group.some(({kind}) => kind === 'role' || kind === 'everyone'))
    .flatMap(unknownOf);
  if (tokens.some(({kind}) => kind === 'everyone') && !tokens.some(({kind}) => kind === 'role')) {
    return {everyone: true, ids: [], ofProducts: [], unknown, strangers};
  }
  const ofProducts: RoleOfProduct[] = [];
  const ids = withoutEmployers(groups).flatMap((group) => {
    const product = group.find((token) => token.kind === 'product');
    return group.flatMap((token) => {
      if (token.kind !== 'role') return [];
      if (product === undefined) return [token.id];
      const id = `${product.product.id}-${token.id}`;
      ofProducts.push({id, role: token.id, product: product.product.names[0] ?? product.product.id});
      return [id];
    });
  });
  return {everyone: false, ids: [...new Set(ids)], ofProducts, unknown, strangers};
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

interface Pattern {
  readonly expression: RegExp;
  readonly token: (match: RegExpExecArray) => Token;
}

const patternsOf = new WeakMap<RoleReader, Patterns>();

function tokenise(text: string, reader: RoleReader): Token[] {
  const patterns = patternsOf.get(reader) ?? buildPatterns(reader);
  patternsOf.set(reader, patterns);
  const tokens: Token[] = [];
  let at = 0;
  let unknown = '';
  const flush = (): void => {
    if (unknown.trim() !== '') tokens.push({kind: 'unknown', text: unknown.trim()});
    unknown = '';
  };
  while (at < text.length) {
    const best = longestMatch(text, at, patterns, reader);
    if (best === undefined) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      // A hyphen joins a product's name to a role: "Studio-medlem".
      unknown += /[-‑–’'()\s]/u.test(character) && unknown === '' ? '' : character;
      at += character.length;
    } else {
      flush();
      tokens.push(best.token);
      at += best.length;
    }
  }
  flush();
  return tokens;
}

/** Where two match the same length, the first holds: a role before a product, the text's own product before others. */
function longestMatch(
  text: string,
  at: number,
  {first, last, beginning}: Patterns,
  {products, product: own}: RoleReader,
): {token: Token; length: number} | undefined {
  let best: {token: Token; length: number} | undefined;
  const tryAll = (patterns: readonly Pattern[]): void => {
    for (const {expression, token} of patterns) {
      expression.lastIndex = at;
      const match = expression.exec(text);
      if (match !== null && match[0].length > (best?.length ?? 0))
        best = {token: token(match), length: match[0].length};
    }
  };
  tryAll(first);
  beginning.lastIndex = at;
  const found = beginning.test(text) ? findProduct(text, at, products, own) : undefined;
  if (found !== undefined && found.length > (best?.length ?? 0))
    best = {token: {kind: 'product', product: found.product}, length: found.length};
  tryAll(last);
  return best;
}

interface Patterns {
  readonly first: readonly Pattern[];
  readonly last: readonly Pattern[];
  /** Matches, without a letter, where a name can begin. */
  readonly beginning: RegExp;
}

function buildPatterns({language, audiences, own}: RoleReader): Patterns {
  const {roles, last, beginning, name} = sharedPatterns(audiences, language);
  return {first: [...roles, ...own.map((words) => toPattern(name(words), () => ({kind: 'small'})))], last, beginning};
}

const toPattern = (source: string, token: Pattern['token']): Pattern => ({
  expression: new RegExp(source, 'iuy'),
  token,
});

interface Shared {
  readonly roles: readonly Pattern[];
  readonly last: readonly Pattern[];
  readonly beginning: RegExp;
  readonly name: (words: string) => string;
}

const sharedOf = new WeakMap<readonly AudienceEntry[], Map<LanguageTag, Shared>>();

/** What is the same for all texts in one language. */
function sharedPatterns(audiences: readonly AudienceEntry[], language: LanguageTag): Shared {
  const byLanguage = sharedOf.get(audiences) ?? new Map<LanguageTag, Shared>();
  sharedOf.set(audiences, byLanguage);
  const shared = byLanguage.get(language) ?? buildShared(audiences, language);
  byLanguage.set(language, shared);
  return shared;
}

function buildShared(audiences: readonly AudienceEntry[], language: LanguageTag): Shared {
  const unspaced = isUnspaced(language);
  const start = '(?<![\\p{L}\\p{N}])';
  // The Arabic "and" before a word is read as a joining word; the word begins after it.
  const before = unspaced ? '' : language.startsWith('ar') ? `(?:${start}|(?<=[\\s,،]و))` : start;
  const after = unspaced ? '' : '(?![\\p{L}\\p{N}])';
  const prefix = language.startsWith('ar') ? '(?:ال|لل|ل|ب)?' : '';
  const genitive = unspaced || prefix !== '' ? '()' : "(e?s|[’']s|[’'])?";
  const whole = (words: string): string => `${before}${prefix}${words}${genitive}${after}`;
  const phrase = (words: string): string =>
    words.endsWith('*')
      ? whole(`${escapePattern(words.slice(0, -1))}[\\p{L}\\p{M}]*?`)
      : whole(escapePattern(words).replace(/ /gu, '\\s+(?:ال)?'));
  return {
    roles: [
      ...phrasesFor(everyone, language).map((words) => toPattern(phrase(words), () => ({kind: 'everyone'}))),
      ...audiences.flatMap((entry) =>
        phrasesFor(entry, language).map((words) =>
          toPattern(phrase(words), (match) => ({
            kind: 'role',
            id: entry.id,
            genitive: match[1] !== undefined && match[1] !== '',
          })),
        ),
      ),
    ],
    last: [
      toPattern(joinPattern(language), () => ({kind: 'join'})),
      toPattern('\\s+', () => ({kind: 'small'})),
      ...[wordsFor(belonging, language)].flatMap((words) =>
        words === undefined ? [] : [toPattern(words.source, () => ({kind: 'belonging'}))],
      ),
      ...(wordsFor(smallWords, language) ?? []).map((words) => toPattern(phrase(words), () => ({kind: 'small'}))),
    ],
    beginning: new RegExp(before, 'uy'),
    name: (words) => `${before}${escapePattern(words)}(?![\\p{Script=Latin}\\p{N}])`,
  };
}

const phrasesFor = (entry: AudienceEntry, language: LanguageTag): readonly string[] =>
  wordsFor(entry.phrases, language) ?? [];
