/* eslint-disable max-lines -- the rules share the texts that they must leave alone */
/** What the rules of check find in a text, and what they must leave alone. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {sift} from '../../../src/authoring/check/ignore.js';
import {annotateGithub} from '../../../src/command/check/annotate-github.js';
import {findCharacters} from '../../../src/authoring/check/rules/characters.js';
import {findDates} from '../../../src/authoring/check/rules/dates.js';
import {findContentDifferences} from '../../../src/authoring/check/rules/contents.js';
import {findForeign, findLanguages} from '../../../src/authoring/check/rules/language.js';
import {locate} from '../../../src/authoring/check/texts/locate.js';
import {matrixOf, showMatrix} from '../../../src/authoring/check/matrix.js';
import {findPlaceholders} from '../../../src/authoring/check/rules/placeholders.js';
import {error, warning, type Finding} from '../../../src/authoring/findings/finding.js';
import {loadDetectors} from '../../../src/authoring/recognise/detectors.js';
import {loadAllWords} from '../vocabulary/load-all-words.js';
import {textOf} from './text-of.js';

await loadAllWords();

await loadDetectors();

const said = (findings: readonly Finding[]): string[] =>
  findings.map(({code, place}) =>
    'line' in place ? `${code} ${place.sourceLine.slice(place.column - 1, place.column - 1 + place.width)}` : code,
  );

describe('placeholders', () => {
  const found: readonly [language: string, markdown: string, found: string][] = [
    ['en', 'From [date] on.', '[date]'],
    ['en', 'From \\[date\\] on.', '[date\\]'],
    ['en', 'At **[company name]**.', '[company name]'],
    ['en', '[Insert your address here].', '[Insert your address here]'],
    ['en', '[TO BE CONFIRMED]', '[TO BE CONFIRMED]'],
    ['en', 'TODO', 'TODO'],
    ['en', 'See {{ link }}.', '{{ link }}'],
    ['en', 'See {company_name}.', '{company_name}'],
    ['en', 'On XX.XX.20XX.', 'XX.XX.20XX'],
    ['en', 'DD/MM/YYYY', 'DD/MM/YYYY'],
    ['en', 'At \\<company\\>.', '<company\\>'],
    ['en', 'At <Your Company>.', '<Your Company>'],
    ['en', 'Call XXX.', 'XXX'],
    ['en', '[DPO name]', '[DPO name]'],
    ['en', '[NAME OF DPO]', '[NAME OF DPO]'],
    ['en', 'Within [X] days.', '[X]'],
    ['en', '© [yyyy]', '[yyyy]'],
    ['en', 'Call XXXX.', 'XXXX'],
    ['es', '[INSERTE CORREO AQUÍ]', '[INSERTE CORREO AQUÍ]'],
    ['zh-Hans', '[在此放入EMAIL]', '[在此放入EMAIL]'],
    ['de', '[E-Mail-Adresse hier einfügen]', '[E-Mail-Adresse hier einfügen]'],
    ['cs', '[doplnit]', '[doplnit]'],
    ['en', '© [name of copyright owner]', '[name of copyright owner]'],
    ['en', 'Within [xx days].', '[xx days]'],
    ['en', '%COMPANY_NAME%', '%COMPANY_NAME%'],
    ['en', '{0} clauses', '{0}'],
    ['en', '%s clauses', '%s'],
    ['en', '##COMPANY##', '##COMPANY##'],
    ['en', '(insert date)', '(insert date)'],
    ['en', 'xx.xx.xxxx', 'xx.xx.xxxx'],
    ['en', 'TRANSLATE ME', 'TRANSLATE ME'],
    ['nb', 'Fra [sett inn dato].', '[sett inn dato]'],
    ['da', 'Fra [indsæt dato].', '[indsæt dato]'],
    ['nl', 'Vanaf [datum invullen].', '[datum invullen]'],
    ['zh-Hant', '自［日期］起。', '［日期］'],
    ['zh-Hant', '請寄至【公司名稱】。', '【公司名稱】'],
    ['ar', 'اعتبارًا من [التاريخ].', '[التاريخ]'],
    ['es', 'TODO: la fecha.', 'TODO:'],
    ['de', '[Datum einfügen]', '[Datum einfügen]'],
    ['fr', '[insérer la date]', '[insérer la date]'],
    ['fr', '[nom de l’entreprise]', '[nom de l’entreprise]'],
    ['de', 'TT.MM.JJJJ', 'TT.MM.JJJJ'],
    ['sv', 'ÅÅÅÅ-MM-DD', 'ÅÅÅÅ-MM-DD'],
    ['sv', '[Företagets namn]', '[Företagets namn]'],
    ['da', '[virksomhedens navn]', '[virksomhedens navn]'],
    ['pt', '[inserir data]', '[inserir data]'],
    ['it', '[nome]', '[nome]'],
    ['pl', '[nazwa firmy]', '[nazwa firmy]'],
    ['fi', '[päivämäärä]', '[päivämäärä]'],
    ['ru', '[дата]', '[дата]'],
    ['ja', '【会社名】', '【会社名】'],
    ['ja', '○○株式会社', '○○'],
    ['zh-Hant', '〔日期〕', '〔日期〕'],
    ['zh-Hant', '（請填入日期）', '（請填入日期）'],
    ['zh-Hant', '〇〇公司', '〇〇'],
    ['ar', '[يُرجى إدراج التاريخ]', '[يُرجى إدراج التاريخ]'],
  ];
  for (const [language, markdown, expected] of found) {
    it(`${language}: ${markdown}`, () => {
      assert.deepEqual(said(findPlaceholders(textOf(markdown, language))), [`placeholder ${expected}`]);
    });
  }

  const left: readonly [language: string, markdown: string][] = [
    ['en', 'See [the date](https://example.org).'],
    ['en', 'Article 6 [1] and [GDPR], “the data […] are”.'],
    ['en', '[sic]'],
    ['en', 'Write to <me@example.org> or <https://example.org>.'],
    ['en', 'If x < y and y > z.'],
    ['en', 'Part of the XX century, USD 20, a_b_c.'],
    ['es', 'TODO EL MUNDO'],
    ['en', 'In {1, 2}.'],
    ['en', '[the processor]'],
    ['en', 'Our “to do” list.'],
    ['en', 'Under [GDPR Art. 6] “[your] data” are [to be] used.'],
    ['en', '[Your rights]'],
    ['en', 'Your name [and address].'],
    ['en', 'We write `{{name}}`, `<name>` and ``[date]``.'],
    ['en', 'The cookies _ga_XXXX, UA-XXXX-1 and _pk_id.{HASH}, or {HASH} alone.'],
    ['en', 'We belong to the TODO Group.'],
    ['en', 'TBC Bank and XXX Lutz are processors.'],
    ['en', 'Chapter XXX'],
    ['de', 'Artikel XXX'],
    ['en', 'The “TODO” list'],
    ['en', 'Dates are in the format YYYY-MM-DD.'],
    ['en', '(add two days) or (enter your name)'],
    ['en', '100 %s and 5%'],
    ['zh-Hant', '二〇〇六年，一〇〇元'],
    ['zh-Hant', '依《個人資料保護法》【附件一】。'],
    ['sv', 'Enligt [1] och [bilaga A].'],
  ];
  for (const [language, markdown] of left) {
    it(`${language}: ${markdown} is none`, () => {
      assert.deepEqual(said(findPlaceholders(textOf(markdown, language))), []);
    });
  }
});

describe('dates', () => {
  const cases: readonly [language: string, markdown: string, isFound: boolean][] = [
    ['en', 'Effective date: 1 March 2026', false],
    ['en', 'Effective date: March 2, 2026', true],
    ['sv', 'Ikraftträdandedatum: 2 mars, 2026', true],
    ['nb', 'Ikrafttredelse: 2. mars 2026', true],
    ['da', 'Ikrafttrædelsesdato: 1. marts 2026', false],
    ['nl', 'Ingangsdatum: 2 maart 2026', true],
    ['zh-Hant', '生效日期：2026 年 3 月 2 日', true],
    ['ar', 'تاريخ السريان: ٢ مارس ٢٠٢٦', true],
    ['en', 'Effective 3/1/2026', false],
    ['en', 'Last updated: 4 April 2026', false],
    ['en', 'We began on 4 April 1999.', false],
    ['en', 'Last updated: 2 March 2026. Effective: 1 March 2026', false],
    ['en', 'As the GDPR of 27 April 2016, effective from 25 May 2018, asks.', false],
    ['en', 'Regulation (EU) 2016/679 is in force since 25 May 2018.', false],
    ['en', 'The previous version, effective 1 January 2020, is kept.', false],
    ['da', 'Persondataforordningen af 27. april 2016 gælder fra 25. maj 2018.', false],
    ['nl', 'De AVG geldt vanaf 25 mei 2018.', false],
    ['en', 'Version of 1 May 2025', false],
    ['de', 'Gültig ab 1. März 2026', false],
    ['de', 'Gültig ab 2. März 2026', true],
    ['de-AT', 'In Kraft seit 1. Jänner 2026', true],
    ['fr', 'En vigueur depuis le 1er mars 2026', false],
    ['fr', 'Date d’effet : 1er août 2025', true],
    ['es', 'Fecha de entrada en vigor: 2 de marzo de 2026', true],
    ['pt', 'Em vigor desde 1º de abril de 2026', true],
    ['it', 'In vigore dal 1° aprile 2026', true],
    ['pl', 'Obowiązuje od 2 marca 2026 r.', true],
    ['fi', 'Voimaantulopäivä: 2. maaliskuuta 2026', true],
    ['sv', 'Gäller fr.o.m. 2026-03-02', true],
    ['nn', 'Gjeld frå 2. mars 2026', true],
    ['zh-Hant', '生效日期：中華民國115年3月1日', false],
    ['zh-Hant', '生效日期：民國一一五年三月二日', true],
    ['zh-Hans', '生效日期：二〇二六年十二月三十一日', true],
    ['zh-Hant', '《個人資料保護法》自2012年10月1日施行。', false],
    ['ja', '施行日：令和8年3月2日', true],
    ['ja', '施行日：令和8年3月1日', false],
    ['ar', 'تسري هذه السياسة اعتبارًا من 2 آذار/مارس 2026', true],
    ['ar', 'تاريخ السريان: ١٢ رمضان ١٤٤٧ هـ الموافق ١ مارس ٢٠٢٦ م', false],
    ['ar', 'تاريخ السريان: ١٤٤٧/٩/١٢ هـ', false],
    ['en', 'Effective date: 1 March 2026\n\nIt replaces the one effective 1 January 2020.', false],
    ['en', '## Old ones\n\nEffective date: 1 January 2020', false],
  ];
  for (const [language, markdown, isFound] of cases) {
    it(`${language}: ${markdown.replace(/\n+/g, ' ')} ${isFound ? 'contradicts' : 'fits'} 2026-03-01`, () => {
      assert.deepEqual(
        findDates(textOf(markdown, language)).map(({code}) => code),
        isFound ? ['other-date'] : [],
      );
    });
  }
});

describe('languages', () => {
  const sentences = {
    sv:
      'Vi använder dina kontaktuppgifter för att svara dig, och sparar dem bara så länge du hyr en ' +
      'kajplats hos oss. Därefter tar vi bort dem, om inte lagen säger något annat än så.',
    nb:
      'Vi bruker kontaktopplysningene dine for å svare deg, og beholder dem bare så lenge du leier en ' +
      'kaiplass hos oss. Etterpå sletter vi dem, hvis ikke loven sier noe annet enn det.',
    da:
      'Vi bruger dine kontaktoplysninger for at svare dig og gemmer dem kun, så længe du lejer en ' +
      'kajplads hos os. Derefter sletter vi dem, medmindre loven siger noget andet end det.',
    en:
      'We use your contact details to answer you, and keep them only as long as you rent a berth from ' +
      'us. After that we delete them, unless the law says otherwise than that.',
    'zh-Hant':
      '我們使用您的聯絡資料來回覆您，並僅在您向我們租用泊位期間保存這些資料。其後我們會將其刪除，除非法律另有規定。您可以隨時要求我們更正錯誤的資料，或告知您我們保存了哪些資料。',
    'zh-Hans':
      '我们使用您的联络资料来回复您，并仅在您向我们租用泊位期间保存这些资料。其后我们会将其删除，除非法律另有规定。您可以随时要求我们更正错误的资料，或告知您我们保存了哪些资料。',
    el:
      'Χρησιμοποιούμε τα στοιχεία επικοινωνίας σας για να σας απαντήσουμε και τα διατηρούμε μόνο όσο ' +
      'νοικιάζετε θέση από εμάς. Έπειτα τα διαγράφουμε, εκτός αν ο νόμος ορίζει διαφορετικά.',
  };
  const cases: readonly [named: string, text: keyof typeof sentences, found: string[]][] = [
    ['sv', 'sv', []],
    ['nb', 'nb', []],
    ['no', 'nb', []],
    ['da', 'da', []],
    ['en-GB', 'en', []],
    ['zh-TW', 'zh-Hant', []],
    ['zh', 'zh-Hans', []],
    ['zh-CN', 'zh-Hans', []],
    ['sv', 'en', ['other-language']],
    ['da', 'sv', ['other-language']],
    ['zh-Hant', 'zh-Hans', ['other-language']],
    ['zh-Hans', 'zh-Hant', ['other-language']],
    ['ar', 'en', ['other-language']],
    // eld has never seen these: only their script can be told.
    ['fo', 'da', []],
    ['cy', 'en', []],
    ['cy', 'el', ['other-language']],
  ];
  for (const [named, language, expected] of cases) {
    it(`a text in ${language} that is named ${named}: ${expected.join() || 'nothing to say'}`, () => {
      assert.deepEqual(
        findForeign(textOf(sentences[language], named)).map(({code}) => code),
        expected,
      );
    });
  }

  it('finds a long paragraph that was left in another language, and no short one', () => {
    const text = textOf(
      `${sentences.sv}\n\n${sentences.sv.replace('Vi', 'Här')}\n\n${sentences.en}\n\nHarbour Office Ltd, ` +
        '4 Quay Street, London.',
      'sv',
    );
    assert.deepEqual(said(findForeign(text)), [`foreign-clause ${sentences.en}`]);
  });
});

describe('a paragraph in a neighbour’s language', () => {
  it('is found where several follow one another', () => {
    const own = [
      'Vi bruger dine kontaktoplysninger for at svare dig og gemmer dem kun, så længe du lejer en ' +
        'kajplads hos os. Derefter sletter vi dem, medmindre loven siger noget andet end det.',
      'Hvis du køber noget hos os, bruger vi dine oplysninger, så vi kan sige til, når din bestilling er ' +
        'klar, og opkræve det, du skylder, og betale det tilbage, vi skylder dig.',
    ];
    const foreign = [
      'Hva vi bruker, avhenger av hvordan du møter oss, og hva du har bedt oss om å gjøre for deg hver gang.',
      'Du kan spørre oss hva vi vet om deg, få det rettet eller slettet og protestere mot det vi gjør med det.',
      'Skriv til kontoret vårt, eller les mer hos myndigheten.',
    ];
    const findings = findForeign(textOf([...own, ...foreign].join('\n\n'), 'da'));
    assert.deepEqual(
      findings.map(({message}) => message),
      ['This and the 2 clauses after it seem to be Norwegian, in a text that is Danish by its name. Translate them.'],
    );
    assert.deepEqual(said(findings), [`foreign-clause ${foreign[0]}`]);
  });

  it('is left alone: what they share is more than what tells them apart', () => {
    const nb =
      'Vi bruker kontaktopplysningene dine for å svare deg, og beholder dem bare så lenge du leier en ' +
      'kaiplass hos oss. Etterpå sletter vi dem, hvis ikke loven sier noe annet enn det.';
    const da =
      'Vi bruger dine kontaktoplysninger for at svare dig og gemmer dem kun, så længe du lejer en ' +
      'kajplads hos os. Derefter sletter vi dem, medmindre loven siger noget andet end det.';
    assert.deepEqual(
      said(findForeign(textOf([nb, nb.replace('Vi', 'Også'), nb.replace('Vi', 'Her'), da].join('\n\n'), 'nb'))),
      [],
    );
  });
});

describe('a clause in another script than its text', () => {
  const arabic = 'تسجل كاميرا فوق الباب من يدخل إلى المكتبة، ثم نحذف التسجيل بعد ثلاثة أيام، ولا نطلب منك أي شيء آخر.';
  const hant =
    '我們使用您的聯絡資料來回覆您，並僅在您向我們租用泊位期間保存這些資料。其後我們會將其刪除，除非法律另有規定。';
  const hans =
    '我们使用您的联络资料来回复您，并仅在您向我们租用泊位期间保存这些资料。其后我们会将其删除，除非法律另有规定。';
  const cases: readonly [language: string, clause: string, own: string, isFound: boolean][] = [
    ['ar', 'We delete it after three days.', arabic, true],
    ['ar', 'Harbour Office Ltd, 4 Quay Street, London EC1 4AB', arabic, false],
    ['zh-Hant', hans, hant, true],
    ['zh-Hant', hant.replace('您', '你'), hant, false],
  ];
  for (const [language, clause, own, isFound] of cases) {
    it(`${language}: ${clause.slice(0, 24)} ${isFound ? 'is found' : 'is none'}`, () => {
      assert.deepEqual(
        said(findForeign(textOf(`${own}\n\n${clause}\n\n${own}`, language))),
        isFound ? [`foreign-clause ${clause}`] : [],
      );
    });
  }
});

describe('what two languages have to the letter', () => {
  const english = 'We use your contact details to answer you, and keep them only as long as you rent a berth from us.';
  const danish =
    'Vi bruger dine kontaktoplysninger for at svare dig og gemmer dem kun, så længe du lejer en kajplads hos os.';
  const cases: readonly [same: string, found: string[]][] = [
    ['We keep your data for as long as you are a customer of ours.', ['untranslated-clause']],
    ['## Cookies and similar techniques', ['untranslated-clause']],
    ['## Day Pass and Tide Rooms', []],
    ['Harbour Office Ltd, 4 Quay Street, London EC1 4AB, United Kingdom', []],
    ['quay@harbour.example · +45 12 34 56 78 · www.harbour.example/privacy', []],
  ];
  for (const [same, expected] of cases) {
    it(`${same}: ${expected.join() || 'nothing to say'}`, () => {
      const edition = [textOf(`${english}\n\n${same}`, 'en'), textOf(`${danish}\n\n${same}`, 'da')];
      assert.deepEqual(
        findLanguages(edition).map(({code}) => code),
        expected,
      );
    });
  }

  it('may be the whole text where that is an address under a heading of its own', () => {
    const address = 'Harbour Office Ltd, 4 Quay Street, London EC1 4AB, United Kingdom';
    assert.deepEqual(
      findLanguages([textOf(`# Imprint\n\n${address}`, 'en'), textOf(`# Impressum\n\n${address}`, 'de')]),
      [],
    );
    assert.deepEqual(
      findLanguages([textOf(`# Imprint\n\n${address}`, 'en'), textOf(`# Imprint\n\n${address}`, 'de')]).map(
        ({code}) => code,
      ),
      ['identical-text'],
    );
  });
});

describe('what differs between languages', () => {
  const differ = (texts: Readonly<Record<string, string>>, prevails = false): string[] =>
    findContentDifferences(
      Object.entries(texts).map(([language, markdown]) => textOf(`# T\n\n${markdown}\n`, language)),
      {terms: [], declared: []},
      prevails,
    ).map(({place, message}) => `${place.file.slice(-5)} ${message}`);
  const [with1, with2] = ['See [it](https://a.example/).', 'See [it](https://b.example/).'];

  it('is told of once, in the first language where that is the odd one', () => {
    assert.deepEqual(differ({en: with1, da: with2, nb: with2}), [
      'en.md This links to “https://a.example/”, and da.md and nb.md to “https://b.example/”. Make them alike.',
    ]);
    assert.deepEqual(differ({en: with1, da: 'It.', nb: 'It.', sv: 'It.', nl: 'It.'}), [
      'en.md This links to “https://a.example/”, which the 4 others do not. Make them alike.',
    ]);
    assert.deepEqual(
      differ({en: '## A {#a}\n\n## B {#b}', da: '## B {#b}\n\n## A {#a}', nb: '## B {#b}\n\n## A {#a}'}),
      ['en.md “a” stands before “b” here, and after it in da.md and nb.md. Put them in the same order.'],
    );
  });

  it('is told of in each that differs from most, or from what prevails', () => {
    const of = (found: readonly string[]): string[] => found.map((each) => each.slice(0, 5));
    assert.deepEqual(of(differ({en: with1, da: with2, nb: with2}, true)), ['da.md', 'nb.md']);
    assert.deepEqual(of(differ({en: with1, da: with2})), ['da.md']);
    const six = {en: with1, da: with1, nb: with2, sv: with2, nl: with2, de: with2};
    assert.deepEqual(of(differ(six)), ['en.md', 'da.md']);
  });

  it('is told of once, in the original, where several differ in their own ways', () => {
    assert.deepEqual(
      differ({en: with1, da: with2, nb: 'It.'}).map((each) => each.slice(0, 5)),
      ['en.md'],
    );
  });

  const alike: readonly [what: string, en: string, de: string][] = [
    ['a page for each language', 'https://a.example/en-US/privacy', 'https://a.example/de/privacy'],
    ['a page that is there in English only', 'https://a.example/en/tech/', 'https://a.example/en/tech/'],
    ['a region', 'https://a.example/uk/privacy', 'https://a.example/de_at/privacy'],
    ['a query', 'https://a.example/p?lang=en&from=1', 'https://a.example/p?lang=de'],
    ['an anchor of that language', 'https://a.example/p#your-rights', 'https://a.example/p#ihre-rechte'],
    ['a file for each language', 'https://a.example/terms_en.pdf', 'https://a.example/terms.de.pdf'],
    ['a host for each language', 'https://en.a.example/wiki/Law', 'https://de.a.example/wiki/Recht'],
    ['a page that is named in its language', 'https://a.example/en/privacy', 'https://a.example/de/datenschutz'],
    ['a subject of an e-mail', 'mailto:a@a.example?subject=Rights', 'mailto:a@a.example?subject=Rechte'],
  ];
  for (const [what, en, de] of alike) {
    it(`is not ${what}`, () => {
      assert.deepEqual(differ({en: `See [it](${en}).`, de: `Siehe [hier](${de}).`}), []);
    });
  }

  it('is a page of its language that the others link to elsewhere', () => {
    const [terms, privacy] = ['https://a.example/en/terms', 'https://a.example/en/privacy'];
    assert.deepEqual(
      differ({
        en: `[A](${terms}) {#a}\n\n[B](${privacy}) {#b}`,
        de: `[A](${terms}) {#a}\n\n[B](${terms.replace('/en', '/de')}) {#b}`,
      }).length,
      1,
    );
  });

  it('is no link that leads nowhere, which is a finding already', () => {
    assert.deepEqual(differ({en: '## A {#a}\n\nSee [a](#a).', da: '## A {#a}\n\nSe [a](#b).'}), []);
  });
});

describe('characters', () => {
  const cases: readonly [what: string, markdown: string, found: string[], language?: string][] = [
    ['an isolate that is closed', 'a \u2067b\u2069 c', []],
    ['isolates within one another', '\u2066a \u2067b\u2069 c\u2069', []],
    ['an isolate left open', 'a \u2067b', ['unbalanced-bidi \u2067']],
    ['one of two that look the same left open', 'a \u2067b\u2069 \u2067c', ['unbalanced-bidi \u2067']],
    ['an embedding closed as an isolate', '\u202ba\u2069', ['unbalanced-bidi \u2069', 'unbalanced-bidi \u202b']],
    ['an isolate across paragraphs', '\u2067a\n\nb\u2069', ['unbalanced-bidi \u2067', 'unbalanced-bidi \u2069']],
    ['tags', 'a\u{e0041}', ['tag-character \u{e0041}']],
    ['the flag of Wales', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}', []],
    ['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', []],
    ['a joiner in Persian', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645', []],
    ['a joiner in Hindi', '\u0915\u094d\u200d\u0937', []],
    ['a zero width space between Thai words', '\u0e01\u0e32\u200b\u0e01\u0e32', []],
    ['a soft hyphen in a word', 'con\u00adtact', ['invisible-character \u00ad']],
    ['a joiner in a Latin word', 'con\u200dtact', ['invisible-character \u200d']],
    ['Latin and Chinese', 'GDPR第6條', []],
    ['a Cyrillic letter in a Latin word', 'p\u0430y', ['mixed-scripts p\u0430y']],
    [
      'a Latin letter in a Cyrillic word',
      '\u0434\u0430\u043d\u043d\u044be',
      ['mixed-scripts \u0434\u0430\u043d\u043d\u044be'],
    ],
    ['a Greek letter in a Latin word', 'contr\u03bfl', ['mixed-scripts contr\u03bfl']],
    ['Greek and Latin words', '\u03a4\u03bf e-mail \u03c3\u03b1\u03c2', []],
    ['a lost character', 'caf\ufffd', ['lost-character \ufffd']],
    ['question marks for letters', 'We ????? you', ['lost-character ?????']],
    ['one question, or two', 'Why? Really??', []],
    ['a zero width space in an Arabic word', '\u0628\u064a\u200b\u0627\u0646', ['invisible-character \u200b']],
    ['a filler', 'a \u3164 b', ['invisible-character \u3164']],
    ['a byte order mark beside a word', 'a \ufeffb', ['invisible-character \ufeff']],
    ['marks of direction beside Latin in Arabic', '\u064a\u0642\u0648\u0644 \u200fGDPR\u200f \u200e(a.b)\u200e', []],
    ['a vertical tab', 'a\u000bb', ['control-character \u000b']],
    ['a quote of Windows-1252', 'don\u0092t', ['control-character \u0092']],
    ['a product\u2019s name with an ending', 'Kystlys\u0430, SMS\u043a\u0438', [], 'ru'],
    ['a symbol', '\u0394T, \u03bcm', []],
    ['a product\u2019s name before kana', 'WiFi\u306f', [], 'ja'],
    [
      'UTF-8 read as Windows-1252',
      'caf\u00c3\u00a9, don\u00e2\u20ac\u2122t',
      ['garbled \u00c3\u00a9', 'garbled \u00e2\u20ac\u2122'],
    ],
    ['Arabic read so', '\u00d8\u00b3\u00d9\u0160\u00d8\u00a7', ['garbled \u00d8\u00b3\u00d9\u0160\u00d8\u00a7']],
    ['quotes that look like it', '\u00bb\u00c5\u00ab, \u201cIRM\u00c3\u201d, VOIL\u00c0\u00a0!', []],
  ];
  for (const [what, markdown, expected, language] of cases) {
    it(
      `${what}: ` + (expected.length === 0 ? 'nothing to say' : expected.map((each) => each.split(' ')[0]).join()),
      () => {
        assert.deepEqual(said(findCharacters(textOf(markdown, language))), expected);
      },
    );
  }
});

describe('clean texts', () => {
  it('have none of these findings: the demo, edition by edition, but for two that are older in Dutch', async () => {
    const demo = join(import.meta.dirname, '../../../demo/policies');
    const files = readdirSync(demo, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.md'));
    assert.ok(files.length >= 12);
    for (const file of files) {
      const [, edition = '', name = ''] = file.replaceAll('\\', '/').split('/');
      const text = textOf(readFileSync(join(demo, file), 'utf8'), name.replace('.md', ''), edition);
      assert.deepEqual(
        said([...findCharacters(text), ...findPlaceholders(text), ...findDates(text), ...findForeign(text)]),
        [],
        file,
      );
    }
  });

  it('of generated words have neither placeholders nor hidden characters', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-zåäöæøé]{1,9}$/u),
      fc.stringMatching(/^[א-תؠ-ي]{1,7}$/u),
      fc.stringMatching(/^[一-龥]{1,6}$/u),
      fc.stringMatching(/^[а-яё]{1,9}$/u),
      fc.constantFrom('(6)', '“x”', '[1]', '6(1)(f)', '10 %', 'a/b', 'A&B', 'e-mail,'),
    );
    fc.assert(
      fc.property(fc.array(word, {minLength: 1, maxLength: 30}), (words) => {
        const text = textOf(words.join(' '));
        assert.deepEqual(said([...findCharacters(text), ...findPlaceholders(text)]), []);
      }),
      {numRuns: 300},
    );
  });

  it('are balanced however deep', () => {
    const {tree} = fc.letrec<{tree: string}>((tie) => ({
      tree: fc.oneof(
        {maxDepth: 5},
        fc.stringMatching(/^[a-z]{1,5}$/),
        fc
          .tuple(
            fc.constantFrom('\u2066\u2069', '\u2067\u2069', '\u2068\u2069', '\u202a\u202c', '\u202b\u202c'),
            fc.array(tie('tree'), {maxLength: 3}),
          )
          .map(([[open = '', close = ''], inner]) => open + inner.join(' ') + close),
      ),
    }));
    fc.assert(
      fc.property(tree, (words) => {
        assert.deepEqual(said(findCharacters(textOf(`a ${words}`))), []);
      }),
      {numRuns: 200},
    );
  });
});

describe('where letters stand in their Markdown', () => {
  for (const [words, start, markdown, expected] of [
    ['a date here', 2, '*a* date here', 'date'],
    ['date, date', 6, 'date, date', 'date'],
    ['x date', 2, '[x](https://date.example) date', 'date'],
    ['date', 0, '[d**at**e](x)', 'd**at**e'],
  ] as const) {
    it(`“date” in ${markdown}`, () => {
      const found = locate(words, start, start + 4, markdown);
      assert.equal(found && markdown.slice(found.start, found.end), expected);
      assert.ok(found !== undefined && found.start >= markdown.lastIndexOf(expected));
    });
  }

  it('is told of a blank after a longer one', () => {
    const [words, markdown] = ['By ________ on _____.', 'By \\_\\_\\_\\_\\_\\_\\_\\_ on \\_\\_\\_\\_\\_.'];
    const found = locate(words, 15, 20, markdown);
    assert.equal(found && markdown.slice(found.start), '_\\_\\_\\_\\_.');
  });

  it('is not told where they are written in another way', () => {
    assert.equal(locate('con\u00adtact', 3, 4, 'con&shy;tact'), undefined);
  });
});

describe('the matrix', () => {
  it('is aligned, newest first, and marks what has findings', () => {
    const text = (
      policy: string,
      edition: string,
      language: string,
    ): {policy: string; edition: string; language: string; file: string} => ({
      policy,
      edition,
      language,
      file: `${policy}/${edition}/${language}.md`,
    });
    const texts = [
      text('quay', '2024-01-01', 'en'),
      text('quay', '2026-01-01', 'zh-Hant'),
      text('a', '2026-01-01', 'en'),
    ];
    const rows = matrixOf(
      texts,
      ['en', 'zh-Hant'],
      [
        warning('w', 'a/2026-01-01/en.md', ''),
        error('e', 'quay/2026-01-01/zh-Hant.md', ''),
        warning('w', 'quay/2026-01-01/zh-Hant.md', ''),
      ],
    );
    assert.equal(
      showMatrix(rows, ['en', 'zh-Hant']),
      `policy  edition     en  zh-Hant
quay    2026-01-01  -   ✗
        2024-01-01  ✓   -
a       2026-01-01  !   -
✓ there  ! with warnings  ✗ with errors  - not there`,
    );
  });

  it('leaves out what is well where there is more than anybody reads', () => {
    const texts = Array.from({length: 100}, (_, index) => ({
      policy: `p${index}`,
      edition: '2026-01-01',
      language: 'en',
      file: `p${index}`,
    }));
    assert.equal(
      showMatrix(matrixOf(texts, ['en'], [error('e', 'p7', '')]), ['en']),
      `policy  edition     en
p7      2026-01-01  ✗
99 more editions have no findings in their texts.
✓ there  ! with warnings  ✗ with errors  - not there`,
    );
  });
});

describe('an annotation for GitHub', () => {
  it('keeps what would end it out of its way', () => {
    const place = {file: 'a,b:c%.md', line: 2, column: 3, width: 4, sourceLine: ''};
    assert.equal(
      annotateGithub(error('some-code', place, '100%: a,\nb')),
      '::error file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=3,endColumn=7,title=some-code::100%25: a,%0Ab',
    );
  });

  it('of a whole file has no line', () => {
    assert.equal(annotateGithub(warning('w', 'a.md', 'b')), '::warning file=a.md,title=w::b');
  });
});

describe('what is passed over', () => {
  const at = {file: 'policies.yaml', line: 1, column: 1, width: 1, sourceLine: ''};
  const cases: readonly [file: string | undefined, found: string, isSilenced: boolean][] = [
    [undefined, 'f/labs/2024-01-01/nl.md', true],
    ['labs', 'f/labs/2024-01-01/nl.md', true],
    ['labs/', 'f/labs/2024-01-01/nl.md', true],
    ['labs/2024-01-01/nl.md', 'f/labs/2024-01-01/nl.md', true],
    ['labs/*/nl.md', 'f/labs/2024-01-01/nl.md', true],
    ['lab', 'f/labs/2024-01-01/nl.md', false],
    ['*/nl.md', 'f/labs/2024-01-01/nl.md', false],
    ['labs/2024.01-01', 'f/labs/2024-01-01/nl.md', false],
    ['(labs', 'f/labs/x', false],
  ];
  for (const [file, found, isSilenced] of cases) {
    it(`${file ?? 'everywhere'} ${isSilenced ? 'covers' : 'does not cover'} ${found}`, () => {
      const {findings, silenced} = sift(
        [warning('w', found, '')],
        [{code: 'w', reason: 'so', at, ...(file !== undefined && {file})}],
        './f/',
      );
      assert.deepEqual(
        [findings.map(({code}) => code), silenced.length],
        isSilenced ? [[], 1] : [['w', 'unused-ignore'], 0],
      );
    });
  }
});
