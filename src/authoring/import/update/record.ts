/**
 * What import wrote last, in `<policy>/<edition>/.imports.yaml` beside the texts: for each the
 * file it came from, both as hashes, and a short hash of every clause. So importing
 * again can tell what changed in the file from what a person has edited since.
 */
import {Document, parseDocument} from 'yaml';
import {failed, ok, type Result} from '../../../policy/result.js';
import type {Files} from '../../files/files.js';
import {basename, join} from '../../files/paths.js';
import {compare, error, type Finding} from '../../findings/finding.js';
import {hexHash} from '../../work/hash.js';
import {remember, type Remembered} from './merge-edits.js';

export const recordFile = '.imports.yaml';

export interface ImportRecord {
  /** The imported file's name. */
  readonly file: string;
  /** Of the file and of what was said of it on the command line. */
  readonly source: string;
  /** Of the Markdown that it gave. */
  readonly markdown: string;
  readonly clauses: readonly Remembered[];
}

/** By the text's file name, `en.md`. */
export type Records = ReadonlyMap<string, ImportRecord>;

export const hashOf = (...pieces: readonly (string | Uint8Array)[]): string =>
  hexHash(...pieces.flatMap((piece) => [piece, '\0']));

/** The same whatever the line endings, which version control may change. */
export const hashOfText = (markdown: string): string => hashOf(markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));

export const makeRecord = (file: string, source: string, markdown: string): ImportRecord => ({
  file: basename(file),
  source,
  markdown: hashOfText(markdown),
  clauses: remember(markdown),
});

/** `folder` is that of an edition. */
export async function readRecords(
  files: Files,
  folder: string,
): Promise<Result<{readonly records: Records; readonly text: string | undefined}, Finding>> {
  const file = join(folder, recordFile);
  const bytes = await files.read(file);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return ok({records: new Map(), text: undefined});
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes.value);
  const broken = (): Result<never, Finding> =>
    failed([
      error(
        'bad-record',
        file,
        'This record of what was imported cannot be read. ' +
          'Bring it back as it was, or delete it; texts that differ from what is imported then need --force.',
      ),
    ]);
  const document = parseDocument(text, {logLevel: 'silent'});
  if (document.errors.length > 0) return broken();
  let value: unknown;
  try {
    value = document.toJS({maxAliasCount: 0});
  } catch {
    // Aliases, which import never writes.
    return broken();
  }
  if (value === null) return ok({records: new Map(), text});
  if (typeof value !== 'object' || Array.isArray(value)) return broken();
  const records = new Map<string, ImportRecord>();
  for (const [name, entry] of Object.entries(value)) {
    const record = readRecord(entry);
    if (record === undefined) return broken();
    records.set(name, record);
  }
  return ok({records, text});
}

function readRecord(entry: unknown): ImportRecord | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const {file, source, markdown, clauses}: Readonly<Record<string, unknown>> = {...entry};
  if (
    typeof file !== 'string' ||
    typeof source !== 'string' ||
    typeof markdown !== 'string' ||
    typeof clauses !== 'string'
  )
    return undefined;
  return {
    file,
    source,
    markdown,
    clauses: clauses
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => {
        const [key = '', id] = word.split('#');
        return {key, id};
      }),
  };
}

export function writeRecords(records: Records): string {
  const document = new Document(
    Object.fromEntries(
      [...records]
        .sort(([a], [b]) => compare(a, b))
        .map(([name, {file, source, markdown, clauses}]) => [
          name,
          {
            file,
            source,
            markdown,
            clauses: clauses.map(({key, id}) => (id === undefined ? key : `${key}#${id}`)).join(' '),
          },
        ]),
    ),
  );
  document.commentBefore =
    ' What “policy-viewer import” wrote last and from which file, so that importing a changed file\n ' +
    'again updates the clauses that nobody has edited. Keep it with the texts; it is written anew.';
  return document.toString({lineWidth: 100});
}
