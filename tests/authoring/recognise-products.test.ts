import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {nameProducts, type Titled} from '../../src/authoring/import/name-products.js';
import {readCovers, readTitle, toId} from '../../src/authoring/import/recognise-products.js';

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
] as const;

const covers = [
  ['sv', 'Denna policy gäller även för Tidebook, Kystlys Pass och Studios by Kystlys.', ['Tidebook', 'Kystlys Pass', 'Studios by Kystlys']],
  ['sv', 'Det gäller även följande relaterade produkter: Tidebook, och Kystlys Pass. Mer står här.', ['Tidebook', 'Kystlys Pass']],
  ['nb', 'Denne erklæringen gjelder også for Tidebook og Kystlys Pass.', ['Tidebook', 'Kystlys Pass']],
  ['da', 'Denne politik gælder også for Tidebook.', ['Tidebook']],
  ['nl', 'Dit beleid is ook van toepassing op Tidebook en Kystlys Pass.', ['Tidebook', 'Kystlys Pass']],
  ['zh-Hant', '本政策也適用於 Tidebook、Kystlys Pass 和 Bryggan。', ['Tidebook', 'Kystlys Pass', 'Bryggan']],
  ['en', 'This policy also covers Tidebook, Kystlys Pass, and Bryggan.', ['Tidebook', 'Kystlys Pass', 'Bryggan']],
  ['ar', 'تنطبق أيضًا على Tidebook وKystlys Pass.', ['Tidebook', 'Kystlys Pass']],
  ['en', 'This policy also applies to visitors of our harbours.', []],
] as const;

const titled = (title: string, more: Partial<Titled> = {}): Titled => ({title, language: 'en', covers: [], product: undefined, policy: undefined, ...more});

describe('the product of a text', () => {
  for (const [language, title, name, first] of titles) {
    it(`${language}: “${title}” is about ${name}`, () => {
      const found = readTitle(title, language);
      assert.equal(found.name, name);
      assert.equal(found.parts[0], first);
    });
  }

  for (const [language, sentence, names] of covers) {
    it(`${language}: “${sentence}” covers ${names.length === 0 ? 'nothing' : names.join(', ')}`, () => {
      assert.deepEqual(readCovers([sentence], language), names);
    });
  }

  it('drops the brand that several names begin with, but not from the brand itself', () => {
    const found = nameProducts([titled('Kystlys privacy policy'), titled('Kystlys Labs privacy policy'), titled('Kystlys Havneservice')], []);
    assert.deepEqual(found.map(({policy}) => policy), ['kystlys', 'labs', 'havneservice']);
    assert.match(found[1]?.why ?? '', /without “Kystlys”/);
  });

  it('keeps the whole name of a text that comes alone', () => {
    assert.deepEqual(nameProducts([titled('Kystlys Labs privacy policy')], []).map(({policy}) => policy), ['kystlys-labs']);
  });

  it('is the one that the folder has already', () => {
    const found = nameProducts([titled('Kystlys Labs privacy policy')], [{id: 'labs', names: ['Kystlys Labs']}]);
    assert.equal(found[0]?.policy, 'labs');
  });

  it('is “Verksted” in “Verksteds”, where another text says so', () => {
    const found = nameProducts([titled('Verksteds databeskyttelsespolitik', {language: 'da'}), titled('Verksted', {language: 'nl'})], []);
    assert.deepEqual(found.map(({policy}) => policy), ['verksted', 'verksted']);
  });

  it('is one product, whether a text is about it or covers it', () => {
    const found = nameProducts([titled('Kystlys privacy policy', {covers: ['Kystlys Pass']}), titled('Kystlys Pass privacy policy')], []);
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

  for (const [name, id] of [['Headquarters by Kystlys', 'headquarters-by-kystlys'], ['Ærø & Søn', 'aero-son'], ['L’Été', 'lete'], ['../../etc', 'etc'], ['碼頭', '']] as const) {
    it(`“${name}” makes the id “${id}”`, () => {
      assert.equal(toId(name), id);
    });
  }
});
