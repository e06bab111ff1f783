// One walk: what stands in a text, in reading order, and what surrounds it.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Inline, Text} from '../../src/policy/bundle.js';
import {isReference} from '../../src/policy/clauses.js';
import {isDay} from '../../src/policy/day.js';
import {
  clausesOf,
  clauseText,
  eachInline,
  headingsOf,
  isVisible,
  pathOf,
  plainText,
  termsOf,
  walk,
  wordsOf,
} from '../../src/policy/walk.js';
import {bundleArbitrary} from './arbitraries.js';
import {clausesShown, item, list, paragraph, section, table, text} from './pieces.js';

const sample = text(
  section('use', {
    blocks: [
      paragraph('p'),
      list(item('i', ['visitor'], [paragraph('in-i'), list(item('deep'))]), item('j')),
      table('r'),
    ],
    sections: [section('inner', {audiences: ['member', 'visitor'], blocks: [list(item('k', ['member']))]})],
  }),
  section('end', {blocks: []}),
);

const idOf = (value: object): string => ('id' in value ? String(value.id) : '–');

describe('walk', () => {
  it('goes in reading order, a part before what stands in it', () =>
    assert.deepEqual(
      walk(sample).map(({kind, value}) => `${kind} ${idOf(value)}`),
      [
        'section use',
        'paragraph p',
        'list –',
        'item i',
        'paragraph in-i',
        'list –',
        'item deep',
        'item j',
        'table –',
        'row r',
        'section inner',
        'list –',
        'item k',
        'section end',
      ],
    ));

  const clause = (id: string) => clausesOf(sample).find(({value}) => value.id === id)!;

  const audiences: readonly [id: string, audiences: readonly string[] | undefined][] = [
    ['p', undefined],
    ['i', ['visitor']],
    ['in-i', ['visitor']],
    ['deep', ['visitor']],
    ['j', undefined],
    ['k', ['member']],
  ];
  for (const [id, expected] of audiences)
    it(`${id} is for ${expected?.join(' ') ?? 'everyone'}`, () => assert.deepEqual(clause(id).audiences, expected));

  const visible: readonly [id: string, chosen: readonly string[], visible: boolean][] = [
    ['deep', [], true],
    ['deep', ['visitor'], true],
    ['deep', ['member'], false],
    ['k', ['visitor'], false],
    ['k', ['member'], true],
    ['p', ['nobody'], true],
  ];
  for (const [id, chosen, expected] of visible)
    it(`${id} ${expected ? 'shows' : 'is hidden'} for ${chosen.join(' ') || 'who reads it all'}`, () =>
      assert.equal(isVisible(clause(id), chosen), expected));

  it('hides what stands in a part for others, though it names the reader itself', () => {
    // `validate` refuses such a bundle; the quick look before showing does not see it.
    const wider = text(section('s', {audiences: ['guest'], blocks: [list(item('i', ['visitor']))]}));
    assert.equal(isVisible(clausesOf(wider)[0]!, ['visitor']), false);
  });

  it('knows the sections around, and their headings', () => {
    assert.deepEqual(headingsOf(clause('k')), ['use', 'inner']);
    assert.deepEqual(
      clause('k').sections.map(({id}) => id),
      ['use', 'inner'],
    );
  });

  it('knows the words of each kind of part', () =>
    assert.deepEqual(
      walk(text(section('s', {blocks: [{type: 'list', lead: ['We use:'], items: [item('i')]}, table('r')]}))).map(
        (part) => wordsOf(part).map(plainText),
      ),
      [['s'], ['We use:'], ['i'], ['Why', 'How long'], ['r', 'a year']],
    ));

  it('sets the cells of a row apart', () => assert.equal(clauseText(clause('r')), 'r\ta year'));

  it('finds the terms of a clause: its own, then those of its phrases, in cells too', () => {
    const row = {id: 'r', terms: ['payment'], cells: [['a'], [{type: 'annotation', terms: ['contact'], content: []}]]};
    const parts = clausesOf(text(section('s', {blocks: [{type: 'table', head: [], rows: [row as never]}]})));
    assert.deepEqual([...termsOf(parts[0]!)], ['payment', 'contact']);
  });

  it('walks a text once', () => assert.equal(walk(sample), walk(sample)));
});

it('eachInline comes to a marked piece before what is in it', () => {
  const content: readonly Inline[] = ['a', {type: 'strong', content: ['b', {type: 'emphasis', content: ['c']}]}, 'd'];
  const seen: string[] = [];
  eachInline(content, (piece) => seen.push(typeof piece === 'string' ? piece : piece.type));
  assert.deepEqual(seen, ['a', 'strong', 'b', 'emphasis', 'c', 'd']);
});

describe('for any text', () => {
  const holds = (property: (text: Text) => void): void => {
    fc.assert(
      fc.property(bundleArbitrary({references: false}), ({policies}) => {
        for (const {editions} of policies)
          for (const {texts} of editions)
            for (const text of Object.values(texts)) if (!isReference(text)) property(text);
      }),
    );
  };

  it('the path of each part leads to it', () =>
    holds((text) => {
      for (const part of walk(text)) {
        let value: unknown = text;
        for (const key of pathOf(part)) value = (value as Record<string, unknown>)[key];
        assert.equal(value, part.value);
      }
    }));

  it('its clauses are all that have an id and words of their own', () =>
    holds((text) =>
      assert.deepEqual(
        clausesOf(text)
          .map(({value}) => value.id)
          .sort(),
        clausesShown(text).sort(),
      ),
    ));
});

describe('isDay', () => {
  const cases: readonly [letters: string, day: boolean][] = [
    ['2026-03-01', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-3-1', false],
    ['2026-03-01T00:00', false],
    [' 2026-03-01', false],
    ['2.1', false],
    ['undated', false],
    ['', false],
  ];
  for (const [letters, day] of cases)
    it(`"${letters}" is ${day ? 'a' : 'no'} day`, () => assert.equal(isDay(letters), day));
});
