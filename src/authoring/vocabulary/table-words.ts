/**
 * The words of languages that have no file in locales/vocabulary yet, from tables in the program, in the form of
 * such a file. A language's part of them goes when its file comes.
 */
import type {Id, LanguageTag, Localized} from '../../policy/bundle.js';
import {audienceTable} from './audiences.js';
import type {LanguageWords, TermWords} from './language-words.js';
import {notions} from './notions.js';
import {purposes} from './purposes.js';
import {terms} from './terms.js';

export interface TableAudience {
  readonly id: Id;
  readonly iri?: string;
  readonly names: Localized;
  readonly phrases: Readonly<Record<LanguageTag, readonly string[]>>;
}

interface Small {
  readonly headings: readonly string[];
  readonly youAre: readonly string[];
  readonly youAct: readonly string[];
  readonly small: readonly string[];
  readonly joins: readonly string[];
  readonly belonging: readonly string[];
  readonly everyone: readonly string[];
}

const rest: Readonly<Record<string, Small>> = {
  sv: {
    headings: ['för {audience}', 'information till {audience}'],
    youAre: ['om du är {audience}', 'när du är {audience}'],
    youAct: ['om du', 'när du'],
    small: ['andra', 'annan', 'övriga', 'för', 'våra', 'en', 'ett', 'hos', 'till', 'alla'],
    joins: ['och', 'eller', 'samt', '&'],
    belonging: ['hos', 'till', 'av'],
    everyone: ['alla', 'alla användare', 'samtliga'],
  },
  nb: {
    headings: ['for {audience}', 'informasjon til {audience}'],
    youAre: ['hvis du er {audience}', 'dersom du er {audience}', 'når du er {audience}'],
    youAct: ['hvis du', 'dersom du', 'når du'],
    small: ['andre', 'annen', 'øvrige', 'for', 'våre', 'en', 'et', 'ei', 'hos', 'til', 'av', 'alle'],
    joins: ['og', 'eller', 'samt', '&'],
    belonging: ['hos', 'til', 'av', 'i'],
    everyone: ['alle', 'alle brukere', 'samtlige'],
  },
  da: {
    headings: ['for {audience}', 'information til {audience}'],
    youAre: ['hvis du er {audience}', 'når du er {audience}', 'såfremt du er {audience}'],
    youAct: ['hvis du', 'når du', 'såfremt du'],
    small: ['andre', 'anden', 'øvrige', 'for', 'vores', 'en', 'et', 'hos', 'til', 'af', 'alle'],
    joins: ['og', 'eller', 'samt', '&'],
    belonging: ['hos', 'til', 'af', 'i'],
    everyone: ['alle', 'alle brugere', 'samtlige'],
  },
  nl: {
    headings: ['voor {audience}', 'informatie voor {audience}'],
    youAre: ['als u {audience} bent', 'als u een {audience} bent', 'als je {audience} bent'],
    youAct: ['als u', 'als je', 'indien u', 'indien je', 'wanneer u', 'wanneer je'],
    small: ['andere', 'ander', 'overige', 'voor', 'onze', 'een', 'de', 'het', 'van', 'bij', 'alle', 'als u', 'bent'],
    joins: ['en', 'of', 'alsmede', 'evenals', '&'],
    belonging: ['van', 'bij'],
    everyone: ['iedereen', 'allen', 'alle gebruikers', 'alle betrokkenen'],
  },
  zh: {
    headings: [],
    youAre: [
      '如果您是{audience}',
      '如您是{audience}',
      '若您是{audience}',
      '若您為{audience}',
      '如果您是一名{audience}',
    ],
    youAct: ['如果您', '如您', '若您', '當您', '当您', '如若您', '倘若您', '如果你', '如你', '若你', '當你', '当你'],
    small: ['其他', '其它', '的', '之', '我們的', '我们的', '一名', '您是', '各位'],
    joins: ['與', '和', '及', '或', '以及', '与', '&'],
    belonging: ['的', '之'],
    everyone: ['所有人', '每個人', '每位使用者', '所有使用者', '全體人員', '每个人', '所有用户', '全体人员'],
  },
  ar: {
    headings: [],
    youAre: ['إذا كنت {audience}', 'إن كنت {audience}', 'عندما تكون {audience}'],
    youAct: ['إذا كنت', 'إن كنت', 'عندما تكون', 'عندما كنت'],
    small: ['آخر', 'آخرون', 'آخرين', 'غيرهم', 'غير', 'من', 'لدى', 'في', 'إذا كنت'],
    joins: ['و', 'أو', '&'],
    belonging: ['لدى', 'في', 'عند'],
    everyone: ['جميع', 'جميع المستخدمين', 'كل المستخدمين', 'كافة المستخدمين', 'جميع الأشخاص'],
  },
};

const made = new Map<string, LanguageWords>();

/** Which table serves a language. Bokmål's serves Nynorsk too. */
const tableOf = (language: LanguageTag): string => {
  const base = language.toLowerCase().split('-')[0] ?? '';
  return base === 'nn' || base === 'no' ? 'nb' : base;
};

export function tableWords(language: LanguageTag): LanguageWords | undefined {
  const table = tableOf(language);
  const own = rest[table];
  if (own === undefined) return undefined;
  // Whom a text is for is written in both scripts in one table, and all else in the traditional one alone.
  const tag = table !== 'zh' ? table : /hans|cn|sg/iu.test(language) || language === 'zh' ? 'zh-Hans' : 'zh-Hant';
  const words = made.get(tag) ?? makeWords(table, tag, own);
  made.set(tag, words);
  return words;
}

function makeWords(table: string, tag: LanguageTag, own: Small): LanguageWords {
  const termWords = (kind: 'data' | 'legal-basis'): Record<Id, TermWords> =>
    Object.fromEntries(
      terms
        .filter((term) => term.kind === kind && term.phrases[tag] !== undefined)
        .map(({id, names, phrases}) => [id, {name: names[tag] ?? id, phrases: phrases[tag] ?? []}]),
    );
  return {
    language: tag,
    audiences: Object.fromEntries(
      audienceTable.map(({id, names, phrases}) => {
        const name = names[tag] ?? id;
        return [id, {name, plural: name, words: phrases[table] ?? [], acts: []}] as const;
      }),
    ),
    data: termWords('data'),
    'legal-bases': termWords('legal-basis'),
    purposes: Object.fromEntries(
      notions.purposes.flatMap(({id, iri}) => {
        const entry = purposes.find((purpose) => purpose.id === iri);
        return entry?.phrases[tag] === undefined ? [] : [[id, {name: id, phrases: entry.phrases[tag] ?? []}]];
      }),
    ),
    frames: {headings: ['{audience}', ...own.headings], 'you-are': own.youAre, 'you-act': own.youAct, 'text-for': []},
    small: own.small,
    joins: own.joins,
    belonging: own.belonging,
    everyone: own.everyone,
    kinds: {},
    dates: {effective: [], updated: [], version: []},
    placeholders: [],
    references: {section: [], article: [], annex: []},
  };
}
