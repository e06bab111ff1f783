import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {joinWords} from '../../../src/authoring/vocabulary/join-words.js';
import {knows, loadWords, wordsOf} from '../../../src/authoring/vocabulary/language-words.js';
import {tableWords} from '../../../src/authoring/vocabulary/table-words.js';

await loadWords(['de', 'sv', 'pt-BR', 'nn', 'zh-Hans', 'zh-TW']);

describe('the words of a language with a file and a table', () => {
  const file = wordsOf('de');
  const table = tableWords('sv');
  assert.ok(file !== undefined && table !== undefined);
  const words = joinWords(file, {
    ...table,
    audiences: {...table.audiences, mentor: {name: 'm', plural: 'm', words: ['mentorn', 'besucher'], acts: []}},
  });

  it('are those of both', () => {
    assert.ok(words.audiences['visitor']?.words.includes('besucherinnen'));
    assert.ok(words.audiences['visitor']?.words.includes('besökare'));
    assert.ok(words.frames.headings.includes('für {audience}') && words.frames.headings.includes('för {audience}'));
  });

  it('are of another audience in the table only where the file does not say whose they are', () => {
    assert.ok(words.audiences['mentor']?.words.includes('mentorn'));
    assert.ok(!words.audiences['mentor']?.words.includes('besucher'));
  });
});

describe('what is known of a language', () => {
  for (const [language, known] of [
    ['de', true],
    ['pt-BR', true],
    ['nn', true],
    ['zh-TW', true],
    ['sw', false],
    ['gl', false],
  ] as const) {
    it(`${language}: ${known ? 'how it calls contact details' : 'nothing, so that nothing is missing'}`, () =>
      assert.equal(knows(language, 'data', 'contact'), known));
  }
});
