/** Each imported text, what stands in its place, and what import wrote there last → what is to stand there now. */
import {join} from 'node:path';
import type {Id} from '../../policy/bundle.js';
import {error, isError, type Finding} from '../finding.js';
import {groupBy} from '../group.js';
import {readMarkdown} from '../markdown.js';
import type {ImportedText} from './import-texts.js';
import {merge} from './merge.js';
import {hashOfText, makeRecord, type ImportRecord, type Records} from './record.js';
import {shorten} from './recognise-headings.js';

export interface Update {
  readonly text: ImportedText;
  /** What the file is to say; absent where it stays as it is. */
  readonly markdown?: string;
  readonly record: ImportRecord;
  /** For the report, where there was a text. */
  readonly note?: string;
}

export interface Policy {
  /** Take what is imported, whatever stands there. */
  readonly force: boolean;
  /** Where both changed, keep what stands there. */
  readonly keep: boolean;
}

export interface Updated {
  readonly updates: readonly Update[];
  readonly findings: readonly Finding[];
}

/** `sources` has the hash of each imported file and of what was said of it. */
export function updateTexts(texts: readonly ImportedText[], existing: ReadonlyMap<string, string>, records: Records, sources: ReadonlyMap<string, string>, out: string, policy: Policy): Updated {
  const findings: Finding[] = [];
  const updates = texts.flatMap((text): Update[] => {
    const record = makeRecord(text.look.file, sources.get(text.look.file) ?? '', text.markdown);
    const known = records.get(text.path);
    const current = existing.get(text.path);
    const all = {text, record, markdown: text.markdown};
    if (current === undefined) return [all];
    if (hashOfText(current) === record.markdown) return [{text, record}];
    if (policy.force) return [{...all, note: 'taken from the file, whatever stood there (--force)'}];
    if (known === undefined) {
      findings.push(error('exists', join(out, text.path), 'This text is there already and differs from the imported one. It was left as it is; add --force to overwrite it.'));
      return [];
    }
    const untouched = hashOfText(current) === known.markdown;
    if (known.source === record.source) return [{text, record: known, note: untouched ? 'nothing: the file is as it was' : 'nothing: the file is as it was, and what was edited here was kept'}];
    if (untouched) return [{...all, note: 'taken from the file, which has changed'}];
    return combine(text, record, known, current, findings, out, policy.keep);
  });
  return {updates, findings};
}

function combine(text: ImportedText, record: ImportRecord, known: ImportRecord, current: string, findings: Finding[], out: string, keep: boolean): Update[] {
  const file = join(out, text.path);
  const merged = merge(known.clauses, current, text.markdown, keep);
  const lines = current.split(/\r\n?|\n/);
  for (const {line, theirs} of merged.conflicts) {
    const sourceLine = lines[line - 1] ?? '';
    findings.push(error('conflict', {file, line, column: 1, width: Math.max(1, sourceLine.length), sourceLine},
      `This was edited here and changed in ${text.look.file} too, which ${theirs === '' ? 'no longer has it' : `now says “${shorten(theirs)}”`}. Write that here and import again, or import with --keep to keep what stands here, or with --force to take the whole file.`));
  }
  if (merged.conflicts.length > 0) return [];
  const problem = readMarkdown({file, text: merged.markdown}).findings.find(isError);
  if (problem !== undefined) {
    findings.push(error('conflict', file, `This was edited and ${text.look.file} has changed too, and together they do not work: ${problem.message} Change it here and import again, or import with --force to take the whole file.`));
    return [];
  }
  const note = `${count(merged.updated)} taken from the file, ${count(merged.edited)} kept as edited here`;
  return [{text, record, note, ...hashOfText(merged.markdown) !== hashOfText(current) && {markdown: merged.markdown}}];
}

const count = (clauses: number): string => `${clauses} ${clauses === 1 ? 'clause' : 'clauses'}`;

/** Each list of texts is looked through once. */
const byNameOf = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, readonly string[]>>();
/** A text's policy and language, whatever its date. */
const nameOf = (path: string): string => `${path.slice(0, path.indexOf('/'))} ${path.slice(path.lastIndexOf('/'))}`;

/** The text that an imported one comes after: the one in its place, else the newest other edition in its language. */
export function previousOf(existing: ReadonlyMap<string, string>, policy: Id, path: string): string | undefined {
  const byName = byNameOf.get(existing) ?? groupBy(existing.keys(), nameOf);
  byNameOf.set(existing, byName);
  const [newest] = [...byName.get(nameOf(path)) ?? []].filter((each) => each.startsWith(`${policy}/`)).sort().reverse();
  return existing.get(path) ?? existing.get(newest ?? '');
}
