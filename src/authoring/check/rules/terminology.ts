/** What policies.yaml says of an organisation's own words: names that stay as they are, terms, words not to be used. */
import type {LanguageTag, Term} from '../../../policy/bundle.js';
import {termsIn} from '../../../policy/clauses.js';
import {lookup} from '../../../policy/language.js';
import {warning, type Finding} from '../../findings/finding.js';
import {listOr} from '../../findings/nearest.js';
import type {Terminology} from '../../folder/terminology.js';
import type {DeclaredTerm} from '../../vocabulary/vocabulary.js';
import {wordingsByKey, type CheckedText, type CheckedWording} from '../texts/checked-text.js';

/** Whether a language writes spaces between words. */
const isSpaced = (language: LanguageTag): boolean => !/^(?:ja|zh|yue|th|lo|km|my)\b/u.test(language);

const escape = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

const patterns = new Map<string, RegExp>();

/** Finds a phrase whose words may begin or end in `*`: any letters. */
function patternOf(phrase: string, language: LanguageTag): RegExp {
  const key = `${String(isSpaced(language))} ${phrase}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const inner = phrase
    .trim()
    .split(/\s+/u)
    .map((word) => escape(word).replaceAll('\\*', '[\\p{L}\\p{M}]*'))
    .join('\\s+');
  const made = isSpaced(language)
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${inner})(?![\\p{L}\\p{N}])`, 'giu')
    : new RegExp(inner, 'giu');
  patterns.set(key, made);
  return made;
}

/** Words that are not to be used in a text's language. */
export function findForbidden(text: CheckedText, {forbidden}: Terminology): Finding[] {
  const tag = lookup(text.language, Object.keys(forbidden));
  const phrases = tag === undefined ? [] : (forbidden[tag] ?? []);
  return text.wordings.flatMap((wording) =>
    phrases.flatMap((phrase) =>
      [...wording.words.matchAll(patternOf(phrase, text.language))].map(({0: found, index}) =>
        warning(
          'forbidden-term',
          wording.at(index, index + found.length),
          `“${found}” is not to be used: policies.yaml says so. Write it otherwise.`,
        ),
      ),
    ),
  );
}

/** Names that a translation has not, and terms that it calls otherwise than policies.yaml says. */
export function findTermDifferences(
  model: CheckedText,
  others: readonly CheckedText[],
  {names}: Terminology,
  terms: readonly Term[],
  declared: readonly DeclaredTerm[],
): Finding[] {
  const own = declared.flatMap(({id, phrases}) => {
    const term = terms.find((each) => each.id === id);
    return term?.kind === 'defined-term' && phrases !== undefined ? [{id, term, phrases}] : [];
  });
  if (names.length === 0 && own.length === 0) return [];
  return others.flatMap((text) => {
    const there = wordingsByKey(text);
    return model.wordings.flatMap((wording) => {
      const other = there.get(wording.key);
      if (other === undefined) return [];
      return [
        ...names
          .filter((name) => wording.words.includes(name) && !other.words.includes(name))
          .map((name) =>
            warning(
              'translated-name',
              other.at(),
              `${model.name} has the name “${name}” here, and this does not. Leave the name as it is.`,
            ),
          ),
        ...own.flatMap(({id, phrases}) => {
          const tag = lookup(text.language, Object.keys(phrases));
          const said = tag === undefined ? [] : (phrases[tag] ?? []);
          return said.length === 0 || !has(wording, id) || has(other, id)
            ? []
            : [
                warning(
                  'term-differs',
                  other.at(),
                  `${model.name} has the term “${id}” here, and this none of its words: ` +
                    `${listOr(said.map((each) => `“${each}”`))}. Call it alike everywhere.`,
                ),
              ];
        }),
      ];
    });
  });
}

const has = ({content, terms}: CheckedWording, id: string): boolean =>
  new Set(termsIn(content, new Set(terms))).has(id);
