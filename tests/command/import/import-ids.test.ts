/** One clause has one id in every language, whatever ids the pages of each language have. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {folderWith, run} from '../command.js';

const page = (
  lang: string,
  title: string,
  day: string,
  sections: readonly (readonly [string, string, string])[],
): string =>
  `<html lang="${lang}"><body><h1>${title}</h1><p>${day}</p>${sections
    .map(([id, heading, text]) => `<h2 id="${id}">${heading}</h2><p>${text}</p>`)
    .join('')}</body></html>`;

const german = page('de', 'Kai Datenschutzerklärung', 'Gültig ab 1. März 2024', [
  [
    'ihre-rechte',
    'Ihre Rechte',
    'Sie können von uns jederzeit eine Kopie Ihrer Daten verlangen. Siehe <a href="#kontakt">Kontakt</a>.',
  ],
  ['kontakt', 'Kontakt', 'Schreiben Sie an unser Büro am Hafen in der Stadt.'],
]);
const english = page('en', 'Kai Privacy Policy', 'Effective 1 March 2024', [
  [
    'your-rights',
    'Your rights',
    'You may ask us for a copy of your data at any time. See <a href="#contact-us">contact</a>.',
  ],
  ['contact-us', 'Contact us', 'Write to our office at the harbour in the town.'],
]);

describe('ids of pages', () => {
  it('that differ by language become one, and links follow', async (test) => {
    const folder = await folderWith(test, {'a.de.html': german, 'a.en.html': english});
    assert.equal((await run(folder, 'import', 'a.de.html', 'a.en.html', '--out', 'p', '--policy', 'kai')).code, 0);
    for (const tag of ['de', 'en']) {
      const text = readFileSync(join(folder, `p/kai/2024-03-01/${tag}.md`), 'utf8');
      assert.match(text, /\n## .* \{#your-rights\}\n[\s\S]*\]\(#contact-us\)[\s\S]*\n## .* \{#contact-us\}\n/);
    }
    const checked = await run(folder, 'check', 'p');
    assert.equal(checked.code, 0);
    assert.match(checked.stdout, /No findings in 2 texts/);
  });

  it('that a text comes alone with are kept, and kept again', async (test) => {
    const folder = await folderWith(test, {'a.html': german});
    assert.equal((await run(folder, 'import', 'a.html', '--out', 'p', '--policy', 'kai')).code, 0);
    const first = readFileSync(join(folder, 'p/kai/2024-03-01/de.md'), 'utf8');
    assert.match(first, /\{#ihre-rechte\}[\s\S]*\]\(#kontakt\)[\s\S]*\{#kontakt\}/);
  });
});

describe('quotations', () => {
  it('of other shapes are named apart, and both texts are imported', async (test) => {
    const folder = await folderWith(test, {
      'a.de.md':
        '# Titel\n\nGültig ab 1. März 2024\n\n> Bitte lesen Sie dies.\n>\n> Erstens das Boot\n> - Zweitens der Hafen\n',
      'a.en.md':
        '# Title\n\nEffective March 1, 2024\n\n> Please read this.\n>\n> - First the boat\n> - Second the harbour\n',
    });
    const {code, stdout} = await run(folder, 'import', 'a.de.md', 'a.en.md', '--out', 'p', '--policy', 'kai');
    assert.equal(code, 0);
    assert.match(stdout, /Its sections and items do not match those of a\.de\.md/);
    assert.match(readFileSync(join(folder, 'p/kai/2024-03-01/en.md'), 'utf8'), /First the boat \{#[a-z0-9-]+\}/);
  });
});
