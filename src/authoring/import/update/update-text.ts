/** An imported text, what stands in its place, and what import wrote there last → what is to stand there now. */
import {failed, ok, type Result} from '../../../policy/result.js';
import {join} from '../../files/paths.js';
import {error, isError, type Finding} from '../../findings/finding.js';
import {readMarkdown} from '../../folder/markdown.js';
import {shorten} from '../../recognise/recognise-headings.js';
import {merge} from './merge-edits.js';
import {hashOfText, makeRecord, type ImportRecord} from './record.js';

export interface Update {
  /** What the file is to say; absent where it stays as it is. */
  readonly markdown?: string;
  /** What import is to remember; absent where that stays as it is. */
  readonly record?: ImportRecord;
  /** For the report, where there was a text. */
  readonly note?: string;
}

/** A text as the imported file gives it. */
export interface FreshText {
  /** The imported file. */
  readonly from: string;
  /** Where the text is to stand, below the policies folder. */
  readonly path: string;
  readonly markdown: string;
}

/** Which text holds where the one that stands there is another. */
export interface Overwriting {
  /** Take what is imported, whatever stands there. */
  readonly force: boolean;
  /** Where both changed, keep what stands there. */
  readonly keep: boolean;
}

/** What import finds in a text's place. */
export interface Standing {
  readonly current: string | undefined;
  readonly known: ImportRecord | undefined;
  /** The hash of the imported file and of what was said of it. */
  readonly source: string;
}

/**
 * What is to be done where the file is as it was, which needs no look at what it says; nothing where it is not, or
 * what stands there is not to be kept.
 */
export function leaveAsItIs({current, known, source}: Standing, {force}: Overwriting): Update | undefined {
  if (current === undefined || known?.source !== source) return undefined;
  const untouched = hashOfText(current) === known.markdown;
  if (force && !untouched) return undefined;
  return {
    note: untouched
      ? 'nothing: the file is as it was'
      : 'nothing: the file is as it was, and what was edited here was kept',
  };
}

export function updateText(
  text: FreshText,
  standing: Standing,
  out: string,
  overwriting: Overwriting,
): Result<Update, Finding> {
  const {current, known, source} = standing;
  const left = leaveAsItIs(standing, overwriting);
  if (left !== undefined) return ok(left);
  const record = makeRecord(text.from, source, text.markdown);
  const all = {record, markdown: text.markdown};
  if (current === undefined) return ok(all);
  if (hashOfText(current) === record.markdown) return ok({record});
  if (overwriting.force) return ok({...all, note: 'taken from the file, whatever stood there (--force)'});
  if (known === undefined)
    return failed([
      error(
        'exists',
        join(out, text.path),
        'This text is there already and differs from the imported one. ' +
          'It was left as it is; add --force to overwrite it.',
      ),
    ]);
  if (hashOfText(current) === known.markdown) return ok({...all, note: 'taken from the file, which has changed'});
  return combine(text, record, known, current, out, overwriting.keep);
}

function combine(
  text: FreshText,
  record: ImportRecord,
  known: ImportRecord,
  current: string,
  out: string,
  keep: boolean,
): Result<Update, Finding> {
  const file = join(out, text.path);
  const merged = merge(known.clauses, current, text.markdown, keep);
  const lines = current.split(/\r\n?|\n/);
  if (merged.conflicts.length > 0)
    return failed(
      merged.conflicts.map(({line, theirs}) => {
        const sourceLine = lines[line - 1] ?? '';
        return error(
          'conflict',
          {file, line, column: 1, width: Math.max(1, sourceLine.length), sourceLine},
          `This was edited here and changed in ${text.from} too, which ` +
            `${theirs === '' ? 'no longer has it' : `now says “${shorten(theirs)}”`}. ` +
            'Write that here and import again, or import with --keep to keep what stands here, or with --force ' +
            'to take the whole file.',
        );
      }),
    );
  const problem = readMarkdown({file, text: merged.markdown}).findings.find(isError);
  if (problem !== undefined) {
    return failed([
      error(
        'conflict',
        file,
        `This was edited and ${text.from} has changed too, and together they do not work: ` +
          `${problem.message} Change it here and import again, or import with --force to take the whole file.`,
      ),
    ]);
  }
  const note = `${count(merged.updated)} taken from the file, ${count(merged.edited)} kept as edited here`;
  return ok({record, note, ...(hashOfText(merged.markdown) !== hashOfText(current) && {markdown: merged.markdown})});
}

const count = (clauses: number): string => `${clauses} ${clauses === 1 ? 'clause' : 'clauses'}`;
