/**
 * What a language's file says together with what a table in the program says beside it, so that nothing heard before
 * is lost.
 */
import type {Id} from '../../policy/bundle.js';
import type {LanguageWords, TermWords} from './language-words.js';

const join = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];

/** The file's word for an audience is the word of that audience alone. */
export function joinWords(file: LanguageWords, table: LanguageWords): LanguageWords {
  const taken = new Map(Object.entries(file.audiences).flatMap(([id, {words}]) => words.map((word) => [word, id])));
  const terms = (own: Readonly<Record<Id, TermWords>>, more: Readonly<Record<Id, TermWords>>): Record<Id, TermWords> =>
    Object.fromEntries(
      Object.entries({...more, ...own}).map(([id, term]) => [
        id,
        {...term, phrases: join(term.phrases, more[id]?.phrases ?? [])},
      ]),
    );
  const lists = <Key extends string>(
    own: Readonly<Record<Key, readonly string[]>>,
    more: Readonly<Record<Key, readonly string[]>>,
  ): Record<Key, readonly string[]> => {
    const joined: Record<Key, readonly string[]> = {...own};
    for (const key in more) joined[key] = join(own[key], more[key]);
    return joined;
  };
  return {
    ...file,
    audiences: Object.fromEntries(
      Object.entries({...table.audiences, ...file.audiences}).map(([id, audience]) => {
        const more = (table.audiences[id]?.words ?? []).filter((word) => (taken.get(word) ?? id) === id);
        return [id, {...audience, words: join(audience.words, more)}];
      }),
    ),
    data: terms(file.data, table.data),
    'legal-bases': terms(file['legal-bases'], table['legal-bases']),
    purposes: terms(file.purposes, table.purposes),
    frames: lists(file.frames, table.frames),
    small: join(file.small, table.small),
    joins: join(file.joins, table.joins),
    belonging: join(file.belonging, table.belonging),
    everyone: join(file.everyone, table.everyone),
  };
}
