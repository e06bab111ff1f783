/**
 * Importing a file again after it changed: what nobody has edited is updated, what both changed is a conflict, ids
 * stay.
 */
import assert from 'node:assert/strict';
import {readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {merge, remember} from '../../../src/authoring/import/update/merge-edits.js';
import {joinUnits, unitsOf} from '../../../src/authoring/import/update/units.js';
import {folderWith, run} from '../command.js';
import {runs} from '../../harness/runs.js';
import {joined} from '../../harness/joined.js';

const notice = (changes: Readonly<Record<string, string>> = {}): string =>
  Object.entries(changes).reduce(
    (text, [from, to]) => text.replace(from, to),
    `<html lang="en"><h1>Quay privacy notice</h1>
<p>Effective date: July 12, 2022</p>
<h2>What we use</h2><p>We use:</p>
<ul><li>your name, so that we can call you;</li><li>the length of your boat;</li><li>the number of your card.</li></ul>
<p>We keep all of this for a year.</p>
<table><tr><th>Data</th><th>Kept</th></tr><tr><td>Name</td><td>a year</td></tr><tr><td>Card</td><td>a day</td></tr>\
</table>
<h2>Contact</h2><p>Write to us at the harbour.</p></html>`,
  );
const place = 'p/quay/2022-07-12/en.md';

/** A folder with the notice imported, and how to edit, change and import it again. */
async function imported(test: Parameters<typeof folderWith>[0]) {
  const folder = await folderWith(test, {'n.html': notice()});
  assert.equal((await run(folder, 'import', 'n.html', '--out', 'p')).code, 0);
  const read = async (): Promise<string> => readFile(join(folder, place), 'utf8');
  return {
    folder,
    read,
    edit: async (from: string, to: string) => writeFile(join(folder, place), (await read()).replace(from, to)),
    change: async (changes: Readonly<Record<string, string>>) => writeFile(join(folder, 'n.html'), notice(changes)),
    again: async (...options: string[]) => run(folder, 'import', 'n.html', '--out', 'p', ...options),
  };
}

describe('importing again', () => {
  it('changes nothing where the file is as it was, edited or not', async (test) => {
    const {folder, edit, again, read} = await imported(test);
    assert.match((await again()).stdout, /Everything was there already, so nothing changed\.\n$/);
    await edit('the harbour', 'the harbour office');
    const before = await stat(join(folder, place));
    const {code, stdout} = await again();
    assert.equal(code, 0);
    assert.match(stdout, /changed {4}nothing: the file is as it was, and what was edited here was kept/);
    assert.equal((await stat(join(folder, place))).mtimeMs, before.mtimeMs);
    assert.match(await read(), /the harbour office/);
  });

  it('takes the file anew where nobody has edited, without --force, and keeps ids', async (test) => {
    const {change, again, read} = await imported(test);
    await change({'<li>the length': '<li>the name of your boat;</li><li>the full length', 'a year.': 'two years.'});
    const {code, stdout} = await again();
    assert.equal(code, 0);
    assert.match(stdout, /changed {4}taken from the file, which has changed/);
    const markdown = await read();
    assert.match(
      markdown,
      joined(
        /- your name, so that we can call you; \{#section-1-1\}\n- the name of your/,
        / boat; \{#section-1-4\}\n- the full length of your boat; \{#section-1-2\}\n- the number of your/,
        / card\. \{#section-1-3\}/,
      ),
    );
    assert.match(markdown, /for two years\./);
  });

  it('updates what nobody has edited beside what somebody has, even next to it', async (test) => {
    const {edit, change, again, read} = await imported(test);
    await edit('the length of your boat;', 'the length and draught of your boat;');
    await edit('## Contact {#section-2}', '## Contact {#contact audience="visitor"}');
    await change({
      'so that we can call you': 'to call you',
      'number of your card': 'number of your card, if you pay by card',
      'a day': 'an hour',
    });
    const {code, stdout} = await again();
    assert.equal(code, 0, stdout);
    assert.match(stdout, /changed {4}3 clauses taken from the file, 2 clauses kept as edited here/);
    const markdown = await read();
    for (const line of [
      '- your name, to call you; {#section-1-1}',
      '- the length and draught of your boat; {#section-1-2}',
      '- the number of your card, if you pay by card. {#section-1-3}',
      '## Contact {#contact audience="visitor"}',
    ])
      assert.ok(markdown.includes(line), markdown);
    assert.match(markdown, /\| Card +\| an hour \|/);
    assert.match((await again()).stdout, /nothing changed\.\n$/);
  });

  it('writes nothing where both changed, and says the line and the ways on', async (test) => {
    const {edit, change, again, read} = await imported(test);
    await edit('the length of your boat;', 'how long your boat is;');
    await change({'length of your boat': 'size of your boat', 'a year.': 'two years.'});
    const before = await read();
    const {code, stderr} = await again();
    assert.equal(code, 1);
    assert.match(
      stderr,
      joined(
        /^p\/quay\/2022-07-12\/en\.md:10:1 {2}error {4}This was edited here and changed in n\.html too,/m,
        / which now says “the size of your boat;”\..*--keep.*--force/,
      ),
    );
    assert.equal(await read(), before);
    assert.equal((await again('--keep')).code, 0);
    assert.match(await read(), /how long your boat is;[\s\S]*two years\./);
    assert.match((await again()).stdout, /nothing changed\.\n$/);
    assert.equal((await again('--force')).code, 0);
    assert.match(await read(), /the size of your boat;/);
    assert.equal((await again('--force', '--keep')).code, 2);
  });

  it('is content where the edit says what the file says now', async (test) => {
    const {edit, change, again} = await imported(test);
    await edit('the length of your boat;', 'the size of your boat;');
    await change({'length of your boat': 'size of your boat'});
    assert.equal((await again()).code, 0);
  });

  it('gives the clauses of a new edition the ids that they had', async (test) => {
    const {folder, edit, change, again} = await imported(test);
    await edit('{#section-1-3}', '{#card}');
    await change({'July 12, 2022': 'July 12, 2024', '<li>the length of your boat;</li>': ''});
    assert.equal((await again()).code, 0);
    assert.match(
      await readFile(join(folder, 'p/quay/2024-07-12/en.md'), 'utf8'),
      /call you; \{#section-1-1\}\n- the number of your card\. \{#card\}/,
    );
  });

  it('refuses a record that it cannot read', async (test) => {
    const {folder, again} = await imported(test);
    await writeFile(join(folder, 'p/quay/2022-07-12/.imports.yaml'), 'a: &a [*a, *a]\n');
    const {code, stderr} = await again();
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^p\/quay\/2022-07-12\/\.imports\.yaml {2}error {4}This record of what was imported cannot be read\./m,
    );
  });
});

describe('the merge', () => {
  const clause = fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six');
  const text = fc
    .array(fc.tuple(fc.constantFrom('p', 'i', 'h'), clause), {minLength: 1, maxLength: 8})
    .map((all) =>
      joinUnits(
        unitsOf(
          all
            .map(([kind, words], index) =>
              kind === 'p' ? `${words} said.` : kind === 'h' ? `## ${words} {#h${index}}` : `- ${words} {#i${index}}`,
            )
            .join('\n\n'),
        ),
      ),
    );

  it('takes the file where nobody edited, and the edit where the file is as it was', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        assert.equal(merge(remember(base), base, other, false).markdown, other);
        assert.equal(merge(remember(base), other, base, false).markdown, other);
        assert.equal(merge(remember(base), other, other, false).markdown, other);
      }),
      {numRuns: runs(200), examples: [['five said.\n\none said.\n\n- two {#i2}\n', 'one said.\n\n- two {#i1}\n']]},
    );
  });

  it('keeps the id that somebody gave, and takes the one that the file gives now', () => {
    const [base, edited, changed] = [
      '- one {#a}\n- two {#b}\n',
      '- one {#mine}\n- two {#b}\n',
      '- one {#a}\n- two {#theirs}\n',
    ];
    assert.equal(merge(remember(base), edited, changed, false).markdown, '- one {#mine}\n- two {#theirs}\n');
  });

  it('takes an item to the level where the file has it now, beside an edit', () => {
    const base = 'Use:\n\n- one {#a}\n- two {#b}\n\nEnd.\n';
    assert.equal(
      merge(remember(base), base.replace('End', 'The end'), base.replace('- two', '  - two'), false).markdown,
      'Use:\n\n- one {#a}\n  - two {#b}\n\nThe end.\n',
    );
    assert.equal(
      merge(remember(base), base.replace('- two', '*   two'), base.replace('End', 'The end'), false).markdown,
      'Use:\n\n- one {#a}\n*   two {#b}\n\nThe end.\n',
    );
  });

  it('loses no clause that either side wrote, unless it says so', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const {markdown, conflicts} = merge(remember(base), mine, theirs, false);
        if (conflicts.length > 0) return;
        const [before, after] = [
          new Set(remember(base).map(({key}) => key)),
          new Set(unitsOf(markdown).map(({key}) => key)),
        ];
        for (const {key, words} of [...unitsOf(mine), ...unitsOf(theirs)])
          assert.ok(before.has(key) || after.has(key), words);
      }),
      {numRuns: runs(300)},
    );
  });
});
