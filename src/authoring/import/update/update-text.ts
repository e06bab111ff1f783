/** An imported text, what stands in its place, and what import wrote there last → what is to stand there now. */
import {join} from 'node:path';
import {failed, ok, type Result} from '../../../policy/result.js';
import {error, isError, type Finding} from '../../findings/finding.js';
import {readMarkdown} from '../../folder/markdown.js';
import type {ImportedText} from '../import-texts.js';
import {shorten} from '../../recognise/recognise-headings.js';
import {merge} from './merge.js';
import {hashOfText, makeRecord, type ImportRecord} from './record.js';

export interface Update {
  /** What the file is to say; absent where it stays as it is. */
  readonly markdown?: string;
  /** What import is to remember; absent where that stays as it is. */
  readonly record?: ImportRecord;
  /** For the report, where there was a text. */
  readonly note?: string;
}

export interface UpdatePolicy {
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

/** What is to be done where the file is as it was, which needs no look at what it says; nothing where it is not, or what stands there is not to be kept. */
export function leaveAsItIs({current, known, source}: Standing, {force}: UpdatePolicy): Update | undefined {
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
  text: ImportedText,
  standing: Standing,
  out: string,
  policy: UpdatePolicy,
): Result<Update, Finding> {
  const {current, known, source} = standing;
  const left = leaveAsItIs(standing, policy);
  if (left !== undefined) return ok(left);
  const record = makeRecord(text.planned.head.file, source, text.markdown);
  const all = {record, markdown: text.markdown};
  if (current === undefined) return ok(all);
  if (hashOfText(current) === record.markdown) return ok({record});
  if (policy.force) return ok({...all, note: 'taken from the file, whatever stood there (--force)'});
  if (known === undefined)
    return failed([
      error(
        'exists',
        join(out, text.planned.path),
        'This text is there already and differs from the imported one. It was left as it is; add --force to overwrite it.',
      ),
    ]);
  if (hashOfText(current) === known.markdown) return ok({...all, note: 'taken from the file, which has changed'});
  return combine(text, record, known, current, out, policy.keep);
}

function combine(
  text: ImportedText,
  record: ImportRecord,
  known: ImportRecord,
  current: string,
  out: string,
  keep: boolean,
): Result<Update, Finding> {
  const file = join(out, text.planned.path);
  const merged = merge(known.clauses, current, text.markdown, keep);
  const lines = current.split(/\r\n?|\n/);
  if (merged.conflicts.length > 0)
    return failed(
      merged.conflicts.map(({line, theirs}) => {
        const sourceLine = lines[line - 1] ?? '';
        return error(
          'conflict',
          {file, line, column: 1, width: Math.max(1, sourceLine.length), sourceLine},
          `This was edited here and changed in ${text.planned.head.file} too, which ${theirs === '' ? 'no longer has it' : `now says “${shorten(theirs)}”`}. Write that here and import again, or import with --keep to keep what stands here, or with --force to take the whole file.`,
        );
      }),
    );
  const problem = readMarkdown({file, text: merged.markdown}).findings.find(isError);
  if (problem !== undefined) {
    return failed([
      error(
        'conflict',
        file,
        `This was edited and ${text.planned.head.file} has changed too, and together they do not work: ${problem.message} Change it here and import again, or import with --force to take the whole file.`,
      ),
    ]);
  }
  const note = `${count(merged.updated)} taken from the file, ${count(merged.edited)} kept as edited here`;
  return ok({record, note, ...(hashOfText(merged.markdown) !== hashOfText(current) && {markdown: merged.markdown})});
}

const count = (clauses: number): string => `${clauses} ${clauses === 1 ? 'clause' : 'clauses'}`;
