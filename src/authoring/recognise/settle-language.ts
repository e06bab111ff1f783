/**
 * Which language a text is in, from what the user says, what it says itself, what its path says and what its words are.
 * Where two of them disagree and neither is plainly right, it is a doubt with both sides.
 */
import type {LanguageTag} from '../../policy/bundle.js';
import type {Doubt, Guess} from '../document/guess.js';
import {detectors} from './detectors.js';
import type {PathEdition} from './recognise-edition.js';
import {nameOf, recogniseLanguage} from './recognise-language.js';

/** What the path of a file says, seen together with those of all others. */
export interface PathFacts {
  /** All of it without its ending and its day or version, in small letters. */
  readonly whole: string;
  readonly language?: PathLanguage;
  readonly edition?: PathEdition;
}

export interface PathLanguage {
  readonly tag: LanguageTag;
  /** What says it, as it is written. */
  readonly part: string;
  /** The path without it: the same for all languages of a policy. */
  readonly rest: string;
  /** Whether the paths alone show it; else the words must agree. */
  readonly isCertain: boolean;
  /** Whether a folder is named after it, rather than a file. */
  readonly isFolder: boolean;
}

export interface Settled {
  /** Nothing where nobody can tell. */
  readonly language: Guess<LanguageTag> | undefined;
  /** What is left of the path, where a part of it is the language. */
  readonly rest: string | undefined;
  /** Whether a folder says it. */
  readonly isFolder: boolean;
  /** Whether the path names the language that the text was taken to be in. */
  readonly fitsPath: boolean;
}

export interface LanguageEvidence {
  /** What the user says. */
  readonly chosen: LanguageTag | undefined;
  /** What the text says of itself, and how the report names its place. */
  readonly stated: {readonly tag: LanguageTag; readonly why: string} | undefined;
  readonly path: PathLanguage | undefined;
  readonly paragraphs: readonly string[];
}

export function settleLanguage({chosen, stated, path, paragraphs}: LanguageEvidence): Settled {
  const inPath = path?.isCertain === true ? path : undefined;
  const leave = (language: Guess<LanguageTag> | undefined): Settled => ({
    language,
    rest: undefined,
    isFolder: false,
    fitsPath: false,
  });
  const take = ({rest, tag, isFolder}: PathLanguage, language: Guess<LanguageTag>): Settled => ({
    language,
    rest,
    isFolder,
    fitsPath: isSame(tag, language.value),
  });
  if (chosen !== undefined) {
    const language = {value: chosen, why: 'as --language says'};
    return path !== undefined && (path.isCertain || isSame(path.tag, chosen)) ? take(path, language) : leave(language);
  }
  const words = recogniseLanguage(paragraphs);
  if (stated !== undefined) {
    const language = trust(stated.tag, stated.why, words);
    if (path === undefined || !(path.isCertain || isSame(path.tag, stated.tag))) return leave(language);
    if (isSame(path.tag, stated.tag)) return take(path, {...language, value: finer(stated.tag, path.tag)});
    // Pages are often copied with the language that they say they are in.
    const value = words !== undefined && isSame(words.value, path.tag) ? path.tag : stated.tag;
    return take(path, {value, why: stated.why, doubt: disagree(path, nameIn(stated.tag, stated.why), value)});
  }
  if (path === undefined) return leave(words);
  const why = `as “${path.part}” in its path says`;
  const byPath = {value: path.tag, why};
  if (words === undefined) return inPath === undefined ? leave(undefined) : take(inPath, byPath);
  if (isSame(words.value, path.tag)) {
    const value = finer(words.value, path.tag);
    return take(path, {value, why: value === words.value && words.doubt === undefined ? words.why : why});
  }
  const isNear = areConfused(words.value, path.tag);
  if (inPath === undefined) {
    if (isNear) return take(path, byPath);
    const isBetter = words.doubt !== undefined && path.isFolder;
    return isBetter ? take(path, {...byPath, doubt: disagree(path, nameIn(words.value), path.tag)}) : leave(words);
  }
  if (words.doubt !== undefined) return take(inPath, byPath);
  if (isCountry(inPath.part, words.value)) return leave(words);
  if (isNear || (!isKnown(path.tag) && scriptOf(path.tag) === scriptOf(words.value)))
    return take(inPath, {...byPath, doubt: disagree(inPath, nameIn(words.value), path.tag)});
  return take(inPath, {value: words.value, why: words.why, doubt: disagree(inPath, nameIn(words.value), words.value)});
}

/** What a text says of its language, with a doubt where its words are in another. */
function trust(tag: LanguageTag, why: string, words: Guess<LanguageTag> | undefined): Guess<LanguageTag> {
  if (words === undefined || words.doubt !== undefined || isSame(words.value, tag) || areConfused(words.value, tag))
    return {value: tag, why};
  return {
    value: tag,
    why,
    doubt: {
      message: `It says it is in ${tag}, and its words seem to be ${words.value}.`,
      remedy: `if they are, say --language ${words.value}`,
    },
  };
}

const nameIn = (tag: LanguageTag, why?: string): string =>
  why === undefined ? `its words seem to be ${nameOf(tag)}` : `it is in ${nameOf(tag)}, ${why}`;

const disagree = ({part, tag}: PathLanguage, other: string, taken: LanguageTag): Doubt => ({
  message: `The path says “${part}” (${nameOf(tag)}), and ${other}; it was taken to be in ${nameOf(taken)}.`,
  remedy: 'say which it is with --language, or move the file',
});

const primary = (tag: LanguageTag): string => tag.split('-')[0] ?? tag;

/** Old names of languages, and such as detectors have for another. */
const alike: Readonly<Record<string, string>> = {no: 'nb', iw: 'he', in: 'id', tl: 'fil', sh: 'sr', mo: 'ro'};
const base = (tag: LanguageTag): string => alike[primary(tag)] ?? primary(tag);

const isSame = (one: LanguageTag, other: LanguageTag): boolean => base(one) === base(other);

/** Of two tags of one language the one that says more; words tell a script where a path says none. */
function finer(one: LanguageTag, other: LanguageTag): LanguageTag {
  return other.length >= one.length ? other : one;
}

/** Languages that a detector takes for one another. */
const near: readonly (readonly string[])[] = [
  ['id', 'ms'],
  ['nb', 'nn', 'da'],
  ['hr', 'sr', 'bs', 'cnr', 'sl'],
  ['mk', 'bg', 'sr'],
  ['cs', 'sk'],
  ['pt', 'gl'],
  ['es', 'gl', 'ca', 'ast', 'an'],
  ['fr', 'oc', 'co'],
  ['nl', 'af', 'fy', 'lb'],
  ['de', 'lb'],
  ['tr', 'az', 'tk', 'uz', 'crh'],
  ['ru', 'uk', 'be', 'bg', 'kk', 'ky', 'tt', 'mn'],
  ['hi', 'mr', 'ne', 'mai', 'bho'],
  ['fa', 'ps', 'ur', 'ku', 'ckb'],
  ['bn', 'as'],
  ['fi', 'et'],
  ['sv', 'nb', 'da', 'fo'],
];

const areConfused = (one: LanguageTag, other: LanguageTag): boolean =>
  near.some((group) => group.includes(base(one)) && group.includes(base(other)));

/** Whether the detector has ever seen the language. */
const isKnown = (tag: LanguageTag): boolean =>
  Object.values(detectors().eld.info().Languages).some((known) => (alike[known] ?? known) === base(tag));

/** The script that a language is mostly written in: no Burmese text is in Latin letters. */
const scriptOf = (tag: LanguageTag): string | undefined => new Intl.Locale(tag).maximize().script;

const countries = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});

/** `uk` above an English text, `be` above a Dutch one: a country, and so a part of what the policy is. */
function isCountry(part: string, words: LanguageTag): boolean {
  const region = part.toLowerCase() === 'uk' ? 'GB' : part.toUpperCase();
  return (
    /^[A-Z]{2}$/.test(region) &&
    countries.of(region) !== undefined &&
    new Intl.Locale(`und-${region}`).maximize().language === primary(words)
  );
}
