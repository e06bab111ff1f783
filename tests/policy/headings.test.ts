import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {nestHeadings} from '../../src/policy/headings.js';

describe('headings nest', () => {
  for (const [depths, nested] of [
    [[], ''],
    [[0, 0], 'a b'],
    [[0, 1, 1, 0, 1], 'a(b c) d(e)'],
    [[0, 1, 2, 1, 0], 'a(b(c) d) e'],
    [[0, 2, 2, 1, 0], 'a(b c d) e'],
    [[1, 0, 1], 'a b(c)'],
  ] as const)
    it(`of depths ${depths.join(' ') || 'none'}: ${nested || 'nothing'}`, () => {
      const headings = depths.map((depth, index) => ({id: 'abcde'.charAt(index), text: '', depth}));
      const printed = nestHeadings<string>(headings, ({id}, within) =>
        within.length > 0 ? `${id}(${within.join(' ')})` : id,
      );
      assert.equal(printed.join(' '), nested);
    });
});
