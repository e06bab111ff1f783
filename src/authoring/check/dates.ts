/** A line that gives the day of effect, and the folder that gives another. */
import {error, type Finding} from '../finding.js';
import {recogniseDate} from '../import/recognise-date.js';
import type {CheckedText} from './checked-text.js';

/** A date that is only mentioned, or that may be read in two ways, contradicts nothing. */
export function findDates({effective, language, wordings}: CheckedText): Finding[] {
  const lines = wordings.filter(({isPreamble, words}) => isPreamble && /\p{N}/u.test(words)).flatMap((wording) => {
    const date = recogniseDate([wording.words], language);
    return date === undefined || date.doubt !== undefined ? [] : [{wording, date: date.value}];
  });
  const [first] = lines;
  if (first === undefined || lines.some(({date}) => date === effective)) return [];
  return [error('other-date', first.wording.at(), `This says that the text took effect on ${first.date}, and its folder says ${effective}. Correct the one that is wrong.`)];
}
