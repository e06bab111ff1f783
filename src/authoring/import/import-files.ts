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
import {gatherAdditions} from './gather-additions.js';
import {
  importEdition,
  planImport,
  type Given,
  type ImportedText,
  type Plan,
  type Planned,
  type ImportNotes,
  type TextReport,
} from './import-texts.js';
import {lookAtFiles, type LookRequest, type Looks} from './look-at-files.js';
import {readRecords, recordFile, writeRecords, type ImportRecord} from './update/record.js';
import {updateSettings} from './update/update-settings.js';
import {leaveAsItIs, updateText, type Overwriting, type Standing} from './update/update-text.js';

export interface ImportRequest extends LookRequest {
  /** Where the policies folder is, and its path there. */
  readonly place: Files;
  readonly out: string;
  readonly overwriting: Overwriting;
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

/** All that was imported, or why nothing was: what was written by then is not to be kept. */
export async function importFiles(request: ImportRequest): Promise<Result<ImportReport, Finding>> {
  const {place, out, choices, files, progress, isStopped} = request;
  const looks = await lookAtFiles(request);
  if (!looks.ok) return looks;
  const folder = await findFolder(place, out);
  if (!folder.ok) return folder;
  const {known, settings} = folder.value;
  const {recognisedTexts} = looks.value;
  const plan = planImport(recognisedTexts, known);
  if (!plan.ok) return plan;
  const written: string[] = [];
  const work: Work = {
    request,
    looks: looks.value,
    folder: folder.value,
    plan: plan.value,
    async write(path, text) {
      const file = join(out, path);
      const done = await request.write(file, text);
      if (done.ok) written.push(file);
      return done;
    },
  };
  // By the place of each file.
  const made = new Map<number, Reported>();
  const issues: Finding[] = [];
  let done = 0;
  for (const edition of plan.value.editions) {
    if (isStopped()) return failed([]);
    const imported = await stageEdition(edition, work);
    if (!imported.ok) issues.push(...imported.issues);
    else for (const one of imported.value) made.set(one.report.planned.index, one);
    progress.show('Imported', (done += edition.length), files.length, 'texts');
  }
  const inOrder = recognisedTexts.flatMap((_, index) => made.get(index) ?? []);
  const additions = gatherAdditions(
    recognisedTexts,
    inOrder.map(({report}) => report),
    known,
    choices,
  );
  if (!additions.ok) return additions;
  if (issues.length > 0) return failed(issues);
  const updated = updateSettings(settings, additions.value);
  const last = updated === settings ? ok(undefined) : await work.write(settingsFile, updated);
  return last.ok ? ok({texts: inOrder, written}) : last;
}

/** What became of each text of an edition, in its order. */
async function stageEdition(edition: readonly Planned[], work: Work): Promise<Result<readonly Reported[], Finding>> {
  const {
    request: {place: files, out, overwriting, cache},
    folder,
    looks,
  } = work;
  const place = dirname(edition[0]?.path ?? '');
  const records = await readRecords(files, join(out, place));
  if (!records.ok) return records;
  const found = await mapSome(edition, async ({path, recognised}): Promise<Result<Standing, Finding>> => {
    const current = await folder.read(path);
    if (!current.ok) return current;
    return ok({
      current: current.value,
      known: records.value.records.get(basename(path)),
      source: looks.sourceOf(recognised.file),
    });
  });
  const unreadable = found.flatMap((one) => (one.ok ? [] : one.issues));
  if (unreadable.length > 0) return failed(unreadable);
  const standing = found.flatMap((one) => (one.ok ? [one.value] : []));
  // Why a text is of its policy is another thing to say once the folder has the policy.
  const key = cache.keyOf([
    'edition',
    JSON.stringify(edition.map(({path, recognised, identity: {why: _, ...own}}) => [path, recognised.file, own])),
    ...standing.map(({source}) => source),
  ]);
  const left = standing.flatMap((each) => leaveAsItIs(each, overwriting) ?? []);
  const kept = left.length === edition.length ? await cache.read(key) : undefined;
  if (kept !== undefined) {
    // What this command wrote itself, held to be whole by its hash.
    const notes = JSON.parse(kept) as readonly ImportNotes[];
    return ok(
      edition.flatMap((planned, index) =>
        notes[index] === undefined ? [] : [{report: {planned, notes: notes[index]}, ...left[index]}],
      ),
    );
  }
  const texts = await makeTexts(edition, work);
  if (!texts.ok) return texts;
  const changed = new Map<string, ImportRecord>();
  const reported: Reported[] = [];
  const issues: Finding[] = [];
  for (const [index, text] of texts.value.entries()) {
    const {planned, notes} = text;
    const update = updateText(
      {from: planned.recognised.file, path: planned.path, markdown: text.markdown},
      standing[index] ?? {current: undefined, known: undefined, source: ''},
      out,
      overwriting,
    );
    if (!update.ok) {
      issues.push(...update.issues);
      continue;
    }
    const {markdown, record, note} = update.value;
    const written = markdown === undefined ? ok(undefined) : await work.write(planned.path, markdown);
    if (!written.ok) return written;
    if (record !== undefined) changed.set(basename(planned.path), record);
    reported.push({report: {planned, notes}, ...(note !== undefined && {note})});
  }
  if (issues.length > 0) return failed(issues);
  const recorded =
    changed.size === 0 ? records.value.text : writeRecords(new Map([...records.value.records, ...changed]));
  const written =
    recorded === undefined || recorded === records.value.text
      ? ok(undefined)
      : await work.write(`${place}/${recordFile}`, recorded);
  if (!written.ok) return written;
  await cache.write(key, JSON.stringify(texts.value.map(({notes}) => notes)));
  return ok(reported);
}

async function makeTexts(
  edition: readonly Planned[],
  {request: {choices}, looks, folder, plan: {products}}: Work,
): Promise<Result<readonly ImportedText[], Finding>> {
  const given = await mapSome(edition, async (planned): Promise<Result<Given, Finding>> => {
    const look = await looks.whole(planned.recognised);
    if (!look.ok) return look;
    const previous = await folder.before(planned.path);
    return previous.ok ? ok({planned, look: look.value, previous: previous.value}) : previous;
  });
  const issues = given.flatMap((one) => (one.ok ? [] : one.issues));
  return issues.length > 0
    ? failed(issues)
    : importEdition(
        given.flatMap((one) => (one.ok ? [one.value] : [])),
        products,
        choices,
      );
}
