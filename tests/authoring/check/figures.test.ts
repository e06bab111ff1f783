/** Figures that differ between languages, and those that are the same in another form. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findFigures} from '../../../src/authoring/check/rules/figures.js';
import type {CheckedText} from '../../../src/authoring/check/texts/checked-text.js';
import {loadAllWords} from '../vocabulary/load-all-words.js';
import {textOf} from './text-of.js';

await loadAllWords();

const inText = (words: string, language: string): CheckedText => textOf(`## H {#h}\n\n${words}\n\nCf. 45.`, language);
const find = (language: string, en: string, other: string): string[] =>
  findFigures(inText(en, 'en'), [inText(other, language)], false).map(({message}) => message);

describe('figures that differ', () => {
  const cases: readonly [language: string, en: string, other: string, says: string][] = [
    ['de', 'We keep it for 30 days.', 'Wir bewahren es 60 Tage auf.', 'says “60 Tage”, and en.md “30 days”'],
    ['de', 'We keep it for 30 days.', 'Wir bewahren es 30 Monate auf.', 'says “30 Monate”, and en.md “30 days”'],
    ['sv', 'A fee of EUR 1,500.', 'En avgift på 1 800 euro.', 'says “1 800 euro”, and en.md “1,500”'],
    ['fr', 'Interest of 2.5%.', 'Un intérêt de 2,7 %.', 'says “7”, and en.md “5”'],
    ['es', 'Within 30 days.', 'Dentro de unos días.', 'does not say “30 days”, which en.md says'],
    ['zh-Hant', 'Within 30 days.', '於 60 日內。', 'says “60 日內”, and en.md “30 days”'],
    ['ar', 'Within 30 days.', 'خلال ٦٠ يومًا.', 'says “٦٠ يومًا”, and en.md “30 days”'],
    ['da', 'On 1 March 2024.', 'Den 1. april 2024.', 'gives the day “2024-04-01”, and en.md “2024-03-01”'],
    ['pl', 'Article 17 of it.', 'Artykuł 19.', 'says “19”, and en.md “17 of”'],
  ];
  for (const [language, en, other, says] of cases) {
    it(`${language}: ${en} ${other}`, () => {
      assert.deepEqual(find(language, en, other), [`This ${says}. Make them alike.`]);
    });
  }
});

describe('figures that are the same', () => {
  const cases: readonly [language: string, en: string, other: string][] = [
    ['de', 'EUR 1,000,000.50', '1.000.000,50 EUR'],
    ['fr', 'For 10,000 users.', 'Pour 10 000 utilisateurs.'],
    ['de', '20 million', '20.000.000'],
    ['ja', '10,000 yen', '1万円'],
    ['de', 'Within thirty days.', 'Innerhalb von 30 Tagen.'],
    ['es', 'Within 30 days.', 'En treinta días.'],
    ['nl', 'For twelve months.', '1 jaar lang.'],
    ['nb', 'For 24 months.', 'I 2 år.'],
    ['de', 'Within 72 hours.', 'Innerhalb von 3 Tagen.'],
    ['en-GB', 'On 1 March 2024.', 'On March 1, 2024.'],
    ['de', 'On 03/04/2024.', 'Am 3. April 2024.'],
    ['zh-Hant', 'On 1 March 2024.', '民國113年3月1日。'],
    ['ar', 'On 1 March 2024, within 14 days.', 'في ١ مارس ٢٠٢٤، خلال ١٤ يومًا.'],
    ['fr', 'Open from 9am to 5pm.', 'Ouvert de 9 h à 17 h.'],
    ['de', 'Under the GDPR, (EU) 2016/679.', 'Nach der DSGVO.'],
    ['es', 'Art. 6(1)(f)', 'art. 6.1.f)'],
    ['de', 'ISO27001 and 2FA', 'ISO 27001 und 2FA'],
    ['fi', 'Two of the 3 parts.', '2 osaa kolmesta.'],
    ['hu', 'Call +36 1 234 5678.', 'Hívja: 06 1 234 5678.'],
  ];
  for (const [language, en, other] of cases) {
    it(`${language}: ${en} ${other}`, () => {
      assert.deepEqual(find(language, en, other), []);
    });
  }
});
