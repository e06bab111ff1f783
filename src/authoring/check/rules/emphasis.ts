/** Emphasis and breaks of lines that one language has in a clause and another has not. */
import type {Inline} from '../../../policy/bundle.js';
import {warning, type Finding} from '../../findings/finding.js';
import {wordingsByKey, type CheckedText, type CheckedWording} from '../texts/checked-text.js';
import {differToo, findOutliers, nameAll} from './outliers.js';

/** How many pieces of a wording are set apart. */
const emphasised = (content: readonly Inline[]): number =>
  content.reduce(
    (sum, piece) =>
      typeof piece === 'string'
        ? sum
        : sum + (piece.type === 'strong' || piece.type === 'emphasis' ? 1 : emphasised(piece.content)),
    0,
  );

const breaksIn = ({words}: CheckedWording): number => words.trim().split('\n').length - 1;

export const findEmphasis = (model: CheckedText, others: readonly CheckedText[], prevails: boolean): Finding[] => [
  ...compare(model, others, prevails, {
    isBreaks: false,
    count: ({content}) => emphasised(content),
    one: 'emphasis',
    more: 'places with emphasis',
  }),
  ...compare(model, others, prevails, {
    isBreaks: true,
    count: breaksIn,
    one: 'break within its lines',
    more: 'breaks within its lines',
  }),
];

interface Compared {
  readonly isBreaks: boolean;
  readonly count: (wording: CheckedWording) => number;
  readonly one: string;
  readonly more: string;
}

/** A text that does without what the others have everywhere does so on purpose, and hears of it once. */
const often = 4;

function compare(
  model: CheckedText,
  others: readonly CheckedText[],
  prevails: boolean,
  {isBreaks, count, one, more: several}: Compared,
): Finding[] {
  const texts = [model, ...others];
  if (texts.every(({wordings}) => wordings.every((wording) => count(wording) === 0))) return [];
  const byKey = new Map(texts.map((text) => [text, wordingsByKey(text)]));
  const called = (number: number): string =>
    number === 0
      ? `no ${one}`
      : number === 1
        ? `one ${one.replace('emphasis', 'place with emphasis')}`
        : `${number} ${several}`;
  const found = model.wordings.flatMap(({key, kind}) =>
    kind === 'title' || kind === 'heading'
      ? []
      : findOutliers(model, others, prevails, (text) => {
          const wording = byKey.get(text)?.get(key);
          return wording === undefined ? undefined : count(wording);
        }).map(({text, value, expected, rivals, more}) => ({text, value, expected, rivals, more, key})),
  );
  const told = new Set<CheckedText>();
  return found.flatMap(({text, value, expected, rivals, more, key}) => {
    const own = found.filter((each) => each.text === text);
    if (told.has(text)) return [];
    const isMany = own.length >= often;
    if (isMany) told.add(text);
    const rest = isMany ? `So it is in ${own.length} clauses. ` : '';
    return [
      warning(
        isBreaks ? 'breaks-differ' : 'emphasis-differs',
        byKey.get(text)?.get(key)?.at() ?? text.at,
        `This has ${called(value)}, and ${nameAll(rivals.map(({name}) => name))} ` +
          `${rivals.length === 1 ? 'has' : 'have'} ${called(expected)}. ${differToo(more)}${rest}Make them alike.`,
      ),
    ];
  });
}
