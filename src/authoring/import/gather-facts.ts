/** An imported text → the plain data on it that scripts and pages get. */
import {isDay} from '../../policy/day.js';
import type {ImportFacts, SectionFacts} from './facts.js';
import type {TextReport} from './import-texts.js';
import type {Outline} from './outline-sections.js';

/** `target` is the text's path, as it is to be told. */
export const gatherFacts = (
  {planned: {recognised, identity}, notes: {letters, doubts, sections}}: TextReport,
  target: string,
): ImportFacts => ({
  file: recognised.file,
  target,
  language: {tag: recognised.language.value, why: recognised.language.why},
  edition: {id: recognised.edition.value, why: recognised.edition.why},
  ...(isDay(recognised.edition.value) && {
    effective: {date: recognised.edition.value, why: recognised.edition.why},
  }),
  policy: identity.policy,
  product: {id: identity.product.id, name: identity.product.name},
  covers: identity.covers.map(({id, name}) => ({id, name})),
  title: recognised.title,
  sections: sectionFacts(sections),
  unsure: doubts,
  characters: letters.characters,
  listMarks: letters.marks,
});

const sectionFacts = (sections: readonly Outline[]): readonly SectionFacts[] =>
  sections.map(({id, heading, audiences, items, sections: inner}) => ({
    id,
    heading,
    audiences,
    items,
    ...(inner.length > 0 && {sections: sectionFacts(inner)}),
  }));
