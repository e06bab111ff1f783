/** The hashes that a site copies are those of the files. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {built} from '../harness/built.mjs';

const noted = JSON.parse(readFileSync(built('cdn/integrity.json'), 'utf8')) as Record<string, string>;
const folder = dirname(built('cdn/integrity.json'));
const embed = readFileSync(built('cdn/embed.html'), 'utf8');

describe('dist/cdn/integrity.json', () => {
  it('names both entries', () => {
    assert.ok(noted['policy-viewer.js']);
    assert.ok(noted['policy-viewer.all.min.js']);
  });
  for (const [path, hash] of Object.entries(noted)) {
    it(`has the hash of ${path}, and embed.html has it, too`, () => {
      const digest = createHash('sha384')
        .update(readFileSync(join(folder, path)))
        .digest('base64');
      assert.equal(hash, `sha384-${digest}`);
      assert.ok(embed.includes(hash));
    });
  }
});
