/** Two audiences, products, languages or editions side by side, clause with clause by id. */

import {align} from './align.js';
import type {Bundle, Edition, Id, LanguageTag, TextReference} from './bundle.js';
import {isReference} from './clauses.js';
import {select, type PolicyView} from './select.js';
import {change, type Selection} from './selection.js';
import {isClause, isVisible, walk, type ClausePart, type Part} from './walk.js';

export interface Comparison {
  readonly left: Selection;
  readonly right: Selection;
  readonly policies: readonly ComparedPolicy[];
}

/** A policy on both sides, or what one side has instead. */
export interface ComparedPolicy {
  readonly left?: ComparedText;
  readonly right?: ComparedText;
  /** Texts to load before there are rows for them. */
  readonly lacking: readonly TextReference[];
  readonly rows: readonly ComparedRow[];
  /** How many clauses stand on both sides, and on one only. */
  readonly both: number;
  readonly leftOnly: number;
  readonly rightOnly: number;
}

export interface ComparedText {
  readonly policy: Id;
  readonly edition: Edition;
  readonly language: LanguageTag;
  readonly title: string;
}

export type HeadingPart = Extract<Part, {readonly kind: 'section'}>;

export type ComparedRow = Sides<'heading', HeadingPart> | Sides<'clause', ClausePart>;

interface Sides<Kind extends string, P> {
  readonly kind: Kind;
  /** Its id now; see an edition's `aliases`. */
  readonly id: Id;
  readonly state: 'both' | 'left' | 'right';
  readonly left?: P;
  readonly right?: P;
  /** On both sides, but elsewhere on the right. */
  readonly moved: boolean;
}

/** What there is to line up: headings and clauses that this side's reader sees. */
const partsOf = (view: PolicyView | undefined, chosen: readonly Id[]): (HeadingPart | ClausePart)[] =>
  !view || isReference(view.text)
    ? []
    : walk(view.text).filter(
        (part): part is HeadingPart | ClausePart =>
          (isClause(part) || (part.kind === 'section' && !!part.value.heading)) && isVisible(part, chosen),
      );

const toText = ({policy, edition, language, text}: PolicyView): ComparedText => ({
  policy: policy.id,
  edition,
  language,
  title: text.title,
});

const toRow = (
  id: Id,
  left: HeadingPart | ClausePart | undefined,
  right: HeadingPart | ClausePart | undefined,
  moved: boolean,
): ComparedRow => {
  const kind = (left ?? right)?.kind === 'section' ? 'heading' : 'clause';
  const state = left && right ? 'both' : left ? 'left' : 'right';
  // Keys begin with the kind, so both sides are of the same.
  return {kind, id, state, moved, ...(left && {left}), ...(right && {right})} as ComparedRow;
};

const comparePolicy = (
  left: PolicyView | undefined,
  right: PolicyView | undefined,
  [ofLeft, ofRight]: readonly [readonly Id[], readonly Id[]],
): ComparedPolicy => {
  const aliases = {...left?.edition.aliases, ...right?.edition.aliases};
  const idOf = ({value}: HeadingPart | ClausePart): Id =>
    Object.hasOwn(aliases, value.id) ? (aliases[value.id] ?? value.id) : value.id;
  const keyOf = (part: HeadingPart | ClausePart): string =>
    `${part.kind === 'section' ? 'heading' : 'clause'} ${idOf(part)}`;
  const aligned = align(partsOf(left, ofLeft), partsOf(right, ofRight), keyOf);
  const rows = aligned.map(({left, right, moved = false}) => {
    const one = left ?? right;
    return toRow(one ? idOf(one) : '', left, right, moved);
  });
  const count = (state: ComparedRow['state']): number =>
    rows.filter((row) => row.kind === 'clause' && row.state === state).length;
  return {
    ...(left && {left: toText(left)}),
    ...(right && {right: toText(right)}),
    lacking: [left, right].flatMap((view) => (view && isReference(view.text) ? [view.text] : [])),
    rows,
    both: count('both'),
    leftOnly: count('left'),
    rightOnly: count('right'),
  };
};

/** What is chosen on the other side. */
export const otherSide = (selection: Selection): Selection => {
  const {audience, ...others} = selection.against;
  return change(selection, {...others, ...(audience && {audiences: [audience]}), against: {}});
};

/**
 * What is chosen, and the same with `against` applied. Policies are paired by id, what is left over in the order it
 * comes.
 */
export const compare = (bundle: Bundle, selection: Selection): Comparison => {
  const sides = [select(bundle, {...selection, against: {}}), select(bundle, otherSide(selection))] as const;
  const [left, right] = sides;
  const audiences = [left.selection.audiences, right.selection.audiences] as const;
  const partner = (view: PolicyView, among: readonly PolicyView[]): PolicyView | undefined =>
    among.find(({policy}) => policy.id === view.policy.id);
  const rest = right.documents.filter((view) => !partner(view, left.documents));
  const policies = left.documents.map((view) =>
    comparePolicy(view, partner(view, right.documents) ?? rest.shift(), audiences),
  );
  return {
    left: left.selection,
    right: right.selection,
    policies: [...policies, ...rest.map((view) => comparePolicy(undefined, view, audiences))],
  };
};
