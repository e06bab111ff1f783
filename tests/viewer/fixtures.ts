/**
 * A small bundle of the shape that organisations really have: one policy for several products in four
 * languages, one whose Danish text is a year newer than its Dutch one, one in Norwegian alone.
 */
import type {
  Block,
  Bundle,
  Edition,
  Id,
  Inline,
  Item,
  LanguageTag,
  Policy,
  Product,
  Section,
  Text,
} from '../../src/policy/bundle.js';

interface Said {
  readonly title: string;
  readonly about: string;
  readonly visitors: string;
  readonly members: string;
  readonly mentors: string;
  readonly rights: string;
  readonly why: string;
  readonly howLong: string;
  /** A clause; its number follows. Languages need different room for it. */
  readonly clause: string;
}

/** What the policies say: enough words for a page to scroll. */
export const said: Readonly<Record<LanguageTag, Said>> = {
  en: {
    title: 'Privacy policy',
    about: 'About this policy',
    visitors: 'Visitors',
    members: 'Members',
    mentors: 'Mentors',
    rights: 'Your rights',
    why: 'Why',
    howLong: 'How long',
    clause:
      'We note when you come and when you leave, so that we know who is in the house if there is a fire, ' +
      'and so that your host can meet you at the door.',
  },
  sv: {
    title: 'Integritetspolicy',
    about: 'Om policyn',
    visitors: 'Besökare',
    members: 'Medlemmar',
    mentors: 'Mentorer',
    rights: 'Dina rättigheter',
    why: 'Varför',
    howLong: 'Hur länge',
    clause: 'Vi antecknar när du kommer och går.',
  },
  nb: {
    title: 'Personvernerklæring',
    about: 'Om erklæringen',
    visitors: 'Besøkende',
    members: 'Medlemmer',
    mentors: 'Mentorer',
    rights: 'Dine rettigheter',
    why: 'Hvorfor',
    howLong: 'Hvor lenge',
    clause: 'Vi noterer når du kommer og når du går, slik at vi vet hvem som er i huset dersom det brenner.',
  },
  da: {
    title: 'Privatlivspolitik',
    about: 'Om politikken',
    visitors: 'Besøgende',
    members: 'Medlemmer',
    mentors: 'Mentorer',
    rights: 'Dine rettigheder',
    why: 'Hvorfor',
    howLong: 'Hvor længe',
    clause: 'Vi noterer, hvornår du kommer, og hvornår du går, så vi ved, hvem der er i huset, hvis der er brand.',
  },
  nl: {
    title: 'Privacybeleid',
    about: 'Over dit beleid',
    visitors: 'Bezoekers',
    members: 'Leden',
    mentors: 'Mentoren',
    rights: 'Uw rechten',
    why: 'Waarom',
    howLong: 'Hoe lang',
    clause:
      'Wij noteren wanneer u komt en wanneer u gaat, zodat wij weten wie er in huis is als er brand ' +
      'uitbreekt, en zodat uw gastheer u bij de deur kan ontvangen.',
  },
  'zh-Hant': {
    title: '隱私權政策',
    about: '關於本政策',
    visitors: '訪客',
    members: '會員',
    mentors: '導師',
    rights: '您的權利',
    why: '原因',
    howLong: '期限',
    clause: '我們會記錄您抵達與離開的時間，以便在發生火災時知道誰在建築物內，並讓接待您的人到門口迎接您。',
  },
  ar: {
    title: 'سياسة الخصوصية',
    about: 'عن هذه السياسة',
    visitors: 'الزوار',
    members: 'الأعضاء',
    mentors: 'الموجهون',
    rights: 'حقوقك',
    why: 'السبب',
    howLong: 'المدة',
    clause: 'نسجل وقت وصولك ووقت مغادرتك حتى نعرف من في المبنى إذا نشب حريق.',
  },
};

const item = (id: Id, language: LanguageTag, n: number): Item => ({
  id,
  content: [
    ...(n === 1 ? [{type: 'annotation', terms: ['contact'], content: [said[language]!.title]} as Inline, '. '] : []),
    `${said[language]!.clause} (${n})`,
  ],
});

const list = (prefix: string, language: LanguageTag, count: number): Block => ({
  type: 'list',
  lead: [said[language]!.why],
  items: Array.from({length: count}, (_, i) => item(`${prefix}${i + 1}`, language, i + 1)),
});

/** Every kind of block and inline piece, for everyone. */
const rights = (language: LanguageTag): Section => {
  const words = said[language]!;
  return {
    id: 'rights',
    heading: [words.rights],
    blocks: [
      {
        type: 'paragraph',
        id: 'r1',
        content: [
          {type: 'strong', content: [words.rights]},
          ' ',
          {type: 'link', href: 'https://example.org/rights', content: ['example.org']},
          ' ',
          {type: 'reference', to: 'about', content: [words.about]},
        ],
      },
      {
        type: 'paragraph',
        id: 'r2',
        content: [{type: 'annotation', terms: ['controller'], content: [words.title]}, ` ${words.clause}`],
      },
      {
        type: 'table',
        head: [[words.why], [words.howLong]],
        rows: [
          {id: 't1', cells: [[words.visitors], ['1']]},
          {id: 't2', cells: [[words.members], ['2']]},
        ],
      },
    ],
  };
};

/** A policy's text: for everyone a preface and a close, and between them as many clauses as said for each audience. */
export const text = (
  language: LanguageTag,
  title: string,
  sections: readonly (readonly [heading: keyof Said, audiences: readonly Id[], count: number])[],
): Text => {
  const words = said[language]!;
  return {
    title: `${title}: ${words.title}`,
    sections: [
      {
        id: 'about',
        heading: [words.about],
        blocks: [1, 2].map((n) => ({
          type: 'paragraph',
          id: `a${n}`,
          content: [`${words.clause} ${words.clause} (${n})`],
        })),
        sections: sections.map(([heading, audiences, count]) => ({
          id: heading,
          audiences,
          heading: [words[heading]],
          blocks: [list(heading.charAt(0), language, count)],
        })),
      },
      rights(language),
    ],
  };
};

const edition = (effective: string, texts: Edition['texts'], prevails?: LanguageTag): Edition => ({
  id: effective,
  effective,
  texts,
  ...(prevails && {prevails}),
});

const pier = (language: LanguageTag): Text =>
  text(language, 'Northpier', [
    ['members', ['member', 'client'], 5],
    ['visitors', ['daypass-client', 'visitor', 'guest'], 8],
  ]);

const product = (id: Id, name: string): Product => ({id, names: {en: name}});

const names: Readonly<Record<Id, Bundle['title']>> = {
  member: {en: 'member', sv: 'medlem', nb: 'medlem', da: 'medlem', nl: 'lid', 'zh-Hant': '會員', ar: 'عضو'},
  client: {en: 'customer', sv: 'kund', nb: 'kunde', da: 'kunde', nl: 'klant', 'zh-Hant': '客戶', ar: 'عميل'},
  mentor: {en: 'mentor', sv: 'mentor', nb: 'mentor', da: 'mentor', nl: 'mentor', 'zh-Hant': '導師', ar: 'موجه'},
  'daypass-client': {en: 'day pass customer', sv: 'dagskund', 'zh-Hant': '日票客戶', ar: 'عميل التصريح اليومي'},
  visitor: {
    en: 'visitor',
    sv: 'besökare',
    nb: 'besøkende',
    da: 'besøgende',
    nl: 'bezoeker',
    'zh-Hant': '訪客',
    ar: 'زائر',
  },
  guest: {en: 'guest', sv: 'gäst', nb: 'gjest', da: 'gæst', nl: 'gast', 'zh-Hant': '賓客', ar: 'ضيف'},
};

/** The newer text of `labs` has 7 clauses for visitors, the older one 8. */
const policies: readonly Policy[] = [
  {
    id: 'pier',
    products: ['pier', 'kelpworks', 'daypass'],
    editions: [
      edition('2019-07-12', {sv: pier('sv'), 'zh-Hant': pier('zh-Hant'), en: pier('en'), ar: pier('ar')}, 'sv'),
    ],
  },
  {
    id: 'finder',
    products: ['finder'],
    editions: [edition('2019-07-12', {nb: text('nb', 'Finder', [['visitors', ['client', 'visitor'], 3]])})],
  },
  {
    id: 'labs',
    products: ['labs'],
    editions: [
      edition('2018-05-25', {
        nl: text('nl', 'Labs', [
          ['mentors', ['mentor'], 9],
          ['visitors', ['visitor', 'guest'], 8],
        ]),
      }),
      edition('2019-07-12', {
        da: text('da', 'Labs', [
          ['mentors', ['mentor'], 6],
          ['visitors', ['visitor', 'guest'], 7],
        ]),
      }),
    ],
  },
];

export const bundle: Bundle = {
  format: 'policy-bundle/1',
  title: {en: 'Northpier policies'},
  languages: ['sv', 'nb', 'da', 'zh-Hant', 'nl', 'en', 'ar'],
  audiences: Object.entries(names).map(([id, names]) => ({id, names})),
  products: [
    product('pier', 'Northpier'),
    product('kelpworks', 'Kelpworks'),
    product('daypass', 'Day Pass'),
    product('finder', 'Finder'),
    product('labs', 'Labs'),
  ],
  vocabulary: [
    {id: 'contact', kind: 'data', names: {en: 'Contact details', sv: 'Kontaktuppgifter'}},
    {id: 'controller', kind: 'defined-term', names: {en: 'Controller'}},
  ],
  policies,
};

/** Clauses for everyone in each text: two paragraphs, two more, two table rows. */
export const forEveryone = 6;
