/** Ids that something had once: written at a heading or item, kept in the edition, and never lost on the way. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compile} from '../../../src/authoring/index.js';
import {readMarkdown, type Reading} from '../../../src/authoring/folder/markdown.js';
import {prerender} from '../prerender/prerender-all.js';

const read = (text: string): Reading => readMarkdown({file: 'en.md', text: `# Title\n\n${text}`});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('aliases in Markdown', () => {
  it('are names of the heading or item that has them, and none of its words', () => {
    const {aliases, text, findings} = read('## Use {#use aliases="usage how"}\n\n- Name {#name aliases=id-name}');
    assert.deepEqual(
      [...aliases],
      [
        ['usage', 'use'],
        ['how', 'use'],
        ['id-name', 'name'],
      ],
    );
    assert.deepEqual(text.sections[0]?.heading, ['Use']);
    assert.deepEqual(findings, []);
  });

  it('lead links of the text to the id there is', () => {
    const {text, findings} = read('## Use {#use aliases="usage"}\n\nSee [there](#usage).');
    assert.match(JSON.stringify(text), /"to":"use"/);
    assert.deepEqual(findings, []);
  });

  it('are taken by no generated id', () => {
    const {text} = read('## Use {#use aliases="s2"}\n\nOne.\n\n## More\n\nTwo.');
    assert.deepEqual(
      text.sections.map(({id}) => id),
      ['use', 's2-2'],
    );
  });

  const wrong: Record<string, [markdown: string, found: string]> = {
    'without an id': [
      '- Name {aliases="old"}',
      '3:18 bad-attributes Links to “old” can lead only to something that has an id. Write it first: ' +
        '{#id aliases="old"}.',
    ],
    'an id of something else': [
      '- Name {#name aliases="mail"}\n- Mail {#mail}',
      '3:24 duplicate-id A link to “mail” would lead to two places: something here has that id. ' +
        'Take it out of one of the two.',
    ],
    'of two things': [
      '- Name {#name aliases="old"}\n- Mail {#mail aliases="old"}',
      '4:24 duplicate-id A link to “old” would lead to two places: it is an alias of “name” already. ' +
        'Take it out of one of the two.',
    ],
    'that is no id': [
      '- Name {#name aliases="Old"}',
      '3:24 bad-id “Old” is no id. An id has small letters a to z, digits, and between them “-”, “.” or “_”: “old”.',
    ],
  };
  for (const [what, [markdown, expected]] of Object.entries(wrong))
    it(`${what} are refused`, () =>
      assert.deepEqual(
        read(markdown).findings.map(
          ({code, place, message}) => `${'line' in place ? `${place.line}:${place.column}` : ''} ${code} ${message}`,
        ),
        [expected],
      ));
});

describe('aliases of an edition', () => {
  const en = '# Berths\n\n## Use {#use aliases="usage"}\n\n- Your name {#name aliases="who"}\n';
  const sv = '# Platser\n\n## Bruk {#use aliases="usage"}\n\n- Ditt namn {#name}\n';
  const terms = '# Terms\n\nSee [that](../../quay#usage).\n';
  const folder = (swedish = sv) => [
    {path: 'quay/2024-03-01/en.md', bytes: bytes(en)},
    {path: 'quay/2024-03-01/sv.md', bytes: bytes(swedish)},
    {path: 'terms/2024-03-01/en.md', bytes: bytes(terms)},
  ];

  it('are those of all its languages, and links of other policies may use them', async () => {
    const {bundle, findings} = await compile(folder());
    assert.deepEqual(
      findings.filter(({severity}) => severity === 'error'),
      [],
    );
    assert.deepEqual(bundle?.policies[0]?.editions[0]?.aliases, {usage: 'use', who: 'name'});
  });

  it('lead to one thing in all languages', async () => {
    const {findings} = await compile(folder(sv.replace('"usage"', '"who"')));
    assert.deepEqual(
      findings.filter(({severity}) => severity === 'error').map(({message}) => message),
      [
        '“who” is an alias of “use” in “sv” and of “name” in another language of this edition. ' +
          'Let it lead to the same clause in both.',
      ],
    );
  });

  it('are anchors of prerendered pages, once each, and not where an id is there', async () => {
    const {bundle} = await compile(folder());
    assert.ok(bundle);
    const pages = await prerender(bundle, {});
    const page = pages.find(({file}) => file === 'quay/en.html')?.text ?? '';
    assert.match(page, /<section id="use">\n<h2><span id="usage"><\/span>Use<\/h2>/);
    assert.match(page, /<li id="name"[^>]*>.*<div><span id="who"><\/span>Your name/);
    const there = structuredClone(bundle);
    Object.assign(there.policies[0]?.editions[0] ?? {}, {aliases: {use: 'name'}});
    const other = (await prerender(there, {})).find(({file}) => file === 'quay/en.html')?.text ?? '';
    assert.equal(other.match(/id="use"/g)?.length, 1);
  });
});
