/** A share of `npm run bench:check`: defects put into invented texts, and texts in which nothing is wrong. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {describeFinding} from '../../../src/authoring/index.js';
import {measureSet} from '../../bench/seeded/measure.js';

describe('texts with seeded defects', () => {
  it('are told of, and the others are let be', async () => {
    const {found, onClean} = await measureSet({seed: 3, sentences: 'held', texts: 48, defects: 30});
    assert.ok(found.length >= 24, `${found.length} of 30 are found`);
    assert.deepEqual(onClean.map(describeFinding), []);
  });
});
