/** References in words that lead nowhere, in every language whose words for them are known. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findReferences} from '../../../src/authoring/check/rules/references.js';
import {loaders} from '../../../src/authoring/vocabulary/generated/index.js';
import {wordsOf} from '../../../src/authoring/vocabulary/language-words.js';
import {loadAllWords} from '../vocabulary/load-all-words.js';
import {textOf} from './text-of.js';

await loadAllWords();

const found = (language: string, clause: string): string[] =>
  findReferences([textOf(`# A\n\n## 1. B\n\n${clause}\n\n## 2. C\n\nD\n`, language)]).map(
    ({message}) => /“(.+?)”/u.exec(message)?.[1] ?? '',
  );

describe('references in words', () => {
  for (const language of Object.keys(loaders)) {
    it(`lead somewhere or are told of in ${language}`, () => {
      const words = wordsOf(language)?.references.section.filter((word) => /^\p{L}[\p{L}\p{M}]+$/u.test(word)) ?? [];
      assert.ok(words.length > 0);
      for (const word of words) {
        if (word === '号') continue;
        const [good, bad] = /^(?:ja|zh)/u.test(language)
          ? [`第2${word}`, `第9${word}`]
          : [`(${word} 2)`, `(${word} 9)`];
        assert.deepEqual(found(language, good), [], word);
        assert.equal(found(language, bad).length, 1, word);
      }
    });
  }

  const elsewhere: readonly [language: string, clause: string][] = [
    ['en', 'As section 21 of the Harbours Act says.'],
    ['en', 'See section 9 of our terms.'],
    ['en', 'See GDPR, section 9.'],
    ['en', 'See [section 9](https://harbour.example/terms).'],
    ['en', 'In section 230 U.S.C. 9 it is said.'],
    ['de', 'Das steht in Abschnitt 9 der Nutzungsbedingungen.'],
    ['pl', 'Zob. sekcja 9 Regulaminu.'],
    ['fr', 'Voir la section 9 des conditions générales.'],
    ['ja', '個人情報保護法第9章による。'],
  ];
  for (const [language, clause] of elsewhere)
    it(`may lead to another document: ${clause}`, () => {
      assert.deepEqual(found(language, clause), []);
    });

  it('are told of where they say that this document is meant', () => {
    assert.deepEqual(found('en', 'See section 9 of this document.'), ['section 9']);
    assert.deepEqual(found('de', 'Siehe Abschnitt 9 dieser Regeln.'), ['Abschnitt 9']);
  });
});
