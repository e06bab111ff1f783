// What changed from one edition to another: added, removed, reworded, moved, split, merged.
import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';
import fc from 'fast-check';
import type {Bundle, Edition, Section, Text} from '../../src/policy/bundle.js';
import {changes, changesBetween, type Change} from '../../src/policy/changes.js';
import {diffWords} from '../../src/policy/diff-words.js';
import {everything, type Selection} from '../../src/policy/selection.js';
import {seedsBundle} from '../harness/materials.mjs';
import {bundleArbitrary} from './arbitraries.js';
import {bundle as model, danish, english} from './models.js';

describe('diffWords', () => {
  const cases: readonly [language: string, older: string, newer: string, marked: string][] = [
    ['en', 'We keep it a year.', 'We keep it a year.', 'We keep it a year.'],
    ['en', 'We keep it a year.', 'We keep it two years.', 'We keep it [-a year-]{+two years+}.'],
    ['en', 'We  keep "it" – a year.', 'We keep “it” - a year.', 'We keep “it” - a year.'],
    ['en', 'We keep\nit .', 'We keep it.', 'We keep it.'],
    ['zh-Hant', '您的姓名和會議。', '您的地址和會議。', '您的[-姓名-]{+地址+}和會議。'],
    ['ja', '会議の記録を保存します。', '会議の録音を保存します。', '会議の[-記録-]{+録音+}を保存します。'],
    ['th', 'เราเก็บชื่อ', 'เราเก็บที่อยู่', 'เราเก็บ[-ชื่อ-]{+ที่อยู่+}'],
    ['da', 'Dit møde.', '', '[-Dit møde.-]'],
    ['x-private', 'one two', 'one three', 'one [-two-]{+three+}'],
  ];
  const mark = {
    same: (text: string) => text,
    added: (text: string) => `{+${text}+}`,
    removed: (text: string) => `[-${text}-]`,
  };
  for (const [language, older, newer, marked] of cases)
    it(`${language}: ${marked}`, () =>
      assert.equal(
        diffWords(older, newer, language)
          .map(({state, text}) => mark[state](text))
          .join(''),
        marked,
      ));

  it('of any two wordings, what is not removed is the newer, to the letter', () =>
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'}), (older, newer) => {
        const kept = diffWords(older, newer, 'en').filter(({state}) => state !== 'removed');
        assert.equal(kept.map(({text}) => text).join(''), newer);
      }),
    ));
});

/** Sections as `name: id words | id words`, apart by line. */
const textOf = (lines: string): Text => ({
  title: 'A policy',
  sections: lines
    .trim()
    .split('\n')
    .map((line): Section => {
      const [, id = '', audience, clauses = ''] = /^\s*(\w+)(?:@(\w+))?: (.*)$/.exec(line) ?? [];
      return {
        id,
        heading: [id],
        ...(audience && {audiences: [audience]}),
        blocks: clauses.split(' | ').map((clause) => {
          const [name = '', ...words] = clause.split(' ');
          return {type: 'paragraph', id: name, content: [words.join(' ')]};
        }),
      };
    }),
});

const told = (rows: readonly Change[]): string =>
  rows
    .map(({state, id, before, after, moved}) => {
      const ids = (parts: Change['before']): string => parts.map(({value}) => value.id).join('+');
      const how = state === 'split' || state === 'merged' ? ` ${ids(before)}>${ids(after)}` : ` ${id}`;
      return state + how + (moved && state !== 'moved' ? ' moved' : '');
    })
    .join(', ');

const key = 'We keep the number of your key card for a year';
const mail = 'Your e-mail address serves to answer your questions';
const rent = 'Your bank account serves to collect the monthly rent';

describe('changesBetween', () => {
  const cases: readonly [
    title: string,
    older: string,
    newer: string,
    told: string,
    aliases?: Record<string, string>,
  ][] = [
    ['nothing', `s: a ${key} | b ${mail}`, `s: a ${key} | b ${mail}`, ''],
    ['quotation marks, dashes and spaces', `s: a the "key" - card`, `s: a the “key” –  card`, ''],
    ['one more', `s: a ${key}`, `s: a ${key} | b ${mail}`, 'added b'],
    [
      'one less, where it stood',
      `s: a ${key} | b ${mail} | c ${rent}`,
      `s: a ${key} | c ${rent} two`,
      'removed b, reworded c',
    ],
    ['other words', `s: a ${key}`, `s: a ${key} and a day`, 'reworded a'],
    ['another place', `s: a ${key} | b ${mail} | c ${rent}`, `s: b ${mail} | c ${rent} | a ${key}`, 'moved a'],
    ['another section', `s: a ${key} | b ${mail}\nt: c ${rent}`, `s: b ${mail}\nt: c ${rent} | a ${key}`, 'moved a'],
    ['a section that is called otherwise', `s: a ${key}`, `u: a ${key}`, ''],
    [
      'moved and reworded',
      `s: a ${key} | b ${mail} | c ${rent}`,
      `s: b ${mail} | c ${rent} | a ${key} now`,
      'reworded a moved',
    ],
    ['ids that were counted anew', `s: c1 ${key} | c2 ${mail}`, `s: c1 ${rent} | c2 ${key} | c3 ${mail}`, 'added c1'],
    ['another id, the same words', `s: a ${key} | b ${mail}`, `s: x ${mail} | a ${key}`, 'moved a'],
    ['another id, nearly the same words', `s: a ${key}`, `s: x ${key} and a day`, 'reworded x'],
    ['another id that is known', `s: a one two three`, `s: x four five six`, 'reworded x', {a: 'x'}],
    ['another id that is not', `s: a one two three`, `s: x four five six`, 'removed a, added x'],
    ['one made two', `s: a ${key}. ${mail}.`, `s: a ${key}. | b ${mail}.`, 'split a>a+b'],
    ['one made two, with other ids', `s: a ${key}. ${mail}.`, `s: x ${key}. | y ${mail}.`, 'split a>x+y'],
    ['two made one', `s: a ${key}. | b ${mail}.`, `s: a ${key}. ${mail}.`, 'merged a+b>a'],
    [
      'what is for others',
      `s@member: a ${key}\nt: b ${mail}`,
      `s@member: a ${key} now\nt: b ${mail} now`,
      'reworded b',
    ],
    ['what is for the reader', `s@visitor: a ${key}`, `s@visitor: a ${key} now`, 'reworded a'],
  ];
  for (const [title, older, newer, expected, aliases] of cases)
    it(`${title}: ${expected || 'no change'}`, () =>
      assert.equal(told(changesBetween(textOf(older), textOf(newer), ['visitor'], 'en', aliases)), expected));

  it('in two languages only what was added, removed, moved', () =>
    assert.equal(told(changesBetween(english, danish, [], undefined)), 'removed m-pay'));

  it('marks the words', () => {
    const [row] = changesBetween(textOf(`s: a ${key}`), textOf(`s: a ${key} and a day`), [], 'en');
    assert.deepEqual(row?.words?.at(-1), {state: 'added', text: ' and a day'.trimStart()});
  });

  it('every clause of both texts is in at most one change, and those in none say the same', () =>
    fc.assert(
      fc.property(bundleArbitrary({references: false}), (any) => {
        const texts = any.policies.flatMap(({editions}) =>
          editions.flatMap(({texts}) => Object.values(texts).filter((text) => 'sections' in text)),
        );
        const [one, other] = [texts[0]!, texts.at(-1)!];
        const rows = changesBetween(one, other, [], 'en');
        for (const side of ['before', 'after'] as const) {
          const parts = rows.flatMap((row) => row[side]);
          assert.equal(new Set(parts).size, parts.length);
        }
        assert.deepEqual(
          changesBetween(one, one, [], 'en').filter(({state}) => state !== 'moved'),
          [],
        );
      }),
    ));
});

describe('changes', () => {
  const [early, late, future] = [`s: a ${key}`, `s: a ${key} now`, `s: a ${key} now | b ${mail}`].map(textOf);
  const edition = (id: string, en: Text): Edition => ({id, ...(/^\d{4}/.test(id) && {effective: id}), texts: {en}});
  const editions = [edition('2024-05-25', early!), edition('2026-03-01', late!), edition('2027-05-01', future!)];
  const bundle: Bundle = {...model, policies: [{id: 'quay', products: ['quay'], editions}]};
  const today = '2026-11-01';
  const of = (selection: Partial<Selection>, options: {today: string; since?: string}, from = bundle) =>
    changes(from, {...everything, ...selection}, options).policies[0]!;

  const cases: readonly [
    title: string,
    selection: Partial<Selection>,
    since: string | undefined,
    sides: string,
    told: string,
  ][] = [
    ['the edition before', {}, undefined, '2024-05-25 > 2026-03-01', 'reworded a'],
    ['since a day', {}, '2025-01-01', '2024-05-25 > 2026-03-01', 'reworded a'],
    ['since a day after which nothing changed', {}, '2026-04-01', '2026-03-01 > 2026-03-01', ''],
    ['since before the first', {}, '2000-01-01', '2024-05-25 > 2026-03-01', 'reworded a'],
    [
      'against an edition',
      {edition: '2027-05-01', against: {edition: '2024-05-25'}},
      undefined,
      '2024-05-25 > 2027-05-01',
      'reworded a, added b',
    ],
    ['the first edition', {edition: '2024-05-25'}, undefined, ' > 2024-05-25', ''],
  ];
  for (const [title, selection, since, sides, expected] of cases)
    it(`${title}: ${sides}`, () => {
      const found = of(selection, {today, ...(since && {since})});
      assert.equal(`${found.older?.edition.id ?? ''} > ${found.newer.edition.id}`, sides);
      assert.equal(told(found.rows), expected);
      assert.equal(found.summary.total, found.rows.length);
    });

  it('tells of the edition to come, against what is in force', () => {
    const {upcoming} = of({}, {today});
    assert.equal(upcoming?.newer.edition.effective, '2027-05-01');
    assert.equal(told(upcoming.rows), 'added b');
    assert.equal(of({}, {today: '2028-01-01'}).upcoming, undefined);
  });

  it('versions without a day follow one another', () => {
    const policies = [{id: 'quay', products: ['quay'], editions: [edition('2.0', early!), edition('2.1', late!)]}];
    const found = of({}, {today}, {...bundle, policies});
    assert.deepEqual([found.older?.edition, found.newer.edition], [{id: '2.0'}, {id: '2.1'}]);
    assert.equal(told(found.rows), 'reworded a');
  });

  it('says which texts it lacks', () => {
    const apart = {src: 'quay.json', integrity: `sha256-${'A'.repeat(43)}=`, title: 'Quay', audiences: []};
    const policies = [
      {id: 'quay', products: ['quay'], editions: [{...editions[0]!, texts: {en: apart}}, editions[1]!]},
    ];
    assert.deepEqual(of({}, {today}, {...bundle, policies}).lacking, [apart]);
  });
});

test('for any bundle and selection nothing throws', () =>
  fc.assert(
    fc.property(bundleArbitrary(), fc.string(), fc.string(), (any, language, edition) => {
      for (const since of ['2020-01-01', undefined])
        changes(any, {...everything, language, against: {edition}}, {today: '2026-01-01', since});
    }),
  ));

test('10,000 clauses with new ids and a word changed in each are matched within seconds', () => {
  const many = (prefix: string, word: string): Text => ({
    title: '',
    sections: [
      {
        id: 's',
        blocks: Array.from({length: 10_000}, (_, i) => ({
          type: 'paragraph' as const,
          id: `${prefix}${i}`,
          content: [`Clause number ${i} says that item ${i * 7} is kept for ${word} in room ${i % 97}`],
        })),
      },
    ],
  });
  const start = performance.now();
  const rows = changesBetween(many('a', 'years'), many('b', 'months'), [], 'en');
  assert.ok(rows.every(({state}) => state === 'reworded'));
  assert.ok(performance.now() - start < 20_000);
});

test('real policies: labs has Dutch of 2018 and Danish of 2019, so only the structure is compared', async (t) => {
  const seeds = await seedsBundle();
  if ('reason' in seeds) return t.skip(seeds.reason);
  const found = changes(
    seeds.bundle as Bundle,
    {...everything, product: 'labs', language: 'da'},
    {today: '2026-01-01'},
  );
  const [labs] = found.policies;
  assert.deepEqual(
    [
      labs?.older?.language,
      labs?.older?.edition.id.slice(0, 4),
      labs?.newer.language,
      labs?.newer.edition.id.slice(0, 4),
    ],
    ['nl', '2018', 'da', '2019'],
  );
  assert.equal(labs?.by, 'structure');
  assert.ok(labs.rows.every(({state, words}) => !words && ['added', 'removed', 'moved'].includes(state)));
});
