/** Which policy and edition is there in which language, as a table for the terminal and as data. */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {compareEditionIds} from '../../policy/editions.js';
import {isError, type Finding} from '../findings/finding.js';
import {groupBy} from '../collections/group.js';
import {ownerInBundle, ownerOf} from './texts/checked-text.js';

export interface MatrixRow {
  readonly policy: Id;
  readonly edition: Id;
  /** By language; what is not there is `missing`. */
  readonly texts: Readonly<Record<LanguageTag, State>>;
}

export type State = 'fine' | 'warnings' | 'errors' | 'missing';

export interface Present {
  readonly policy: Id;
  readonly edition: Id;
  readonly language: LanguageTag;
  /** Its own file; in a bundle it has none. */
  readonly file?: string;
}

/** In the order of the texts, each policy's newest edition first. */
export function matrixOf(
  texts: readonly Present[],
  languages: readonly LanguageTag[],
  findings: readonly Finding[],
): readonly MatrixRow[] {
  const states = new Map<string, State>();
  for (const finding of findings) {
    const owner = ownerOf(finding.place);
    if (states.get(owner) !== 'errors') states.set(owner, isError(finding) ? 'errors' : 'warnings');
  }
  return [...groupBy(texts, ({policy}) => policy)].flatMap(([policy, own]) =>
    [...groupBy(own, ({edition}) => edition)]
      .sort(([a], [b]) => compareEditionIds(a, b))
      .map(([edition, own]) => {
        const there = new Map(own.map((text) => [text.language, text]));
        return {
          policy,
          edition,
          texts: Object.fromEntries(
            languages.map((language) => {
              const text = there.get(language);
              return [
                language,
                text === undefined
                  ? 'missing'
                  : (states.get(text.file ?? ownerInBundle(policy, edition, language)) ?? 'fine'),
              ];
            }),
          ),
        };
      }),
  );
}

/** Each one column wide in every terminal; a dash would be two where East Asian text is usual. */
const signs: Readonly<Record<State, string>> = {fine: '✓', warnings: '!', errors: '✗', missing: '-'};
const legend = '✓ there  ! with warnings  ✗ with errors  - not there';

/** More rows than this nobody reads: then only those with findings stand there. */
const mostRows = 60;

/** Ids, dates and tags are ASCII, so that a character is a column. */
export function showMatrix(rows: readonly MatrixRow[], languages: readonly LanguageTag[]): string {
  if (rows.length === 0) return '';
  const hasFindings = ({texts}: MatrixRow): boolean =>
    Object.values(texts).some((state) => state === 'warnings' || state === 'errors');
  const shown = rows.length > mostRows ? rows.filter(hasFindings) : rows;
  const width = Math.max('policy'.length, ...shown.map(({policy}) => policy.length));
  const editionWidth = Math.max(10, ...shown.map(({edition}) => edition.length));
  const line = (policy: string, edition: string, cells: readonly string[]): string =>
    [
      policy.padEnd(width),
      edition.padEnd(editionWidth),
      ...cells.map((cell, index) => cell.padEnd(languages[index]?.length ?? 0)),
    ]
      .join('  ')
      .trimEnd();
  const lines = shown.map(({policy, edition, texts}, index) =>
    line(
      shown[index - 1]?.policy === policy ? '' : policy,
      edition,
      languages.map((language) => signs[texts[language] ?? 'missing']),
    ),
  );
  const left = rows.length - shown.length;
  const note = left === 0 ? [] : [`${left} more editions have no findings in their texts.`];
  return [line('policy', 'edition', languages), ...lines, ...note, legend].join('\n');
}
