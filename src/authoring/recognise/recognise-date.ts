/**
 * The day a text took effect: a label ("Effective date") and a date beside it, in
 * the text's own language.
 */
import type {IsoDate, LanguageTag} from '../../policy/bundle.js';
import {isUnspaced, wordPattern, type Guess} from '../document/guess.js';
import {wordsIn} from '../vocabulary/language-words.js';
import {findDate} from './written-date.js';

/** A paragraph longer than this tells about a date rather than giving it. */
const longest = 160;

export interface FoundDate extends Guess<IsoDate> {
  /** Which of the given paragraphs it stands in. */
  readonly paragraph: number;
}

export function recogniseDate(paragraphs: readonly string[], language: LanguageTag): FoundDate | undefined {
  const known = [...new Set([...wordsIn(language), ...wordsIn('en')])].map(({dates}) => dates);
  const effective = findLabelled(
    paragraphs,
    language,
    known.flatMap((entry) => entry.effective),
  );
  const [first] = effective;
  if (first !== undefined) {
    const other = effective.find(({value}) => value !== first.value);
    if (other === undefined || first.doubt !== undefined) return first;
    return {
      ...first,
      doubt: {
        message: `It gives two dates of effect, “${first.why}” and “${other.why}”; the first was taken.`,
        remedy: `if the other is right, say --effective ${other.value}`,
      },
    };
  }
  const [updated] = findLabelled(
    paragraphs,
    language,
    known.flatMap((entry) => entry.updated),
  );
  if (updated !== undefined)
    return doubtful(updated, `“${updated.why}” may be when the text was changed, not when it took effect.`);
  for (const [paragraph, text] of paragraphs.slice(0, 6).entries()) {
    const date = text.length <= 60 ? findDate(text, language) : undefined;
    if (date !== undefined)
      return doubtful({...date, why: text.trim(), paragraph}, `“${text.trim()}” may not be the day it took effect.`);
  }
  return undefined;
}

const doubtful = (date: FoundDate, message: string): FoundDate => ({
  ...date,
  doubt: {message, remedy: 'say the day with --effective, for example --effective 2024-05-31'},
});

/** Making one takes longer than using it. */
const labelPatterns = new Map<string, RegExp>();

function findLabelled(paragraphs: readonly string[], language: LanguageTag, known: readonly string[]): FoundDate[] {
  if (known.length === 0) return [];
  const start = isUnspaced(language) ? '' : '(?<!\\p{L})';
  const source = known.map((words) => `${start}${wordPattern(words, language)}`).join('|');
  const label = labelPatterns.get(source) ?? new RegExp(source, 'iu');
  labelPatterns.set(source, label);
  return paragraphs.flatMap((text, paragraph) => {
    if (text.length > longest || !label.test(text)) return [];
    const date = findDate(text, language);
    return date === undefined ? [] : [{...date, why: text.trim(), paragraph}];
  });
}
