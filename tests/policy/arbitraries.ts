/* eslint-disable max-lines -- the generators build on each other, from the words up to the bundle */
/**
 * Generators of valid bundles for property tests: nested sections that narrow their
 * audiences, lists in lists, tables, every inline piece, several editions and languages,
 * odd Unicode. Ids are the same in every language of an edition, as the format asks.
 */
import fc from 'fast-check';
import {
  listStyles,
  termKinds,
  type Block,
  type Bundle,
  type Edition,
  type Id,
  type Inline,
  type Item,
  type Localized,
  type Section,
  type Term,
  type Text,
  type TextReference,
} from '../../src/policy/bundle.js';

/** `constructor` is an id like any other: nothing may look it up in a plain object. */
const ids = ['visitor', 'guest', 'staff.it', 'a', '0', 'constructor', 'long-name_with.all-3'] as const;
const tags = ['en', 'da', 'nb', 'zh-Hant', 'pt-BR', 'de-CH-1996', 'es-419', 'ar', 'en-x-plain'] as const;
const links = [
  'https://example.org',
  'https://blåbær.example:8443/vei?å=1#2',
  'mailto:dpo@example.org',
  'tel:+45-22',
] as const;

export const words = (): fc.Arbitrary<string> =>
  fc.oneof(
    {weight: 3, arbitrary: fc.string({unit: 'grapheme', maxLength: 12})},
    {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 6})},
    fc.constantFrom(
      '',
      'two\nlines',
      '<b>&amp;',
      'עברית (abc)',
      '\u202Eturned',
      'e\u0301',
      '👩‍👩‍👧',
      '\uD800',
      '__proto__',
    ),
  );

const subset = <T>(all: readonly T[], minLength = 0): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...all], {minLength: Math.min(minLength, all.length)});

/** Leaves the fields out that are `undefined`. */
const compact = <T extends object>(fields: {readonly [K in keyof T]: T[K] | undefined}): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const localized = (languages: readonly string[]): fc.Arbitrary<Localized> =>
  subset(languages, 1).chain((some) =>
    fc
      .tuple(...some.map(() => words()))
      .map((texts) => Object.fromEntries(some.map((tag, i) => [tag, texts[i] ?? '']))),
  );

interface Names {
  readonly audiences: readonly Id[];
  readonly terms: readonly Id[];
  readonly policies: readonly Id[];
}

const oneIn = (n: number) => ({nil: undefined, freq: n - 1});

/** Inline pieces, `levels` deep at most. References still point to a number. */
const inlines = (terms: readonly Id[], levels: number): fc.Arbitrary<Inline[]> => {
  if (!levels) return fc.array(words(), {maxLength: 2});
  const content = inlines(terms, levels - 1);
  return fc.array(
    fc.oneof<fc.MaybeWeightedArbitrary<Inline>[]>(
      {weight: 5, arbitrary: words()},
      fc.record({type: fc.constant('strong' as const), content}),
      fc.record({type: fc.constant('emphasis' as const), content}),
      fc.record({type: fc.constant('link' as const), href: fc.constantFrom(...links), content}),
      fc.record({type: fc.constant('reference' as const), to: fc.nat(99).map(String), content}),
      fc.record({type: fc.constant('reference' as const), policy: fc.nat(99).map(String), content}),
      ...(terms.length
        ? [fc.record({type: fc.constant('annotation' as const), terms: subset(terms, 1), content})]
        : []),
    ),
    {maxLength: 3},
  );
};

const audiencesOf = ({audiences}: Names): fc.Arbitrary<Id[] | undefined> =>
  audiences.length ? fc.option(subset(audiences, 1), oneIn(2)) : fc.constant(undefined);

const id = fc.constant('');

const blocks = (names: Names, levels: number): fc.Arbitrary<Block[]> => {
  const content = inlines(names.terms, 2);
  const clause = {id, terms: fc.option(subset(names.terms), oneIn(3)), content};
  const paragraph = fc.record({type: fc.constant('paragraph' as const), ...clause}).map(compact<Block>);
  if (!levels) return fc.array(paragraph, {maxLength: 2});
  const item = fc
    .record({
      ...clause,
      mark: fc.option(fc.constantFrom('(a)', '1.1', '§ 3'), oneIn(4)),
      audiences: audiencesOf(names),
      blocks: fc.option(blocks(names, levels - 1), oneIn(2)),
    })
    .map(compact<Item>);
  const list = fc
    .record({
      type: fc.constant('list' as const),
      lead: fc.option(content, oneIn(2)),
      start: fc.option(fc.integer(), oneIn(3)),
      style: fc.option(fc.constantFrom(...listStyles), oneIn(3)),
      items: fc.array(item, {maxLength: 3}),
    })
    .map(compact<Block>);
  const cells = fc.array(content, {maxLength: 2});
  const rows = fc.array(fc.record({id, cells}), {maxLength: 2});
  const table = fc.record({type: fc.constant('table' as const), head: cells, rows});
  return fc.array(fc.oneof<fc.MaybeWeightedArbitrary<Block>[]>({weight: 2, arbitrary: paragraph}, list, table), {
    maxLength: 3,
  });
};

/** Sections as they come: ids, references and audiences are set right by `settle`. */
const drafts = (names: Names, levels: number): fc.Arbitrary<Section[]> =>
  fc.array(
    fc
      .record({
        id,
        audiences: audiencesOf(names),
        heading: fc.option(inlines(names.terms, 1), {nil: undefined}),
        blocks: blocks(names, 2),
        sections: levels ? fc.option(drafts(names, levels - 1), oneIn(2)) : fc.constant(undefined),
      })
      .map(compact<Section>),
    {maxLength: 3},
  );

/**
 * Gives every section and clause an id, and takes from the audiences of what is nested those that the part around
 * lacks.
 */
const settle = (sections: readonly Section[]): Section[] => {
  let count = 0;
  const settled = (value: unknown, around: readonly Id[] | undefined): unknown => {
    if (Array.isArray(value)) return value.map((entry) => settled(entry, around));
    if (typeof value !== 'object' || value === null) return value;
    const {audiences, ...rest} = value as {readonly audiences?: readonly Id[]; readonly [field: string]: unknown};
    const own = audiences?.filter((audience) => !around || around.includes(audience));
    const named = 'id' in rest ? {id: `${'blocks' in rest ? 's' : 'c'}${++count}`} : {};
    const inner = Object.fromEntries(
      Object.entries(rest).map(([field, entry]) => [
        field,
        field === 'id' || field === 'terms' ? entry : settled(entry, own?.length ? own : around),
      ]),
    );
    return {...inner, ...named, ...(own?.length ? {audiences: own} : {})};
  };
  return settled(sections, undefined) as Section[];
};

const idsIn = (value: unknown): Id[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([field, entry]) => (field === 'id' ? [entry as Id] : idsIn(entry)));

/** The same sections with other words, and every reference pointing to what is there. */
const translate = (
  sections: readonly Section[],
  policies: readonly Id[],
  word: (text: string) => string,
): Section[] => {
  const targets = idsIn(sections);
  const kept = new Set(['id', 'type', 'href', 'terms', 'audiences', 'style', 'mark']);
  const translated = (value: unknown): unknown => {
    if (typeof value === 'string') return word(value);
    if (Array.isArray(value)) return value.map(translated);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, entry]) => [
        field,
        field === 'to'
          ? targets[Number(entry) % targets.length]
          : field === 'policy'
            ? policies[Number(entry) % policies.length]
            : kept.has(field)
              ? entry
              : translated(entry),
      ]),
    );
  };
  return translated(sections) as Section[];
};

const apart = (title: string, audiences: readonly Id[]): fc.Arbitrary<TextReference> =>
  fc
    .constantFrom(`sha256-${'A'.repeat(43)}=`, `sha384-${'b+/0'.repeat(16)}`, `sha512-${'C'.repeat(86)}==`)
    .map((integrity) => ({src: 'texts/policy.2026.json', integrity, title, audiences}));

export interface BundleOptions {
  /** Also texts kept in files of their own. On by default. */
  readonly references?: boolean;
}

const texts = (
  names: Names,
  languages: readonly string[],
  {references = true}: BundleOptions,
): fc.Arbitrary<Edition['texts']> =>
  fc
    .tuple(drafts(names, 2).map(settle), subset(languages, 1))
    .chain(([sections, some]) =>
      fc.tuple(
        ...some.map((tag) =>
          fc
            .tuple(words(), fc.option(fc.nat(2), oneIn(3)), fc.nat(references ? 5 : 0))
            .chain(([title, dropped, form]): fc.Arbitrary<Text | TextReference> =>
              form === 5
                ? apart(title, names.audiences)
                : fc.constant({
                    title,
                    sections: translate(
                      sections.filter((_, index) => index !== dropped),
                      names.policies,
                      (text) => (text ? `${text} ${tag}` : ''),
                    ),
                  }),
            )
            .map((text) => [tag, text] as const),
        ),
      ),
    )
    .map((entries) => Object.fromEntries(entries));

const date = (): fc.Arbitrary<string> =>
  fc
    .date({min: new Date('1995-01-01'), max: new Date('2040-12-31'), noInvalidDate: true})
    .map((day) => day.toISOString().slice(0, 10));

/** What an edition is called whose day may be unknown. */
const version = fc.constantFrom('undated', '2.1', '2.10', 'v3', 'draft');

export const bundleArbitrary = (options: BundleOptions = {}): fc.Arbitrary<Bundle> =>
  fc
    .record({
      languages: subset(tags, 1),
      audiences: subset(ids),
      products: subset(ids, 1),
      terms: subset(ids),
      policies: subset(ids, 1),
    })
    .map((names) => ({...names, languages: names.languages.slice(0, 3), policies: names.policies.slice(0, 3)}))
    .chain(({languages, audiences, products, terms, policies}) => {
      const entries = <T extends object>(all: readonly Id[], fields: (id: Id) => fc.Arbitrary<T>) =>
        fc.tuple(...all.map((id) => fields(id)));
      const names = localized(languages);
      const edition = fc
        .record({
          name: fc.oneof(
            date().map((day) => ({id: day, effective: day})),
            fc.record({id: version, effective: date()}),
            fc.record({id: version}),
          ),
          aliases: fc.option(fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ids), {maxKeys: 2}), oneIn(4)),
          texts: texts({audiences, terms, policies}, languages, options),
          prevailing: fc.option(fc.nat(5), oneIn(2)),
        })
        .map(({prevailing, name, aliases, ...rest}): Edition => {
          const edition = {...name, ...(aliases && {aliases}), ...rest};
          const there = Object.keys(edition.texts);
          const prevails = prevailing === undefined ? undefined : there[prevailing % there.length];
          return prevails === undefined ? edition : {...edition, prevails};
        });
      return (
        fc
          .record({
            format: fc.constant('policy-bundle/1'),
            title: names,
            publisher: fc.option(names, {nil: undefined}),
            languages: fc.constant(languages),
            languageNames: fc.option(names, oneIn(3)),
            audiences: entries(audiences, (id) => fc.record({id: fc.constant(id), names})),
            products: entries(products, (id) => fc.record({id: fc.constant(id), names})),
            vocabulary: entries(terms, (id) =>
              fc
                .record({
                  id: fc.constant(id),
                  kind: fc.constantFrom(...termKinds),
                  names,
                  definition: fc.option(names, {nil: undefined}),
                  iri: fc.option(fc.constant('https://w3id.org/dpv#Consent'), {nil: undefined}),
                })
                .map(compact<Term>),
            ),
            policies: entries(policies, (id) =>
              fc.record({
                id: fc.constant(id),
                products: subset(products, 1),
                editions: fc.uniqueArray(edition, {minLength: 1, maxLength: 3, selector: ({id}) => id}),
              }),
            ),
          })
          // Plain objects, as JSON.parse would make them: fast-check also makes some without a prototype.
          .map((bundle) => structuredClone(compact<Bundle>(bundle)))
      );
    });
