import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {knows, loadWords} from '../../../src/authoring/vocabulary/language-words.js';

await loadWords(['de', 'sv', 'pt-BR', 'nn', 'zh-Hans', 'zh-TW']);

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
