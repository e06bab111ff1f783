import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {nameProducts, type Titled} from '../../../src/authoring/import/name/name-products.js';
import {readCovers, readTitle, toId} from '../../../src/authoring/recognise/recognise-products.js';
import {loadAllWords} from '../vocabulary/load-all-words.js';

await loadAllWords();

const titles = [
  ['sv', 'Kystlys och Driven av Kyst sekretesspolicy', 'Kystlys och Driven av Kyst', 'Kystlys'],
  ['nb', 'Personvernerklæring for Kystlys', 'Kystlys', 'Kystlys'],
  ['da', 'Kystlys Labs’ databeskyttelsespolitik', 'Kystlys Labs', 'Kystlys Labs'],
  ['nl', 'Privacybeleid van Kystlys', 'Kystlys', 'Kystlys'],
  ['nl', 'Kystlys Verksted', 'Kystlys Verksted', 'Kystlys Verksted'],
  ['zh-Hant', 'Kystlys 與 Driven av Kyst 隱私權政策', 'Kystlys 與 Driven av Kyst', 'Kystlys'],
  ['en', 'Kystlys’s Privacy Notice', 'Kystlys', 'Kystlys'],
  ['en', 'Privacy policy for the Boathouse', 'Boathouse', 'Boathouse'],
  ['ar', 'سياسة الخصوصية لـ Tidebook', 'Tidebook', 'Tidebook'],
  ['it', 'Informativa sulla privacy di Tidebook', 'Tidebook', 'Tidebook'],
  ['tr', 'TIDEBOOK GİZLİLİK POLİTİKASI', 'TIDEBOOK', 'TIDEBOOK'],
  ['is', 'Persónuverndarstefna fyrir Tidebook', 'Tidebook', 'Tidebook'],
  ['lt', 'Tidebook privatumo politika', 'Tidebook', 'Tidebook'],
  ['he', 'מדיניות הפרטיות של Tidebook', 'Tidebook', 'Tidebook'],
  ['hi', 'Tidebook की गोपनीयता नीति', 'Tidebook', 'Tidebook'],
] as const;

/** A title, its product, and what kind of policy it is: none for one on privacy. */
const kinds = [
  ['en', 'Kystlys cookie policy', 'Kystlys', 'cookies'],
  ['en', 'Cookie Notice – Kystlys', 'Kystlys', 'cookies'],
  ['en', 'Kystlys Labs: Terms of Use', 'Kystlys Labs', 'terms-of-use'],
  ['en', 'Terms of service for Kystlys', 'Kystlys', 'terms-of-use'],
  ['en', 'Kystlys | General Terms and Conditions', 'Kystlys', 'terms'],
  ['en', 'Kystlys’s acceptable use policy', 'Kystlys', 'acceptable-use'],
  ['en', 'Data Processing Agreement (DPA) for Kystlys', 'Kystlys', 'data-processing'],
  ['en', 'Kystlys Terms of Use and Privacy Policy', 'Kystlys', undefined],
  ['en', 'Kystlys privacy and cookie policy', 'Kystlys', undefined],
  ['en', 'Policymakers privacy policy', 'Policymakers', undefined],
  ['en', 'Termsheet', 'Termsheet', undefined],
  ['sv', 'Kystlys cookiepolicy', 'Kystlys', 'cookies'],
  ['sv', 'Allmänna villkor för Kystlys', 'Kystlys', 'terms'],
  ['sv', 'Kystlys personuppgiftsbiträdesavtal', 'Kystlys', 'data-processing'],
  ['nb', 'Bruk av informasjonskapsler på Kystlys', 'Kystlys', 'cookies'],
  ['nb', 'Vilkår for bruk av Kystlys', 'Kystlys', 'terms-of-use'],
  ['nn', 'Informasjonskapslar hos Kystlys', 'Kystlys', 'cookies'],
  ['nn', 'Brukervilkår for Kystlys', 'Kystlys', 'terms-of-use'],
  ['da', 'Kystlys’ cookiepolitik', 'Kystlys', 'cookies'],
  ['da', 'Handelsbetingelser for Kystlys', 'Kystlys', 'terms-of-sale'],
  ['nl', 'Cookieverklaring van Kystlys', 'Kystlys', 'cookies'],
  ['nl', 'Algemene voorwaarden Kystlys', 'Kystlys', 'terms'],
  ['nl', 'Kystlys Cookie Policy', 'Kystlys', 'cookies'],
  ['de', 'Datenschutzerklärung der Kystlys GmbH', 'Kystlys GmbH', undefined],
  ['de', 'Nutzungsbedingungen von Kystlys', 'Kystlys', 'terms-of-use'],
  ['de', 'Kystlys AGB', 'Kystlys', 'terms'],
  ['fr', 'Politique de confidentialité de Kystlys', 'Kystlys', undefined],
  ['fr', 'Conditions générales d’utilisation d’Ostrea', 'Ostrea', 'terms-of-use'],
  ['fr', 'Politique relative aux cookies de Kystlys', 'Kystlys', 'cookies'],
  ['es', 'Política de cookies de Kystlys', 'Kystlys', 'cookies'],
  ['es', 'Términos y condiciones de Kystlys', 'Kystlys', 'terms'],
  ['zh-Hant', 'Kystlys 的 Cookie 政策', 'Kystlys', 'cookies'],
  ['zh-Hans', '码头服务条款', '码头', 'terms-of-use'],
  ['zh-Hant', '碼頭隱私權政策', '碼頭', undefined],
  ['ar', 'سياسة ملفات تعريف الارتباط لـ Kystlys', 'Kystlys', 'cookies'],
  ['ar', 'شروط الاستخدام الخاصة بـ Kystlys', 'Kystlys', 'terms-of-use'],
  ['tr', 'KYSTLYS ÇEREZ POLİTİKASI', 'KYSTLYS', 'cookies'],
  ['pt', 'Política de cookies da Kystlys', 'Kystlys', 'cookies'],
  ['pl', 'Polityka plików cookies Kystlys', 'Kystlys', 'cookies'],
  ['lt', 'Kystlys slapukų politika', 'Kystlys', 'cookies'],
  ['he', 'תנאי השימוש של Kystlys', 'Kystlys', 'terms-of-use'],
] as const;

const covers = [
  [
    'sv',
    'Denna policy gäller även för Tidebook, Kystlys Pass och Studios by Kystlys.',
    ['Tidebook', 'Kystlys Pass', 'Studios by Kystlys'],
  ],
  [
    'sv',
    'Det gäller även följande relaterade produkter: Tidebook, och Kystlys Pass. Mer står här.',
    ['Tidebook', 'Kystlys Pass'],
  ],
  ['nb', 'Denne erklæringen gjelder også for Tidebook og Kystlys Pass.', ['Tidebook', 'Kystlys Pass']],
  ['da', 'Denne politik gælder også for Tidebook.', ['Tidebook']],
  ['nl', 'Dit beleid is ook van toepassing op Tidebook en Kystlys Pass.', ['Tidebook', 'Kystlys Pass']],
  ['zh-Hant', '本政策也適用於 Tidebook、Kystlys Pass 和 Bryggan。', ['Tidebook', 'Kystlys Pass', 'Bryggan']],
  ['en', 'This policy also covers Tidebook, Kystlys Pass, and Bryggan.', ['Tidebook', 'Kystlys Pass', 'Bryggan']],
  ['ar', 'تنطبق أيضًا على Tidebook وKystlys Pass.', ['Tidebook', 'Kystlys Pass']],
  ['en', 'This policy also applies to visitors of our harbours.', []],
] as const;

const titled = (title: string, more: Partial<Titled> = {}): Titled => ({
  title,
  language: 'en',
  covers: [],
  product: undefined,
  policy: undefined,
  ...more,
});

/** A title, and whom it is for. */
const titleRoles = [
  ['en', 'Kystlys Employee Privacy Notice', ['employee']],
  ['en', 'Kystlys Privacy Notice for Job Applicants', ['job-applicant']],
  ['en', 'Staff privacy notice – Kystlys', ['employee']],
  ['en', 'Kystlys Privacy Notice for Students', ['student']],
  ['de', 'Datenschutzhinweise für Mitarbeiter der Kystlys GmbH', ['employee']],
  ['fr', 'Politique de confidentialité de Kystlys pour les salariés', ['employee']],
  ['nb', 'Personvernerklæring for ansatte i Kystlys', ['employee']],
  ['it', 'Informativa privacy per i dipendenti di Kystlys', ['employee']],
  ['ja', 'Kystlys従業員プライバシーポリシー', ['employee']],
  // Products are called after people.
  ['en', 'Kystlys Student Privacy Policy', undefined],
  ['en', 'Kystlys Partner Terms of Use', undefined],
  ['en', 'Patient Portal Privacy Policy', undefined],
  ['en', 'Kystlys Privacy Notice for Users', undefined],
  ['en', 'Kystlys Volunteer App Privacy Policy', undefined],
] as const;

describe('the product of a text', () => {
  for (const [language, title, audiences] of titleRoles) {
    it(`${language}: “${title}” is for ${audiences?.join(', ') ?? 'everyone'}`, () => {
      assert.deepEqual(readTitle(title, language).audiences, audiences);
    });
  }

  for (const [language, title, name, first] of titles) {
    it(`${language}: “${title}” is about ${name}`, () => {
      const found = readTitle(title, language);
      assert.equal(found.name, name);
      assert.equal(found.parts[0], first);
    });
  }

  for (const [language, title, name, kind] of kinds) {
    it(`${language}: “${title}” is ${kind === undefined ? 'the policy' : `on ${kind}, a policy`} of ${name}`, () => {
      const found = readTitle(title, language);
      assert.deepEqual([found.name, found.kind?.id], [name, kind]);
    });
  }

  it('is the same for policies of several kinds, in any language, each a policy of its own', () => {
    const found = nameProducts(
      [
        titled('Kystlys privacy policy'),
        titled('Kystlys cookie policy'),
        titled('Kystlys cookiepolicy', {language: 'sv'}),
        titled('Kystlys Labs terms of use'),
        titled('Cookie policy', {product: 'Kystlys Pass'}),
        titled('Kystlys data processing agreement', {policy: 'dpa'}),
      ],
      [],
    );
    assert.deepEqual(
      found.map(({policy, product: {id}}) => `${policy} of ${id}`),
      [
        'kystlys of kystlys',
        'kystlys-cookies of kystlys',
        'kystlys-cookies of kystlys',
        'labs-terms-of-use of labs',
        'pass-cookies of pass',
        'dpa of kystlys',
      ],
    );
    assert.equal(found[1]?.why, 'as the title says “cookie policy”');
  });

  it('is called by words for a policy, where the folder says so', () => {
    const [found] = nameProducts(
      [titled('Harbour code of conduct')],
      [{id: 'conduct', names: ['Harbour code of conduct']}],
    );
    assert.deepEqual([found?.policy, found?.product.id], ['conduct', 'conduct']);
  });

  for (const [language, sentence, names] of covers) {
    it(`${language}: “${sentence}” covers ${names.length === 0 ? 'nothing' : names.join(', ')}`, () => {
      assert.deepEqual(readCovers([sentence], language), names);
    });
  }

  it('drops the brand that several names begin with, but not from the brand itself', () => {
    const found = nameProducts(
      [titled('Kystlys privacy policy'), titled('Kystlys Labs privacy policy'), titled('Kystlys Havneservice')],
      [],
    );
    assert.deepEqual(
      found.map(({policy}) => policy),
      ['kystlys', 'labs', 'havneservice'],
    );
    assert.match(found[1]?.why ?? '', /without “Kystlys”/);
  });

  it('keeps the whole name of a text that comes alone', () => {
    assert.deepEqual(
      nameProducts([titled('Kystlys Labs privacy policy')], []).map(({policy}) => policy),
      ['kystlys-labs'],
    );
  });

  it('is the one that the folder has already', () => {
    const found = nameProducts([titled('Kystlys Labs privacy policy')], [{id: 'labs', names: ['Kystlys Labs']}]);
    assert.equal(found[0]?.policy, 'labs');
  });

  it('is “Verksted” in “Verksteds”, where another text says so', () => {
    const found = nameProducts(
      [titled('Verksteds databeskyttelsespolitik', {language: 'da'}), titled('Verksted', {language: 'nl'})],
      [],
    );
    assert.deepEqual(
      found.map(({policy}) => policy),
      ['verksted', 'verksted'],
    );
  });

  it('is one product, whether a text is about it or covers it', () => {
    const found = nameProducts(
      [titled('Kystlys privacy policy', {covers: ['Kystlys Pass']}), titled('Kystlys Pass privacy policy')],
      [],
    );
    assert.equal(found[0]?.covers[0]?.id, found[1]?.product.id);
  });

  it('is doubtful where the title names none', () => {
    assert.match(nameProducts([titled('Privacy policy')], [])[0]?.doubts[0]?.remedy ?? '', /--product/);
  });

  it('has a numbered id where no letters can make one', () => {
    const [found] = nameProducts([titled('碼頭隱私權政策', {language: 'zh-Hant'})], []);
    assert.equal(found?.policy, 'product-1');
    assert.match(found?.doubts[0]?.remedy ?? '', /--policy/);
  });

  for (const [name, id] of [
    ['Headquarters by Kystlys', 'headquarters-by-kystlys'],
    ['Ærø & Søn', 'aero-son'],
    ['L’Été', 'lete'],
    ['../../etc', 'etc'],
    ['碼頭', ''],
  ] as const) {
    it(`“${name}” makes the id “${id}”`, () => {
      assert.equal(toId(name), id);
    });
  }
});
