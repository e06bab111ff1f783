import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {importOne} from '../import/import-one.js';

/** What a paragraph begins with, and whom its section is for; nothing where it is for everyone and no section. */
const beginnings: readonly (readonly [paragraph: string, audience: string | undefined])[] = [
  ['**4.1** If you are late with the rent, we charge interest.', undefined],
  ['**Notice.** If you have a berth, we may end the lease.', undefined],
  ['You may pay at the kiosk. If you use a card there, the bank sees it.', undefined],
  ['**Lost keys.** When you are away, somebody else may hold them for you.', undefined],
  ['**Visitors.** If you are a visitor, we use your name.', 'visitor'],
  ['**Astronauts.** If you are an astronaut, we use your flight plan.', 'astronauts'],
  ['**Visitors and astronauts.** If you are one of them, we use your name.', 'visitor astronauts'],
];

describe('whom a paragraph that begins in bold is for', () => {
  for (const [paragraph, audience] of beginnings) {
    it(`${audience ?? 'everyone'}: ${paragraph}`, () => {
      const {markdown} = importOne('quay.md', `# Quay privacy policy\n\n## Your berth\n\n${paragraph}\n`);
      assert.equal(/audience="([^"]*)"/.exec(markdown)?.[1], audience);
    });
  }
});
