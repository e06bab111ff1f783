/** The pure part of policy-viewer: what a bundle is, whether it holds, and what a reader sees of it. */

export * from './bundle.js';
export {
  prefixFor,
  readAddress,
  views,
  writeAddress,
  type FromAddress,
  type Parameters,
  type Replaced,
} from './addresses.js';
export {
  changes,
  changesBetween,
  changeStates,
  type Change,
  type ChangeOptions,
  type Changes,
  type ChangeSide,
  type ChangeState,
  type ChangeSummary,
  type PolicyChanges,
} from './changes.js';
export {
  compare,
  otherSide,
  type ComparedPolicy,
  type ComparedRow,
  type ComparedText,
  type Comparison,
  type HeadingPart,
} from './compare.js';
export {diffWords, type WordChange} from './diff-words.js';
export {find, type Found, type Hit} from './find.js';
export {locate, type Location} from './locate.js';
export {glance, type ClauseName, type Glance, type GlanceCell, type GlanceColumn, type GlanceRow} from './glance.js';
export {audiencesOf, audiencesOfList, countClauses, isReference, type Count} from './clauses.js';
export {isDay} from './day.js';
export {compareEditions, findEdition, inForce, newestFirst, versionOf, type EditionChoice} from './editions.js';
export {describe, type Issue} from './issue.js';
export {direction, formatDate, formatNumber, languageName, lookup, ownName, wording, type Wording} from './language.js';
export {labelKinds, labelOf, type Label} from './label.js';
export type {Failed, Ok, Result} from './result.js';
export {listHeadings, nestHeadings, type Heading} from './headings.js';
export {select, type Choice, type LanguageChoice, type PolicyView, type View} from './select.js';
export {
  change,
  everything,
  parseAgainst,
  printAgainst,
  sameSelection,
  type Against,
  type Selection,
  type SelectionChange,
} from './selection.js';
export {offersView} from './offers-view.js';
export {isSound} from './sound.js';
export {validate, validateText} from './validate.js';
export {
  applies,
  clausesOf,
  clauseText,
  eachInline,
  headingsOf,
  isClause,
  isVisible,
  pathOf,
  plainText,
  termsIn,
  termsOf,
  walk,
  wordsOf,
  type ClausePart,
  type Part,
} from './walk.js';
