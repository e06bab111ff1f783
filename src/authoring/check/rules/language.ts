/**
 * Whether a text is in the language that its name says, all of it.
 *
 * eld knows sixty languages. A text in another is held against its script only. A clause
 * that is short, or nearly as likely to be in its own language, is never found fault with;
 * several that follow one another are, where all lean to one neighbour's.
 */
import type {LanguageTag} from '../../../policy/bundle.js';
import {error, warning, type Finding} from '../../findings/finding.js';
import {groupBy} from '../../collections/group.js';
import {detectors} from '../../recognise/detectors.js';
import {nameOf, recogniseLanguage, withoutForeignNames} from '../../recognise/recognise-language.js';
import type {CheckedText, CheckedWording} from '../texts/checked-text.js';
import {isLeftIn, mayBeLeftIn} from './near-languages.js';
import {tellStrangers, type Stranger} from './strangers.js';
import {isInOtherScript, isNames, lettersOf, otherChinese} from './scripts.js';

/** In letters; a Chinese or Japanese one counts as three. */
const long = 120;
const longCopy = 40;
const longHeading = 20;
/** How much less likely its own language must be than the one that is found. */
const clearly = 0.75;
/**
 * As much for clauses in a row, and the letters they must have together. One's own lean away alone, and by a
 * hundredth.
 */
const clearlyInARow = 0.97;
const longRow = 200;

/** Languages that eld knows by another's name, or tells apart only in long texts. */
const families: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  yue: 'zh',
  cmn: 'zh',
  fil: 'tl',
  id: 'ms',
  sr: 'hr',
  bs: 'hr',
  sh: 'hr',
  cnr: 'hr',
  prs: 'fa',
};
const familyOf = (language: string): string =>
  families[language.split('-')[0] ?? ''] ?? language.split('-')[0] ?? language;

let known: ReadonlySet<string> | undefined;
const isKnown = (family: string): boolean =>
  (known ??= new Set(Object.values(detectors().eld.info().Languages).map(familyOf))).has(family);

const weights = new WeakMap<CheckedWording, number>();

/** Asked for several times of each wording. */
function weigh(wording: CheckedWording): number {
  const {words} = wording;
  const weight =
    weights.get(wording) ??
    (words.match(/\p{L}/gu)?.length ?? 0) +
      2 * (words.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0);
  weights.set(wording, weight);
  return weight;
}

interface Foreign {
  readonly language: string;
  readonly reliable: boolean;
  /** How likely its own language is, as a share of the one that is found. */
  readonly own: number;
}

/** The language that some words are in, where it is another than `own`. */
function foreignIn(words: string, own: string): Foreign | undefined {
  const found = detectors().eld.detect(withoutForeignNames(words));
  if (found.language === '' || familyOf(found.language) === own) return undefined;
  const scores = Object.entries(found.getScores());
  const best = Math.max(...scores.map(([, score]) => score));
  const likeliest = Math.max(0, ...scores.filter(([language]) => familyOf(language) === own).map(([, score]) => score));
  return {language: found.language, reliable: found.isReliable(), own: likeliest / best};
}

const sizeOf = ({wordings}: CheckedText): number =>
  wordings.filter(isClause).reduce((sum, wording) => sum + weigh(wording), 0);

/** What is not as long says too little, also where another text has it to the letter. */
const enoughFor = (wording: CheckedWording): number => (isClause(wording) ? longCopy : longHeading);

const headingsOf = ({wordings}: CheckedText): string =>
  wordings
    .filter((wording) => !isClause(wording))
    .map(({words}) => words)
    .join('\n');

const isClause = ({kind}: CheckedWording): boolean => kind === 'clause' || kind === 'lead';

/** What one text says of itself; `copies` are the wordings that another language has to the letter. */
export function findForeign(text: CheckedText, copies: ReadonlyMap<CheckedWording, string> = new Map()): Finding[] {
  const own = familyOf(text.language);
  const clauses = text.wordings.filter(isClause);
  if (sizeOf(text) >= long) {
    const whole = isKnown(own) ? otherLanguage(text, clauses) : otherScript(text, clauses);
    if (whole !== undefined) return [whole];
  }
  const headings = text.wordings
    .filter((wording) => !isClause(wording) && copies.has(wording))
    .map((wording) => foreignClause(text, wording, copies.get(wording)));
  const foreign = clauses.map((wording) => foreignClause(text, wording, copies.get(wording)));
  return [
    ...tellStrangers(
      [...headings, ...foreign].filter((each) => each !== undefined),
      text,
    ),
    ...(isKnown(own)
      ? foreignRows(
          text,
          clauses.map((wording, index) => (foreign[index] === undefined ? wording : undefined)),
        )
      : []),
  ];
}

function foreignClause(
  {language}: CheckedText,
  wording: CheckedWording,
  copiedFrom: string | undefined,
): Stranger | undefined {
  const {words} = wording;
  const letters = weigh(wording);
  const isCopied = copiedFrom !== undefined && letters >= enoughFor(wording);
  const own = familyOf(language);
  // A program's lines are in no language.
  if (isNames(words) || wording.written?.markdown.startsWith('```') === true) return undefined;
  const stranger = (found: string): Stranger => ({
    wording,
    ...(found !== '' && {language: nameOf(found)}),
    ...(isCopied && {copiedFrom}),
  });
  if ((isCopied || isClause(wording)) && isInOtherScript(words, language)) {
    const found = detectors().eld.detect(words).language;
    // What the letters are of is a name then, or a formula.
    if (familyOf(found) !== own) return stranger(found);
  }
  const chinese = otherChinese(words, language);
  if (chinese !== undefined) return stranger(chinese);
  if (letters < enoughFor(wording) || !isKnown(own)) return undefined;
  const foreign = foreignIn(words, own);
  const found = familyOf(foreign?.language ?? own);
  if (foreign !== undefined && isClause(wording) && mayBeLeftIn(own, found))
    return isLeftIn(found, foreign.own, words) ? stranger(foreign.language) : undefined;
  if (!isCopied && letters < long) return undefined;
  return foreign !== undefined && foreign.own < clearly && (isCopied || foreign.reliable)
    ? stranger(foreign.language)
    : undefined;
}

/**
 * Clauses one after the other that lean to the same other language, each too little to be told by itself. `undefined`
 * is one that was.
 */
function foreignRows({language}: CheckedText, clauses: readonly (CheckedWording | undefined)[]): Finding[] {
  const own = familyOf(language);
  const rows: {readonly language: string; readonly clauses: CheckedWording[]}[] = [];
  let open: (typeof rows)[number] | undefined;
  for (const wording of clauses) {
    // What says nothing of its language does not end a row.
    if (wording !== undefined && (weigh(wording) < longCopy / 2 || isNames(wording.words))) continue;
    const found = wording === undefined ? undefined : foreignIn(wording.words, own);
    if (wording === undefined || found === undefined) open = undefined;
    else if (open !== undefined && familyOf(open.language) === familyOf(found.language)) open.clauses.push(wording);
    else rows.push((open = {language: found.language, clauses: [wording]}));
  }
  return rows.flatMap((row) => {
    const [first, ...others] = row.clauses;
    if (
      first === undefined ||
      others.length === 0 ||
      row.clauses.reduce((sum, wording) => sum + weigh(wording), 0) < longRow
    )
      return [];
    const joint = foreignIn(row.clauses.map(({words}) => words).join('\n'), own);
    if (joint?.reliable !== true || joint.own > clearlyInARow) return [];
    const rest = others.length === 1 ? 'the clause after it' : `the ${others.length} clauses after it`;
    return [
      warning(
        'foreign-clause',
        first.at(),
        `This and ${rest} seem to be ${nameOf(joint.language)}, in a text that is ${nameOf(language)} by ` +
          'its name. Translate them.',
      ),
    ];
  });
}

/** Norwegian and Chinese are each written in two ways, which only a whole text tells apart. */
const needsCare = new Set(['no', 'zh']);

function otherLanguage(text: CheckedText, clauses: readonly CheckedWording[]): Finding | undefined {
  const paragraphs = clauses.map(({words}) => words);
  const own = familyOf(text.language);
  const found = detectors().eld.detect(withoutForeignNames(paragraphs.join('\n'))).language;
  if (found === '' || (familyOf(found) === own && !needsCare.has(own))) return undefined;
  const guess = recogniseLanguage(paragraphs);
  if (guess === undefined || guess.doubt !== undefined || isSame(guess.value, text.language)) return undefined;
  return error(
    'other-language',
    text.at,
    `This text is ${nameOf(guess.value)}, and its name says ${nameOf(text.language)} ` +
      `(${text.language}). Put the right text here, or name it after its language.`,
  );
}

/** `found` may be a script of Chinese or a form of Norwegian; a name that says neither is right in both. */
function isSame(found: LanguageTag, named: LanguageTag): boolean {
  if (familyOf(found) !== familyOf(named)) return false;
  if (familyOf(named) === 'no') return found === named.split('-')[0] || named.split('-')[0] === 'no';
  if (familyOf(named) === 'zh')
    return named === 'zh' || new Intl.Locale(found).maximize().script === new Intl.Locale(named).maximize().script;
  return true;
}

function otherScript(text: CheckedText, clauses: readonly CheckedWording[]): Finding | undefined {
  const {script} = new Intl.Locale(text.language).maximize();
  const pattern = lettersOf(text.language);
  if (script === undefined || pattern === undefined) return undefined;
  const words = clauses.map((clause) => clause.words).join('');
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if ((words.match(pattern)?.length ?? 0) >= letters * 0.2) return undefined;
  const name = new Intl.DisplayNames('en', {type: 'script'}).of(script) ?? script;
  return error(
    'other-language',
    text.at,
    `${nameOf(text.language)} (${text.language}) is written in the script “${name}”, and this text ` +
      'hardly is. Put the right text here, or name it after its language.',
  );
}

/** What the languages of one edition say of each other, and each of itself. */
export function findLanguages(edition: readonly CheckedText[]): Finding[] {
  const same = groupBy(edition, ({wordings}) => JSON.stringify(wordings.filter(isClause).map(({words}) => words)));
  const findings: Finding[] = [];
  const copied = new Set<CheckedText>();
  for (const texts of same.values()) {
    const [first] = texts;
    if (first === undefined || texts.length < 2 || sizeOf(first) < longCopy) continue;
    // A text of addresses is the same in every language, under headings of its own.
    if (
      first.wordings.filter(isClause).every(({words}) => isNames(words)) &&
      headingsOf(first) !== headingsOf(texts[1] ?? first)
    )
      continue;
    // One of them is the original: the one that is in its own language, or the first.
    const {language} = detectors().eld.detect(withoutForeignNames(first.wordings.map(({words}) => words).join('\n')));
    const original = texts.find((text) => familyOf(text.language) === familyOf(language)) ?? first;
    for (const text of texts) {
      if (text === original) continue;
      copied.add(text);
      findings.push(
        error(
          'identical-text',
          text.at,
          `This text is the same to the letter as ${original.name}. Put the ${nameOf(text.language)} text ` +
            'here, or delete it.',
        ),
      );
    }
  }
  const byWords = groupBy(
    edition
      .filter((text) => !copied.has(text))
      .flatMap((text) =>
        text.wordings.filter((wording) => weigh(wording) >= enoughFor(wording)).map((wording) => ({text, wording})),
      ),
    ({wording}) => `${wording.key}\n${wording.words}`,
  );
  const copies = new Map(
    [...byWords.values()].flatMap((rivals) =>
      rivals.length < 2
        ? []
        : rivals.map(
            ({text, wording}) => [wording, rivals.find((rival) => rival.text !== text)?.text.name ?? ''] as const,
          ),
    ),
  );
  return [...findings, ...edition.filter((text) => !copied.has(text)).flatMap((text) => findForeign(text, copies))];
}
