import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {findJsonError} from '../../../src/authoring/bundle/json-error.js';

describe('where JSON ends', () => {
  const cases: [text: string, offset: number | undefined][] = [
    ['{"a": b}', 6],
    ['{"a":1,}', 7],
    ['[1,2', 4],
    ['"abc', 4],
    ['{"a":1} x', 8],
    ['{"a"', 4],
    ['hello', 0],
    ['[1 2]', 3],
    ['[,]', 1],
    ['{1:2}', 1],
    ['[}', 1],
    ['{"a":tru', 8],
    ['["\\u00', 6],
    ['["a\nb"]', 1],
    ['', 0],
    ['[-1.5e3, {}, [], null]', undefined],
  ];
  for (const [text, offset] of cases) it(JSON.stringify(text), () => assert.equal(findJsonError(text), offset));

  it('is said of brackets that are very deep too', () => {
    assert.equal(findJsonError('['.repeat(100_000)), 100_000);
  });

  it('finds nothing in what is JSON, and the end in whatever begins like it', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, length) => {
        assert.equal(findJsonError(text), undefined);
        const part = text.slice(0, length % (text.length + 1));
        const isWhole = (() => {
          try {
            JSON.parse(part);
            return true;
          } catch {
            return false;
          }
        })();
        assert.equal(findJsonError(part), isWhole ? undefined : part.length);
      }),
    );
  });
});
