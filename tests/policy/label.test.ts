// What stands in the margin of a clause.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Id, Inline, Term} from '../../src/policy/bundle.js';
import {labelKinds, labelOf} from '../../src/policy/label.js';

const term = (id: Id, kind: Term['kind'], en: string, nl?: string): [Id, Term] => [
  id,
  {id, kind, names: {en, ...(nl !== undefined && {nl})}},
];
const vocabulary = new Map<Id, Term>([
  term('contact', 'data', 'Contact details', 'Contactgegevens'),
  term('payment', 'data', 'Payment details'),
  term('interests', 'legal-basis', 'Legitimate interests', 'Gerechtvaardigde belangen'),
  term('marketing', 'purpose', 'Direct marketing', 'Direct marketing'),
  term('you', 'defined-term', 'You', 'U'),
]);
const marked = (id: Id, ...content: Inline[]): Inline => ({type: 'annotation', terms: [id], content});

describe('the label of a clause', () => {
  for (const [title, terms, content, expected] of [
    [
      'names data in reading order',
      [],
      [marked('contact', 'your address'), marked('contact', 'it')],
      'Contactgegevens||',
    ],
    ['names what the clause is given first', ['contact'], ['We keep it.'], 'Contactgegevens||'],
    [
      'says a legal basis in the text’s own words, where a name would contradict them',
      ['interests'],
      ['om onze ', marked('interests', 'onze ', {type: 'strong', content: ['legitieme']}, ' belangen')],
      '|onze legitieme belangen|',
    ],
    ['says its first words for it', [], [marked('interests', 'eerst'), marked('interests', 'later')], '|eerst|'],
    ['names a legal basis that no words say', ['interests'], ['x'], '|Gerechtvaardigde belangen|'],
    ['names a purpose', [], [marked('marketing', 'reclame')], '||Direct marketing'],
  ] as const)
    it(title, () => {
      const label = labelOf({content, terms}, vocabulary, 'nl') ?? {};
      assert.equal(labelKinds.map((kind) => (label[kind] ?? []).map(({text}) => text).join(' · ')).join('|'), expected);
    });

  it('is none where nothing is annotated but a defined term', () => {
    const label = labelOf({content: [marked('you', 'u')]}, vocabulary, 'nl') ?? {};
    assert.ok(labelKinds.every((kind) => label[kind] === undefined));
  });

  it('says in which language a name is, where the text’s has none', () => {
    const label = labelOf({content: [], terms: ['payment']}, vocabulary, 'nl');
    assert.deepEqual(label?.data, [{text: 'Payment details', language: 'en'}]);
  });
});
