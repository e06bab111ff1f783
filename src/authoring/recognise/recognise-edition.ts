/**
 * Which edition a text is: the day it took effect where anything says so, else its version, else `undated`.
 * Its words come before what is said about it, and nobody makes a date up.
 */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {isDay} from '../../policy/day.js';
import type {FrontMatter} from '../document/document.js';
import {wordPattern, type Doubt, type Guess} from '../document/guess.js';
import {wordsIn} from '../vocabulary/language-words.js';
import {recogniseDate} from './recognise-date.js';
import {daysIn} from './written-date.js';

/** What a file's path says of its edition. */
export interface PathEdition {
  readonly id: Id;
  /** The part of the path that says it. */
  readonly part: string;
}

export interface EditionEvidence {
  /** What the user says. */
  readonly chosen: Id | undefined;
  /** The day that the text's front matter or page calls that of effect, and how the report names its place. */
  readonly stated: {readonly day: Id; readonly why: string} | undefined;
  readonly front: FrontMatter;
  readonly path: PathEdition | undefined;
  readonly paragraphs: readonly string[];
  readonly language: LanguageTag;
}

const remedy = 'say the day with --effective, for example --effective 2024-05-31';

export function recogniseEdition({chosen, stated, front, path, paragraphs, language}: EditionEvidence): Guess<Id> {
  if (chosen !== undefined) return {value: chosen, why: 'as --effective says'};
  if (stated !== undefined) return {value: stated.day, why: stated.why};
  const words = recogniseDate(paragraphs, language);
  const {otherDay, version = versionIn(paragraphs, language)} = front;
  const pathDay = path !== undefined && isDay(path.id) ? path : undefined;
  const beside = [
    ...(otherDay?.isLikely === true ? [{day: otherDay.day, why: otherDay.why}] : []),
    ...(pathDay === undefined ? [] : [{day: pathDay.id, why: `“${pathDay.part}” in its path`}]),
  ];
  const [likely] = beside;
  if (words !== undefined && words.doubt === undefined) {
    const other = beside.find(({day}) => day !== words.value);
    return other === undefined ? words : {...words, doubt: disagree(words.why, other)};
  }
  if (likely !== undefined) {
    const other = beside.find(({day}) => day !== likely.day);
    const why = `as ${likely.why} says`;
    return {
      value: likely.day,
      why,
      ...(other !== undefined && {doubt: disagree(likely.why, other)}),
    };
  }
  if (words !== undefined) return words;
  if (otherDay !== undefined)
    return {
      value: otherDay.day,
      why: `as ${otherDay.why} says`,
      doubt: {message: `The text names no day of effect; ${otherDay.day} is ${otherDay.why}.`, remedy},
    };
  if (path !== undefined) return {value: path.id, why: `as “${path.part}” in its path says`};
  if (version !== undefined) return {value: version, why: 'as the version it gives'};
  return {
    value: 'undated',
    why: 'as nothing says when it took effect',
    doubt: {message: 'Nothing says when it took effect, so its edition is called “undated”.', remedy},
  };
}

const disagree = (taken: string, {day, why}: {day: Id; why: string}): Doubt => ({
  message: `“${taken}” and ${why}, ${day}, are two days; the first was taken.`,
  remedy: `if the other is when it took effect, say --effective ${day}`,
});

/** The day in a line that is a day and nothing else, however it is written: `2024-05-31T10:00`, `May 31, 2024`. */
export function readDay(text: string, language: LanguageTag): Id | undefined {
  const written = text.trim();
  const iso = /^(\d{4})[-/.](\d\d)[-/.](\d\d)(?!\d)/.exec(written);
  if (iso !== null) {
    const day = iso.slice(1).join('-');
    return isDay(day) ? day : undefined;
  }
  // Which is the day and which the month, nobody can say.
  const numbers = /^(\d{1,2})\/(\d{1,2})\/\d{4}$/.exec(written);
  if (numbers !== null && Number(numbers[1]) <= 12 && Number(numbers[2]) <= 12) return undefined;
  const [day, ...others] = written.length > 60 ? [] : daysIn(written, language);
  return others.length > 0 ? undefined : day;
}

/** `2.1` of `v2.1` and of `2.1`; nothing where it is no version. */
export const readVersion = (text: string): Id | undefined =>
  /^(?:v|version[\s_-]?)?(\d{1,3}(?:\.\d{1,3}){0,3})$/iu.exec(text.trim())?.[1];

/** A line of its own at the beginning that gives the version, in the language's words for one or in English. */
function versionIn(paragraphs: readonly string[], language: LanguageTag): Id | undefined {
  const words = [...wordsIn(language), ...wordsIn('en')].flatMap(({dates}) => dates.version);
  const word = words.map((each) => wordPattern(each, language)).join('|');
  const line = new RegExp(String.raw`^(?:${word})\s*(?:[:：]\s*)?v?(\d{1,3}(?:\.\d{1,3}){0,3})$`, 'iu');
  for (const text of paragraphs.slice(0, 6)) {
    const found = text.length <= 40 ? line.exec(text.trim())?.[1] : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
