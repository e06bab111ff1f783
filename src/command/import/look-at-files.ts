/** The first look at every file that is imported. Of many files only what was recognised stays in memory, and what was recognised of a file is kept for the next time. */
import {failed, ok, type Result} from '../../policy/result.js';
import {mapSome} from '../disk/map-some.js';
import {hash, identity, type Shelf} from '../disk/shelf.js';
import {error, type Finding} from '../../authoring/findings/finding.js';
import type {Progress} from '../progress.js';
import type {AllChoices} from '../../authoring/import/choices.js';
import {headOf, type Head} from '../../authoring/import/import-texts.js';
import {readBytesToImport, readFormat} from '../../authoring/import/read/read-document.js';
import {loadDetectors} from '../../authoring/recognise/detectors.js';
import {lookAgain, lookAt, type FirstLook} from '../../authoring/recognise/recognise-text.js';
import {hashOf} from '../../authoring/import/update/record.js';

/** Fewer texts stay in memory; of more only the heads do, and each file is read twice. */
const fewEnough = 200;

export interface LookRequest {
  readonly files: readonly string[];
  readonly choices: AllChoices;
  /** The choices as they were typed: a file says something else where it is read with others. */
  readonly said: string;
  readonly shelf: Shelf;
  readonly progress: Progress;
  readonly interrupted: AbortSignal;
}

export interface Looks {
  /** In the order of the files. */
  readonly heads: readonly Head[];
  /** The hash of a file's bytes and of what was said of it. */
  sourceOf(file: string): string;
  /** A text with its tree; the file is read again where that was let go. */
  whole(head: Head): Promise<Result<FirstLook, Finding>>;
}

/** All files, or what is wrong with each; where the work is interrupted, nothing of either. */
export async function lookAtFiles({
  files,
  choices,
  said,
  shelf,
  progress,
  interrupted,
}: LookRequest): Promise<Result<Looks, Finding>> {
  const sources = new Map<string, string>();
  const trees = new Map<string, FirstLook>();
  let done = 0;

  const lookAtOne = async (file: string): Promise<Result<Head, Finding>> => {
    const bytes = await readBytesToImport(file);
    if (!bytes.ok) return bytes;
    const source = hashOf(bytes.value, said);
    sources.set(file, source);
    const key = hash([identity(), 'head', file, source]);
    const kept = await shelf.read(key);
    // What this command wrote itself, held to be whole by its hash.
    if (kept !== undefined) return ok(JSON.parse(kept) as Head);
    await loadDetectors();
    const document = await readFormat(file, bytes.value);
    const look = document.ok ? lookAt(file, document.value, choices.of(file)) : document;
    if (!look.ok) return look;
    const head = headOf(look.value);
    if (files.length <= fewEnough) trees.set(file, look.value);
    await shelf.write(key, JSON.stringify(head));
    return ok(head);
  };

  const results = await mapSome(files, async (file): Promise<Result<Head, Finding>> => {
    if (interrupted.aborted) return failed([]);
    const head = await lookAtOne(file);
    progress.show('Read', ++done, files.length, 'files');
    return head;
  });
  if (interrupted.aborted) return failed([]);
  const issues = results.flatMap((result) => (result.ok ? [] : result.issues));
  if (issues.length > 0) return failed(issues);
  return ok({
    heads: results.flatMap((result) => (result.ok ? [result.value] : [])),
    sourceOf: (file) => sources.get(file) ?? '',
    async whole(head) {
      const {file} = head;
      const tree = trees.get(file);
      if (tree !== undefined) return ok(tree);
      const bytes = await readBytesToImport(file);
      if (!bytes.ok) return bytes;
      if (hashOf(bytes.value, said) !== sources.get(file))
        return failed([error('unreadable', file, 'This file was changed while it was imported. Import it again.')]);
      await loadDetectors();
      const document = await readFormat(file, bytes.value);
      return document.ok ? ok(lookAgain(head, document.value)) : document;
    },
  });
}
