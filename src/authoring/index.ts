/**
 * `policy-viewer-cli/authoring.js`: from texts to a bundle, without files: for a build tool, a page or its worker.
 * Everything takes bytes by their paths and gives texts, bundles and findings; nothing is read or written elsewhere.
 */
import type {Bundle} from '../policy/bundle.js';
import {ok, type Result} from '../policy/result.js';
import {inspectFolder, inspectIndex} from './compile/inspect.js';
import type {Doubt} from './document/guess.js';
import {describe, type Finding} from './findings/finding.js';
import {memoryFiles, type InputFile} from './files/files.js';
import type {ImportFacts} from './import/facts.js';
import {gatherFacts} from './import/gather-facts.js';
import {importFiles} from './import/import-files.js';
import {readDocument as readTree} from './read/read-document.js';
import type {TextChoices} from './recognise/choices.js';
import {headingKey} from './recognise/recognise-structure.js';
import {noCache} from './work/cache.js';
import {silent} from './work/progress.js';

export type {Bundle} from '../policy/bundle.js';
export type {Result} from '../policy/result.js';
export type {Doubt} from './document/guess.js';
export type {InputFile} from './files/files.js';
export type {Finding, Place, Severity, Spot} from './findings/finding.js';
export type {ImportFacts, SectionFacts} from './import/facts.js';
export type {TextChoices} from './recognise/choices.js';

/** A text that was made, by its path below the policies folder. */
export interface OutputFile {
  /** With `/` between its parts: `privacy/2026-03-01/en.md`. */
  readonly path: string;
  readonly text: string;
}

/** What stands in a file, before anything of it is recognised. */
export interface ReadDocument {
  /** All that a reader sees of it, a line for each paragraph, item or cell. */
  readonly words: string;
  /** What the format holds and a policy cannot. */
  readonly doubts: readonly Doubt[];
}

/**
 * Reads plain text, Markdown, HTML, DOCX or Akoma Ntoso, whichever the ending of `path` says.
 * A file that cannot be read is one finding that says what to do.
 */
export async function readDocument({path, bytes}: InputFile): Promise<Result<ReadDocument, Finding>> {
  const document = await readTree(path, bytes);
  if (!document.ok) return document;
  const {words, doubts} = document.value;
  return ok({
    words: words
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n\s*/gu, '\n')
      .trim(),
    doubts,
  });
}

export interface ImportOptions {
  /** The policies folder as it is, by paths below it; what is not told of is not there. Absent: a new one. */
  readonly folder?: Iterable<InputFile>;
  /** What is known of a text and need not be recognised, by the path of its file. */
  readonly choices?: (path: string) => TextChoices;
  /** Whom the sections with a heading are for: `{Astronauts: ['visitor']}`; `none` for a heading that is none. */
  readonly audiences?: Readonly<Record<string, readonly string[] | 'everyone' | 'none'>>;
  /**
   * Where a text stands already and was edited: `file` takes the imported one, `edit` keeps the edit. Absent: a
   * finding.
   */
  readonly prefer?: 'file' | 'edit';
  /** Whether one file that cannot be imported is to stop all others. Absent: the others are imported. */
  readonly allOrNothing?: boolean;
}

export interface Imported {
  /** The files of the policies folder that are other than before; the rest of it stays as it is. */
  readonly files: readonly OutputFile[];
  /** What there is to say of each text, in the order of the files. */
  readonly texts: readonly ImportFacts[];
  /** Why each of the other files was not imported. */
  readonly refused: readonly Finding[];
}

/**
 * Makes a policies folder of files that somebody has, or adds to one: recognises language, day, product and
 * audiences, names the clauses, and makes sure that no letter is lost. It fails where nothing could be imported.
 */
export async function importTexts(
  files: Iterable<InputFile>,
  {folder = [], choices = () => ({}), audiences = {}, prefer, allOrNothing = false}: ImportOptions = {},
): Promise<Result<Imported, Finding>> {
  const all = [...files];
  const written: OutputFile[] = [];
  const headings = Object.entries(audiences).map(([heading, ids]) => [headingKey(heading), ids, heading] as const);
  const imported = await importFiles({
    inputs: memoryFiles(all),
    files: all.map(({path}) => path),
    place: memoryFiles(folder),
    out: '',
    choices: {
      of: choices,
      audiences: new Map(headings.map(([key, ids]) => [key, ids])),
      headings: new Map(headings.map(([key, , heading]) => [key, heading])),
    },
    said: JSON.stringify([all.map(({path}) => choices(path)), audiences]),
    overwriting: {force: prefer === 'file', keep: prefer === 'edit'},
    allOrNothing,
    cache: noCache,
    progress: silent,
    isStopped: () => false,
    async write(path, text) {
      written.push({path, text});
      return ok(undefined);
    },
  });
  if (!imported.ok) return imported;
  const {texts, refused} = imported.value;
  return ok({files: written, texts: texts.map(({report}) => gatherFacts(report, report.planned.path)), refused});
}

export interface Compilation {
  /** Absent where a finding is an error. */
  readonly bundle?: Bundle;
  readonly findings: readonly Finding[];
}

/** Makes the bundle of a policies folder, given by paths below it: `policies.yaml`, `privacy/2026-03-01/en.md`. */
export async function compile(files: Iterable<InputFile>): Promise<Compilation> {
  const {bundle, findings} = await inspectFolder(memoryFiles(files), '.');
  return {findings, ...(bundle !== undefined && {bundle})};
}

/** All that `policy-viewer check` says of a policies folder, errors and warnings, by file and place. */
export async function check(files: Iterable<InputFile>): Promise<readonly Finding[]> {
  const {inspection, close} = await inspectIndex(memoryFiles(files), '.');
  await close();
  return inspection.findings;
}

/** A finding as the command prints it: file, line, the sentence, and a caret under the place. */
export const describeFinding = (finding: Finding): string => describe(finding);
