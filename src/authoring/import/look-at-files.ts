/**
 * The first look at every file that is imported. Of many files only what was recognised stays in memory, and what was
 * recognised of a file is kept for the next time.
 */
import {failed, ok, type Result} from '../../policy/result.js';
import {mapSome} from '../collections/map-some.js';
import {error, type Finding} from '../findings/finding.js';
import type {Cache} from '../work/cache.js';
import type {Progress} from '../work/progress.js';
import type {ImportChoices} from './choices.js';
import {withoutTree, type RecognisedText} from './import-texts.js';
import {readBytes, type Files} from '../files/files.js';
import {readDocument} from '../read/read-document.js';
import {loadDetectors} from '../recognise/detectors.js';
import {lookAgain, lookAtLanguage, lookAtRest, type FirstLook} from '../recognise/recognise-text.js';
import {loadWords} from '../vocabulary/language-words.js';
import type {PathFacts} from '../recognise/settle-language.js';
import {readPaths} from './paths/read-paths.js';
import {hashOf} from './update/record.js';

/** Fewer texts stay in memory; of more only what was recognised does, and each file is read twice. */
const fewEnough = 200;

export interface LookRequest {
  /** Where they are. */
  readonly inputs: Files;
  /** Those to import, by their paths there. */
  readonly files: readonly string[];
  readonly choices: ImportChoices;
  /** The choices as they were typed: a file says something else where it is read with others. */
  readonly said: string;
  readonly cache: Cache;
  readonly progress: Progress;
  /** Whether somebody has stopped the work meanwhile. */
  readonly isStopped: () => boolean;
}

export interface Looks {
  /** In the order of the files, those that could not be read left out. */
  readonly recognisedTexts: readonly RecognisedText[];
  /** Why each of the others could not be read. */
  readonly refused: readonly Finding[];
  /** The hash of a file's bytes and of what was said of it. */
  sourceOf(file: string): string;
  /** A text with its tree; the file is read again where that was let go. */
  whole(recognised: RecognisedText): Promise<Result<FirstLook, Finding>>;
}

/**
 * All files that can be read, and what is wrong with each of the others; where the work is interrupted, nothing of
 * either.
 */
export async function lookAtFiles({
  inputs,
  files,
  choices,
  said,
  cache,
  progress,
  isStopped,
}: LookRequest): Promise<Result<Looks, Finding>> {
  const sources = new Map<string, string>();
  const trees = new Map<string, FirstLook>();
  let done = 0;

  const lookAtOne = async (file: string, path: PathFacts | undefined): Promise<Result<RecognisedText, Finding>> => {
    const bytes = await readBytes(inputs, file);
    if (!bytes.ok) return bytes;
    const source = hashOf(bytes.value, said);
    sources.set(file, source);
    const key = cache.keyOf(['recognised', file, source, JSON.stringify(path ?? {})]);
    const kept = await cache.read(key);
    // What this command wrote itself, held to be whole by its hash.
    if (kept !== undefined) return ok(JSON.parse(kept) as RecognisedText);
    await loadDetectors();
    const document = await readDocument(file, bytes.value);
    const start = document.ok ? lookAtLanguage(file, document.value, choices.of(file), path) : document;
    if (!start.ok) return start;
    await loadWords([start.value.language.value]);
    const look = lookAtRest(start.value);
    const recognised = withoutTree(look);
    if (files.length <= fewEnough) trees.set(file, look);
    await cache.write(key, JSON.stringify(recognised));
    return ok(recognised);
  };

  // Where one `de` says little, `de` and `fr` in the same place do.
  const paths = new Map(readPaths(files).map((path, index) => [files[index] ?? '', path]));
  const results = await mapSome(files, async (file): Promise<Result<RecognisedText, Finding>> => {
    if (isStopped()) return failed([]);
    const recognised = await lookAtOne(file, paths.get(file));
    progress.show('Read', ++done, files.length, 'files');
    return recognised;
  });
  if (isStopped()) return failed([]);
  // What was kept of a text says its language; its words are wanted all the same.
  await loadWords(results.flatMap((result) => (result.ok ? [result.value.language.value] : [])));
  return ok({
    refused: results.flatMap((result) => (result.ok ? [] : result.issues)),
    recognisedTexts: results.flatMap((result) => (result.ok ? [result.value] : [])),
    sourceOf: (file) => sources.get(file) ?? '',
    async whole(recognised) {
      const {file} = recognised;
      const tree = trees.get(file);
      if (tree !== undefined) return ok(tree);
      const bytes = await readBytes(inputs, file);
      if (!bytes.ok) return bytes;
      if (hashOf(bytes.value, said) !== sources.get(file))
        return failed([error('unreadable', file, 'This file was changed while it was imported. Import it again.')]);
      await loadDetectors();
      const document = await readDocument(file, bytes.value);
      return document.ok ? ok(lookAgain(recognised, document.value)) : document;
    },
  });
}
