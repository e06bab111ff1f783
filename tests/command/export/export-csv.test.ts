/** The table of data categories by audience, as spreadsheets read it. */
import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {writeCsv} from '../../../src/authoring/export/export-csv.js';
import {folderWith, run} from '../command.js';

const english = `# Quay

## Visitors and mentors {#v audience="visitor mentor"}

With your consent, we use:

- contact details; {#contact}
- payment details (our legal obligations); {#payment}
  - receipts, to perform our contract {#receipt audience="mentor"}
- parcels {#parcel data="parcel"}

## Guests {#g audience="guest"}

Payment details are kept.

## All {#all}

Device details and calendar details, in our legitimate interests.

Contact details are kept for a year.
`;

const files = {
  'policies/policies.yaml': 'vocabulary:\n  - {id: parcel, kind: data, names: "=Parcels, \\"large\\""}\n',
  'policies/quay/2026-03-01/en.md': english,
  'policies/quay/2026-03-01/da.md': english.replace('# Quay', '# Kaj'),
};

describe('export --format csv', () => {
  it('has a row for each data category and a column for each audience', async (test) => {
    const {code, stdout} = await run(
      await folderWith(test, files),
      'export',
      'policies',
      '--format',
      'csv',
      '--target',
      'en',
    );
    assert.equal(code, 0);
    assert.equal(
      stdout,
      `\uFEFF${[
        ',mentor,visitor,guest,everyone',
        'Contact details,Consent,Consent,,',
        'Payment details,Contract; Legal obligation,Legal obligation,✓,',
        'Device and usage details,,,,Legitimate interests',
        'E-mail calendar details,,,,Legitimate interests',
        '"\'=Parcels, ""large""",Consent,Consent,,',
      ].join('\r\n')}\r\n`,
    );
  });

  it('writes a file for each policy, edition and language', async (test) => {
    const folder = await folderWith(test, files);
    assert.equal((await run(folder, 'export', 'policies', '--format', 'csv', '--out', 'tables')).code, 0);
    assert.deepEqual((await readdir(join(folder, 'tables'))).sort(), [
      'quay.2026-03-01.da.csv',
      'quay.2026-03-01.en.csv',
    ]);
    assert.match(
      await readFile(join(folder, 'tables/quay.2026-03-01.da.csv'), 'utf8'),
      /^\uFEFF,mentor,besøgende,gæst,alle\r\nKontaktoplysninger,Samtykke,/,
    );
  });

  const cells: readonly [string, string, string][] = [
    ['a formula', '=1+1', "'=1+1"],
    ['a formula after a space', ' @SUM(A1)', "' @SUM(A1)"],
    ['a minus', '-2', "'-2"],
    ['a plus', '+46', "'+46"],
    ['a wide sign', '＝1+1', "'＝1+1"],
    ['a formula after a semicolon', 'a; =1+1;-2', "a;' =1+1;'-2"],
    ['a tab', '\t=1', "'\t=1"],
    ['a minus within', 'a-b; c=d', 'a-b; c=d'],
    ['a comma', 'a, b', '"a, b"'],
    ['a quotation mark', 'a "b"', '"a ""b"""'],
    ['a line feed', 'a\nb', '"a\nb"'],
    ['nothing special', 'E-post', 'E-post'],
  ];
  for (const [title, cell, written] of cells) {
    it(`writes ${title} so that it stays text: ${JSON.stringify(cell)}`, () => {
      assert.equal(writeCsv([[cell, 'x']]), `\uFEFF${written},x\r\n`);
    });
  }
});
