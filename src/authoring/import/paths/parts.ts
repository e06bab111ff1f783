/** What a single part of a path can be: a language tag in any usual spelling, a day, a version. */
import type {Id, LanguageTag} from '../../../policy/bundle.js';
import {isDay} from '../../../policy/day.js';
import {asLanguageTag} from '../../recognise/recognise-language.js';
import {readVersion} from '../../recognise/recognise-edition.js';

const names = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'});

/** `de`, `pt-BR`, `pt_br`, `zh-cn`, `zh_Hant`, `es-419`. */
const tag = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/i;

/** The language that a part names, as it is usually written; nothing where it is no language anybody has a name for. */
export function languageIn(part: string): LanguageTag | undefined {
  const [, language = '', script, region] = tag.exec(part) ?? [];
  if (language === '' || names.of(language.toLowerCase()) === undefined) return undefined;
  return asLanguageTag([language, script, region].filter((piece) => piece !== undefined).join('_'));
}

const dayParts = /^(\d{4})([-_.]?)(\d\d)\2(\d\d)$/;

/** The day or version that a part is: `2024-03-01`, `20240301`, `v2.1`, `2.1`; a bare number counts something else. */
export function editionIn(part: string): Id | undefined {
  const [, year, , month, day] = dayParts.exec(part) ?? [];
  const written = `${year}-${month}-${day}`;
  if (isDay(written)) return written;
  return /^\d+$/.test(part) ? undefined : readVersion(part);
}

export interface Split {
  readonly before: string;
  readonly mark: string;
  readonly after: string;
}

/** Each way to take a last piece off a name, the longest first: `a_zh_Hant` is `a` and `zh_Hant`. */
export const splitsAtEnd = (name: string): readonly Split[] =>
  marksIn(name).map((at) => ({before: name.slice(0, at), mark: name.charAt(at), after: name.slice(at + 1)}));

/** Each way to take a first piece off a name, the longest first. */
export const splitsAtBeginning = (name: string): readonly Split[] =>
  marksIn(name)
    .map((at) => ({before: name.slice(at + 1), mark: name.charAt(at), after: name.slice(0, at)}))
    .reverse();

/** Where a name can be taken apart, in its order. Of very long names the ends are enough. */
function marksIn(name: string): readonly number[] {
  const found = [...name].flatMap((letter, at) =>
    /[-_. ]/.test(letter) && at > 0 && at < name.length - 1 ? [at] : [],
  );
  return found.length > 12 ? [...found.slice(0, 6), ...found.slice(-6)] : found;
}
