/* eslint-disable max-lines -- the table of single faults is the test */
// The quick look holds what it promises: nothing sound can break what shows it, and what is valid as it stands is
// sound.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import fc from 'fast-check';
import type {Block, Bundle, Inline, Section} from '../../src/policy/bundle.js';
import {isReference, plainText} from '../../src/policy/clauses.js';
import {listHeadings} from '../../src/policy/headings.js';
import {labelOf} from '../../src/policy/label.js';
import {direction, formatDate, languageName, ownName} from '../../src/policy/language.js';
import {select} from '../../src/policy/select.js';
import {everything} from '../../src/policy/selection.js';
import {isSound} from '../../src/policy/sound.js';
import {validate} from '../../src/policy/validate.js';
import {bundleArbitrary} from './arbitraries.js';
import {item, list, paragraph, section, table, text} from './pieces.js';
import {runs} from '../harness/runs.js';

type Path = readonly (string | number)[];

/** Every place in a value, outermost first. */
const paths = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [
        path,
        ...Object.entries(value).flatMap(([key, inner]) =>
          paths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [path];

/** A copy with something else in one place; `undefined` takes out what stands there. */
const put = (value: unknown, [key, ...rest]: Path, other: unknown): unknown => {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : {...(value as object)}) as Record<string | number, unknown>;
  // As JSON.parse does it: `__proto__` is a key like any other.
  const inner = put(Object.hasOwn(copy, key) ? copy[key] : undefined, rest, other);
  if (inner === undefined && Array.isArray(copy)) copy.splice(Number(key), 1);
  else if (inner === undefined) delete copy[key];
  else Object.defineProperty(copy, key, {value: inner, enumerable: true, configurable: true, writable: true});
  return copy;
};

/** `wrap` gets a number with it: ids are told apart. */
const deep = (levels: number, inside: unknown, wrap: (inner: unknown, n: number) => unknown): unknown => {
  let value = inside;
  while (levels--) value = wrap(value, levels);
  return value;
};

/** What an attacker, or a mistake, may leave where something else belongs. All of it can come out of JSON. */
const hostile: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  '',
  'x',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'https://',
  'https://example.org/\u0000',
  '"],*{',
  'a b',
  '2019-02-30',
  '0000-00-00',
  [],
  [[]],
  [null],
  [5],
  ['x'],
  ['list'],
  ['"]'],
  {},
  {type: 'list'},
  {type: ['list']},
  {type: 'paragraph'},
  {type: '__proto__'},
  {type: 'constructor'},
  {type: 'script', content: ['x']},
  {_$litType$: 1, strings: ['<img src=x onerror=alert(1)>'], values: []},
  {nodeType: 1},
  {toString: 'x'},
  {length: 3},
  {content: 5},
  {en: {en: 'x'}},
  {type: 'link', href: 'javascript:alert(1)', content: ['x']},
  {type: 'strong', content: [{_$litType$: 1}]},
  {src: 5, title: 'x', sections: []},
  {src: 'x', title: 'x'},
  JSON.parse('{"__proto__": {"audiences": ["x"]}}'),
];

/** Fields that stand somewhere, and mean something wherever they stand. */
const fields = [
  'content',
  'cells',
  'items',
  'rows',
  'blocks',
  'sections',
  'audiences',
  'terms',
  'heading',
  'lead',
  'head',
  'start',
  'src',
  'type',
  'id',
  '_$litType$',
  '__proto__',
  'toString',
];

const inlines: readonly Inline[] = [
  'a ',
  {type: 'strong', content: ['b']},
  {type: 'emphasis', content: ['c']},
  {type: 'link', href: 'https://example.org', content: ['d']},
  {type: 'reference', to: 'first', content: ['e']},
  {type: 'annotation', terms: ['contact'], content: ['f']},
];

/** One of everything. */
const whole: Bundle = {
  format: 'policy-bundle/1',
  title: {en: 'Policies'},
  publisher: {en: 'Nobody'},
  languages: ['en', 'da'],
  audiences: [{id: 'visitor', names: {en: 'visitor'}}],
  products: [{id: 'labs', names: {en: 'Labs'}}],
  vocabulary: [
    {
      id: 'contact',
      kind: 'data',
      names: {en: 'Contact'},
      definition: {en: 'How to reach you'},
      iri: 'https://w3id.org/dpv#Contact',
    },
  ],
  policies: [
    {
      id: 'labs',
      products: ['labs'],
      editions: [
        {
          id: '2019-07-12',
          effective: '2019-07-12',
          prevails: 'en',
          texts: {
            en: text(
              section('first', {
                heading: inlines,
                audiences: ['visitor'],
                blocks: [{...paragraph('p'), content: inlines, terms: ['contact']}, table('t')],
              }),
              section('second', {
                blocks: [{type: 'list', lead: inlines, start: 2, items: [item('i', ['visitor'], [list(item('j'))])]}],
                sections: [section('third')],
              }),
            ),
            da: {src: 'labs.da.json', integrity: `sha256-${'A'.repeat(43)}=`, title: 'Labs', audiences: ['visitor']},
          },
        },
      ],
    },
  ],
};

/**
 * All that the elements ask of a bundle, without the elements: it throws where they would, or where text is no text.
 */
const show = (bundle: Bundle): void => {
  const vocabulary = new Map(bundle.vocabulary.map((term) => [term.id, term]));
  const say = (value: unknown): void => assert.equal(typeof value, 'string');
  const inline = (content: readonly Inline[]): void => {
    say(plainText(content));
    for (const piece of content) {
      if (typeof piece === 'string') continue;
      if (piece.type === 'link') assert.match(piece.href, /^(https:|mailto:|tel:)/);
      if (piece.type === 'reference') say(piece.to ?? piece.policy);
      if (piece.type === 'annotation') piece.terms.some((id) => vocabulary.get(id)?.kind === 'defined-term');
      inline(piece.content);
    }
  };
  const blocks = (all: readonly Block[]): void => {
    for (const block of all) {
      if (block.type === 'paragraph') inline(block.content);
      else if (block.type === 'table')
        [block.head, ...block.rows.map(({cells}) => cells)].forEach((cells) => cells.forEach(inline));
      else {
        inline(block.lead ?? []);
        for (const each of block.items) {
          say(each.audiences?.join(' ') ?? '');
          labelOf(each, vocabulary, 'en')?.data?.forEach(({text}) => say(text));
          inline(each.content);
          blocks(each.blocks ?? []);
        }
      }
    }
  };
  const sections = (all: readonly Section[]): void => {
    for (const {id, heading, audiences, blocks: own, sections: inner} of all) {
      say(id);
      say(audiences?.join(' ') ?? '');
      inline(heading ?? []);
      blocks(own);
      sections(inner ?? []);
    }
  };
  for (const audiences of [[], ['visitor']])
    for (const language of ['', 'da', 'en']) {
      const view = select(bundle, {...everything, audiences, language});
      for (const {language} of view.languages) say(ownName(language));
      for (const {name} of [...view.products, ...view.audiences]) say(name.text);
      for (const {id, effective} of view.editions) say(effective ? formatDate(effective, 'en') : id);
      for (const id of view.selection.audiences) assert.match(id, /^[\w.-]+$/, 'it stands in a rule of a style sheet');
      for (const document of view.documents) {
        say(document.text.title);
        say(direction(document.language));
        say(languageName(document.language, 'en'));
        listHeadings(document.text, audiences).forEach(({id, text}) => [id, text].forEach(say));
        if (!isReference(document.text)) sections(document.text.sections);
      }
    }
};

/** What must hold of any value at all. */
const holds = (value: unknown, about: string): boolean => {
  const sound = isSound(value);
  const result = validate(value);
  const asItStands = result.ok && isDeepStrictEqual(result.value, value);
  if (asItStands) assert.ok(sound, `${about}: valid as it stands, not sound`);
  if (sound)
    try {
      show(value);
    } catch (error) {
      assert.fail(`${about}: sound, but cannot be shown: ${error}`);
    }
  return sound;
};

describe('a bundle that is valid', () => {
  it('is sound: one of everything', () => {
    assert.deepEqual(validate(whole), {ok: true, value: whole});
    assert.ok(holds(whole, 'whole'));
  });

  it('is sound: any', () => {
    fc.assert(
      fc.property(bundleArbitrary(), (bundle) => holds(bundle, 'generated')),
      {numRuns: 100},
    );
  });
});

describe('a bundle with one thing wrong', () => {
  const told = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

  for (const other of hostile)
    it(`cannot break what shows it: ${told(other)} in any place`, () => {
      let sound = 0;
      for (const path of paths(whole))
        if (holds(put(whole, path, other), `${path.join('.')} = ${told(other)}`)) sound++;
      assert.ok(sound < paths(whole).length, 'something is refused');
    });

  for (const field of fields)
    it(`cannot break what shows it: a field "${field}" in any object`, () => {
      for (const path of paths(whole)) {
        const around = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], whole);
        if (typeof around !== 'object' || Array.isArray(around)) continue;
        for (const other of hostile)
          if (other !== undefined)
            holds(put(whole, [...path, field], other), `${[...path, field].join('.')} = ${told(other)}`);
      }
    });

  it('cannot break what shows it: any two things at once', () => {
    const all = paths(whole);
    const change = fc.tuple(
      fc.constantFrom(...all),
      fc.constantFrom(
        ...hostile,
        ...all.map((path) =>
          path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], whole),
        ),
      ),
    );
    fc.assert(
      fc.property(change, change, ([path, other], [second, another]) => {
        const once = put(whole, path, other);
        const reaches = second
          .slice(0, -1)
          .reduce<unknown>(
            (value, key) =>
              typeof value === 'object' && value ? (value as Record<string | number, unknown>)[key] : undefined,
            once,
          );
        holds(
          typeof reaches === 'object' && reaches ? put(once, second, another) : once,
          `${path.join('.')}, ${second.join('.')}`,
        );
      }),
      {numRuns: runs(3000)},
    );
  });
});

describe('a bundle nested without end', () => {
  const within = (part: unknown): unknown =>
    put(whole, ['policies', 0, 'editions', 0, 'texts', 'en', 'sections', 2], part);
  const cases: readonly [
    title: string,
    inside: unknown,
    wrap: (inner: unknown, n: number) => unknown,
    around: (part: unknown) => unknown,
  ][] = [
    ['sections', section('s'), (inner, n) => ({id: `s${n}`, blocks: [], sections: [inner]}), (part) => part],
    [
      'lists',
      paragraph('q'),
      (inner, n) => ({type: 'list', items: [{id: `i${n}`, content: ['x'], blocks: [inner]}]}),
      (part) => ({id: 's', blocks: [part]}),
    ],
    [
      'inline pieces',
      'x',
      (inner) => ({type: 'strong', content: [inner]}),
      (part) => ({id: 's', blocks: [{type: 'paragraph', id: 'q', content: [part]}]}),
    ],
  ];
  for (const [title, inside, wrap, around] of cases)
    for (const levels of [10, 31, 32, 33, 1000, 100_000])
      it(`is ${levels < 31 ? 'sound within reason' : 'refused before it is walked'}: ${levels} ${title}`, () => {
        const value = within(around(deep(levels, inside, wrap)));
        // They count a little differently: at the edge `validate` is the stricter.
        if (levels < 31 || levels > 32) assert.equal(isSound(value), levels < 31);
        if (levels < 31 || levels > 32 || !isSound(value)) assert.equal(validate(value).ok, isSound(value));
      });
});

describe('what is no bundle', () => {
  for (const value of [
    undefined,
    null,
    true,
    5,
    'x',
    [],
    {},
    () => 1,
    Symbol('x'),
    new Date(),
    new Map([['format', 'policy-bundle/1']]),
  ])
    it(`is not sound: ${String(value) || '[]'}`, () => assert.equal(isSound(value), false));

  for (const format of [
    'policy-bundle/2',
    'policy-bundle/1.1',
    'policy-bundle/10',
    'policy-bundle/1\n',
    ' policy-bundle/1',
    ['policy-bundle/1'],
  ])
    it(`is not sound: format ${JSON.stringify(format)}`, () => assert.equal(isSound({...whole, format}), false));
});
