/** Wordings in another language than their text's, and how they are told of. */
import {groupBy} from '../../collections/group.js';
import {warning, type Finding} from '../../findings/finding.js';
import {nameOf} from '../../recognise/recognise-language.js';
import type {CheckedText, CheckedWording} from '../texts/checked-text.js';

/** A wording in another language than its text's. */
export interface Stranger {
  readonly wording: CheckedWording;
  /** In English; absent where only its script is known to be another. */
  readonly language?: string;
  /** The text that has it to the letter. */
  readonly copiedFrom?: string;
}

/** Beyond this many of one language, they are told of together: the text is in two languages, side by side. */
const mostOneByOne = 5;

export const tellStrangers = (strangers: readonly Stranger[], text: CheckedText): Finding[] =>
  [...groupBy(strangers, ({language, copiedFrom}) => `${language ?? ''} ${copiedFrom ?? ''}`).values()].flatMap(
    (alike) => (alike.length > mostOneByOne ? [tellOf(alike, text)] : alike.map((each) => tellOf([each], text))),
  );

function tellOf([first, ...more]: readonly Stranger[], text: CheckedText): Finding {
  const [many, at] = [more.length > 0, first?.wording.at() ?? text.at];
  const said = first?.language ?? 'in another script';
  const what = many ? `This and ${more.length} clauses more` : 'This';
  const remedy = many ? 'Translate them, or put each language into a file of its own.' : 'Translate it.';
  return first?.copiedFrom === undefined
    ? warning(
        'foreign-clause',
        at,
        `${what} seem${many ? '' : 's'} to be ${said}, in a text that is ${nameOf(text.language)} by its name. ` +
          remedy,
      )
    : warning(
        'untranslated-clause',
        at,
        `${what} ${many ? 'are' : 'is'} the same to the letter in ${first.copiedFrom}, ` +
          `and seem${many ? '' : 's'} to be ${said}. ${remedy}`,
      );
}
