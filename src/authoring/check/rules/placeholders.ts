/** What was to be filled in and was not: `[date]`, `TODO`, `{{company}}`, a blank. */
import type {LanguageTag} from '../../../policy/bundle.js';
import {error, type Finding} from '../../findings/finding.js';
import {wordsIn, type PlaceholderWords} from '../../vocabulary/language-words.js';
import type {CheckedText} from '../texts/checked-text.js';

/** A pattern for what is no part of a longer word. */
const alone = (source: string, flags = 'gu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags);

/** Before another name they are part of one, TBC Bank; in quotes they are the name of something. */
const notANameIn = '(?!\\s+\\p{Lu}\\p{Ll})';
/** After these, and after a king’s name, “XXX” is thirty. */
const numbered = [
  'chapter',
  'article',
  'title',
  'part',
  'annex',
  'section',
  'schedule',
  'appendix',
  'book',
  'volume',
  'kapitel',
  'kapittel',
  'hoofdstuk',
  'artike[ln]',
  'artikkel',
  'avsnitt',
  'afsnit',
  'bilag',
  'bilaga',
  'vedlegg',
  'bijlage',
  'titel',
  'abschnitt',
  'anlage',
  'annexe',
  'chapitre',
  'titre',
  'cap[ií]tulo',
  'art[ií]culo',
  'artigo',
  'anexo',
  't[ií]tulo',
  'louis',
].map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`);

/** What no policy means, in any language. */
const unmistakable = [
  /\{\{[^{}]*\}\}/gu,
  /\$\{[^{}]*\}/gu,
  /<%[^%]*%>/gu,
  /%%[\p{L}\p{N}_ -]+%%/gu,
  // Part of a cookie's or an address's name, or such a part by itself, is a way to write it.
  new RegExp(
    String.raw`(?<![{\p{L}\p{N}_./-])\{(?!(?:HASH|U?ID|UUID|GUID|TOKEN|KEY|N)\})` +
      String.raw`(?:\p{L}[\p{L}\p{N}_.]*|\d)\}(?![}\p{L}\p{N}_/-])`,
    'gu',
  ),
  /(?<![\p{L}\p{N}%])%[A-Z][A-Z0-9_]+%/gu,
  /(?<![\p{N}%]\s?)%(?:\d\$)?s(?!\p{L})/gu,
  /##[A-Z][A-Z0-9_ ]*##|@@[\p{L}_]+@@/gu,
  new RegExp(`(?<![“‘„«"'\\p{L}\\p{N}])(?:TBD|TBC|FIXME)(?![\\p{L}\\p{N}])${notANameIn}`, 'gu'),
  new RegExp(`(?<!(?:${numbered.join('|')})\\s)(?<![\\p{L}\\p{N}])XXX(?![\\p{L}\\p{N}])${notANameIn}`, 'gu'),
  /(?<![\p{L}\p{N}_.-])X{4,}(?![\p{L}\p{N}_.-]*[\p{L}\p{N}_])/gu,
  alone('TRANSLATE ME|(?:MISSING|NEEDS) TRANSLATION|UNTRANSLATED'),
  alone('20XX|XX(?:[./-]XX)+(?:[./-](?:20)?[X\\d]{2,4})?', 'giu'),
  /\[\s*(?:(?:[●•■▪◼*]+|_+|[xX]{2,}(?:\s+\p{L}+)?|yyyy|YYYY|TK)\s*|(?:TODO|TBD|TBC)[^\]]{0,200})\]/gu,
  /\[X\](?=\s+\p{Ll})/gu,
  /lorem\s+ipsum/giu,
  /_{5,}|(?<!\S)_{4}(?!\S)/gu,
  /<\p{L}[\p{L}\p{N}_ -]{1,40}>/gu,
  // What Chinese and Japanese leave blank. Among numerals a circle is a nought.
  /[○◯□△＿Ｘ]{2,}/gu,
  /(?<![〇一二三四五六七八九十])〇{2,}(?![〇一二三四五六七八九十])/gu,
  /(?<!\p{L})[xX]{2,4}\s?(?=[年月日])/gu,
];
/** A day as a form asks for it, by the letters of many languages. */
const blankDay = alone(
  '(?:DD|TT|JJ|GG|PP|ДД)[./-](?:MM|KK|ММ)[./-](?:YYYY|YY|JJJJ|AAAA|ÅÅÅÅ|VVVV|RRRR|ГГГГ)|' +
    'MM[./-]DD[./-]YY(?:YY)?|(?:YYYY|JJJJ|AAAA|ÅÅÅÅ|VVVV|RRRR)-(?:MM|KK)-(?:DD|TT|JJ|GG|PP)',
);
/** Who tells of a way to write days means those letters. */
const ofFormats = /form[aá]t|формат|muoto|格式|形式|صيغة|تنسيق/iu;
const todo = new RegExp(`(?<![“‘„«"'\\p{L}\\p{N}])TODO(?![\\p{L}\\p{N}])${notANameIn}`, 'gu');
/** In Spanish and its neighbours it is a word; there it needs its colon. */
const todoMarked = /(?<![\p{L}\p{N}])TODO\s*:/gu;
const bracketed = /[[［【〔]\s*([^\s[\]［］【】〔〕](?:[^[\]［］【】〔〕]{0,78}[^\s[\]［］【】〔〕])?)\s*[\]］】〕]/gu;
const parenthesised = /[(（]\s*([^\s()（）](?:[^()（）]{0,58}[^\s()（）])?)\s*[)）]/gu;
/** In Markdown that is not escaped, HTML's own elements aside: the reading leaves it out. */
const known =
  '[abipqsu]|abbr|big|br|center|cite|code|del|dfn|div|em|font|h[1-6]|hr|img|ins|kbd|li|mark|' +
  'ol|pre|samp|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|ul|var|wbr';
const unescaped = new RegExp(String.raw`(?<!\\)<(?!\/?(?:${known})\b)\p{L}[\p{L}\p{N}_ -]*>`, 'giu');
/** Code is quoted as it is, for nobody to fill in. */
const code = /(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)/gsu;

export function findPlaceholders({language, wordings}: CheckedText): Finding[] {
  const patterns = [...unmistakable, /^(?:es|pt|gl|ast|ca|it|eo)\b/.test(language) ? todoMarked : todo];
  return wordings.flatMap(({words, written, at}) => {
    const report = (found: string, place: ReturnType<typeof at>): Finding =>
      error('placeholder', place, `“${found}” was to be filled in. Write what belongs here, or take it out.`);
    const findings: Finding[] = [];
    // Nearly every wording passes here.
    if (/[[［【〔{<$%_@#○◯□△＿Ｘ〇(（]|[A-ZÅА-Я]{2}|xx|[Ll]orem/u.test(words)) {
      let free = words;
      const blank = (index: number, length: number): void => {
        free = free.slice(0, index) + ' '.repeat(length) + free.slice(index + length);
      };
      for (const [, , quoted = ''] of written?.markdown.matchAll(code) ?? []) {
        const index = free.indexOf(quoted.trim());
        if (index !== -1) blank(index, quoted.trim().length);
      }
      const add = (index: number, found: string): void => {
        // Two patterns may mean one and the same.
        blank(index, found.length);
        findings.push(report(found, at(index, index + found.length)));
      };
      for (const {0: found, 1: inner = '', index} of free.matchAll(bracketed))
        if (asks(inner, language)) add(index, found);
      for (const {0: found, 1: inner = '', index} of free.matchAll(parenthesised))
        if (asksAloud(inner, language)) add(index, found);
      for (const pattern of ofFormats.test(words) ? patterns : [...patterns, blankDay])
        for (const {0: found, index} of free.matchAll(pattern)) add(index, found);
    }
    if (written !== undefined && written.markdown.includes('<')) {
      const uncoded = written.markdown.replace(code, (quoted) => ' '.repeat(quoted.length));
      for (const {0: found, index} of uncoded.matchAll(unescaped)) {
        if (!words.includes(found)) findings.push(report(found, written.at(index, index + found.length)));
      }
    }
    return findings;
  });
}

/** In small letters, with straight apostrophes, without vowel signs and what ends a sentence. */
const plain = (inner: string): string =>
  inner
    .toLocaleLowerCase('en')
    .replace(/[\u064b-\u0652]/gu, '')
    .replaceAll('’', "'")
    .replace(/(?<![.:])[.:]+$/u, '');
const wordsOf = (text: string): readonly string[] => text.split(/[\s_/]+/u);
/** A note goes on with the sentence that it stands in: "your name [and address]". */
const joining = new Set([
  'and',
  'or',
  'och',
  'eller',
  'og',
  'of',
  'en',
  'und',
  'oder',
  'et',
  'ou',
  'y',
  'o',
  'e',
  'ja',
  'tai',
  'i',
  'lub',
  'и',
  'или',
  'أو',
]);

/** In the text's language and in English. */
const askersIn = (language: LanguageTag): readonly PlaceholderWords[] => [
  ...new Set([...wordsIn(language), ...wordsIn('en')].map(({placeholders}) => placeholders)),
];

const beginsWith = (text: string, verb: string): boolean =>
  text.startsWith(verb) && !/^[\p{sc=Latin}\p{sc=Arabic}\p{sc=Cyrillic}]/u.test(text.slice(verb.length));

/** As German, Dutch or Japanese puts its verbs: [E-Mail-Adresse hier einfügen]. */
const endsWith = (text: string, verb: string): boolean =>
  text.endsWith(verb) && !/[\p{sc=Latin}\p{sc=Arabic}\p{sc=Cyrillic}]$/u.test(text.slice(0, -verb.length));

/** Whether what stands in brackets asks to be replaced. */
function asks(inner: string, language: LanguageTag): boolean {
  const text = plain(inner);
  const words = wordsOf(text);
  if (joining.has(words[0] ?? '')) return false;
  // An abbreviation says whose: [DPO name].
  const short = new Set(
    wordsOf(inner)
      .filter((word) => /^\p{Lu}{2,6}$/u.test(word))
      .map(plain),
  );
  return askersIn(language).some(
    ({verbs, things, small}) =>
      verbs.some((verb) => beginsWith(text, verb) || endsWith(text, verb)) ||
      things.includes(text) ||
      (words.every((word) => things.includes(word) || small.includes(word) || short.has(word)) &&
        words.some((word) => things.includes(word))),
  );
}

/** In round brackets only "(insert date)" does, which says nothing else. */
function asksAloud(inner: string, language: LanguageTag): boolean {
  const text = plain(inner);
  return askersIn(language).some(({verbs: [verb], things, small}) => {
    if (verb === undefined || !beginsWith(text, verb)) return false;
    const words = wordsOf(text.slice(verb.length).trim());
    return (
      words.every((word) => things.includes(word) || small.includes(word)) &&
      words.some((word) => things.includes(word))
    );
  });
}
