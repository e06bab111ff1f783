// The gate on translations, against a small XLIFF file with one thing wrong at a time.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findInventedIds, findProblems, markStale} from './words.mjs';

const messages = [
  {name: 'retry', contents: ['Try again']},
  {name: 'hidden', contents: [{untranslatable: '${count}'}, ' clauses are hidden']},
];

const retry = '<trans-unit id="retry"><source>Try again</source><target>Prøv igen</target></trans-unit>';
const hidden =
  '<trans-unit id="hidden"><source><x id="0" equiv-text="${count}"/> clauses are hidden</source>' +
  '<target><x id="0" equiv-text="${count}"/> afsnit er skjult</target></trans-unit>';

const file = (units: string, language = 'da'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">` +
  `<file target-language="${language}" source-language="en" original="words" ` +
  `datatype="plaintext"><body>${units}</body></file></xliff>`;

const cases: readonly [title: string, xml: string | undefined, problem: RegExp | undefined][] = [
  ['everything translated', file(retry + hidden), undefined],
  ['no file', undefined, /there is no file for da/],
  ['the file of another language', file(retry + hidden, 'nb'), /target-language is "nb", expected "da"/],
  ['a message missing', file(retry), /^hidden: missing/],
  ['no target', file(retry.replace(/<target>.*<\/target>/, '') + hidden), /^retry: untranslated/],
  ['an empty target', file(retry.replace('Prøv igen', ' ') + hidden), /^retry: untranslated/],
  [
    'a target marked as new',
    file(retry.replace('<target>', '<target state="needs-translation">') + hidden),
    /^retry: untranslated/,
  ],
  [
    'a sentence copied from the English',
    file(retry + hidden.replace('afsnit er skjult', 'clauses are hidden')),
    /^hidden: .*repeats the English/,
  ],
  ['a translation of an older English', file(retry.replace('Try again', 'Retry') + hidden), /^retry: stale/],
  ['a message that is gone', file(`${retry}${hidden}${retry.replace('"retry"', '"close"')}`), /^close: stale/],
  ['a message twice', file(retry + retry + hidden), /^retry: stands in the file twice/],
];

const value = (id: number, name: string): string => `<x id="${id}" equiv-text="\${${name}}"/>`;
const since = (label: string, first: string, other: string, second: string): string =>
  `<trans-unit id="since"><source>Changes: ${value(0, 'count')}. Since: ${value(1, 'day')}.</source>` +
  `<target>${label}: ${first}. ${other}: ${second}.</target></trans-unit>`;

describe('findProblems', () => {
  it('finds values that stand after the label of another', () => {
    const changes = [
      {
        name: 'since',
        contents: ['Changes: ', {untranslatable: '${count}'}, '. Since: ', {untranslatable: '${day}'}, '.'],
      },
    ];
    const right = since('Ændringer', value(0, 'count'), 'Siden', value(1, 'day'));
    const swapped = since('Ændringer', value(1, 'day'), 'Siden', value(0, 'count'));
    assert.deepEqual(findProblems(changes, 'da', file(right)), []);
    assert.match(findProblems(changes, 'da', file(swapped)).join(), /^since: values stand in another order/);
  });

  for (const [title, xml, problem] of cases) {
    it(`${problem ? 'finds' : 'accepts'} ${title}`, () => {
      const found = findProblems(messages, 'da', xml);
      if (problem === undefined) assert.deepEqual(found, []);
      else {
        assert.equal(found.length, 1, found.join('\n'));
        assert.match(found[0] ?? '', problem);
      }
    });
  }
});

describe('markStale', () => {
  const before = file(retry + hidden);

  it('marks the translation of an English text that changed, and the gate then finds it', () => {
    const changed = [{name: 'retry', contents: ['Load again']}, messages[1]!];
    const after = markStale(before, before.replace('Try again', 'Load again'));
    assert.deepEqual(findProblems(changed, 'da', after), ['retry: untranslated; the English is "Load again"']);
  });

  it('leaves the others alone', () => {
    assert.deepEqual(findProblems(messages, 'da', markStale(before, before)), []);
  });
});

describe('findInventedIds', () => {
  it('finds a message that has no id written', () => {
    // What lit-localize makes of msg('Try again').
    assert.match(findInventedIds([{name: 's5b5a9f5ef1b9cd48'}])[0] ?? '', /without an id/);
  });

  it('accepts a written one', () => {
    assert.deepEqual(findInventedIds(messages), []);
  });
});
