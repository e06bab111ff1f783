/** Numbers, amounts, periods and days that one language gives otherwise than another. */
import {isDay} from '../../../policy/day.js';
import {warning, type Finding} from '../../findings/finding.js';
import {listAnd} from '../../findings/nearest.js';
import {recogniseDate} from '../../recognise/recognise-date.js';
import {daysIn, westernise} from '../../recognise/written-date.js';
import type {CheckedText, CheckedWording} from '../texts/checked-text.js';
import {inSmallest, unitAfter, writesNumbers, type Unit} from '../texts/units.js';
import {differToo, findOutliers, nameAll, sameClass} from './outliers.js';

interface Figure {
  readonly value: number;
  readonly unit: Unit | undefined;
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** Of a law or a file: 2016/679. */
  readonly isOfLaw: boolean;
}

interface Figures {
  readonly wording: CheckedWording;
  readonly text: CheckedText;
  readonly figures: readonly Figure[];
  readonly days: readonly string[];
}

/** Below this, numbers are often written in letters in one language and not in another. */
const mostInLetters = 12;

/** Addresses of any kind, and numbers of telephones: they are compared by themselves. */
const notFigures = new RegExp(
  [
    '(?:https?:\\/\\/|www\\.)[!-~]+',
    '(?<![\\w.+-])[\\w.+-]+@[\\w.-]+',
    '(?<!\\p{N}|[^\\P{L}\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}])\\+\\d[\\d\\s()./-]{6,}\\d',
    '(?<![\\p{L}\\p{N}])0(?!\\d?[./-]\\d\\d?[./-]\\d{4})[\\d\\s()./-]{6,}\\d',
    '(?<!\\p{L})(?:ISO|IEC|DIN|EN|RFC|BS|SS|NIST|SOC|PCI|TLS|HTTP)[\\s/-]{1,2}\\d[\\d.:-]*',
  ].join('|'),
  'gu',
);
/** What begins with a letter, or with a digit before a capital, is a name: ISO27001, A4, 2FA. */
const isName = (word: string): boolean => /^\p{sc=Latin}.*\d|^\p{sc=Cyrillic}.*\d|^\d+\p{Lu}/su.test(word);
const grouped = /(?<![\d.,])\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)/gu;
/** Of the clause itself: “5.1 On working days”. */
const numbering = /^\s*\d{1,3}(?:\.\d{1,3})+\.?(?=\s)/u;
const numbers = /\d+/gu;

const kept = new WeakMap<CheckedWording, Figures>();

function figuresOf(text: CheckedText, wording: CheckedWording): Figures {
  const known = kept.get(wording);
  if (known !== undefined) return known;
  const {words} = wording;
  const figures: Figure[] = [];
  if (/\p{N}/u.test(words)) {
    const blank = (found: string): string => ' '.repeat(found.length);
    // Letter by letter as long as the words: only digits are other ones.
    const plain = sameLength(words)
      .replace(numbering, blank)
      .replace(notFigures, blank)
      .replace(/[\p{L}\p{N}_-]+/gu, (word) => (isName(word) ? blank(word) : word));
    const add = (found: string, index: number, digits: string): void => {
      const end = index + found.length;
      const value = Number(digits);
      figures.push({
        value,
        unit: unitAfter(plain.slice(end, end + 60)),
        written: words.slice(index, end),
        start: index,
        end,
        isOfLaw: /\/\s?$/u.test(plain.slice(0, index)) || /^\s?\/\s?\d/u.test(plain.slice(end)),
      });
    };
    const rest = plain.replace(grouped, (found: string, index: number) => {
      add(found, index, found.replace(/\D/gu, ''));
      return blank(found);
    });
    for (const {0: found, index} of rest.matchAll(numbers)) if (found.length < 16) add(found, index, found);
  }
  const days = /\p{N}{4}|年/u.test(words) ? [...new Set(daysIn(words, text.language))].sort() : [];
  const made = {wording, text, figures, days};
  kept.set(wording, made);
  return made;
}

/** With the digits of any script as ours. */
const sameLength = (words: string): string =>
  words.replace(/\p{Nd}/gu, (digit) => {
    const plain = westernise(digit);
    return plain.length === digit.length && /\d/u.test(plain) ? plain : digit;
  });

/** Nothing, where only one of them gives days. */
function differentDays(these: Figures, those: Figures): boolean {
  if (these.days.length === 0 || these.days.length !== those.days.length) return false;
  // 03/04/2024 may be read in two ways.
  const bothWays = (day: string): string[] => {
    const [year = '', month = '', date = ''] = day.split('-');
    return [day, `${year}-${date}-${month}`];
  };
  return these.days.some((day) => !bothWays(day).some((each) => those.days.includes(each)));
}

const isSame = (a: Figure, b: Figure): boolean =>
  a.unit !== undefined && b.unit !== undefined
    ? inSmallest(a.value, a.unit) === inSmallest(b.value, b.unit)
    : a.value === b.value;

/** Thousands and millions may be written in letters, years counted from another. */
function isSameOtherwise(a: Figure, b: Figure): boolean {
  const [less, more] = a.value < b.value ? [a.value, b.value] : [b.value, a.value];
  const ratio = more / less;
  return (
    [1e3, 1e4, 1e6, 1e7, 1e8, 1e9].includes(ratio) ||
    (more > 1900 && more < 2700 && [543, 578, 579, 580, 621, 622, 1911, 1988, 2018].includes(more - less)) ||
    (more <= 24 && more - less === 12 && [a, b].some(({written}) => written.length > 0) && more > 12)
  );
}

const without = (some: readonly Figure[], others: readonly Figure[]): readonly Figure[] =>
  some.filter((a) => !others.some((b) => isSame(a, b) || isSameOtherwise(a, b)));

/** Whether a text writes numbers beyond twelve in digits, by what it says elsewhere. */
const inDigits = ({wordings}: CheckedText, but: CheckedWording): boolean =>
  wordings.some(
    (wording) =>
      wording !== but && wording.kind === 'clause' && /(?<![\p{N}.,/])\p{Nd}{2}(?![\p{N}/])/u.test(wording.words),
  );

function differ(these: Figures, those: Figures): boolean {
  if (differentDays(these, those)) return true;
  const [extra, missing] = [without(these.figures, those.figures), without(those.figures, these.figures)];
  if (extra.length === 0 && missing.length === 0) return false;
  const inLetters = [these, those].map(({wording, text}) => writesNumbers(wording.words, text.language));
  if (extra.length > 0 && missing.length > 0)
    return [...extra, ...missing].some(({value}) => value > mostInLetters) || !inLetters.includes(true);
  const [lacking, isInLetters] = extra.length > 0 ? [those, inLetters[1]] : [these, inLetters[0]];
  return (
    [...extra, ...missing].some(({value, isOfLaw}) => value > mostInLetters && !isOfLaw) &&
    isInLetters !== true &&
    inDigits(lacking.text, lacking.wording)
  );
}

export function findFigures(model: CheckedText, others: readonly CheckedText[], prevails: boolean): Finding[] {
  const texts = [model, ...others];
  const byKey = new Map(texts.map((text) => [text, new Map(text.wordings.map((each) => [each.key, each]))]));
  return model.wordings.flatMap(({key, kind, isPreamble}) => {
    if (kind === 'title') return [];
    const found = new Map(
      texts.flatMap((text) => {
        const wording = byKey.get(text)?.get(key);
        return wording === undefined ? [] : [[text, figuresOf(text, wording)] as const];
      }),
    );
    // A day of effect that contradicts its folder is a finding already.
    if (
      isPreamble &&
      isDay(model.edition) &&
      [...found.values()].some(({wording, text}) => recogniseDate([wording.words], text.language))
    )
      return [];
    if ([...found.values()].every(({figures}) => figures.length === 0)) return [];
    const classOf = sameClass([...found.values()], (a, b) => !differ(a, b));
    return findOutliers(
      model,
      others,
      prevails,
      (text) => found.get(text),
      (value) => classOf.get(value),
    ).map(({value, expected, rivals, more}) => tell(value, expected, rivals, more));
  });
}

function tell(
  value: Figures,
  expected: Figures,
  rivals: readonly CheckedText[],
  more: readonly CheckedText[],
): Finding {
  const names = nameAll(rivals.map(({name}) => name));
  const [say, does] = rivals.length === 1 ? ['says', 'does'] : ['say', 'do'];
  const quote = (all: readonly string[]): string => listAnd([...new Set(all)].map((each) => `“${each}”`));
  const [extra, missing] = [without(value.figures, expected.figures), without(expected.figures, value.figures)];
  const withUnit = ({end, written}: Figure, {wording: {words}}: Figures): string =>
    written + (/^\s?[\p{L}\p{M}]+/u.exec(words.slice(end))?.[0] ?? '');
  const [own, those] = [extra.map((each) => withUnit(each, value)), missing.map((each) => withUnit(each, expected))];
  const what =
    extra.length === 0 && missing.length === 0
      ? `gives the day ${quote(value.days)}, and ${names} ${quote(expected.days)}`
      : extra.length === 0
        ? `does not say ${quote(those)}, which ${names} ${say}`
        : missing.length === 0
          ? `says ${quote(own)}, which ${names} ${does} not`
          : `says ${quote(own)}, and ${names} ${quote(those)}`;
  const [first] = extra;
  return warning(
    'figures-differ',
    value.wording.at(first?.start, first?.end),
    `This ${what}. ${differToo(more)}Make them alike.`,
  );
}
