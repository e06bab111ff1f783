/**
 * Translations that are not there, or are of an older edition, or of an older state of the text that they were made
 * from.
 */
import type {Id, LanguageTag} from '../../../policy/bundle.js';
import {compareEditionIds} from '../../../policy/editions.js';
import {warning, type Finding, type Place} from '../../findings/finding.js';
import {listAnd} from '../../findings/nearest.js';
import {groupBy} from '../../collections/group.js';
import type {CheckedText} from '../texts/checked-text.js';

/** A language that somebody promised for a policy, and where. */
export interface Promised {
  readonly language: LanguageTag;
  readonly at: Place;
}

/**
 * The texts of one policy. Policies are unevenly covered as a rule, which the matrix
 * shows; a language that is promised and missing is a finding, and so is one whose
 * readers are left with an older edition.
 */
export function findGaps(
  policy: Id,
  texts: readonly CheckedText[],
  promised: readonly Promised[],
  prevails?: Promised,
): Finding[] {
  const editions = [...groupBy(texts, ({edition}) => edition)].sort(([a], [b]) => compareEditionIds(a, b));
  const [newest, current = []] = editions[0] ?? [''];
  const newestIn = new Map<LanguageTag, CheckedText>();
  for (const [, edition] of editions)
    for (const text of edition) if (!newestIn.has(text.language)) newestIn.set(text.language, text);
  const older = [...newestIn.values()].filter(({edition}) => edition !== newest && edition !== 'undated');
  const has = (language: LanguageTag): boolean => newestIn.has(language);
  return [
    ...older.map((text) =>
      warning(
        'older-edition',
        text.at,
        `This is the newest text in “${text.language}”, of ${text.edition}, and there is one of ${newest} ` +
          `in ${listAnd(current.map(({language}) => `“${language}”`))}. Translate that one.`,
      ),
    ),
    ...promised
      .filter(({language}) => !has(language))
      .map(({language, at}) =>
        warning(
          'missing-translation',
          at,
          `“${policy}” has no text in “${language}”, which is promised here. ` +
            `Add ${policy}/${newest}/${language}.md, or take the language out.`,
        ),
      ),
    ...(prevails !== undefined && has(prevails.language)
      ? editions.flatMap(([edition, own]) =>
          own.some(({language}) => language === prevails.language)
            ? []
            : [
                warning(
                  'no-prevailing-text',
                  prevails.at,
                  `The edition of “${policy}” of ${edition} has no text in “${prevails.language}”, which is to ` +
                    `prevail. Add ${policy}/${edition}/${prevails.language}.md, or name another language.`,
                ),
              ],
        )
      : []),
  ];
}
