/**
 * Files that somebody has → a policies folder. First every file is looked at, then the texts
 * are made edition by edition, so that memory does not grow with their length. What became of
 * a file is kept, so that importing thousands again makes only those anew that changed.
 */
import {failed, ok, type Result} from '../../policy/result.js';
import type {Files} from '../files/files.js';
import {basename, dirname, join} from '../files/paths.js';
import {mapSome} from '../collections/map-some.js';
import type {Finding} from '../findings/finding.js';
import {settingsFile} from '../folder/folder.js';
import {findFolder, type ExistingFolder} from './existing-folder.js';
import {gatherAdditions, refuseUnread} from './gather-additions.js';
import {
  importEdition,
  linksOf,
  planImport,
  type Given,
  type ImportedText,
  type Plan,
  type Planned,
  type ImportNotes,
  type TextReport,
} from './import-texts.js';
import {lookAtFiles, type LookRequest, type Looks} from './look-at-files.js';
import {hashOf, readRecords, recordFile, writeRecords, type ImportRecord} from './update/record.js';
import {updateSettings} from './update/update-settings.js';
import {leaveAsItIs, updateText, type Overwriting, type Standing} from './update/update-text.js';

export interface ImportRequest extends LookRequest {
  /** Where the policies folder is, and its path there. */
  readonly place: Files;
  readonly out: string;
  readonly overwriting: Overwriting;
  /** Whether one file that cannot be imported is to stop all others. */
  readonly allOrNothing: boolean;
  /** Takes each file that is other than before, one at a time. */
  readonly write: (file: string, text: string) => Promise<Result<void, Finding>>;
}

/** A text for the report; `note` says what became of the one that stood there. */
export interface Reported {
  readonly report: TextReport;
  readonly note?: string;
}

export interface ImportReport {
  /** In the order of the files. */
  readonly texts: readonly Reported[];
  /** Why each of the others was not imported. What stood there of it is as it was. */
  readonly refused: readonly Finding[];
  /** The files that are other than before, policies.yaml and records among them. */
  readonly written: readonly string[];
}

interface Work {
  readonly request: ImportRequest;
  readonly looks: Looks;
  readonly folder: ExistingFolder;
  readonly plan: Plan;
  /** Writes a file, by its path below the folder. */
  write(path: string, text: string): Promise<Result<void, Finding>>;
}

/** What could be imported, or why nothing was: what was written by then is not to be kept. */
export async function importFiles(request: ImportRequest): Promise<Result<ImportReport, Finding>> {
  const {place, out, choices, files, progress, isStopped, allOrNothing} = request;
  const looks = await lookAtFiles(request);
  if (!looks.ok) return looks;
  const folder = await findFolder(place, out);
  if (!folder.ok) return folder;
  const {known, settings} = folder.value;
  const {recognisedTexts} = looks.value;
  const plan = planImport(recognisedTexts, known, choices.baseUrl);
  const written: string[] = [];
  const work: Work = {
    request,
    looks: looks.value,
    folder: folder.value,
    plan,
    async write(path, text) {
      const file = join(out, path);
      const done = await request.write(file, text);
      if (done.ok) written.push(file);
      return done;
    },
  };
  // By the place of each file.
  const made = new Map<number, Reported>();
  const refused: Finding[] = [...looks.value.refused, ...plan.refused];
  let done = 0;
  for (const edition of plan.editions) {
    if (isStopped()) return failed([]);
    const staged = await stageEdition(edition, work);
    if (!staged.ok) return staged;
    for (const one of staged.value.texts) made.set(one.report.planned.index, one);
    refused.push(...staged.value.refused);
    progress.show('Imported', (done += edition.length), files.length, 'texts');
  }
  const inOrder = recognisedTexts.flatMap((_, index) => made.get(index) ?? []);
  const reports = inOrder.map(({report}) => report);
  if (reports.length > 0) refused.push(...refuseUnread(reports, choices));
  if (reports.length === 0 || (allOrNothing && refused.length > 0)) return failed(refused);
  const updated = updateSettings(settings, gatherAdditions(reports, known));
  const last = updated === settings ? ok(undefined) : await work.write(settingsFile, updated);
  return last.ok ? ok({texts: inOrder, refused, written}) : last;
}

interface Staged {
  readonly texts: readonly Reported[];
  readonly refused: readonly Finding[];
}

/** What became of each text of an edition, in its order; it fails only where nothing can be written at all. */
async function stageEdition(edition: readonly Planned[], work: Work): Promise<Result<Staged, Finding>> {
  const {
    request: {place: files, out, overwriting, cache},
    folder,
    looks,
  } = work;
  const place = dirname(edition[0]?.path ?? '');
  const records = await readRecords(files, join(out, place));
  // Without it nobody knows what was edited here.
  if (!records.ok) return ok({texts: [], refused: records.issues});
  const found = await mapSome(edition, async (planned): Promise<Result<Candidate, Finding>> => {
    const {path, recognised} = planned;
    const current = await folder.read(path);
    if (!current.ok) return current;
    const known = records.value.records.get(basename(path));
    const links = linksOf(planned, work.plan.book);
    const source = looks.sourceOf(recognised.file);
    return ok({
      planned,
      standing: {current: current.value, known, source: links.length === 0 ? source : hashOf(source, ...links)},
    });
  });
  const refused = issuesOf(found);
  const candidates = valuesOf(found);
  // Why a text is of its policy is another thing to say once the folder has the policy.
  const key = cache.keyOf([
    'edition',
    JSON.stringify(
      candidates.map(({planned: {path, recognised, identity}}) => {
        const {why: _, ...own} = identity;
        return [path, recognised.file, own];
      }),
    ),
    ...candidates.map(({standing}) => standing.source),
  ]);
  const left = candidates.flatMap(({standing}) => leaveAsItIs(standing, overwriting) ?? []);
  const kept = left.length === candidates.length ? await cache.read(key) : undefined;
  if (kept !== undefined) {
    // What this command wrote itself, held to be whole by its hash.
    const notes = JSON.parse(kept) as readonly ImportNotes[];
    const texts = candidates.flatMap(({planned}, index) =>
      notes[index] === undefined ? [] : [{report: {planned, notes: notes[index]}, ...left[index]}],
    );
    return ok({texts, refused});
  }
  const made = await makeTexts(candidates, work);
  refused.push(...issuesOf(made));
  const changed = new Map<string, ImportRecord>();
  const reported: Reported[] = [];
  for (const {text, standing} of valuesOf(made)) {
    const {planned, notes} = text;
    const from = planned.recognised.file;
    const update = updateText({from, path: planned.path, markdown: text.markdown}, standing, out, overwriting);
    if (!update.ok) {
      refused.push(...update.issues);
      continue;
    }
    const {markdown, record, note} = update.value;
    const written = markdown === undefined ? ok(undefined) : await work.write(planned.path, markdown);
    if (!written.ok) return written;
    if (record !== undefined) changed.set(basename(planned.path), record);
    reported.push({report: {planned, notes}, ...(note !== undefined && {note})});
  }
  const recorded =
    changed.size === 0 ? records.value.text : writeRecords(new Map([...records.value.records, ...changed]));
  const written =
    recorded === undefined || recorded === records.value.text
      ? ok(undefined)
      : await work.write(`${place}/${recordFile}`, recorded);
  if (!written.ok) return written;
  // What is kept of an edition is kept of all of it.
  if (refused.length === 0) await cache.write(key, JSON.stringify(reported.map(({report}) => report.notes)));
  return ok({texts: reported, refused});
}

/** A text of an edition, and what stands in its place. */
interface Candidate {
  readonly planned: Planned;
  readonly standing: Standing;
}

interface Made {
  readonly text: ImportedText;
  readonly standing: Standing;
}

async function makeTexts(
  candidates: readonly Candidate[],
  {request: {choices}, looks, folder, plan}: Work,
): Promise<readonly Result<Made, Finding>[]> {
  const read = await mapSome(
    candidates,
    async ({planned, standing}): Promise<Result<Given & {readonly standing: Standing}, Finding>> => {
      const look = await looks.whole(planned.recognised);
      if (!look.ok) return look;
      const previous = await folder.before(planned.path);
      return previous.ok ? ok({planned, look: look.value, previous: previous.value, standing}) : previous;
    },
  );
  const given = valuesOf(read);
  const made = importEdition(given, plan, choices).map((text, index): Result<Made, Finding> => {
    const standing = given[index]?.standing ?? {current: undefined, known: undefined, source: ''};
    return text.ok ? ok({text: text.value, standing}) : text;
  });
  return [...read.flatMap((one) => (one.ok ? [] : [one])), ...made];
}

const valuesOf = <T>(results: readonly Result<T, Finding>[]): readonly T[] =>
  results.flatMap((one) => (one.ok ? [one.value] : []));

const issuesOf = (results: readonly Result<unknown, Finding>[]): Finding[] =>
  results.flatMap((one) => (one.ok ? [] : one.issues));
