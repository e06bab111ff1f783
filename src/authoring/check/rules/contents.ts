/**
 * What the clauses of one edition's languages hold that differs though their words must: their order, links and
 * annotations.
 */
import type {Id} from '../../../policy/bundle.js';
import {warning, type Finding} from '../../findings/finding.js';
import {alignedWith} from '../texts/aligned.js';
import type {CheckedText} from '../texts/checked-text.js';
import {findAnnotationDifferences, type KnownTerms} from './annotations.js';
import {findContacts} from './contacts.js';
import {findEmphasis} from './emphasis.js';
import {findEnds} from './ends.js';
import {findSizes} from './sizes.js';
import {findFigures} from './figures.js';
import {findLinkDifferences} from './links.js';
import {findOutliers, nameAll} from './outliers.js';
import {findTermDifferences} from './terminology.js';
import {noTerminology, type Terminology} from '../../folder/terminology.js';

/**
 * Each text is held against the first, that of the prevailing language or of the first language; and the first
 * against the others where they agree.
 */
export function findContentDifferences(
  [model, ...others]: readonly CheckedText[],
  known: KnownTerms & {readonly terminology?: Terminology},
  prevails = false,
): Finding[] {
  if (model === undefined || others.length === 0) return [];
  const aligned = others.map((text) => alignedWith(model, text));
  return [
    ...order(model, others, prevails),
    ...findLinkDifferences(model, others, prevails),
    ...findFigures(model, aligned, prevails),
    ...findContacts(model, aligned, prevails),
    ...findEmphasis(model, aligned, prevails),
    ...findTermDifferences(model, aligned, known.terminology ?? noTerminology, known.terms, known.declared),
    ...findEnds(model, aligned),
    ...findSizes(model, aligned),
    ...findAnnotationDifferences([model, ...others], known),
  ];
}

/** One finding per text: what is moved once moves all that stands after it. */
function order(model: CheckedText, others: readonly CheckedText[], prevails: boolean): Finding[] {
  const moved = new Map(others.map((other) => [other, firstMoved(model, other)]));
  const moves = findOutliers(
    model,
    others,
    prevails,
    (text) => (text === model ? inOrder : (moved.get(text) ?? inOrder)),
    (move) => move.join(),
  );
  return moves.flatMap(({text, value, expected, rivals}) => {
    const [first, instead] = value.length === 0 ? [...expected].reverse() : value;
    return first === undefined || instead === undefined
      ? []
      : [
          warning(
            'order-differs',
            text.placeOf(first),
            `“${first}” stands before “${instead}” here, and after it in ` +
              `${nameAll(rivals.map(({name}) => name))}. Put them in the same order.`,
          ),
        ];
  });
}

/** The first part that stands too early, and the one that should stand there; nothing where all is in order. */
type Move = readonly Id[];
const inOrder: Move = [];

function firstMoved(model: CheckedText, other: CheckedText): Move {
  const [expected, found] = [idsOf(model), idsOf(other)];
  const there = [...found].filter((id) => expected.has(id));
  const wanted = [...expected].filter((id) => found.has(id));
  const at = wanted.findIndex((id, index) => there[index] !== id);
  const [first, instead] = [there[at], wanted[at]];
  return first === undefined || instead === undefined ? inOrder : [first, instead];
}

const idsOf = ({wordings}: CheckedText): ReadonlySet<Id> => new Set(wordings.map(({id}) => id));
