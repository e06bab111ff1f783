/* eslint-disable max-lines -- it is the whole format, once, from the words up to the bundle */
/**
 * Whether outside data is a policy bundle: the one gate between a file that
 * anybody may have written and everything that shows it. `bundle.schema.json`
 * states the same form for editors; what is beyond a schema (ids that must exist
 * or be told apart, real calendar days, the depth of nesting) is checked here only.
 *
 * A newer minor version (`policy-bundle/1.3`) may add fields, kinds of terms, and
 * types of blocks and inline pieces. It promises that the words of such a piece
 * stand in its `content` (inline pieces) or its `blocks`; so:
 * - an unknown inline piece reads as its content, without the mark;
 * - an unknown block with `content` reads as a paragraph, one with `blocks` as those blocks;
 * - what has neither has no words to lose, and is left out;
 * - a term of an unknown kind is a defined term.
 * A format that cannot promise this is a new major version, and is refused.
 */
import {
  listStyles,
  termKinds,
  type Annotation,
  type Audience,
  type Block,
  type Bundle,
  type Edition,
  type Emphasis,
  type Id,
  type IsoDate,
  type Inline,
  type Item,
  type Link,
  type List,
  type ListStyle,
  type Paragraph,
  type Policy,
  type Product,
  type Reference,
  type Row,
  type Section,
  type Strong,
  type Table,
  type Term,
  type TermKind,
  type Text,
  type TextReference,
} from './bundle.js';
import {isDay} from './day.js';
import {show, type Issue} from './issue.js';
import {
  always,
  at,
  fail,
  isObject,
  known,
  list,
  map,
  named,
  naming,
  nested,
  object,
  optional,
  refine,
  string,
  variant,
  visit as begin,
  type Read,
  type Visit,
} from './read.js';
import {failed, ok, type Result} from './result.js';

const format = 'policy-bundle/1';

const languageTag =
  /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*(-x(-[A-Za-z\d]{1,8})+)?$/u;
const webAddress =
  /https:\/\/([\p{L}\p{M}\p{N}_-]+\.)*\p{L}[\p{L}\p{M}\p{N}-]*\.?(:[1-5]?\d{1,4})?([/?#][^\s\\<>"\p{C}]*)?/u;
const mailAddress = /mailto:(?!\/\/)[^\s\\<>"@\p{C}]+@[^\s\\<>"\p{C}]+/u;
const telephone = /tel:\+?[\d().*-]+(;[a-z\d=.-]+)*/u;

/** The schema's own, letter for letter: a test compares them. */
export const patterns = {
  id: /^[a-z0-9]+([._-][a-z0-9]+)*$/u,
  /**
   * Language, script, region, variants, private use (RFC 5646 §2.1), without what `Intl.Locale` throws at:
   * `i-klingon`, `x-private`, `zh-yue`.
   */
  language: languageTag,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u,
  /**
   * `https:` needs a host by name and takes no user name before it, which would only disguise the host. `mailto://`
   * would name a host.
   */
  link: new RegExp(`^(${webAddress.source}|${mailAddress.source}|${telephone.source})$`, 'u'),
  /** A relative address: no scheme, no host. */
  src: /^(?!\/\/)[^\s\\:<>"\p{C}]+$/u,
  integrity: /^(sha256-[A-Za-z\d+/]{43}=|sha384-[A-Za-z\d+/]{64}|sha512-[A-Za-z\d+/]{86}==)$/u,
};

const id = string('an id: a to z, 0 to 9, and . _ - between them', patterns.id);
const language = string('a language tag like nb or zh-Hant', patterns.language);
const words = string('text');
const link = string('a link like https://example.org, mailto:me@example.org or tel:+4522334455', patterns.link);
const localized = map(language, words);

const date = refine(string('a date like 2026-03-01', patterns.date), (day) => !isDay(day) && 'a day in the calendar');

const kind: Read<TermKind> = (value, visit) =>
  termKinds.find((kind) => kind === value) ??
  (visit.newer && typeof value === 'string'
    ? 'defined-term'
    : fail(visit, `one of ${termKinds.join(', ')}`, show(value)));

const style: Read<ListStyle> = (value, visit) =>
  listStyles.find((style) => style === value) ??
  (visit.newer && typeof value === 'string' ? undefined : fail(visit, `one of ${listStyles.join(', ')}`, show(value)));

const some = 'at least one entry';
const allPolicies = 'the policies of this bundle';
const audienceId = known('audiences', id);
const termId = known('vocabulary', id);

// What may hold itself refers to itself by a function, as it is not there yet.
const inlines: Read<readonly Inline[]> = (value, visit) => nestedInlines(value, visit);
const blocks: Read<readonly Block[]> = (value, visit) => nestedBlocks(value, visit);
const sections: Read<readonly Section[]> = (value, visit) => nestedSections(value, visit);

/** An id of the text that is being read, which may stand further down. */
const target: Read<Id> = (value, visit) => {
  const to = id(value, visit);
  if (to !== undefined) visit.awaited.push([[...visit.path], to]);
  return to;
};

const marks = new Map<unknown, Read<Inline>>([
  ['strong', object<Strong>({type: always('strong'), content: inlines})],
  ['emphasis', object<Emphasis>({type: always('emphasis'), content: inlines})],
  ['link', object<Link>({type: always('link'), href: link, content: inlines})],
  ['reference', (value, visit) => reference(value, visit)],
  ['annotation', object<Annotation>({type: always('annotation'), terms: list(termId, some), content: inlines})],
]);

/** Where it leads to another policy, its texts may be in files of their own: only the policy is looked for. */
const policyId = known(allPolicies, id);
const inText = object<{type: 'reference'; to: Id; content: readonly Inline[]}>({
  type: always('reference'),
  to: target,
  content: inlines,
});
const elsewhere = object<{type: 'reference'; to?: Id; policy: Id; content: readonly Inline[]}>({
  type: always('reference'),
  to: optional(id),
  policy: policyId,
  content: inlines,
});
const reference: Read<Reference> = (value, visit) =>
  (isObject(value) && value['policy'] !== undefined ? elsewhere : inText)(value, visit);

const mark = variant(marks, ({content}, visit) =>
  Array.isArray(content) ? at(visit, 'content', content, inlines) : undefined,
);

const nestedInlines = nested<Inline>((value, visit) => (isObject(value) ? mark : words)(value, visit));

const narrowing = list(
  // So what all audiences see together is always the whole policy.
  refine(
    audienceId,
    (audience, {around}) => around && !around.includes(audience) && 'an audience that the part around it is for too',
  ),
  'at least one audience, or no such field for everyone',
);

/** Holds for what is read after it, up to the end of the part that it is `within`. */
const audiences: Read<readonly Id[]> = (value, visit) => {
  const {length} = visit.issues;
  const ids = narrowing(value, visit);
  visit.around = visit.issues.length > length ? undefined : ids;
  return ids;
};

const within =
  <T>(read: Read<T>): Read<T> =>
  (value, visit) => {
    const {around} = visit;
    const copy = read(value, visit);
    visit.around = around;
    return copy;
  };

const textIds = 'the ids of this text';
const clause = {id: named(textIds, id), terms: optional(list(termId))};
const paragraph = object<Paragraph>({type: always('paragraph'), ...clause, content: inlines});
const cells = list(inlines);

const item = object<Item>({
  ...clause,
  mark: optional(words),
  audiences: optional(audiences),
  content: inlines,
  blocks: optional(blocks),
});

const start: Read<number> = (value, visit) =>
  typeof value === 'number' && Number.isInteger(value) ? value : fail(visit, 'a whole number', show(value));

const forms = new Map<unknown, Read<Block>>([
  ['paragraph', paragraph],
  [
    'list',
    object<List>({
      type: always('list'),
      lead: optional(inlines),
      start: optional(start),
      style: optional(style),
      items: list(within(item)),
    }),
  ],
  [
    'table',
    object<Table>({
      type: always('table'),
      head: cells,
      rows: list(object<Row>({...clause, cells})),
    }),
  ],
]);

const nestedBlocks = nested<Block>(
  variant(forms, (value, visit) =>
    Array.isArray(value['content'])
      ? paragraph({id: `unnamed.${visit.names.get(textIds)?.size}`, ...value}, visit)
      : Array.isArray(value['blocks'])
        ? at(visit, 'blocks', value['blocks'], blocks)
        : undefined,
  ),
);

const section = object<Section>({
  id: clause.id,
  audiences: optional(audiences),
  heading: optional(inlines),
  blocks,
  sections: optional(sections),
});

const nestedSections = nested<Section>(within(section));

const wholeText = naming(textIds, object<Text>({title: words, sections}));

/** An object of ids by id. */
const byId: Read<Readonly<Record<Id, Id>>> = (value, visit) => {
  if (!isObject(value)) return fail(visit, 'an object by id, as in {"old-id": "new-id"}', show(value));
  const copy: Record<Id, Id> = {};
  for (const name of Object.keys(value)) {
    const from = at(visit, name, name, id);
    const to = at(visit, name, value[name], id);
    if (from !== undefined && to !== undefined) copy[from] = to;
  }
  return copy;
};

const text: Read<Text> = (value, visit) => {
  visit.awaited.length = 0;
  const copy = wholeText(value, visit);
  for (const [path, to] of visit.awaited)
    if (!visit.names.get(textIds)?.has(to)) fail(visit, `a value from ${textIds}`, show(to), 'reference', path);
  return copy;
};

const textReference = object<TextReference>({
  src: string('a relative address like texts/labs.en.json', patterns.src),
  integrity: string('sha256-, sha384- or sha512- and a hash in Base64', patterns.integrity),
  title: words,
  audiences: list(audienceId),
});

const editionWith = (fields: {id: Read<Id>; effective: Read<IsoDate>}) =>
  object<Edition>({
    ...fields,
    aliases: optional(byId),
    texts: naming(
      'texts',
      map<Text | TextReference>(named('texts', known('languages', language)), (value, visit) =>
        (isObject(value) && Object.hasOwn(value, 'src') ? textReference : text)(value, visit),
      ),
    ),
    prevails: optional(known('texts', language)),
  });

const edition: Read<Edition> = (value, visit) => {
  const {id: own, effective} = isObject(value) ? value : {};
  // Bundles of before there were ids tell their editions apart by the day.
  const read =
    own === undefined && typeof effective === 'string'
      ? editionWith({id: () => effective, effective: named('editions', date)})
      : editionWith({id: named('editions', id), effective: optional(date)});
  return read(value, visit);
};

const policy = object<Policy>({
  id: named('policies', id),
  products: list(known('products', id), some),
  editions: naming('editions', list(edition, some)),
});

/** Whole, major and minor, where it is a bundle's format at all. */
const version = (value: unknown) =>
  (typeof value === 'string' && /^policy-bundle\/([1-9]\d*)(?:\.(0|[1-9]\d*))?$/.exec(value)) || [];

const bundle = object<Bundle>(
  {
    format: (value, visit) => version(value)[0] ?? fail(visit, show(format), show(value)),
    title: localized,
    publisher: optional(localized),
    languages: naming('languages', list(named('languages', language), some)),
    languageNames: optional(localized),
    audiences: naming('audiences', list(object<Audience>({id: named('audiences', id), names: localized}))),
    products: naming('products', list(object<Product>({id: named('products', id), names: localized}), some)),
    vocabulary: naming(
      'vocabulary',
      list(
        object<Term>({
          id: named('vocabulary', id),
          kind,
          names: localized,
          definition: optional(localized),
          iri: optional(link),
        }),
      ),
    ),
    policies: naming('policies', list(policy, some)),
  },
  'a policy bundle: an object',
);

const result = <T>(value: T | undefined, {issues}: Visit): Result<T, Issue> =>
  value === undefined || issues.length ? failed(issues) : ok(value);

const namesOf = (policy: unknown): string[] =>
  isObject(policy) && typeof policy['id'] === 'string' ? [policy['id']] : [];

/**
 * A copy of the input as a bundle, without what the bundle's types do not know; or everything that is wrong with it.
 */
export const validate = (input: unknown): Result<Bundle, Issue> => {
  const [found, major, minor] = version(isObject(input) && input['format']);
  // What else is wrong by the rules of this version says nothing about another.
  if (found && major !== '1')
    return failed([{kind: 'version', path: ['format'], expected: format, found: found.slice(0, 60)}]);
  const visit = begin(Number(minor) > 0);
  const policies = isObject(input) && Array.isArray(input['policies']) ? input['policies'] : [];
  // A reference may lead to a policy further down.
  visit.names.set(allPolicies, new Set(policies.flatMap(namesOf)));
  return result(bundle(input, visit), visit);
};

/** The same for a text that came in a file of its own, by its bundle's rules. Paths begin at the text. */
export const validateText = (
  input: unknown,
  {
    format,
    audiences,
    vocabulary,
    policies,
  }: Pick<Bundle, 'format' | 'audiences' | 'vocabulary'> & Partial<Pick<Bundle, 'policies'>>,
): Result<Text, Issue> => {
  const visit = begin(Number(version(format)[2]) > 0);
  visit.names.set('audiences', new Set(audiences.map(({id}) => id)));
  visit.names.set('vocabulary', new Set(vocabulary.map(({id}) => id)));
  if (policies) visit.names.set(allPolicies, new Set(policies.map(({id}) => id)));
  return result(text(input, visit), visit);
};
