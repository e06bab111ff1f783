import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {asLanguageTag, recogniseLanguage} from '../../../src/authoring/recognise/recognise-language.js';
import {readMarkdownSource} from '../../../src/authoring/read/read-markdown.js';
import {paragraphsOf} from '../../../src/authoring/recognise/recognise-text.js';
import {loadDetectors} from '../../../src/authoring/recognise/detectors.js';

await loadDetectors();

const sentences = [
  ['nb', 'Denne erklæringen forklarer hvordan vi bruker opplysningene dine når du leier en kaiplass hos oss.'],
  ['da', 'Denne erklæring forklarer, hvordan vi bruger dine oplysninger, når du lejer en kajplads hos os.'],
  ['sv', 'Den här texten förklarar hur vi använder dina uppgifter när du hyr en kajplats hos oss.'],
  [
    'nn',
    'Denne fråsegna forklarer korleis vi brukar opplysningane dine når du leiger ein kaiplass hjå oss. ' +
      'Vi tek vare på dei så lenge du er kunde, og ikkje lenger enn det. ' +
      'Dersom du ikkje ønskjer dette, kan du seie ifrå til oss, så slettar vi det vi veit om deg.',
  ],
  ['nl', 'Deze tekst legt uit hoe wij uw gegevens gebruiken wanneer u bij ons een ligplaats huurt.'],
  ['en', 'This text explains how we use your personal data when you rent a berth from us.'],
  ['zh-Hant', '本文說明您向我們租用泊位時,我們如何使用您的個人資料,以及資料會保存多久。'],
  ['zh-Hans', '本文说明您向我们租用泊位时,我们如何使用您的个人资料,以及资料会保存多久。'],
  ['ar', 'يوضح هذا النص كيف نستخدم بياناتك الشخصية عندما تستأجر مرسى لدينا، ومدة احتفاظنا بها.'],
] as const;

/** Languages that detectors take for one another. */
const neighbours = [
  [
    'nb',
    'Hvis du oppdager en skade på kaia, kan du melde den til oss. Vi lagrer bildet på serveren vår til den er rettet.',
  ],
  [
    'nn',
    'Viss du oppdagar ein skade på kaia, kan du melde han til oss. Vi lagrar biletet på tenaren vår til han er retta.',
  ],
  ['id', 'Kami menggunakan informasi tentang perahu Anda agar dapat menyediakan layanan yang Anda minta di dermaga.'],
  ['ms', 'Kami menggunakan maklumat tentang bot anda supaya boleh menyediakan perkhidmatan yang diminta di jeti.'],
  // Words that both have, said often, tell neither.
  [
    'ms',
    'Notis ini berlaku kepada semua penyewa jeti, termasuk anda. ' +
      'Anda boleh meminta salinan maklumat peribadi anda kepada pejabat kami, termasuk gambar bot anda.',
  ],
  [
    'id',
    'Kebijakan ini berlaku kepada semua penyewa dermaga, termasuk Anda. ' +
      'Anda bisa meminta salinan data pribadi Anda kepada kantor kami, termasuk foto perahu Anda.',
  ],
] as const;

describe('the language of a text', () => {
  for (const [language, sentence] of neighbours) {
    it(`is ${language}, not its neighbour: ${sentence.slice(0, 40)}…`, () => {
      const found = recogniseLanguage([sentence]);
      assert.equal(found?.value, language);
      assert.equal(found?.doubt, undefined);
    });
  }

  it('is doubtful where no word tells neighbours apart', () => {
    const found = recogniseLanguage([
      'Kontoret registrerer navn, adresse og telefonnummer til alle kunder med kontrakt på kaiplass i havna.',
    ]);
    assert.match(found?.doubt?.message ?? '', /Nynorsk/);
  });

  it('is Chinese where names and notes in Latin letters stand around it', () => {
    const names = 'Translated by Ada Quay, Bo Pier, Cy Dock and the whole office of the harbour master in spring';
    const found = recogniseLanguage([
      names,
      '本文说明您向我们租用泊位时,我们如何使用您的个人资料,以及资料会保存多久。'.repeat(3),
      names,
    ]);
    assert.equal(found?.value, 'zh-Hans');
  });

  for (const [language, sentence] of sentences) {
    it(`is ${language}: ${sentence.slice(0, 40)}…`, () => {
      const found = recogniseLanguage([sentence]);
      assert.equal(found?.value, language);
      assert.equal(found?.doubt, undefined);
    });
  }

  const policies = join(import.meta.dirname, '../../../demo/policies');
  const files = readdirSync(policies, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.md'));
  for (const file of files) {
    it(`is what its name says: ${file}`, () => {
      const document = readMarkdownSource({file, text: readFileSync(join(policies, file), 'utf8')});
      assert.ok(document.ok);
      const found = recogniseLanguage(document.value.blocks.flatMap(paragraphsOf));
      assert.equal(`${found?.value}.md`, file.replace(/^.*[\\/]/, ''));
      assert.equal(found?.doubt, undefined);
    });
  }

  it('is doubtful where half of the text is in another', () => {
    const found = recogniseLanguage([sentences[0][1], sentences[4][1], sentences[3][1].slice(0, 90), sentences[4][1]]);
    assert.ok(found?.doubt);
    assert.match(found.doubt.remedy, /--language/);
  });

  it('is doubtful in a few words', () => {
    assert.ok(recogniseLanguage(['Kajen'])?.doubt ?? true);
  });

  it('is not told from digits', () => {
    assert.equal(recogniseLanguage(['12345 67890']), undefined);
  });

  for (const [typed, tag] of [
    ['no', 'nb'],
    ['ZH-hant', 'zh-Hant'],
    ['pt-br', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['zh_CN', 'zh-Hans'],
    ['zh_TW.UTF-8', 'zh-Hant'],
    ['sr_RS@latin', 'sr-RS'],
    ['../..', undefined],
    ['', undefined],
    ['norsk bokmål', undefined],
  ] as const) {
    it(`“${typed}” is ${tag ?? 'no tag'}`, () => {
      assert.equal(asLanguageTag(typed), tag);
    });
  }
});
