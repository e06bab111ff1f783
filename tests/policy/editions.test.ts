// Which edition is newest, and which one is meant.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Edition} from '../../src/policy/bundle.js';
import {compareEditions, findEdition, inForce, newestFirst, versionOf} from '../../src/policy/editions.js';

const edition = (name: string): Edition => {
  const [id = '', effective = /^\d{4}-/.test(name) ? name : undefined] = name.split(' ');
  return {id, ...(effective && {effective}), texts: {}};
};

describe('newest first', () => {
  const cases: readonly (readonly string[])[] = [
    ['2026-03-01', '2024-05-25'],
    ['2024-05-25', '2.1'],
    ['2.10', '2.9', '2.1', '2', '1.0'],
    ['v3', '2.1', 'v2'],
    ['2.1', 'undated'],
    ['2024-05-25', 'undated'],
    ['2.1 2026-03-01', '2025-01-01', '2.0 2024-01-01', '3.0', 'undated'],
    ['2.1 2026-03-01', '2.0 2026-03-01'],
  ];
  for (const names of cases)
    it(names.join(' > '), () => {
      const editions = names.map(edition);
      assert.deepEqual(newestFirst([...editions].reverse()), editions);
      editions.forEach((one, i) =>
        editions.forEach((other, j) => assert.equal(Math.sign(compareEditions(one, other)), Math.sign(i - j))),
      );
    });
});

describe('the edition that is meant', () => {
  const dated = ['2026-03-01', '2024-05-25'];
  const cases: readonly [editions: readonly string[], asked: string, found: string | undefined][] = [
    [dated, '2026-03-01', '2026-03-01'],
    [dated, '2025-01-01', '2024-05-25'],
    [dated, '2030-01-01', '2026-03-01'],
    [dated, '2000-01-01', '2024-05-25'],
    [dated, '2.1', undefined],
    [dated, '', undefined],
    [dated, '2025-02-30', undefined],
    [['2.1', 'undated'], '2.1', '2.1'],
    [['2.1', 'undated'], 'undated', 'undated'],
    [['2.1', 'undated'], '2025-01-01', undefined],
    [['2.1 2026-03-01', 'undated'], '2026-12-01', '2.1'],
  ];
  for (const [names, asked, found] of cases)
    it(`of ${names.join(', ')}: "${asked}" means ${found ?? 'none'}`, () =>
      assert.equal(findEdition(names.map(edition), asked)?.id, found));

  it('none is in force where no day is known', () => assert.equal(inForce([edition('2.1')], '2026-01-01'), undefined));
});

describe('the version that a reader is told', () => {
  const cases: readonly [edition: string, version: string | undefined][] = [
    ['2.1', '2.1'],
    ['v2', '2'],
    ['very-new', 'very-new'],
    ['undated', undefined],
    ['2026-03-01', undefined],
    ['2.1 2026-03-01', undefined],
  ];
  for (const [name, version] of cases)
    it(`${name}: ${version ?? 'none'}`, () => assert.equal(versionOf(edition(name)), version));
});
