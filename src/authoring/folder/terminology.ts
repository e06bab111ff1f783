/** What policies.yaml says of words: names that no language translates, and words that nobody is to use. */
import type {LanguageTag} from '../../policy/bundle.js';
import type {Phrases} from '../vocabulary/vocabulary.js';
import type {Value} from './yaml.js';

export interface Terminology {
  /** They stand in every language as they are. */
  readonly names: readonly string[];
  /** By language; a word may begin or end in `*`: any letters. */
  readonly forbidden: Phrases;
}

export const noTerminology: Terminology = {names: [], forbidden: {}};

/** `phrases` reads lists of phrases by language. */
export function readTerminology(
  value: Value | undefined,
  phrases: (value: Value) => Readonly<Record<LanguageTag, readonly string[]>>,
): Terminology {
  if (value === undefined) return noTerminology;
  const {names, forbidden} = value.fields(['names', 'forbidden'], 'keys of “terminology”');
  return {
    names: (names?.list('names that stay as they are') ?? []).flatMap((each) => {
      const name = each.text('a name');
      return name === undefined || name.trim() === '' ? [] : [name];
    }),
    forbidden: forbidden === undefined ? {} : phrases(forbidden),
  };
}
