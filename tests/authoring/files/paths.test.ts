import assert from 'node:assert/strict';
import {posix} from 'node:path';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {basename, dirname, endingOf, join} from '../../../src/authoring/files/paths.js';

const part = fc.constantFrom('', '.', '..', '/', 'a', 'b.md', '.c', 'a/b', './a/', '../b', '/a', 'é ü');

describe('a path', () => {
  it('is put together as Node does, but for a slash at its end', () => {
    fc.assert(
      fc.property(fc.array(part, {maxLength: 5}), (parts) => {
        assert.equal(join(...parts), posix.join(...parts).replace(/(?<=.)\/$/, ''));
      }),
    );
  });

  const cases: readonly [path: string, folder: string, name: string, ending: string][] = [
    ['policies/quay/2026-03-01/en.md', 'policies/quay/2026-03-01', 'en.md', '.md'],
    ['en.MD', '.', 'en.MD', '.md'],
    ['a/b.tar.gz', 'a', 'b.tar.gz', '.gz'],
    ['a/.sources', 'a', '.sources', ''],
    ['a/en', 'a', 'en', ''],
    ['a/b/', 'a', 'b', ''],
  ];
  for (const [path, folder, name, ending] of cases)
    it(`${path} is ${name} in ${folder}`, () => {
      assert.deepEqual([dirname(path), basename(path), endingOf(path)], [folder, name, ending]);
    });

  it('on Windows has a name too', () => {
    assert.equal(basename('C:\\texts\\notice.txt'), 'notice.txt');
  });
});
