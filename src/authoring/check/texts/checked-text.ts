/**
 * A text as the rules of `check` see it, whether it stands in a folder or in a bundle: its wordings, and where each
 * stands.
 */
import type {Bundle, Id, LanguageTag, Text} from '../../../policy/bundle.js';
import {isReference, plainText} from '../../../policy/clauses.js';
import {placesIn} from '../../bundle/parse-bundle.js';
import {spot, type Place, type Source} from '../../findings/finding.js';
import type {PolicyText} from '../../folder/folder.js';
import type {Range} from '../../folder/markdown/range.js';
import {locate} from './locate.js';
import {wordingsIn, type FoundWording} from './wordings.js';

export interface CheckedWording extends FoundWording {
  /** Its letters, without marks. */
  readonly words: string;
  /** Where it stands, or some of its letters: offsets in `words`. */
  at(start?: number, end?: number): Place;
  /** How it is written in Markdown, where it is, and where something of that stands. */
  readonly written?: {readonly markdown: string; at(start: number, end: number): Place};
}

export interface CheckedText {
  readonly policy: Id;
  readonly edition: Id;
  readonly language: LanguageTag;
  /** What `ownerOf` says of every place in it. */
  readonly owner: string;
  /** What findings elsewhere call it: `nl.md`. */
  readonly name: string;
  /** With the vocabulary's phrases marked. */
  readonly text: Text;
  readonly wordings: readonly CheckedWording[];
  /** Where the text as a whole stands. */
  readonly at: Place;
  /** Where a section or clause begins. */
  placeOf(id: Id): Place;
}

/** The wordings of a text by their keys, which are the same in every language. */
export const wordingsByKey = ({wordings}: CheckedText): ReadonlyMap<string, CheckedWording> =>
  new Map(wordings.map((wording) => [wording.key, wording]));

/** All texts of a bundle are in one file: which of them a place is in must be told apart. */
const owners = new WeakMap<Place, string>();

/** Which text a finding's place is in: its file, or `ownerInBundle`. */
export const ownerOf = (place: Place): string => owners.get(place) ?? place.file;

export const ownerInBundle = (policy: Id, edition: Id, language: LanguageTag): string =>
  `${policy}/${edition}/${language}`;

/** `annotated` is the same text with the vocabulary's phrases marked. */
export function checkedFromFolder(
  {file, policy, edition, language, reading}: PolicyText,
  annotated: Text,
): CheckedText {
  const {source, ranges, titleRange, places} = reading;
  // Marking phrases makes new arrays; where they stand is known by the old ones.
  const plain = wordingsIn(reading.text);
  const wordings = wordingsIn(annotated).map((wording, index): CheckedWording => {
    const content = plain[index]?.content;
    const range = wording.kind === 'title' ? titleRange : content === undefined ? undefined : ranges.get(content);
    return range === undefined
      ? {...wording, words: plainText(wording.content), at: () => places.get(wording.id) ?? {file}}
      : inMarkdown(wording, range, source);
  });
  return {
    policy,
    edition,
    language,
    owner: file,
    name: `${language}.md`,
    text: annotated,
    wordings,
    at: {file},
    placeOf: (id) => places.get(id) ?? {file},
  };
}

function inMarkdown(wording: FoundWording, range: Range, source: Source): CheckedWording {
  const words = plainText(wording.content);
  const markdown = source.text.slice(range.start, range.end);
  const at = (start: number, end: number): Place => spot(source, range.start + start, range.start + end);
  return {
    ...wording,
    words,
    written: {markdown, at},
    at(start, end = words.length) {
      const found = start === undefined ? undefined : locate(words, start, end, markdown);
      return found === undefined ? at(0, markdown.length) : at(found.start, found.end);
    },
  };
}

/** Every text of a bundle. Places are looked up only when one is asked for: that takes a second reading of the file. */
export function checkedFromBundle(bundle: Bundle, source: Source): CheckedText[] {
  let known: ReturnType<typeof placesIn> | undefined;
  const lookUp = (path: FoundWording['path'], owner: string): Place => {
    const place = (known ??= placesIn(source))(path);
    owners.set(place, owner);
    return place;
  };
  return bundle.policies.flatMap((policy, number) =>
    policy.editions.flatMap((edition, index) =>
      Object.entries(edition.texts).flatMap(([language, text]): CheckedText[] => {
        if (isReference(text)) return [];
        const owner = ownerInBundle(policy.id, edition.id, language);
        const place = (path: FoundWording['path']): Place => lookUp(path, owner);
        const path = ['policies', number, 'editions', index, 'texts', language];
        const wordings = wordingsIn(text).map((wording): CheckedWording => ({
          ...wording,
          words: plainText(wording.content),
          at: () => place([...path, ...wording.path]),
        }));
        const paths = new Map(wordings.map((wording) => [wording.id, wording.path]));
        return [
          {
            policy: policy.id,
            edition: edition.id,
            language,
            owner,
            name: language,
            text,
            wordings,
            get at() {
              return place(path);
            },
            placeOf: (id) => place([...path, ...(paths.get(id) ?? [])]),
          },
        ];
      }),
    ),
  );
}
