import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Inline} from '../../../src/policy/bundle.js';
import {plainText} from '../../../src/policy/clauses.js';
import {annotator} from '../../../src/authoring/vocabulary/annotate.js';
import {mergeTerms} from '../../../src/authoring/vocabulary/vocabulary.js';
import {loaders} from '../../../src/authoring/vocabulary/generated/index.js';
import {loadAllWords} from './load-all-words.js';

await loadAllWords();

const all = ['sv', 'nb', 'no', 'da', 'nl', 'nl-BE', 'zh-Hant', 'zh-TW', 'en', 'ar', 'fi'];
const terms = mergeTerms([], all);

/** `term=words` for each annotation. */
function marks(content: readonly Inline[]): string[] {
  return content.flatMap((piece) =>
    typeof piece === 'string'
      ? []
      : piece.type === 'annotation'
        ? [`${piece.terms.join('+')}=${plainText(piece.content)}`]
        : marks(piece.content),
  );
}

describe('the default vocabulary', () => {
  const cases: [language: string, text: string, expected: string[]][] = [
    ['sv', 'Kontakt- och yrkesuppgifter, för att nå dig', ['contact=Kontakt-', 'professional=yrkesuppgifter']],
    ['sv', 'Kontakt- och verifieringsuppgifterna', ['contact=Kontakt-', 'verification=verifieringsuppgifterna']],
    ['sv', 'Enhets- och användaruppgifter', ['device-usage=Enhets- och användaruppgifter']],
    ['sv', 'ENHETS‑ OCH ANVÄNDARUPPGIFTER', ['device-usage=ENHETS‑ OCH ANVÄNDARUPPGIFTER']],
    ['sv', 'Enhets- och anva\u0308ndaruppgifter', ['device-usage=Enhets- och anva\u0308ndaruppgifter']],
    ['sv', 'ditt namn och e-postadress', ['name-email=namn och e-postadress']],
    ['sv', 'vår kontaktperson och annat', []],
    [
      'nb',
      'Kontaktopplysninger og arbeidsrelaterte opplysninger',
      ['contact=Kontaktopplysninger', 'professional=arbeidsrelaterte opplysninger'],
    ],
    ['nb', 'kontraktsforpliktelsene våre', ['contract=kontraktsforpliktelsene']],
    ['no', 'Betalingsopplysninger', ['payment=Betalingsopplysninger']],
    [
      'da',
      'Kontaktoplysninger og faglige oplysninger',
      ['contact=Kontaktoplysninger', 'professional=faglige oplysninger'],
    ],
    ['da', 'din virksomheds-e-mailkalender', ['calendar=e-mailkalender']],
    [
      'da',
      'vores juridiske forpligtelser eller vores legitime interesser',
      ['legal-obligation=juridiske forpligtelser', 'legitimate-interests=legitime interesser'],
    ],
    [
      'nl',
      'contactgegevens en professionele gegevens',
      ['contact=contactgegevens', 'professional=professionele gegevens'],
    ],
    ['nl', 'uw contact- en professionele gegevens', ['contact=contact-', 'professional=professionele gegevens']],
    ['nl-BE', 'uw bedrijfse-mailkalender', ['calendar=bedrijfse-mailkalender']],
    ['nl', 'neem contact met ons op over andere gegevens', []],
    ['zh-Hant', '聯絡資訊及專業資訊', ['contact=聯絡資訊', 'professional=專業資訊']],
    ['zh-TW', '使用聯絡資訊和職業資訊識別您', ['contact=聯絡資訊', 'professional=職業資訊']],
    ['zh-Hant', '電子郵件行事曆資訊', ['calendar=電子郵件行事曆資訊']],
    ['en', 'Contact and professional details', ['contact+professional=Contact and professional details']],
    ['en', 'other data and contacts', []],
    [
      'en',
      'our legitimate\u00a0interests, and your consent',
      ['legitimate-interests=legitimate\u00a0interests', 'consent=your consent'],
    ],
    ['en', 'without the written consent of the photographer', []],
    ['ar', 'وبيانات الاتصال والبيانات المهنية', ['contact=وبيانات الاتصال', 'professional=والبيانات المهنية']],
    ['ar', 'بَيانات الدفع', ['payment=بَيانات الدفع']],
    ['fi', 'Contact details', []],
  ];
  for (const [language, text, expected] of cases) {
    it(`${language}: ${text}`, () => assert.deepEqual(marks(annotator(terms, language)([text])), expected));
  }

  for (const language of Object.keys(loaders)) {
    it(`${language}: every term is found by each of its phrases`, () => {
      const own = mergeTerms([], [language]);
      const annotate = annotator(own, language);
      const silent = own.flatMap(({id, phrases}) =>
        (phrases[language] ?? []).filter((phrase) => {
          const found = marks(annotate([`x ${phrase.replaceAll('*', '')} x`]));
          return found.length === 0 || !found.some((mark) => mark.includes(id));
        }),
      );
      assert.deepEqual(silent, []);
    });
  }
});

describe('marking', () => {
  const vocabulary = [
    {id: 'a', phrases: {en: ['pay data', 'pay']}},
    {id: 'b', phrases: {en: ['pay', 'data card']}},
    {id: 'c', phrases: {en: ['a.b', 'cod*']}},
  ];
  const annotate = annotator(vocabulary, 'en');
  const cases: Record<string, [Inline[], string[]]> = {
    'the longest phrase wins': [['pay data card'], ['a+b=pay', 'b=data card']],
    'one phrase may mean two things': [['to pay.'], ['a+b=pay']],
    'only whole words': [['payer prepay'], []],
    'an ending by a star, and none': [['cod codes codé scod'], ['c=cod', 'c=codes', 'c=codé']],
    'signs of regular expressions are signs': [['a.b axb'], ['c=a.b']],
    'within a link': [[{type: 'link', href: 'https://example.org/', content: ['to pay']}], ['a+b=pay']],
    'over the edge of an emphasis, on each side': [
      [{type: 'emphasis', content: ['pay']}, ' data'],
      ['a=pay', 'a= data'],
    ],
  };
  for (const [title, [content, expected]] of Object.entries(cases)) {
    it(title, () => assert.deepEqual(marks(annotate(content)), expected));
  }

  it('leaves the text the same to the letter', () => {
    const word = fc.constantFrom('pay', ' ', 'data', 'card', 'a.b', 'codes', '\n', 'ö', '會');
    const pieces = fc.letrec<{inline: Inline}>((tie) => ({
      inline: fc.oneof(
        fc.array(word, {minLength: 1}).map((words) => words.join('')),
        fc.record({type: fc.constantFrom('strong', 'emphasis'), content: fc.array(tie('inline'), {maxLength: 3})}),
      ),
    })).inline;
    fc.assert(fc.property(fc.array(pieces), (content) => plainText(annotate(content)) === plainText(content)));
  });
});
