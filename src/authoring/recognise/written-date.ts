/** Days as texts write them: in numbers, or with the names of months, which come from Intl. */
import type {IsoDate, LanguageTag} from '../../policy/bundle.js';
import {isDay} from '../../policy/day.js';
import {escapePattern, type Guess} from '../document/guess.js';

export interface WrittenDate {
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

/** In small letters, with digits from 0 to 9, years as Westerners count them and one kind of i: Turkish has two. */
export const westernise = (text: string): string => small(westernYears(westernNumerals(westernDigits(text))));

const small = (text: string): string => text.toLocaleLowerCase('en').replace(/i\u0307|ı/gu, 'i');

/** The first date in a text. */
export function findDate(text: string, language: LanguageTag): WrittenDate | undefined {
  const plain = westernise(text);
  if (!/\d{4}/u.test(plain)) return undefined;
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u.exec(plain);
  if (iso !== null) return wrap(iso[0], toIso(iso[1], iso[2], iso[3]));
  const han = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日號号일]/u.exec(plain);
  if (han !== null) return wrap(han[0], toIso(han[1], han[2], han[3]));
  return findNamedMonth(plain, language) ?? findNumeric(plain, language);
}

const wrap = (written: string, value: IsoDate | undefined): WrittenDate | undefined =>
  value === undefined ? undefined : {value, written};

function findNamedMonth(text: string, language: LanguageTag): WrittenDate | undefined {
  for (const [name, month] of monthsOf(language)) {
    // Making the patterns takes longer than using them.
    if (!text.includes(name)) continue;
    // Hebrew writes its "in" together with the month.
    const word = `ב?${escapePattern(name)}\\.?(?!\\p{L})`;
    // Some Arabic texts name a month twice: آذار/مارس.
    const day = String.raw`(?<!\d)(\d{1,2})(?:\.?[ºª°]|\.|st|nd|rd|th|er|:e|\.?\s*den)?\s*(?:of\s+|de\s+)?`;
    const year = String.raw`,?\s*(?:de\s+)?(\d{4})(?!\d)`;
    const dayFirst = new RegExp(String.raw`${day}(?<!\p{L})${word}(?:\s*/\s*\p{L}+)?${year}`, 'u').exec(text);
    if (dayFirst !== null) return wrap(dayFirst[0], toIso(dayFirst[2], month, dayFirst[1]));
    const monthFirst = new RegExp(`(?<!\\p{L})${word}\\s*(\\d{1,2})(?:st|nd|rd|th)?,?\\s*(\\d{4})(?!\\d)`, 'u').exec(
      text,
    );
    if (monthFirst !== null) return wrap(monthFirst[0], toIso(monthFirst[2], month, monthFirst[1]));
    // "2019 m. liepos 12 d.", "2019. július 12.", "2019. gada 12. jūlijs"
    const begun = String.raw`(?<!\d)(\d{4})(?:\.|\s*m\.|\.?\s*gada)?\s*`;
    const rest = String.raw`(?:(\d{1,2})\.\s*${word}|(?<!\p{L})${word}\s*(\d{1,2})(?!\d))`;
    const yearFirst = new RegExp(begun + rest, 'u').exec(text);
    if (yearFirst !== null) return wrap(yearFirst[0], toIso(yearFirst[1], month, yearFirst[2] ?? yearFirst[3]));
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
        const name = part === undefined ? undefined : small(part.replace(/\.$/u, ''));
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
