// Which language answers a reader, and how languages and days are written.
import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import fc from 'fast-check';
import {
  direction,
  formatDate,
  formatNumber,
  languageName,
  lookup,
  ownName,
  wording,
} from '../../src/policy/language.js';

const list = (tags: readonly string[]): string => tags.join(', ') || 'nothing';

describe('lookup', () => {
  const cases: readonly [asked: string, available: readonly string[], found: string | undefined][] = [
    // Letter for letter, whatever the order.
    ['en-US', ['en', 'en-GB', 'en-US'], 'en-US'],
    ['en-US', ['en-US', 'en-GB', 'en'], 'en-US'],
    ['da', ['sv', 'nb', 'da'], 'da'],
    // RFC 4647 §3.4: the tag loses its end until something fits.
    ['en-US', ['en-GB', 'en'], 'en'],
    ['sv-FI', ['en', 'sv'], 'sv'],
    ['de-CH-1996', ['de', 'de-CH'], 'de-CH'],
    ['de-CH-1996', ['en', 'de'], 'de'],
    ['pt-PT', ['pt-BR', 'pt'], 'pt'],
    ['pt-PT', ['pt-BR', 'pt-PT'], 'pt-PT'],
    ['ar-EG', ['en', 'ar'], 'ar'],
    ['en-u-nu-latn', ['da', 'en'], 'en'],
    ['fr', ['en', 'da'], undefined],
    ['da', [], undefined],
    // A text for another region is better than none.
    ['nl', ['en', 'nl-BE'], 'nl-BE'],
    ['pt-PT', ['en', 'pt-BR'], 'pt-BR'],
    ['en', ['en-GB', 'en-US'], 'en-US'],
    ['pt', ['pt-PT', 'pt-BR'], 'pt-BR'],
    // A script that the reader may not read is no answer.
    ['zh-TW', ['zh-Hans', 'zh', 'zh-Hant'], 'zh-Hant'],
    ['zh-HK', ['zh', 'zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh-Hant-HK', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh-Hant-HK', ['zh-Hant', 'zh-Hant-HK'], 'zh-Hant-HK'],
    ['zh-Hant', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['zh-TW', ['zh-Hans', 'zh'], undefined],
    ['zh-HK', ['zh-CN'], undefined],
    ['zh-CN', ['zh-Hant', 'zh-Hans'], 'zh-Hans'],
    ['zh-CN', ['zh-Hant', 'zh'], 'zh'],
    ['zh-Hans-SG', ['zh-Hant', 'zh-CN'], 'zh-CN'],
    ['zh', ['zh-Hant', 'zh-Hans'], 'zh-Hans'],
    ['zh', ['zh-Hant'], undefined],
    ['sr-Latn', ['sr', 'sr-Latn'], 'sr-Latn'],
    ['sr-Latn', ['sr', 'sr-Cyrl'], undefined],
    ['sr', ['sr-Latn', 'sr-Cyrl'], 'sr-Cyrl'],
    // `no` means Bokmål where it is told apart at all; Nynorsk comes last, and before another language.
    ['no', ['nn', 'nb'], 'nb'],
    ['no', ['nn', 'no', 'nb'], 'no'],
    ['nb', ['en', 'no'], 'no'],
    ['nb-NO', ['no', 'nb'], 'nb'],
    ['nb-NO', ['nn', 'no'], 'no'],
    ['nn', ['nb', 'nn'], 'nn'],
    ['nn-NO', ['nb', 'nn'], 'nn'],
    ['nn', ['da', 'nb'], 'nb'],
    ['nb', ['da', 'nn'], 'nn'],
    ['nb', ['da', 'sv'], undefined],
    // Written otherwise.
    ['EN-us', ['en-GB', 'en-US'], 'en-US'],
    ['zh_hant', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh_TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['nb-no', ['da', 'NB'], 'NB'],
    // What Intl refuses stands for itself alone.
    ['x-private', ['en', 'x-private'], 'x-private'],
    ['X-Private', ['en', 'x-private'], 'x-private'],
    ['x-private', ['x-other', 'root'], undefined],
    ['i-klingon', ['en', 'tlh'], undefined],
    ['root', ['en', 'da'], undefined],
    ['', ['en', 'da'], undefined],
    ['*', ['en', 'da'], undefined],
    ['not a tag', ['en', 'x-private', ''], undefined],
    ['en', ['root', 'x-private', 'en-GB'], 'en-GB'],
  ];
  for (const [asked, available, found] of cases)
    it(`${asked || '(empty)'} among ${list(available)} finds ${found ?? 'nothing'}`, () => {
      assert.equal(lookup(asked, available), found);
    });

  it('finds one of those available or nothing, and the tag itself where it is there, whatever is asked', () => {
    const tag = fc.oneof(
      fc.string({maxLength: 12}),
      fc.constantFrom('zh-TW', 'no', 'nn', 'en-GB', 'sr-Latn', 'i-klingon', '*', ''),
    );
    fc.assert(
      fc.property(tag, fc.array(tag, {maxLength: 4}), (asked, available) => {
        const found = lookup(asked, available);
        assert.ok(found === undefined || available.includes(found), `found ${found}`);
        assert.equal(
          lookup(asked, [...available, asked])
            ?.replaceAll('_', '-')
            .toLowerCase(),
          asked.replaceAll('_', '-').toLowerCase(),
        );
      }),
    );
  });
});

describe('wording', () => {
  const names = {en: 'visitor', 'zh-Hant': '訪客', nb: 'besøkende'};
  const cases: readonly [language: string, fallbacks: readonly string[], language: string, text: string][] = [
    ['nb', [], 'nb', 'besøkende'],
    ['no', ['en'], 'nb', 'besøkende'],
    ['zh-TW', ['en'], 'zh-Hant', '訪客'],
    ['zh-CN', ['da', 'nb', 'en'], 'nb', 'besøkende'],
    ['da', ['fr'], 'en', 'visitor'],
    ['', [], 'en', 'visitor'],
    ['i-klingon', ['constructor', 'zh-Hant'], 'zh-Hant', '訪客'],
  ];
  for (const [asked, fallbacks, language, text] of cases)
    it(`for ${asked || '(empty)'}, else ${list(fallbacks)}, is the one in ${language}, and says so`, () => {
      assert.deepEqual(wording(names, asked, fallbacks), {text, language});
    });

  it('is empty in the language asked for where there are no names', () => {
    assert.deepEqual(wording({}, 'da', ['en']), {text: '', language: 'da'});
  });
});

describe('direction', () => {
  const rightToLeft = [
    'ar',
    'ar-EG',
    'AR_eg',
    'he',
    'iw',
    'fa',
    'ur',
    'yi',
    'ps',
    'dv',
    'ckb',
    'pa-PK',
    'az-Arab',
    'uz-AF',
  ];
  const leftToRight = ['en', 'zh-Hant', 'ja', 'pa', 'az', 'ku', 'ar-Latn', 'x-private', 'i-klingon', 'root', '*', ''];
  for (const tag of rightToLeft) it(`${tag} runs from right to left`, () => assert.equal(direction(tag), 'rtl'));
  for (const tag of leftToRight)
    it(`${tag || '(empty)'} runs from left to right`, () => assert.equal(direction(tag), 'ltr'));
});

describe('languageName', () => {
  const cases: readonly [tag: string, within: string, name: string][] = [
    ['nb', 'da', 'bokmål'],
    ['sv', 'nb', 'svensk'],
    ['sv', 'nl', 'Zweeds'],
    ['en', 'sv', 'engelska'],
    ['zh-Hant', 'en', 'Traditional Chinese'],
    ['zh_Hant', 'en', 'Traditional Chinese'],
    ['da', 'zh-Hant', '丹麥文'],
    ['da', 'zh_TW', '丹麥文'],
    // No name is known, or no language to say it in.
    ['i-klingon', 'en', 'i-klingon'],
    ['x-private', 'da', 'x-private'],
    ['*', 'en', '*'],
    ['', 'en', ''],
    ['da', 'x-private', 'Danish'],
    ['da', '', 'Danish'],
  ];
  for (const [tag, within, name] of cases)
    it(`${tag || '(empty)'} within ${within || '(empty)'} is "${name}"`, () =>
      assert.equal(languageName(tag, within), name));
});

describe('ownName', () => {
  const cases: readonly [tag: string, name: string][] = [
    ['nb', 'Norsk bokmål'],
    ['sv', 'Svenska'],
    ['nl', 'Nederlands'],
    ['tr', 'Türkçe'],
    ['is', 'Íslenska'],
    ['zh-Hant', '繁體中文'],
    ['ar', 'العربية'],
    ['x-private', 'X-private'],
    ['i-klingon', 'I-klingon'],
    ['ka', 'ქართული'],
  ];
  for (const [tag, name] of cases) it(`${tag} is "${name}"`, () => assert.equal(ownName(tag), name));

  it('is what a bundle says, for the languages that it names', () => {
    const names = {sv: 'Svenska (Sverige)', constructor: undefined as unknown as string};
    assert.deepEqual(
      ['sv', 'nb', 'toString'].map((tag) => ownName(tag, names)),
      ['Svenska (Sverige)', 'Norsk bokmål', ownName('toString')],
    );
  });
});

describe('formatDate', () => {
  const cases: readonly [language: string, written: string][] = [
    ['en-GB', '12 July 2019'],
    ['en', 'July 12, 2019'],
    ['sv', '12 juli 2019'],
    ['nb', '12. juli 2019'],
    ['da', '12. juli 2019'],
    ['nl', '12 juli 2019'],
    ['zh-Hant', '2019年7月12日'],
    ['zh_TW', '2019年7月12日'],
    ['ar', '12 يوليو 2019'],
    ['x-private', 'July 12, 2019'],
    ['', 'July 12, 2019'],
  ];
  for (const [language, written] of cases)
    it(`in ${language || '(empty)'} is "${written}"`, () => assert.equal(formatDate('2019-07-12', language), written));

  // Thailand counts years from the Buddha, Iran and Saudi Arabia by other calendars; a policy's date is a Gregorian
  // one.
  for (const language of ['th', 'th-TH', 'en-TH', 'ar-SA-u-nu-latn', 'fa-IR-u-nu-latn'])
    it(`in ${language} counts the year as the bundle does`, () =>
      assert.match(formatDate('2019-07-12', language), /2019/));

  describe('wherever the clock stands', () => {
    const zone = process.env['TZ'];
    after(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    for (const there of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'Europe/Copenhagen'])
      it(`in ${there} is the same day`, () => {
        process.env['TZ'] = there;
        // Else the zone would not have changed, and the test could not fail.
        assert.equal(new Intl.DateTimeFormat().resolvedOptions().timeZone, there);
        assert.equal(formatDate('2019-07-01', 'en-GB'), '1 July 2019');
        assert.equal(formatDate('2019-12-31', 'en-GB'), '31 December 2019');
      });
  });
});

describe('formatNumber', () => {
  const cases: readonly [language: string, written: string][] = [
    ['en', '1,234'],
    ['da', '1.234'],
    ['sv', '1\u00A0234'],
    ['hi', '1,234'],
    ['fa', '۱٬۲۳۴'],
    ['i-klingon', '1,234'],
  ];
  for (const [language, written] of cases)
    it(`in ${language} is "${written}"`, () => assert.equal(formatNumber(1234, language), written));
});
