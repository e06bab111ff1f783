/**
 * What the paths of all imported files say together: which part of each names its language, which its day or version,
 * and what is left. Files of which the same is left are texts of one policy.
 *
 * One `de` in a path may be anything. Where `de` and `fr` stand in the same place of paths that are otherwise the same,
 * that place names languages; and in a folder with such places a language that stands there alone is one too.
 */
import type {LanguageTag} from '../../../policy/bundle.js';
import {groupBy} from '../../collections/group.js';
import {basename, dirname} from '../../files/paths.js';
import type {PathFacts} from '../../recognise/settle-language.js';
import type {PathEdition} from '../../recognise/recognise-edition.js';
import {editionIn, languageIn, splitsAtBeginning, splitsAtEnd} from './parts.js';

/** One way to read a path: this part of it is a language. */
interface Reading {
  readonly tag: LanguageTag;
  readonly part: string;
  /** The places that say alike: a folder's subfolders, the endings of its files' names. */
  readonly place: string;
  readonly rest: string;
}

interface Taken {
  /** The folders, and the name without its ending. */
  readonly parts: readonly string[];
  readonly edition?: PathEdition;
}

/** In the order of the files. */
export function readPaths(files: readonly string[]): readonly PathFacts[] {
  const paths = files.map((file) => takeEdition(partsOf(file)));
  const readings = paths.map(({parts}) => readingsOf(parts));
  const all = readings.flat();
  const tagsOf = new Map([...groupBy(all, keyOf)].map(([key, alike]) => [key, new Set(alike.map(({tag}) => tag))]));
  const varies = (reading: Reading): boolean => (tagsOf.get(keyOf(reading))?.size ?? 0) > 1;
  const certain = groupBy(all.filter(varies), ({place}) => place);
  const tagsAt = new Map([...certain].map(([place, alike]) => [place, new Set(alike.map(({tag}) => tag))]));
  const isCertain = (reading: Reading): boolean => {
    const {place, tag, part} = reading;
    if (varies(reading)) return true;
    const tags = tagsAt.get(place);
    // A word may look like a rare language, so that one that stands alone must be a usual one, or stand elsewhere too.
    return (
      tags !== undefined && (tags.has(tag) || (/^[a-z]{2}(?![a-z])/i.test(part) && /^(?:in|ends \.) /.test(place)))
    );
  };
  const weight = (reading: Reading): number =>
    (isCertain(reading) ? 1000 : 0) + 10 * (tagsOf.get(keyOf(reading))?.size ?? 0) + reading.part.length;
  return paths.map(({parts, edition}, index): PathFacts => {
    const whole = parts.join('/');
    const [best] = [...(readings[index] ?? [])].sort((one, other) => weight(other) - weight(one));
    return {
      whole,
      ...(best !== undefined && {
        language: {
          tag: best.tag,
          part: best.part,
          rest: best.rest,
          isCertain: isCertain(best),
          isFolder: /^(?:twice )?in /.test(best.place),
        },
      }),
      ...(edition !== undefined && {edition}),
    };
  });
}

const keyOf = ({place, rest}: Reading): string => `${place}\n${rest}`;

/** In small letters: nobody means two policies by two capitals. */
function partsOf(file: string): readonly string[] {
  const folders = dirname(file.replaceAll('\\', '/'))
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return [...folders, basename(file).replace(/(?<=.)\.[^.]*$/u, '')].map((part) => part.normalize('NFC').toLowerCase());
}

/** Takes the day or version out of the path that stands furthest back. */
function takeEdition(parts: readonly string[]): Taken {
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] ?? '';
    const put = (rest: string | undefined, id: string | undefined, from: string): Taken | undefined =>
      id === undefined
        ? undefined
        : {
            parts: [...parts.slice(0, at), ...(rest === undefined ? [] : [rest]), ...parts.slice(at + 1)],
            edition: {id, part: from},
          };
    const whole = put(undefined, editionIn(part), part);
    if (whole !== undefined) return whole;
    for (const {before, after} of [...splitsAtEnd(part), ...splitsAtBeginning(part)]) {
      const taken = put(before, editionIn(after), after);
      if (taken !== undefined) return taken;
    }
    // `privacy-2.1-de`: what stands behind it is looked at by itself.
    for (const {before, mark, after} of splitsAtEnd(part)) {
      if (languageIn(after) === undefined) continue;
      for (const inner of splitsAtEnd(before)) {
        const taken = put(`${inner.before}${mark}${after}`, editionIn(inner.after), inner.after);
        if (taken !== undefined) return taken;
      }
    }
  }
  return {parts};
}

function readingsOf(parts: readonly string[]): readonly Reading[] {
  const last = parts.length - 1;
  const found: Reading[] = [];
  for (const [at, part] of parts.entries()) {
    const above = parts.slice(0, at).join('/');
    const with_ = (rest: readonly string[]): string =>
      [...parts.slice(0, at), ...rest, ...parts.slice(at + 1)].join('/');
    const tag = languageIn(part);
    if (tag !== undefined) found.push({tag, part, place: `in ${above}`, rest: with_([])});
    if (at < last) continue;
    for (const [side, splits] of [
      ['ends', splitsAtEnd(part)],
      ['begins', splitsAtBeginning(part)],
    ] as const)
      for (const {before, mark, after} of splits) {
        const inName = languageIn(after);
        if (inName !== undefined)
          found.push({tag: inName, part: after, place: `${side} ${mark} ${above}`, rest: with_([before])});
      }
  }
  return [...found, ...saidTwice(found, parts)];
}

/** `de/privacy.de.md`: both say the same, and both go. */
function saidTwice(found: readonly Reading[], parts: readonly string[]): readonly Reading[] {
  const folders = found.filter(({place}) => place.startsWith('in '));
  const inNames = found.filter(({place}) => !place.startsWith('in '));
  return folders.flatMap((folder) =>
    inNames
      .filter(({tag}) => tag === folder.tag)
      .map((name): Reading => {
        const inner = parts.slice(0, -1);
        const at = inner.indexOf(folder.part);
        const stem = name.rest.split('/').at(-1) ?? '';
        return {
          ...folder,
          place: `twice ${folder.place}`,
          rest: [...inner.slice(0, at), ...inner.slice(at + 1), stem].join('/'),
        };
      }),
  );
}
