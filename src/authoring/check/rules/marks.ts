/** What is wrong in a text whatever it says: brackets and quotation marks left open, words and spaces twice. */
import type {LanguageTag} from '../../../policy/bundle.js';
import {warning, type Finding} from '../../findings/finding.js';
import type {CheckedText, CheckedWording} from '../texts/checked-text.js';

export const findMarks = (text: CheckedText): Finding[] => [
  ...findBrackets(text),
  ...findQuotes(text),
  ...text.wordings.flatMap((wording) => findDoubledWords(wording, text.language)),
  ...findDoubledSpaces(text),
];

const pairs: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '［': '］',
  '【': '】',
  '《': '》',
  '「': '」',
  '『': '』',
};
const openers = new Map(Object.entries(pairs).map(([open, close]) => [close, open]));
/** Full-width and plain ones close each other in mixed text. */
const kindOf = (bracket: string): string => ({'（': '(', '［': '['})[bracket] ?? bracket;

/** `a)`, `1)` and `iv)` stand before a point of a list, and faces are made of one. */
const number = String.raw`\p{sc=Latin}{1,4}|[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}]{1,2}|\p{N}{1,3}|\p{L}\.\p{N}`;
const numbered = String.raw`(?<![\p{L}\p{N}(])(?:${number})[)）](?=\s|$)`;
const face = String.raw`(?<!\S)[:;]-?[()](?!\S)`;
const webAddress = String.raw`https?:\/\/[^\s()]+`;
const notBrackets = new RegExp(`${numbered}|${face}|${webAddress}`, 'gu');

interface Lone {
  readonly wording: CheckedWording;
  readonly index: number;
  readonly bracket: string;
  readonly isOpen: boolean;
}

function lonely(wording: CheckedWording): Lone[] {
  const found: Lone[] = [];
  const open: Lone[] = [];
  const all = wording.words;
  // A sign before a point of a list closes nothing, unless something is open there.
  const plain = all.replace(notBrackets, (sign, index: number) =>
    /^[\p{L}\p{N}]/u.test(sign) && isOpenAt(all, index) ? sign : ' '.repeat(sign.length),
  );
  for (const {0: bracket, index} of plain.matchAll(/[()[\]{}（）［］【】《》「」『』]/gu)) {
    if (bracket in pairs) open.push({wording, index, bracket, isOpen: true});
    else {
      const last = open.at(-1);
      if (last !== undefined && kindOf(last.bracket) === kindOf(openers.get(bracket) ?? '')) open.pop();
      else found.push({wording, index, bracket, isOpen: false});
    }
  }
  return [...found, ...open];
}

const isOpenAt = (words: string, index: number): boolean => {
  const before = words.slice(0, index);
  return (before.match(/[(（]/gu)?.length ?? 0) > (before.match(/[)）]/gu)?.length ?? 0);
};

/** How many wordings later a bracket may still be closed: after the items of a list, the cells of a row. */
const within = 8;

function findBrackets({wordings}: CheckedText): Finding[] {
  if (!wordings.some(({words}) => /[()[\]{}（）［］【】《》「」『』]/u.test(words))) return [];
  const lone = wordings.flatMap((wording, position) => lonely(wording).map((each) => ({...each, position})));
  const paired = new Set<Lone>();
  for (const [at, closing] of lone.entries()) {
    if (closing.isOpen) continue;
    const opening = lone
      .slice(0, at)
      .reverse()
      .find(
        (each) =>
          each.isOpen &&
          !paired.has(each) &&
          each.position < closing.position &&
          each.position >= closing.position - within &&
          kindOf(openers.get(closing.bracket) ?? '') === kindOf(each.bracket),
      );
    if (opening !== undefined) paired.add(opening).add(closing);
  }
  return lone
    .filter((each) => !paired.has(each))
    .map(({wording, index, bracket, isOpen}) =>
      warning(
        'unbalanced-mark',
        wording.at(index, index + 1),
        `“${bracket}” ${isOpen ? 'is opened here and never closed' : 'closes what was never opened'}. ` +
          'Add the other one, or take this out.',
      ),
    );
}

/** Each style has two of them, and a text may mix styles: what must be is that they are even. */
const quotes = /["“”„‟«»＂]/gu;
/** Inches, seconds, the abbreviations of Hebrew. */
const notQuotes = /(?<=\p{N})["”]|(?<=\p{sc=Hebrew})["”](?=\p{sc=Hebrew})/gu;

/** A quotation may go on in the next paragraph: only what has no partner there is told of. */
function findQuotes({wordings}: CheckedText): Finding[] {
  const odd = wordings
    .map((wording, position) => ({wording, position, found: quotesIn(wording.words)}))
    .filter(({found}) => found.length % 2 === 1);
  const findings: Finding[] = [];
  for (let index = 0; index < odd.length; index++) {
    const [here, next] = [odd[index], odd[index + 1]];
    if (here === undefined) continue;
    if (next !== undefined && next.position <= here.position + within) {
      index++;
      continue;
    }
    const at = here.found.at(/^["“„«]/u.test(here.wording.words) ? 0 : -1);
    findings.push(
      warning(
        'unbalanced-mark',
        here.wording.at(at?.index, at === undefined ? undefined : at.index + 1),
        `This has ${here.found.length === 1 ? 'one quotation mark' : `${here.found.length} quotation marks`}, ` +
          'so that one is missing or too many. Write what is quoted between two.',
      ),
    );
  }
  return findings;
}

const quotesIn = (words: string): RegExpExecArray[] => [...words.replace(notQuotes, ' ').matchAll(quotes)];

/** Languages that double no word to say “each” or “very”, and the words that may follow themselves in them. */
const mayDouble: Readonly<Record<string, readonly string[]>> = {
  en: ['that', 'had', 'is', 'do'],
  sv: ['det', 'de', 'den', 'som', 'i', 'för'],
  nb: ['det', 'de', 'den', 'som', 'i', 'for', 'om'],
  nn: ['det', 'dei', 'den', 'som', 'i', 'for'],
  da: ['det', 'de', 'den', 'der', 'som', 'i', 'for'],
  nl: ['die', 'dat', 'je', 'ze', 'we', 'het', 'is'],
  de: ['die', 'der', 'das', 'den', 'dem', 'sie', 'ihr', 'ist', 'sind', 'wird', 'werden', 'ihnen'],
  fr: ['nous', 'vous', 'faire'],
  es: ['nos', 'se'],
  pt: ['nos', 'se'],
  it: ['via', 'così'],
  fi: [],
  pl: ['się'],
  cs: ['se', 'je'],
  sk: ['sa', 'je'],
  hu: ['egy', 'már', 'volt', 'az'],
  ro: [],
  el: [],
  ru: [],
  uk: [],
  bg: [],
  hr: [],
  sl: [],
  et: [],
  lv: [],
  lt: [],
  ga: [],
  is: [],
  ca: ['nos'],
};

const twice = /(?<![\p{L}\p{M}\p{N}'’.-])(\p{L}[\p{L}\p{M}]*)[ \n]+\1(?![\p{L}\p{N}'’-])/giu;

function findDoubledWords({words, at, kind, written}: CheckedWording, language: LanguageTag): Finding[] {
  const fine = mayDouble[language.split('-')[0] ?? ''];
  if (fine === undefined || kind === 'title') return [];
  return [...words.matchAll(twice)].flatMap(({0: found, 1: word = '', index}) => {
    const second = found.slice(-word.length);
    // A name may be a word twice: Bora Bora.
    const isName = /^\p{Lu}/u.test(second);
    // `man man` is how a program is called.
    const isCode =
      written?.markdown.split('`').some((part, number) => number % 2 === 1 && part.includes(found)) === true;
    if (isName || isCode || word.length < 2 || fine.includes(word.toLocaleLowerCase(language))) return [];
    return [
      warning('doubled-word', at(index, index + found.length), `“${second}” stands here twice. Take one of them out.`),
    ];
  });
}

/** Two after a sentence are somebody's style. */
const spaces = /(?<=[\p{L}\p{N},;)])[ \u00a0]{2,}(?=[\p{L}\p{N}(])/gu;

function findDoubledSpaces({wordings}: CheckedText): Finding[] {
  const all = wordings.flatMap(({words, written, at}) => {
    // White space is one where Markdown is read: only how it is written tells.
    const source = written === undefined ? {letters: words, at} : {letters: written.markdown, at: written.at};
    return [...source.letters.matchAll(spaces)].map(({0: found, index}) => ({
      place: source.at(index, index + found.length),
    }));
  });
  const [first] = all;
  if (first === undefined) return [];
  const where =
    all.length === 1
      ? 'Here stand two spaces'
      : `Here and in ${all.length - 1} more place${all.length === 2 ? '' : 's'} stand two spaces`;
  return [warning('doubled-space', first.place, `${where} between words. Write one.`)];
}
