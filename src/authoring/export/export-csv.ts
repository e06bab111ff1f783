/**
 * The table of data categories by audience, one file for each policy, edition and
 * language: RFC 4180, UTF-8 with a byte order mark, without which Excel takes UTF-8
 * for the machine's old code page.
 */
import type {Bundle, Id, LanguageTag} from '../../policy/bundle.js';
import {wording} from '../../policy/language.js';
import type {Source} from '../findings/finding.js';
import {wordsOf} from '../vocabulary/language-words.js';
import {statementsOf, type Statement} from './processing.js';

/** Says that data is used although no legal basis is named beside it. */
const unfounded = '✓';

export function exportCsv(bundle: Bundle, languages: readonly LanguageTag[]): Source[] {
  return bundle.policies.flatMap(({id, editions}) =>
    editions.flatMap((edition) => {
      const statements = statementsOf(edition, bundle.vocabulary, bundle.languages);
      return bundle.languages
        .filter((tag) => Object.hasOwn(edition.texts, tag) && (languages.length === 0 || languages.includes(tag)))
        .map((language) => ({
          file: `${id}.${edition.id}.${language}.csv`,
          text: writeCsv(table(bundle, statements, language)),
        }));
    }),
  );
}

/** Rows are data categories and columns audiences, both in the bundle's order; a cell names the legal bases. */
function table(
  {audiences, vocabulary, languages}: Bundle,
  statements: readonly Statement[],
  language: LanguageTag,
): string[][] {
  const name = (names: Readonly<Record<LanguageTag, string>>): string => wording(names, language, languages).text;
  const columns: readonly {readonly name: string; readonly holds: (statement: Statement) => boolean}[] = [
    ...audiences
      .filter(({id}) => statements.some((statement) => statement.audiences?.includes(id)))
      .map(({id, names}) => ({
        name: name(names),
        holds: (statement: Statement) => statement.audiences?.includes(id) === true,
      })),
    ...(statements.some((statement) => statement.audiences === undefined)
      ? [
          {
            name: wordsOf(language)?.everyone[0] ?? 'everyone',
            holds: (statement: Statement) => statement.audiences === undefined,
          },
        ]
      : []),
  ];
  const cell = (data: Id, holds: (statement: Statement) => boolean): string => {
    const held = statements.filter((statement) => statement.data.includes(data) && holds(statement));
    const bases = new Set(held.flatMap(({legalBases}) => legalBases));
    const words = vocabulary
      .filter(({id}) => bases.has(id))
      .map(({names}) => name(names))
      .join('; ');
    return words === '' && held.length > 0 ? unfounded : words;
  };
  const rows = vocabulary.filter(({id, kind}) => kind === 'data' && statements.some(({data}) => data.includes(id)));
  return [
    ['', ...columns.map((column) => column.name)],
    ...rows.map(({id, names}) => [name(names), ...columns.map(({holds}) => cell(id, holds))]),
  ];
}

/**
 * What begins like a formula gets an apostrophe before it: spreadsheets would run it.
 * Chinese and Japanese ones know the wide signs too, and where Danes and Dutch open a
 * file, a semicolon begins a new cell.
 */
const guard = (cell: string): string => cell.replace(/(^|;)(?=\s*[=+\-@＝＋－＠\t\r])/gu, "$1'");

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quote(guard(cell))).join(',')}\r\n`).join('')}`;
