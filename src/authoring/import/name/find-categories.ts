/**
 * Which data a clause is mainly about: the first category that its words name, and the ones named in the same breath.
 */
import type {Id, LanguageTag} from '../../../policy/bundle.js';
import {annotator, type Annotate} from '../../vocabulary/annotate.js';
import {dataEntries} from '../../vocabulary/vocabulary.js';

/** In characters: "contact details **and** professional details". */
const sameBreath = 12;
/** An id of three categories says no more than one of two. */
const most = 2;

/** The wide categories, which most clauses are about, name a clause better than a single datum of it does. */
const wide: ReadonlySet<Id> = new Set([
  ...['contact', 'professional', 'verification', 'payment', 'device-usage', 'calendar', 'office-preferences'],
  ...['name-email', 'communications', 'other'],
]);

const annotators = new Map<LanguageTag, Annotate>();

export function findCategories(text: string, language: LanguageTag): readonly Id[] {
  const annotate =
    annotators.get(language) ??
    annotator(
      dataEntries([language]).filter(({id}) => wide.has(id)),
      language,
    );
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
