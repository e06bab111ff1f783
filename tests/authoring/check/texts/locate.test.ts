/** Letters found in the Markdown that writes them: the right ones of several, through marks, and in linear time. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {locate} from '../../../../src/authoring/check/texts/locate.js';

/**
 * Wording, the letters sought in it (the number before them says which ones of several), Markdown, what is found
 * there.
 */
const cases: readonly [words: string, which: number, letters: string, markdown: string, found: string | undefined][] = [
  ['Name: ____ Date', 0, '____', 'Name: ____ Date', '____'],
  ['Name: ____ Date: ____', 1, '____', 'Name: \\_\\_\\_\\_ Date: ____', '____'],
  ['a snake_case name', 0, 'snake_case', 'a snake\\_case name', 'snake\\_case'],
  ['call [name] now', 0, '[name]', 'call \\[name\\] now', '[name\\]'],
  ['we ask you twice', 0, 'ask you', 'we **ask** *you* twice', 'ask** *you'],
  ['we ask you twice', 0, 'ask you', '> we ask\n> you twice', 'ask\n> you'],
  ['we ask you, we ask you', 1, 'ask you', 'we _ask_ you, we a*sk* you', 'a*sk* you'],
  ['read our terms', 0, 'terms', 'read [our](https://terms.example) terms', 'terms'],
  ['read terms', 0, 'terms', 'read [terms](/terms)', 'terms'],
  ['5 * 3 * 2', 0, '* 3 *', '5 \\* 3 \\* 2', '* 3 \\*'],
  ['a > b', 0, 'a > b', 'a > b', 'a > b'],
  ['co­operate', 0, 'co­operate', 'co&shy;operate', undefined],
  ['nothing', 0, 'nothing', 'something', undefined],
  ['a \ud83d end', 0, '\ud83d', 'a \ud83d end', '\ud83d'],
  ['one 🌊 two', 0, '🌊 two', 'one 🌊 *two*', '🌊 *two'],
];

function offsetOf(words: string, letters: string, which: number): number {
  let at = words.indexOf(letters);
  for (let rest = which; rest > 0; rest--) at = words.indexOf(letters, at + letters.length);
  return at;
}

describe('letters in Markdown', () => {
  for (const [words, which, letters, markdown, expected] of cases) {
    it(`${JSON.stringify(letters)} ${which + 1} in ${JSON.stringify(markdown)}`, () => {
      const start = offsetOf(words, letters, which);
      const found = locate(words, start, start + letters.length, markdown);
      assert.equal(found && markdown.slice(found.start, found.end), expected);
    });
  }

  for (const length of [60, 100_000]) {
    it(`finds a blank of ${length} underscores`, () => {
      const blank = '_'.repeat(length);
      const words = `Name: ${blank} Date`;
      assert.deepEqual(locate(words, 6, 6 + length, words), {start: 6, end: 6 + length});
      assert.equal(locate(words, 6, words.length, `Name: ${blank}`), undefined);
      assert.equal(locate(`${blank}_`, 0, length + 1, blank), undefined);
    });
  }
});
