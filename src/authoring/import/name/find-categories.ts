/** Which data a clause is mainly about: the first category that its words name, and the ones named in the same breath. */
import type {Id, LanguageTag} from '../../../policy/bundle.js';
import {annotator, type Annotate} from '../../vocabulary/annotate.js';
import {terms} from '../../vocabulary/terms.js';

/** In characters: "contact details **and** professional details". */
const sameBreath = 12;
/** An id of three categories says no more than one of two. */
const most = 2;

const data = terms.filter(({kind}) => kind === 'data');
const annotators = new Map<LanguageTag, Annotate>();

export function findCategories(text: string, language: LanguageTag): readonly Id[] {
  const annotate = annotators.get(language) ?? annotator(data, language);
  annotators.set(language, annotate);
  const found = new Set<Id>();
  for (const piece of annotate([text])) {
    if (typeof piece === 'string') {
      if (found.size > 0 && piece.length > sameBreath) break;
    } else if (piece.type === 'annotation') {
      piece.terms.forEach((id) => found.add(id));
    }
  }
  return [...found].slice(0, most);
}
