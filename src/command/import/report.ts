/** What import says of each file: what it recognised, what it is unsure of, and that no letter was lost. */
import {isDay} from '../../policy/day.js';
import type {TextReport} from '../../authoring/import/import-texts.js';
import type {Outline} from '../../authoring/import/outline-sections.js';
import {shorten} from '../../authoring/recognise/recognise-headings.js';

/** `note` says what became of the text that stood there. */
export function describeImport(
  {planned: {recognised, identity, path}, notes: {sections, letters, doubts}}: TextReport,
  out: string,
  note?: string,
): string {
  const {language, edition, title} = recognised;
  const row = (label: string, value: string): string => `  ${label.padEnd(11)}${value}`;
  const because = (why: string | undefined): string => (why === undefined ? '' : ` (${why})`);
  const marks =
    letters.marks === 0 ? '' : `; ${format(letters.marks)} of them are marks of list items, which it keeps as lists`;
  return [
    `${recognised.file} → ${out}/${path}`,
    row('language', `${language.value}${because(language.why)}`),
    row(isDay(edition.value) ? 'effective' : 'edition', `${edition.value}${because(quote(edition.why))}`),
    row('policy', `${identity.policy}${because(identity.why)}`),
    row('product', identity.product.name),
    ...(identity.covers.length === 0 ? [] : [row('covers', identity.covers.map(({name}) => name).join(', '))]),
    row('title', title),
    ...describeSections(sections).map((line, index) => row(index === 0 ? 'sections' : '', line)),
    ...doubts.map(({message, remedy, line, place}) =>
      row(
        'unsure',
        `${line !== undefined ? `line ${line}: ` : place !== undefined ? `${place}: ` : ''}${message} To ` +
          `settle it, ${remedy}.`,
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
  const readers = audiences === 'everyone' ? '' : ` for ${audiences.join(', ')}`;
  return `${words}${readers}${contents === '' ? '' : `: ${contents}`}`;
}
