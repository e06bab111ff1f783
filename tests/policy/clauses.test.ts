// Whom a clause is for, and how many clauses a reader sees.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Block, Id, Inline, List, Text} from '../../src/policy/bundle.js';
import {audiencesOf, audiencesOfList, countClauses, isReference} from '../../src/policy/clauses.js';
import {applies, plainText, termsIn} from '../../src/policy/walk.js';
import {bundleArbitrary} from './arbitraries.js';
import {clausesShown, item, list, paragraph, section, table, text} from './pieces.js';

const named = (ids: readonly Id[] | undefined): string =>
  !ids ? 'everyone' : ids.join(' and ') || 'nobody in particular';

describe('applies', () => {
  const cases: readonly [audiences: readonly Id[] | undefined, chosen: readonly Id[], shown: boolean][] = [
    [undefined, [], true],
    [undefined, ['guest'], true],
    [['visitor'], [], true],
    [['visitor'], ['visitor'], true],
    [['visitor'], ['guest'], false],
    [['visitor', 'guest'], ['guest'], true],
    [['visitor'], ['guest', 'visitor'], true],
    [['visitor', 'guest'], ['mentor', 'member'], false],
  ];
  for (const [audiences, chosen, shown] of cases)
    it(`what is for ${named(audiences)} ${shown ? 'shows' : 'does not show'} to ${named(chosen)}`, () => {
      assert.equal(applies(audiences, chosen), shown);
    });
});

describe('countClauses', () => {
  const lead: Block = {type: 'list', lead: ['We use:'], start: 3, items: [item('a'), item('b')]};
  const cases: readonly [title: string, text: Text, chosen: readonly Id[], shown: number, hidden: number][] = [
    ['nothing in an empty text', text(), [], 0, 0],
    ['nothing in a heading', text(section('s')), [], 0, 0],
    ['a paragraph as one', text(section('s', {blocks: [paragraph('a')]})), [], 1, 0],
    ['an item as one', text(section('s', {blocks: [list(item('a'), item('b'))]})), [], 2, 0],
    [
      'a row as one, and the head of a table not at all',
      text(section('s', {blocks: [table('a', 'b', 'c')]})),
      [],
      3,
      0,
    ],
    ['no lead of a list', text(section('s', {blocks: [lead]})), [], 2, 0],
    [
      'an item and the list in it apart',
      text(section('s', {blocks: [list(item('a', undefined, [list(item('b'), item('c'))]))]})),
      [],
      3,
      0,
    ],
    [
      'paragraphs and rows in an item',
      text(section('s', {blocks: [list(item('a', undefined, [paragraph('b'), table('c', 'd')]))]})),
      ['visitor'],
      4,
      0,
    ],
    [
      'nested sections',
      text(section('s', {blocks: [paragraph('a')], sections: [section('t', {blocks: [paragraph('b')]})]})),
      [],
      2,
      0,
    ],
    [
      'a section for the reader',
      text(section('s', {audiences: ['visitor'], blocks: [paragraph('a')]})),
      ['visitor'],
      1,
      0,
    ],
    [
      'all of a section for another as hidden, whatever is nested in it',
      text(
        section('s', {
          audiences: ['guest'],
          blocks: [paragraph('a'), table('b'), list(item('c', ['guest'], [list(item('d'))]))],
          sections: [section('t', {blocks: [paragraph('e')]})],
        }),
      ),
      ['visitor'],
      0,
      5,
    ],
    [
      'items for another as hidden, with what is in them',
      text(
        section('s', {
          blocks: [list(item('a', ['guest'], [paragraph('b'), list(item('c'))]), item('d', ['visitor']), item('e'))],
        }),
      ),
      ['visitor'],
      2,
      3,
    ],
    [
      'a nested section that narrows',
      text(
        section('s', {
          audiences: ['guest', 'visitor'],
          blocks: [paragraph('a')],
          sections: [section('t', {audiences: ['guest'], blocks: [paragraph('b')]})],
        }),
      ),
      ['visitor'],
      1,
      1,
    ],
    [
      'what is for several readers once',
      text(section('s', {audiences: ['guest', 'visitor'], blocks: [paragraph('a')]})),
      ['guest', 'visitor'],
      1,
      0,
    ],
    [
      'everything where no reader is chosen',
      text(section('s', {audiences: ['guest'], blocks: [list(item('a', ['guest']))]})),
      [],
      1,
      0,
    ],
  ];
  for (const [title, text, chosen, shown, hidden] of cases)
    it(`counts ${title}`, () => {
      assert.deepEqual(countClauses(text, chosen), {shown, hidden});
    });
});

describe('audiencesOf', () => {
  const cases: readonly [title: string, text: Text, found: readonly Id[]][] = [
    ['none in a text for everyone', text(section('s', {blocks: [list(item('a')), paragraph('b'), table('c')]})), []],
    [
      'those of sections and of items, in reading order, each once',
      text(
        section('s', {
          audiences: ['member', 'visitor'],
          blocks: [list(item('a', ['visitor'], [list(item('b', ['mentor']))]))],
          sections: [section('t', {audiences: ['guest', 'member']})],
        }),
        section('u', {audiences: ['client']}),
      ),
      ['member', 'visitor', 'mentor', 'guest', 'client'],
    ],
  ];
  for (const [title, text, found] of cases) it(`finds ${title}`, () => assert.deepEqual([...audiencesOf(text)], found));
});

const marked: readonly Inline[] = [
  'We use ',
  {
    type: 'annotation',
    terms: ['contact', 'payment'],
    content: [
      'your ',
      {type: 'strong', content: [{type: 'annotation', terms: ['contact', 'name'], content: ['name']}]},
    ],
  },
  {type: 'link', href: 'https://example.org', content: [' as ', {type: 'emphasis', content: ['agreed']}]},
  {type: 'reference', to: 's', content: [{type: 'annotation', terms: ['contract'], content: ['\nabove']}]},
];

describe('plainText', () => {
  it('keeps every letter and no mark', () => assert.equal(plainText(marked), 'We use your name as agreed\nabove'));
  it('is empty where there is nothing', () => assert.equal(plainText([]), ''));
});

describe('termsIn', () => {
  it('finds the terms of annotations at any depth, in reading order, each once', () => {
    assert.deepEqual([...termsIn(marked)], ['contact', 'payment', 'name', 'contract']);
  });
  it('puts them after those it is given', () => {
    assert.deepEqual(
      [...termsIn(marked, new Set(['name', 'calendar']))],
      ['name', 'calendar', 'contact', 'payment', 'contract'],
    );
  });
});

describe('for any text', () => {
  const texts = bundleArbitrary({references: false}).chain(({audiences, policies}) =>
    fc.record({
      text: fc.constantFrom(
        ...policies.flatMap(({editions}) =>
          editions.flatMap(({texts}) => Object.values(texts).filter((text) => !isReference(text))),
        ),
      ),
      audiences: fc.constant(audiences.map(({id}) => id)),
      chosen: fc.subarray(audiences.map(({id}) => id)),
    }),
  );
  const holds = (property: (text: Text, audiences: readonly Id[], chosen: readonly Id[]) => void): void => {
    fc.assert(fc.property(texts, ({text, audiences, chosen}) => property(text as Text, audiences, chosen)));
  };

  it('shown and hidden are all its clauses, and shown are those for the reader', () =>
    holds((text, _, chosen) => {
      const {shown, hidden} = countClauses(text, chosen);
      assert.equal(shown + hidden, clausesShown(text).length);
      assert.equal(shown, clausesShown(text, chosen).length);
    }));

  it('nothing is hidden from a reader who chose no audience', () =>
    holds((text) => assert.equal(countClauses(text, []).hidden, 0)));

  it('what single audiences see is together the whole text', () =>
    holds((text, audiences) => {
      const seen = new Set((audiences.length ? audiences : ['nobody']).flatMap((id) => clausesShown(text, [id])));
      assert.deepEqual(seen, new Set(clausesShown(text)));
      for (const id of audiences) assert.equal(countClauses(text, [id]).shown, clausesShown(text, [id]).length);
    }));

  it('one more audience hides nothing', () =>
    holds((text, audiences, chosen) => {
      if (chosen.length === 0) return;
      for (const more of audiences)
        assert.ok(
          countClauses(text, [...chosen, more]).shown >= countClauses(text, chosen).shown,
          `${more} hides something`,
        );
    }));

  it('a reader whom no part is for sees what is for everyone, and any other reader sees that too', () =>
    holds((text, audiences) => {
      const everyones = clausesShown(text, ['nobody']);
      assert.equal(countClauses(text, ['nobody']).shown, everyones.length);
      for (const id of audiences)
        assert.deepEqual(
          everyones.filter((clause) => !clausesShown(text, [id]).includes(clause)),
          [],
        );
    }));
});

describe('audiencesOfList', () => {
  const cases: readonly [title: string, list: List, audiences: readonly Id[] | undefined][] = [
    ['each for somebody', {type: 'list', items: [item('a', ['visitor']), item('b', ['guest'])]}, ['visitor', 'guest']],
    ['for the same', {type: 'list', items: [item('a', ['visitor']), item('b', ['visitor'])]}, ['visitor']],
    ['one for everyone', {type: 'list', items: [item('a', ['visitor']), item('b')]}, undefined],
    ['none', {type: 'list', lead: ['We use:'], items: []}, undefined],
  ];
  for (const [title, list, audiences] of cases)
    it(`items ${title}: for ${named(audiences)}`, () => assert.deepEqual(audiencesOfList(list), audiences));
});
