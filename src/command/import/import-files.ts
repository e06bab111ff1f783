/**
 * Files that somebody has → a policies folder. First every file is looked at, then the texts
 * are made edition by edition, so that memory does not grow with their length: what is to be
 * written waits beside its place, and at the end all of it is put there, or nothing. What
 * became of a file is kept, so that importing thousands again makes only those anew that changed.
 */
import {realpath} from 'node:fs/promises';
import {basename, dirname, join, resolve, sep} from 'node:path';
import {failed, ok, type Result} from '../../policy/result.js';
import {stageFiles, type Staging} from '../disk/files.js';
import {mapSome} from '../disk/map-some.js';
import {hash, identity, isWorthwhile, noShelf, openShelf, type CacheChoice, type Shelf} from '../disk/shelf.js';
import {error, type Finding} from '../../authoring/findings/finding.js';
import {settingsFile} from '../../authoring/folder/folder.js';
import {findFolder, type ExistingFolder} from './existing-folder.js';
import {gatherAdditions} from '../../authoring/import/gather-additions.js';
import {
  importEdition,
  planImport,
  type Given,
  type ImportedText,
  type Plan,
  type Planned,
  type Remains,
  type Told,
} from '../../authoring/import/import-texts.js';
import {lookAtFiles, type LookRequest, type Looks} from './look-at-files.js';
import {readRecords, recordFile, writeRecords, type ImportRecord} from '../../authoring/import/update/record.js';
import {updateSettings} from '../../authoring/import/update/update-settings.js';
import {leaveAsItIs, updateText, type Standing, type UpdatePolicy} from '../../authoring/import/update/update-text.js';

export interface ImportRequest extends Omit<LookRequest, 'shelf'> {
  /** The policies folder. */
  readonly out: string;
  readonly policy: UpdatePolicy;
  readonly dryRun: boolean;
  readonly cache: CacheChoice;
}

/** A text for the report; `note` says what became of the one that stood there. */
export interface Reported {
  readonly told: Told;
  readonly note?: string;
}

export interface ImportReport {
  /** In the order of the files. */
  readonly texts: readonly Reported[];
  /** The files that are other than before, policies.yaml and records among them. */
  readonly written: readonly string[];
}

/** All that was imported, or why nothing was. */
export async function importFiles(request: ImportRequest): Promise<Result<ImportReport, Finding>> {
  const {files, out, cache} = request;
  const shelf =
    isWorthwhile(files.length, cache) && !cache.isOff ? openShelf(['import', resolve(out)], cache, false) : noShelf;
  const staging = stageFiles();
  try {
    const imported = await stageAll(request, shelf, staging);
    if (request.interrupted.aborted)
      return failed([error('stopped', out, 'The import was stopped, so nothing was written. Run it again.')]);
    const placed = imported.ok && !request.dryRun ? await staging.commit() : ok(undefined);
    return placed.ok ? imported : placed;
  } finally {
    await staging.discard();
    await shelf.close();
  }
}

interface Work {
  readonly request: ImportRequest;
  readonly shelf: Shelf;
  readonly looks: Looks;
  readonly folder: ExistingFolder;
  readonly plan: Plan;
  /** Stages a file, by its path below the folder. */
  write(path: string, text: string): Promise<Result<void, Finding>>;
}

async function stageAll(
  request: ImportRequest,
  shelf: Shelf,
  staging: Staging,
): Promise<Result<ImportReport, Finding>> {
  const {out, choices, files, progress, interrupted, dryRun} = request;
  const looks = await lookAtFiles({...request, shelf});
  if (!looks.ok) return looks;
  const folder = await findFolder(out);
  if (!folder.ok) return folder;
  const {known, settings} = folder.value;
  const {heads} = looks.value;
  const plan = planImport(heads, known);
  if (!plan.ok) return plan;
  const written: string[] = [];
  const root = await realPlace(resolve(out));
  const work: Work = {
    request,
    shelf,
    looks: looks.value,
    folder: folder.value,
    plan: plan.value,
    async write(path, text) {
      const file = join(out, path);
      const escape = await findEscape(root, file, out);
      if (escape !== undefined) return failed([escape]);
      written.push(file);
      return dryRun ? ok(undefined) : staging.add({file, text});
    },
  };
  // By the place of each file.
  const made = new Map<number, Reported>();
  const issues: Finding[] = [];
  let done = 0;
  for (const edition of plan.value.editions) {
    if (interrupted.aborted) return failed([]);
    const imported = await stageEdition(edition, work);
    if (!imported.ok) issues.push(...imported.issues);
    else for (const one of imported.value) made.set(one.told.planned.index, one);
    progress.show('Imported', (done += edition.length), files.length, 'texts');
  }
  const inOrder = heads.flatMap((_, index) => made.get(index) ?? []);
  const additions = gatherAdditions(
    heads,
    inOrder.map(({told}) => told),
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
    request: {out, policy},
    shelf,
    folder,
    looks,
  } = work;
  const place = dirname(edition[0]?.path ?? '');
  const records = await readRecords(join(out, place));
  if (!records.ok) return records;
  const standing = await mapSome(edition, async ({path, head}): Promise<Standing> => ({
    current: await folder.read(path),
    known: records.value.records.get(basename(path)),
    source: looks.sourceOf(head.file),
  }));
  // Why a text is of its policy is another thing to say once the folder has the policy.
  const key = hash([
    identity(),
    'edition',
    JSON.stringify(edition.map(({path, head, identity: {why: _, ...own}}) => [path, head.file, own])),
    ...standing.map(({source}) => source),
  ]);
  const left = standing.flatMap((each) => leaveAsItIs(each, policy) ?? []);
  const kept = left.length === edition.length ? await shelf.read(key) : undefined;
  if (kept !== undefined) {
    // What this command wrote itself, held to be whole by its hash.
    const remains = JSON.parse(kept) as readonly Remains[];
    return ok(
      edition.flatMap((planned, index) =>
        remains[index] === undefined ? [] : [{told: {planned, remains: remains[index]}, ...left[index]}],
      ),
    );
  }
  const texts = await makeTexts(edition, work);
  if (!texts.ok) return texts;
  const changed = new Map<string, ImportRecord>();
  const reported: Reported[] = [];
  const issues: Finding[] = [];
  for (const [index, text] of texts.value.entries()) {
    const {planned, remains} = text;
    const update = updateText(text, standing[index] ?? {current: undefined, known: undefined, source: ''}, out, policy);
    if (!update.ok) {
      issues.push(...update.issues);
      continue;
    }
    const {markdown, record, note} = update.value;
    const written = markdown === undefined ? ok(undefined) : await work.write(planned.path, markdown);
    if (!written.ok) return written;
    if (record !== undefined) changed.set(basename(planned.path), record);
    reported.push({told: {planned, remains}, ...(note !== undefined && {note})});
  }
  if (issues.length > 0) return failed(issues);
  const recorded =
    changed.size === 0 ? records.value.text : writeRecords(new Map([...records.value.records, ...changed]));
  const written =
    recorded === undefined || recorded === records.value.text
      ? ok(undefined)
      : await work.write(`${place}/${recordFile}`, recorded);
  if (!written.ok) return written;
  await shelf.write(key, JSON.stringify(texts.value.map(({remains}) => remains)));
  return ok(reported);
}

async function makeTexts(
  edition: readonly Planned[],
  {request: {choices}, looks, folder, plan: {products}}: Work,
): Promise<Result<readonly ImportedText[], Finding>> {
  const given = await mapSome(edition, async (planned): Promise<Result<Given, Finding>> => {
    const look = await looks.whole(planned.head);
    return look.ok ? ok({planned, look: look.value, previous: await folder.before(planned.path)}) : look;
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

/** A link in the folder must not lead a text out of it. `root` is where the folder really is. */
async function findEscape(root: string, file: string, out: string): Promise<Finding | undefined> {
  const place = await realPlace(resolve(file));
  const isInside = place.startsWith(root.endsWith(sep) ? root : root + sep);
  return isInside
    ? undefined
    : error(
        'outside',
        file,
        `This would be written outside of “${out}”, to ${place}. Give another --policy, or remove the link that leads there.`,
      );
}

/** Where a path leads, whatever of it is there yet. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return dirname(path) === path ? path : join(await realPlace(dirname(path)), basename(path));
  }
}
