import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {recogniseDate} from '../../../src/authoring/recognise/recognise-date.js';
import {asIsoDate} from '../../../src/authoring/recognise/written-date.js';
import {loadAllWords} from '../vocabulary/load-all-words.js';

await loadAllWords();

const certain = [
  ['sv', 'Ikraftträdandedatum: 12 juli, 2019', '2019-07-12'],
  ['sv', 'Denna policy träder i kraft den 1 januari 2024.', '2024-01-01'],
  ['nb', 'Dato for ikrafttredelse: 12. juli 2019', '2019-07-12'],
  ['nn', 'Gjelder fra 5. mai 2020', '2020-05-05'],
  ['da', 'Ikrafttrædelsesdato: 12. juli 2019', '2019-07-12'],
  ['da', 'Gældende fra den 3. marts 2021', '2021-03-03'],
  ['nl', 'Ingangsdatum: 25 mei 2018', '2018-05-25'],
  ['nl', 'Van kracht vanaf 1 maart 2020', '2020-03-01'],
  ['zh-Hant', '生效日期:2019 年 7 月 12 日', '2019-07-12'],
  ['zh-Hant', '自2019年7月12日起生效', '2019-07-12'],
  ['zh-Hant', '生效日期：２０１９年７月１２日', '2019-07-12'],
  ['en', 'Effective date: July 12, 2019', '2019-07-12'],
  ['en', 'Effective as of the 12th of July 2019', '2019-07-12'],
  ['en', 'In force from 1 Sept. 2020', '2020-09-01'],
  ['en', 'Effective 2019-07-12', '2019-07-12'],
  ['ar', 'تاريخ السريان: ١٢ يوليو ٢٠١٩', '2019-07-12'],
  ['ar', 'تاريخ النفاذ: 12 تموز 2019', '2019-07-12'],
  ['nb', 'Gjelder fra 12.07.2019', '2019-07-12'],
  ['da', 'Ikrafttrædelsesdato: 31/12/2019', '2019-12-31'],
  ['sv', 'Effective date: July 12, 2019', '2019-07-12'],
  ['tr', 'YÜRÜRLÜK TARİHİ: 12 HAZİRAN 2019', '2019-06-12'],
  ['is', 'Gildir frá 12. júlí 2019', '2019-07-12'],
  ['lt', 'Įsigalioja 2019 m. liepos 12 d.', '2019-07-12'],
  ['he', 'בתוקף מיום 12 ביולי 2019', '2019-07-12'],
  ['hu', 'Hatályos: 2019. július 12. napjától', '2019-07-12'],
  ['lv', 'Spēkā no 2019. gada 12. jūlijs', '2019-07-12'],
  ['ko', '시행일: 2019년 7월 12일', '2019-07-12'],
  ['tr', 'Yürürlük tarihi: 3 KASIM 2020', '2020-11-03'],
  ['hi', 'प्रभावी तिथि: 12 जुलाई 2019', '2019-07-12'],
] as const;

const doubtful = [
  ['en', 'Effective date: 07/12/2019', '2019-07-12', /2019-12-07/],
  ['nl', 'Ingangsdatum: 07-12-2019', '2019-12-07', /2019-07-12/],
  ['en', 'Last updated: July 12, 2019', '2019-07-12', /changed/],
  ['sv', '12 juli 2019', '2019-07-12', /may not be the day/],
] as const;

const none = [
  ['en', 'We keep your data for 12 months.'],
  ['en', 'Effective date: 31 February 2019'],
  ['en', 'Effective date: soon'],
  ['sv', 'Ikraftträdandedatum: 12 juli'],
  ['en', `The regulation, which took effect on 25 May 2018, ${'goes on about many things and '.repeat(5)}ends.`],
] as const;

describe('the day of effect', () => {
  for (const [language, text, date] of certain) {
    it(`${language}: “${text}” is ${date}`, () => {
      const found = recogniseDate(['A title', text, 'And more.'], language);
      assert.equal(found?.value, date);
      assert.equal(found?.doubt, undefined);
    });
  }
  for (const [language, text, date, why] of doubtful) {
    it(`${language}: “${text}” may be ${date}`, () => {
      const found = recogniseDate(['A title', text], language);
      assert.equal(found?.value, date);
      assert.match(found?.doubt?.message ?? '', why);
      assert.match(found?.doubt?.remedy ?? '', /--effective/);
    });
  }
  for (const [language, text] of none) {
    it(`${language}: “${text.slice(0, 50)}” has none`, () => {
      assert.equal(recogniseDate([text], language), undefined);
    });
  }

  it('is the one of effect where a day of change is given too', () => {
    const found = recogniseDate(['Last updated: May 1, 2020', 'Effective date: July 12, 2019'], 'en');
    assert.equal(found?.value, '2019-07-12');
    assert.equal(found?.doubt, undefined);
  });

  it('is doubtful where there are two', () => {
    const found = recogniseDate(['Effective date: May 1, 2020', 'Effective date: July 12, 2019'], 'en');
    assert.equal(found?.value, '2020-05-01');
    assert.match(found?.doubt?.remedy ?? '', /2019-07-12/);
  });

  for (const [text, date] of [
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['24-02-29', undefined],
    ['2024-13-01', undefined],
  ] as const) {
    it(`${text} is ${date === undefined ? 'no day' : 'a day'}`, () => {
      assert.equal(asIsoDate(text), date);
    });
  }
});
