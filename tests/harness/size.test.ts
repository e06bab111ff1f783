/** What is loaded stays as small as it is: within its limit, and never much larger than when it was last noted. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {growth, measureBuilt, noted} from '../bench/built-sizes.mjs';

const sizes = measureBuilt();
const known = noted();

describe('what is loaded from dist', () => {
  it('is what tests/bench/sizes.json names', () => {
    assert.deepEqual(Object.keys(sizes), Object.keys(known), 'if that is meant, run “npm run size:note”');
  });

  for (const [name, {gzip, limit}] of Object.entries(known)) {
    const most = Math.floor(Math.min(limit ?? Infinity, gzip * (1 + growth)));
    it(`${name} has at most ${most} bytes after gzip`, () => {
      const bytes = sizes[name] ?? 0;
      const way =
        limit !== undefined && bytes > limit ? 'make it smaller' : 'if it is worth it, run “npm run size:note”';
      assert.ok(bytes <= most, `${name} has ${bytes} bytes after gzip: ${way}`);
    });
  }
});
