/**
 * The day a text took effect: a label ("Effective date") and a date beside it, in
 * the text's own language. The names of months come from Intl.
 */
import type {IsoDate, LanguageTag} from '../../policy/bundle.js';
import {isDay} from '../../policy/day.js';
import {escapePattern, isUnspaced, wordsFor, type Guess, type WordsByLanguage} from '../document/guess.js';
import {wordsOf} from '../vocabulary/language-words.js';

interface Labels {
  /** Words beside the day of effect. */
  readonly effective: readonly string[];
  /** Words beside a day that often, not always, is the same. */
  readonly updated: readonly string[];
}

const labels: WordsByLanguage<Labels> = {
  en: {
    effective: [
      'effective date',
      'date of effect',
      'effective as of',
      'effective from',
      'effective',
      'in effect from',
      'in effect since',
      'in force from',
      'in force since',
      'takes effect on',
      'took effect on',
      'valid from',
      'applies from',
    ],
    updated: ['last updated', 'last modified', 'last revised', 'updated', 'revised', 'version', 'date'],
  },
  sv: {
    effective: [
      'ikraftträdandedatum',
      'datum för ikraftträdande',
      'ikraftträdande',
      'träder i kraft',
      'trädde i kraft',
      'gäller från och med',
      'gäller fr.o.m.',
      'gäller fr o m',
      'gäller från',
      'giltig från',
    ],
    updated: ['senast uppdaterad', 'senast ändrad', 'uppdaterad', 'reviderad', 'version', 'datum'],
  },
  nb: {
    effective: [
      'dato for ikrafttredelse',
      'ikrafttredelsesdato',
      'ikrafttredelse',
      'trer i kraft',
      'trådte i kraft',
      'gjelder fra og med',
      'gjelder fra',
      'gyldig fra',
      'iverksetjing',
      'tredde i kraft',
      'gjeld frå og med',
      'gjeld frå',
      'gyldig frå',
    ],
    updated: ['sist oppdatert', 'sist endret', 'oppdatert', 'revidert', 'versjon', 'dato'],
  },
  da: {
    effective: [
      'ikrafttrædelsesdato',
      'dato for ikrafttrædelse',
      'ikrafttrædelse',
      'ikrafttræden',
      'træder i kraft',
      'trådte i kraft',
      'gældende fra og med',
      'gældende fra',
      'gælder fra',
      'gyldig fra',
    ],
    updated: ['senest opdateret', 'sidst opdateret', 'senest ændret', 'opdateret', 'revideret', 'version', 'dato'],
  },
  nl: {
    effective: [
      'ingangsdatum',
      'datum van inwerkingtreding',
      'inwerkingtreding',
      'van kracht met ingang van',
      'van kracht vanaf',
      'van kracht sinds',
      'met ingang van',
      'geldig vanaf',
      'geldt vanaf',
      'treedt in werking op',
    ],
    updated: ['laatst bijgewerkt', 'laatst gewijzigd', 'bijgewerkt', 'herzien', 'versie', 'datum'],
  },
  de: {
    effective: [
      'datum des inkrafttretens',
      'inkrafttreten',
      'in kraft ab',
      'in kraft seit',
      'tritt in kraft am',
      'trat in kraft am',
      'gültig ab',
      'gültig seit',
      'gilt ab',
      'gilt seit',
      'wirksam ab',
      'wirksam seit',
    ],
    updated: [
      'zuletzt aktualisiert',
      'letzte aktualisierung',
      'zuletzt geändert',
      'aktualisiert',
      'stand',
      'fassung',
      'version',
      'datum',
    ],
  },
  fr: {
    effective: [
      "date d'entrée en vigueur",
      'date d’entrée en vigueur',
      "date d'effet",
      'date d’effet',
      'entrée en vigueur',
      'entre en vigueur le',
      'est entrée en vigueur le',
      'en vigueur depuis',
      'en vigueur à compter du',
      'en vigueur à partir du',
      'applicable à compter du',
      'applicable depuis',
    ],
    updated: ['dernière mise à jour', 'dernière modification', 'mise à jour', 'révisée', 'version', 'date'],
  },
  es: {
    effective: [
      'fecha de entrada en vigor',
      'fecha de vigencia',
      'entrada en vigor',
      'entra en vigor el',
      'entró en vigor el',
      'en vigor desde',
      'vigente desde',
      'vigente a partir del',
      'válida desde',
    ],
    updated: ['última actualización', 'última modificación', 'actualizada', 'actualizado', 'versión', 'fecha'],
  },
  pt: {
    effective: [
      'data de entrada em vigor',
      'data de vigência',
      'entrada em vigor',
      'entra em vigor em',
      'entrou em vigor em',
      'em vigor desde',
      'em vigor a partir de',
      'vigente desde',
      'válida a partir de',
    ],
    updated: ['última atualização', 'última modificação', 'atualizada', 'atualizado', 'versão', 'data'],
  },
  it: {
    effective: [
      'data di entrata in vigore',
      'data di decorrenza',
      'entrata in vigore',
      'entra in vigore il',
      'in vigore dal',
      'in vigore da',
      'valida dal',
    ],
    updated: ['ultimo aggiornamento', 'ultima modifica', 'aggiornata', 'aggiornato', 'versione', 'data'],
  },
  fi: {
    effective: ['voimaantulopäivä', 'voimaantulo', 'tulee voimaan', 'tuli voimaan', 'voimassa alkaen', 'voimassa'],
    updated: ['viimeksi päivitetty', 'päivitetty', 'muutettu', 'versio', 'päivämäärä', 'päiväys'],
  },
  pl: {
    effective: [
      'data wejścia w życie',
      'wchodzi w życie',
      'weszła w życie',
      'obowiązuje od',
      'obowiązująca od',
      'ważna od',
    ],
    updated: ['ostatnia aktualizacja', 'zaktualizowano', 'wersja', 'data'],
  },
  ja: {
    effective: ['施行日', '発効日', '制定日', '適用開始日', '施行', '発効'],
    updated: ['最終更新日', '最終更新', '更新日', '改定日', '改訂日', '日付'],
  },
  zh: {
    effective: ['生效日期', '生效日', '施行日期', '生效時間', '生效时间', '生效', '施行', '起適用', '起适用'],
    updated: ['最近更新', '最後更新', '更新日期', '修訂日期', '最后更新', '修订日期', '日期'],
  },
  ar: {
    effective: [
      'تاريخ السريان',
      'تاريخ سريان المفعول',
      'تاريخ النفاذ',
      'تاريخ بدء السريان',
      'تاريخ بدء العمل',
      'يسري اعتبارا من',
      'يسري اعتبارًا من',
      'تسري اعتبارا من',
      'تسري اعتبارًا من',
      'ساري المفعول اعتبارا من',
      'ساري المفعول اعتبارًا من',
      'سارية اعتبارًا من',
      'اعتبارًا من',
      'اعتبارا من',
      'ابتداءً من',
      'ابتداء من',
    ],
    updated: ['آخر تحديث', 'تاريخ التحديث', 'آخر تعديل', 'التاريخ'],
  },
};

/** A paragraph longer than this tells about a date rather than giving it. */
const longest = 160;

export interface FoundDate extends Guess<IsoDate> {
  /** Which of the given paragraphs it stands in. */
  readonly paragraph: number;
}

export function recogniseDate(paragraphs: readonly string[], language: LanguageTag): FoundDate | undefined {
  const known = [
    wordsFor(labels, language),
    wordsOf(language)?.dates,
    language.startsWith('en') ? undefined : labels['en'],
  ].filter((entry) => entry !== undefined);
  const effective = findLabelled(
    paragraphs,
    language,
    known.flatMap((entry) => entry.effective),
  );
  const [first] = effective;
  if (first !== undefined) {
    const other = effective.find(({value}) => value !== first.value);
    if (other === undefined || first.doubt !== undefined) return first;
    return {
      ...first,
      doubt: {
        message: `It gives two dates of effect, “${first.why}” and “${other.why}”; the first was taken.`,
        remedy: `if the other is right, say --effective ${other.value}`,
      },
    };
  }
  const [updated] = findLabelled(
    paragraphs,
    language,
    known.flatMap((entry) => entry.updated),
  );
  if (updated !== undefined)
    return doubtful(updated, `“${updated.why}” may be when the text was changed, not when it took effect.`);
  for (const [paragraph, text] of paragraphs.slice(0, 6).entries()) {
    const date = text.length <= 60 ? findDate(text, language) : undefined;
    if (date !== undefined)
      return doubtful({...date, why: text.trim(), paragraph}, `“${text.trim()}” may not be the day it took effect.`);
  }
  return undefined;
}

const doubtful = (date: FoundDate, message: string): FoundDate => ({
  ...date,
  doubt: {message, remedy: 'say the day with --effective, for example --effective 2024-05-31'},
});

/** Making one takes longer than using it. */
const labelPatterns = new Map<string, RegExp>();

function findLabelled(paragraphs: readonly string[], language: LanguageTag, known: readonly string[]): FoundDate[] {
  if (known.length === 0) return [];
  const start = isUnspaced(language) ? '' : '(?<!\\p{L})';
  const source = known.map((words) => `${start}${escapePattern(words)}`).join('|');
  const label = labelPatterns.get(source) ?? new RegExp(source, 'iu');
  labelPatterns.set(source, label);
  return paragraphs.flatMap((text, paragraph) => {
    if (text.length > longest || !label.test(text)) return [];
    const date = findDate(text, language);
    return date === undefined ? [] : [{...date, why: text.trim(), paragraph}];
  });
}

interface WrittenDate {
  readonly value: IsoDate;
  /** The letters it is read from. */
  readonly written: string;
  readonly doubt?: Guess<IsoDate>['doubt'] & {};
}

/** Every day that a text gives, whichever way it is written. */
export function daysIn(text: string, language: LanguageTag): readonly IsoDate[] {
  const days: IsoDate[] = [];
  let rest = text;
  for (let date = findDate(rest, language); date !== undefined; date = findDate(rest, language)) {
    days.push(date.value);
    rest = westernise(rest).replace(date.written, ' ');
  }
  return days;
}

const westernise = (text: string): string => westernYears(westernNumerals(westernDigits(text))).toLocaleLowerCase('en');

/** The first date in a text. */
function findDate(text: string, language: LanguageTag): WrittenDate | undefined {
  const plain = westernise(text);
  if (!/\d{4}/u.test(plain)) return undefined;
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u.exec(plain);
  if (iso !== null) return wrap(iso[0], toIso(iso[1], iso[2], iso[3]));
  const han = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日號号]/u.exec(plain);
  if (han !== null) return wrap(han[0], toIso(han[1], han[2], han[3]));
  return findNamedMonth(plain, language) ?? findNumeric(plain, language);
}

const wrap = (written: string, value: IsoDate | undefined): WrittenDate | undefined =>
  value === undefined ? undefined : {value, written};

function findNamedMonth(text: string, language: LanguageTag): WrittenDate | undefined {
  for (const [name, month] of monthsOf(language)) {
    // Making the patterns takes longer than using them.
    if (!text.includes(name)) continue;
    // Some Arabic texts name a month twice: آذار/مارس.
    const word = `${escapePattern(name)}\\.?(?!\\p{L})`;
    const dayFirst = new RegExp(
      `(?<!\\d)(\\d{1,2})(?:\\.?[ºª°]|\\.|st|nd|rd|th|er|:e|\\.?\\s*den)?\\s*(?:of\\s+|de\\s+)?(?<!\\p{L})${word}(?:\\s*/\\s*\\p{L}+)?,?\\s*(?:de\\s+)?(\\d{4})(?!\\d)`,
      'u',
    ).exec(text);
    if (dayFirst !== null) return wrap(dayFirst[0], toIso(dayFirst[2], month, dayFirst[1]));
    const monthFirst = new RegExp(`(?<!\\p{L})${word}\\s*(\\d{1,2})(?:st|nd|rd|th)?,?\\s*(\\d{4})(?!\\d)`, 'u').exec(
      text,
    );
    if (monthFirst !== null) return wrap(monthFirst[0], toIso(monthFirst[2], month, monthFirst[1]));
  }
  return undefined;
}

/** `12/07/2019`: the day comes first, but in English that is not certain. */
function findNumeric(text: string, language: LanguageTag): WrittenDate | undefined {
  const found = /(?<!\d)(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*|\s+)(\d{4})(?!\d)/u.exec(text);
  if (found === null) return undefined;
  const [written] = found;
  const dayFirst = toIso(found[3], found[2], found[1]);
  const monthFirst = toIso(found[3], found[1], found[2]);
  const american = language.startsWith('en') && written.includes('/');
  const value = american ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
  const other = value === dayFirst ? monthFirst : dayFirst;
  // With full stops the day comes first wherever dates are written so.
  const certain = other === undefined || other === value || (!american && written.includes('.'));
  if (value === undefined || certain) return wrap(written, value);
  return {
    value,
    written,
    doubt: {
      message: `“${written}” may be ${value} or ${other}; ${value} was taken.`,
      remedy: `if it is the other, say --effective ${other}`,
    },
  };
}

const monthNames = new Map<LanguageTag, readonly (readonly [string, number])[]>();

/** A language's names of the months, longest first, so that "mars" is not found in "marsh" nor "maj" for "major". */
function monthsOf(language: LanguageTag): readonly (readonly [string, number])[] {
  const known = monthNames.get(language);
  if (known !== undefined) return known;
  // Arabic has two sets of names, by country, and German a January of Austria. English ones stand in many texts of
  // other languages; en-GB has "Sept".
  const locales = [
    language,
    ...(language.startsWith('ar') ? ['ar-EG', 'ar-SY'] : []),
    ...(language.startsWith('de') ? ['de-AT'] : []),
    'en',
    'en-GB',
  ];
  const names = new Map<string, number>();
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: style,
        timeZone: 'UTC',
        calendar: 'gregory',
      });
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(Date.UTC(2001, month - 1, 15)).find(({type}) => type === 'month')?.value;
        const name = part?.replace(/\.$/u, '').toLocaleLowerCase('en');
        if (name !== undefined && /\p{L}/u.test(name) && !names.has(name)) names.set(name, month);
      }
    }
  }
  const list = [...names].sort(([a], [b]) => b.length - a.length);
  monthNames.set(language, list);
  return list;
}

/** Arabic-Indic, Persian and full-width digits as 0 to 9. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );
}

const numerals = '〇一二三四五六七八九';

/** Chinese and Japanese numerals before the signs for year, month and day as digits: 二〇二六年三月十五日. */
function westernNumerals(text: string): string {
  const digitsOf = (written: string): string => {
    const plain = written.replace(/[○◯零]/gu, '〇').replace(/元/gu, '一');
    // Where tens are written, what stands before and after them; a year is written digit by digit.
    const ten = /^(.?)十(.?)$/u.exec(plain);
    const digit = (sign: string | undefined, absent: string): string =>
      sign ? String(numerals.indexOf(sign)) : absent;
    return ten === null ? [...plain].map((sign) => digit(sign, '')).join('') : digit(ten[1], '1') + digit(ten[2], '0');
  };
  return text.replace(/[〇○◯零元一二三四五六七八九十]{1,4}(?=\s*[年月日號号])/gu, digitsOf);
}

/** The eras of Taiwan and Japan, with the year before their first. */
const eras: Readonly<Record<string, number>> = {民國: 1911, 民国: 1911, 令和: 2018, 平成: 1988};

/** 民國115年 as 2026年. */
const westernYears = (text: string): string =>
  text.replace(/(民[國国]|令和|平成)\s*(\d{1,3})(?=\s*年)/gu, (_, era: string, year: string) =>
    String((eras[era] ?? 0) + Number(year)),
  );

/** Years of the Hijri, Persian and Buddhist calendars are none of ours. */
const isOurs = (year: string): boolean => Number(year) >= 1900 && Number(year) < 2200;

function toIso(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): IsoDate | undefined {
  return !isOurs(year ?? '')
    ? undefined
    : asIsoDate(`${year ?? ''}-${String(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`);
}

/** The text where it is a day that exists, as `2019-07-12`. */
export function asIsoDate(text: string): IsoDate | undefined {
  return isDay(text) ? text : undefined;
}
