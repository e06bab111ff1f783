/** What is different between two wordings, word by word, in any language. */

import {diffArrays} from 'diff';
import type {LanguageTag} from './bundle.js';
import {intl} from './language.js';

/** A stretch of both wordings, or of one. Those that are not removed spell the newer one, those not added the older. */
export interface WordChange {
  readonly state: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Spaces, quotation marks, dashes and unseen characters: alone, they are no change. */
const insignificant = /[\s\p{Pd}\p{Pi}\p{Pf}\p{Cf}"'`´‚„「」『』]+/gu;

/** What a wording says, for telling whether another says the same. */
export const essence = (text: string): string => text.normalize('NFC').replace(insignificant, '');

const segmenters = new Map<LanguageTag, Intl.Segmenter>();

const segmenterFor = (language: LanguageTag): Intl.Segmenter => {
  const known = segmenters.get(language) ?? new Intl.Segmenter(intl(language), {granularity: 'word'});
  segmenters.set(language, known);
  return known;
};

interface Word {
  /** With what stands after it and is no change. */
  readonly text: string;
  readonly key: string;
}

/** The words and the marks between them; Chinese, Japanese and Thai too, where no space tells them apart. */
export const wordsOfText = (text: string, language: LanguageTag): readonly Word[] => {
  const words: Word[] = [];
  for (const {segment} of segmenterFor(language).segment(text)) {
    const key = essence(segment);
    const last = words.at(-1);
    if (key === '' && last) words[words.length - 1] = {...last, text: last.text + segment};
    else words.push({text: segment, key});
  }
  return words;
};

/**
 * More changed words than this, and it is another text: marking what little is the same would take long and help
 * nobody.
 */
const mostEdits = 2_000;

const join = (words: readonly Word[]): string => words.map(({text}) => text).join('');

/**
 * The stretches of two wordings in one language, in reading order, what was removed before what was added in its
 * place.
 */
export const diffWords = (older: string, newer: string, language: LanguageTag): readonly WordChange[] => {
  if (essence(older) === essence(newer)) return newer ? [{state: 'same', text: newer}] : [];
  const [before, after] = [wordsOfText(older, language), wordsOfText(newer, language)];
  const found = diffArrays([...before], [...after], {
    comparator: (a, b) => a.key === b.key,
    maxEditLength: mostEdits,
  });
  const changes: WordChange[] = found
    ? found.map(({added, removed, value}) => ({
        state: added ? 'added' : removed ? 'removed' : 'same',
        text: join(value),
      }))
    : [
        {state: 'removed', text: older},
        {state: 'added', text: newer},
      ];
  return changes.filter(({text}) => text);
};
