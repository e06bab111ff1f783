/**
 * A small share of `npm run bench:scale`: 100 texts through every command. What is counted is what is made; time is
 * no matter here.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {measureAll, steps} from '../bench/scale.mjs';
import {textToImport} from '../bench/scale-texts.mjs';

describe('many texts', () => {
  it(
    '100 texts in ten languages: each is imported, checked without an error, built the same twice, and ' +
      'has its page',
    async () => {
      // It counts as it goes, and throws where a number is not right.
      const measured = await measureAll(100);
      assert.deepEqual(Object.keys(measured), [...steps]);
    },
  );

  it('are the same on every run, no two of one name', () => {
    const names = Array.from({length: 10_000}, (_, n) => textToImport(n).name);
    assert.equal(new Set(names).size, 10_000);
    assert.deepEqual(textToImport(1234), textToImport(1234));
  });
});
