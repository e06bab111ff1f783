/**
 * Whether a text is in the language that its name says, all of it.
 *
 * eld knows sixty languages. A text in another is held against its script only. What
 * is short, or nearly as likely to be in its own language, is never found fault with.
 */
import type {LanguageTag} from '../../policy/bundle.js';
import {error, warning, type Finding} from '../finding.js';
import {groupBy} from '../group.js';
import {detectors} from '../import/detectors.js';
import {nameOf, recogniseLanguage, withoutForeignNames} from '../import/recognise-language.js';
import type {CheckedText, CheckedWording} from './checked-text.js';

/** In letters; a Chinese or Japanese one counts as three. */
const long = 120;
const longCopy = 40;
/** How much less likely its own language must be than the one that is found. */
const clearly = 0.75;

/** Languages that eld knows by another's name, or tells apart only in long texts. */
const families: Readonly<Record<string, string>> = {
  nb: 'no', nn: 'no', yue: 'zh', cmn: 'zh', fil: 'tl', id: 'ms', sr: 'hr', bs: 'hr', sh: 'hr', cnr: 'hr', prs: 'fa',
};
const familyOf = (language: string): string => families[language.split('-')[0] ?? ''] ?? language.split('-')[0] ?? language;

let known: ReadonlySet<string> | undefined;
const isKnown = (family: string): boolean => (known ??= new Set(Object.values(detectors().eld.info().Languages).map(familyOf))).has(family);

const weights = new WeakMap<CheckedWording, number>();

/** Asked for several times of each wording. */
function weigh(wording: CheckedWording): number {
  const {words} = wording;
  const weight = weights.get(wording)
    ?? (words.match(/\p{L}/gu)?.length ?? 0) + 2 * (words.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0);
  weights.set(wording, weight);
  return weight;
}

/** The language that some words are in, where they are hardly in `own`. */
function foreignIn(words: string, own: string): {readonly language: string; readonly reliable: boolean} | undefined {
  const found = detectors().eld.detect(withoutForeignNames(words));
  if (found.language === '' || familyOf(found.language) === own) return undefined;
  const scores = Object.entries(found.getScores());
  const best = Math.max(...scores.map(([, score]) => score));
  const likeliest = Math.max(0, ...scores.filter(([language]) => familyOf(language) === own).map(([, score]) => score));
  return likeliest >= clearly * best ? undefined : {language: found.language, reliable: found.isReliable()};
}

const sizeOf = ({wordings}: CheckedText): number => wordings.filter(isClause).reduce((sum, wording) => sum + weigh(wording), 0);

const isClause = ({kind}: CheckedWording): boolean => kind === 'clause' || kind === 'lead';

/** What one text says of itself; `copies` are the wordings that another language has to the letter. */
export function findForeign(text: CheckedText, copies: ReadonlyMap<CheckedWording, string> = new Map()): Finding[] {
  const own = familyOf(text.language);
  const clauses = text.wordings.filter(isClause);
  if (sizeOf(text) >= long) {
    const whole = isKnown(own) ? otherLanguage(text, clauses) : otherScript(text, clauses);
    if (whole !== undefined) return [whole];
  }
  if (!isKnown(own)) return [];
  return clauses.flatMap((wording) => {
    const {words} = wording;
    const copiedFrom = copies.get(wording);
    const letters = weigh(wording);
    if (letters < (copiedFrom === undefined ? long : longCopy)) return [];
    const foreign = foreignIn(words, own);
    if (foreign === undefined) return [];
    if (copiedFrom !== undefined) {
      return [warning('untranslated-clause', wording.at(), `This is the same to the letter in ${copiedFrom}, and seems to be ${nameOf(foreign.language)}. Translate it.`)];
    }
    return foreign.reliable ? [warning('foreign-clause', wording.at(), `This seems to be ${nameOf(foreign.language)}, in a text that is ${nameOf(text.language)} by its name. Translate it.`)] : [];
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
  return error('other-language', text.at, `This text is ${nameOf(guess.value)}, and its name says ${nameOf(text.language)} (${text.language}). Put the right text here, or name it after its language.`);
}

/** `found` may be a script of Chinese or a form of Norwegian; a name that says neither is right in both. */
function isSame(found: LanguageTag, named: LanguageTag): boolean {
  if (familyOf(found) !== familyOf(named)) return false;
  if (familyOf(named) === 'no') return found === named.split('-')[0] || named.split('-')[0] === 'no';
  if (familyOf(named) === 'zh') return named === 'zh' || new Intl.Locale(found).maximize().script === new Intl.Locale(named).maximize().script;
  return true;
}

function otherScript(text: CheckedText, clauses: readonly CheckedWording[]): Finding | undefined {
  const {script} = new Intl.Locale(text.language).maximize();
  const pattern = script === undefined ? undefined : scriptPattern(script);
  if (script === undefined || pattern === undefined) return undefined;
  const words = clauses.map((clause) => clause.words).join('');
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if ((words.match(pattern)?.length ?? 0) >= letters * 0.2) return undefined;
  const name = new Intl.DisplayNames('en', {type: 'script'}).of(script) ?? script;
  return error('other-language', text.at, `${nameOf(text.language)} (${text.language}) is written in the script “${name}”, and this text hardly is. Put the right text here, or name it after its language.`);
}

function scriptPattern(script: string): RegExp | undefined {
  try {
    return new RegExp(`\\p{Script=${script}}`, 'gu');
  } catch {
    // `Hans`, `Jpan` and the like are mixtures, which have no pattern; their languages eld knows.
    return undefined;
  }
}

/** What the languages of one edition say of each other, and each of itself. */
export function findLanguages(edition: readonly CheckedText[]): Finding[] {
  const same = groupBy(edition, ({wordings}) => JSON.stringify(wordings.filter(isClause).map(({words}) => words)));
  const findings: Finding[] = [];
  const copied = new Set<CheckedText>();
  for (const texts of same.values()) {
    const [first] = texts;
    if (first === undefined || texts.length < 2 || sizeOf(first) < longCopy) continue;
    // One of them is the original: the one that is in its own language, or the first.
    const {language} = detectors().eld.detect(withoutForeignNames(first.wordings.map(({words}) => words).join('\n')));
    const original = texts.find((text) => familyOf(text.language) === familyOf(language)) ?? first;
    for (const text of texts) {
      if (text === original) continue;
      copied.add(text);
      findings.push(error('identical-text', text.at, `This text is the same to the letter as ${original.name}. Put the ${nameOf(text.language)} text here, or delete it.`));
    }
  }
  const byWords = groupBy(edition.filter((text) => !copied.has(text)).flatMap((text) => text.wordings.filter((wording) => isClause(wording) && weigh(wording) >= longCopy)
    .map((wording) => ({text, wording}))), ({wording}) => `${wording.key}\n${wording.words}`);
  const copies = new Map([...byWords.values()].flatMap((rivals) => rivals.length < 2 ? []
    : rivals.map(({text, wording}) => [wording, rivals.find((rival) => rival.text !== text)?.text.name ?? ''] as const)));
  return [...findings, ...edition.filter((text) => !copied.has(text)).flatMap((text) => findForeign(text, copies))];
}
