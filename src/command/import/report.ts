/** What import says of each file: what it recognised, what it is unsure of, and that no letter was lost. */
import type {Told} from '../../authoring/import/import-texts.js';
import type {Outline} from '../../authoring/import/outline-sections.js';
import {shorten} from '../../authoring/recognise/recognise-headings.js';

/** `note` says what became of the text that stood there. */
export function describeImport(
  {planned: {head, identity, path}, remains: {sections, letters, doubts}}: Told,
  out: string,
  note?: string,
): string {
  const {language, effective, title} = head;
  const row = (label: string, value: string): string => `  ${label.padEnd(11)}${value}`;
  const because = (why: string | undefined): string => (why === undefined ? '' : ` (${why})`);
  const marks =
    letters.marks === 0 ? '' : `; ${format(letters.marks)} of them are marks of list items, which it keeps as lists`;
  return [
    `${head.file} → ${out}/${path}`,
    row('language', `${language.value}${because(language.why)}`),
    row('effective', `${effective.value}${because(quote(effective.why))}`),
    row('policy', `${identity.policy}${because(identity.why)}`),
    row('product', identity.product.name),
    ...(identity.covers.length === 0 ? [] : [row('covers', identity.covers.map(({name}) => name).join(', '))]),
    row('title', title),
    ...describeSections(sections).map((line, index) => row(index === 0 ? 'sections' : '', line)),
    ...doubts.map(({message, remedy, line, place}) =>
      row(
        'unsure',
        `${line !== undefined ? `line ${line}: ` : place !== undefined ? `${place}: ` : ''}${message} To settle it, ${remedy}.`,
      ),
    ),
    ...(note === undefined ? [] : [row('changed', note)]),
    row('letters', `All ${format(letters.characters)} characters are in the bundle, in order${marks}.`),
  ].join('\n');
}

const quote = (why: string): string => (why.startsWith('as ') ? why : `“${shorten(why)}”`);

const format = (count: number): string => new Intl.NumberFormat('en').format(count);

const describeSections = (sections: readonly Outline[], depth = 0): string[] =>
  sections.flatMap((section) => [
    `${'  '.repeat(depth)}${describeSection(section)}`,
    ...describeSections(section.sections, depth + 1),
  ]);

function describeSection({heading, audiences, items, others}: Outline): string {
  const contents = [
    ...(items > 0 ? [`${items} ${items === 1 ? 'item' : 'items'}`] : []),
    ...(others > 0 ? [`${others} ${others === 1 ? 'paragraph' : 'paragraphs'}`] : []),
  ].join(', ');
  const words = heading === null ? 'without a heading' : `“${shorten(heading)}”`;
  return `${words}${audiences === 'everyone' ? '' : ` for ${audiences.join(', ')}`}${contents === '' ? '' : `: ${contents}`}`;
}

/** The same for `--json`. */
export function importFacts(
  {planned: {head, identity}, remains: {letters, doubts, sections}}: Told,
  file: string,
): Readonly<Record<string, unknown>> {
  return {
    file: head.file,
    target: file,
    language: {tag: head.language.value, why: head.language.why},
    effective: {date: head.effective.value, why: head.effective.why},
    policy: identity.policy,
    product: {id: identity.product.id, name: identity.product.name},
    covers: identity.covers.map(({id, name}) => ({id, name})),
    title: head.title,
    sections: sectionFacts(sections),
    unsure: doubts,
    characters: letters.characters,
    listMarks: letters.marks,
  };
}

const sectionFacts = (sections: readonly Outline[]): readonly unknown[] =>
  sections.map(({id, heading, audiences, items, sections: inner}) => ({
    id,
    heading,
    audiences,
    items,
    ...(inner.length > 0 && {sections: sectionFacts(inner)}),
  }));
