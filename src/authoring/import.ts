/** `policy-viewer import`: texts that somebody has → a policies folder. It writes every file or none. */
import {readdir, readFile, realpath} from 'node:fs/promises';
import {dirname, join, relative, resolve, sep} from 'node:path';
import type {Id} from '../policy/bundle.js';
import {failed, ok, type Result} from '../policy/result.js';
import {misuse, valueOf, type Arguments, type Command, type Done, type Outcome} from './command.js';
import {kindOf, readText, writeFiles, type NewFile} from './files.js';
import {error, isError, type Finding} from './finding.js';
import {settingsFile} from './folder.js';
import {choiceOptions, readChoices, type AllChoices} from './import/choices.js';
import {loadDetectors} from './import/detectors.js';
import {headOf, importByEdition, type Head, type Import, type Known} from './import/import-texts.js';
import {readDocument} from './import/read-document.js';
import {hashOf, readRecords, recordFile, writeRecords} from './import/record.js';
import {readTitle} from './import/recognise-products.js';
import {lookAt, type FirstLook} from './import/recognise-text.js';
import {describeImport, importFacts} from './import/report.js';
import {updateSettings} from './import/update-settings.js';
import {updateTexts, type Update} from './import/update-texts.js';
import {importXliff, isXliffName} from './import-xliff.js';
import {mapSome} from './map-some.js';
import type {Progress} from './progress.js';
import {noSettings, readSettings, type Settings} from './settings.js';

export const importCommand: Command = {
  name: 'import',
  summary: 'Make a policies folder of plain texts, Markdown, HTML and DOCX files',
  usage: 'FILE... --out FOLDER [options]',
  options: {
    out: {type: 'string', value: 'FOLDER', description: 'The policies folder to write to; texts in it already are kept'},
    ...choiceOptions,
    force: {type: 'boolean', description: 'Overwrite texts that are there already, and edits in them'},
    keep: {type: 'boolean', description: 'Where a clause was edited here and changed in the file, keep the edit'},
    'dry-run': {type: 'boolean', description: 'Say what would be written, and write nothing'},
  },
  async run(args, {progress}): Promise<Outcome> {
    const out = valueOf(args, 'out');
    if (args.operands.length === 0) return misuse('Say which files to import: policy-viewer import notice.txt --out policies.');
    if (out === undefined || out === '') return misuse('Say where to: policy-viewer import notice.txt --out policies.');
    if (args.operands.some(isXliffName)) return importTranslations(args, out);
    if (args.flags.has('force') && args.flags.has('keep')) return misuse('--force takes the file’s text and --keep the one that stands here. Say one of them.');
    const choices = readChoices(args);
    if (!choices.ok) return misuse(choices.issues.join('\n'));
    const done = await prepare(args, out, choices.value, progress);
    if (!done.ok) return {status: 'findings', findings: done.issues, summary: 'Nothing was imported.'};
    const {updates, files} = done.value;
    const dryRun = args.flags.has('dry-run');
    if (!dryRun) {
      // What may not be overwritten was refused before; policies.yaml only gains.
      const written = await writeFiles(files, {force: true});
      if (!written.ok) return {status: 'findings', findings: written.issues, summary: 'Nothing was imported.'};
    }
    return report(updates, files, out, dryRun);
  },
};

/** Translations say themselves what they are, so the choices for other files mean nothing to them. */
async function importTranslations(args: Arguments, out: string): Promise<Outcome> {
  const other = args.operands.find((file) => !isXliffName(file));
  if (other !== undefined) return misuse(`“${other}” is no XLIFF file, and the others are. Import translations by themselves.`);
  const choice = Object.keys(choiceOptions).find((name) => args.values.has(name) || args.flags.has(name));
  if (choice !== undefined) return misuse(`“--${choice}” means nothing for a translation, which says itself what it is. Take it out.`);
  return importXliff([...new Set(args.operands)], out, {force: args.flags.has('force'), dryRun: args.flags.has('dry-run')});
}

interface Prepared {
  readonly updates: readonly Update[];
  /** Those that are to change, policies.yaml and the record among them. */
  readonly files: readonly NewFile[];
}

async function prepare(args: Arguments, out: string, choices: AllChoices, progress: Progress): Promise<Result<Prepared, Finding>> {
  const operands = [...new Set(args.operands)];
  const looks = await lookAtAll(operands, choices, progress);
  if (!looks.ok) return looks;
  const settings = await readExisting(join(out, settingsFile));
  if (!settings.ok) return settings;
  const records = await readRecords(out);
  if (!records.ok) return records;
  const existing = await readTexts(out);
  const imported = await importAll(looks.value, {...knownFrom(settings.value.settings), texts: existing}, choices, progress);
  if (!imported.ok) return imported;
  const policy = {force: args.flags.has('force'), keep: args.flags.has('keep')};
  const {updates, findings} = updateTexts(imported.value.texts, existing, records.value.records, await hashSources(operands, args), out, policy);
  const texts = updates.flatMap(({text, markdown}) => markdown === undefined ? [] : [{file: join(out, text.path), text: markdown}]);
  const refusals = [...await refuseEscapes(out, [...texts, {file: join(out, recordFile), text: ''}]), ...findings];
  if (refusals.length > 0) return failed(refusals);
  const recorded = writeRecords(new Map([...records.value.records, ...updates.map(({text, record}) => [text.path, record] as const)]));
  const updated = updateSettings(settings.value.text, imported.value.additions);
  return ok({
    updates,
    files: [
      ...texts,
      ...updated === settings.value.text ? [] : [{file: join(out, settingsFile), text: updated}],
      ...recorded === records.value.text ? [] : [{file: join(out, recordFile), text: recorded}],
    ],
  });
}

/** A file says something else where it is read with other choices. */
async function hashSources(operands: readonly string[], {values}: Arguments): Promise<ReadonlyMap<string, string>> {
  const said = JSON.stringify([...values].filter(([name]) => name in choiceOptions).sort());
  return new Map(await mapSome(operands, async (file) => [file, hashOf(await readFile(file), said)] as const));
}

/** All texts of the folder, by their path in it; what cannot be read is none that import could compare with. */
async function readTexts(out: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(out, {recursive: true}).catch(() => []);
  const paths = names.map((name) => name.replaceAll(sep, '/')).filter((name) => /^[^/.][^/]*\/[\d-]+\/[^/]+\.md$/.test(name)).sort();
  const texts = await mapSome(paths, async (path) => [path, await contentOf(join(out, path))] as const);
  return new Map(texts.flatMap(([path, text]) => text === undefined ? [] : [[path, text] as const]));
}

/** Fewer texts stay in memory; of more only the heads do, and each is read twice. */
const fewEnough = 200;

const isWhole = (head: Head | FirstLook): head is FirstLook => 'document' in head;

async function lookAtOne(file: string, choices: AllChoices): Promise<Result<FirstLook, Finding>> {
  const document = await readDocument(file);
  return document.ok ? lookAt(file, document.value, choices.of(file)) : document;
}

async function lookAtAll(files: readonly string[], choices: AllChoices, progress: Progress): Promise<Result<readonly (Head | FirstLook)[], Finding>> {
  await loadDetectors();
  let done = 0;
  const results = await mapSome(files, async (file): Promise<Result<Head | FirstLook, Finding>> => {
    const look = await lookAtOne(file, choices);
    progress.show('Read', ++done, files.length, 'files');
    return look.ok && files.length > fewEnough ? ok(headOf(look.value)) : look;
  });
  const issues = results.flatMap((result) => result.ok ? [] : result.issues);
  return issues.length > 0 ? failed(issues) : ok(results.flatMap((result) => result.ok ? [result.value] : []));
}

async function importAll(heads: readonly (Head | FirstLook)[], known: Known, choices: AllChoices, progress: Progress): Promise<Result<Import, Finding>> {
  const work = importByEdition(heads, known, choices);
  let done = 0;
  let step = work.next([]);
  while (step.done !== true) {
    const looks = await Promise.all(step.value.flatMap((index) => heads[index] ?? []).map(async (head) => isWhole(head) ? ok(head) : lookAtOne(head.file, choices)));
    const issues = looks.flatMap((look) => look.ok ? [] : look.issues);
    if (issues.length > 0) return failed(issues);
    done += looks.length;
    progress.show('Imported', done, heads.length, 'texts');
    step = work.next(looks.flatMap((look) => look.ok ? [look.value] : []));
  }
  return step.value;
}

interface Existing {
  readonly text: string | undefined;
  readonly settings: Settings;
}

async function readExisting(file: string): Promise<Result<Existing, Finding>> {
  const folder = await kindOf(dirname(file));
  if (folder.ok && folder.value === 'file') return failed([error('unwritable', dirname(file), 'This is a file, so no policies can be put in it. Give the name of a folder.')]);
  if (await contentOf(file) === undefined && !(await kindOf(file)).ok) return ok({text: undefined, settings: noSettings});
  const source = await readText(file);
  if (!source.ok) return source;
  const findings: Finding[] = [];
  const settings = readSettings(source.value, findings);
  const errors = findings.filter(isError);
  return errors.length > 0 ? failed(errors) : ok({text: source.value.text, settings});
}

/** A product goes by each of its names, and by the first of several that a name joins. */
function knownFrom({products, audiences}: Settings): Known {
  return {
    products: products.map(({id, names = {}}): {id: Id; names: readonly string[]} => {
      const byLanguage = typeof names === 'string' ? [['en', names] as const] : Object.entries(names);
      return {id, names: [...new Set(byLanguage.flatMap(([tag, name]) => [name, ...readTitle(name, tag).parts]))]};
    }),
    audiences: audiences.map(({id}) => id),
  };
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    // Not there, or nothing that could be read: then there is no content to compare with.
    return undefined;
  }
}

/** A link in the folder must not lead a text out of it. */
async function refuseEscapes(out: string, files: readonly NewFile[]): Promise<Finding[]> {
  const root = await realpath(out).catch(() => resolve(out));
  const findings = await Promise.all(files.map(async ({file}) => {
    const place = await nearestReal(resolve(file));
    const inside = place === root || place.startsWith(root.endsWith(sep) ? root : root + sep) || root.startsWith(place);
    return inside ? [] : [error('outside', file, `This would be written outside of “${out}”, to ${place}. Give another --policy, or remove the link that leads there.`)];
  }));
  return findings.flat();
}

async function nearestReal(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    // Not there yet: the folder it will be in decides.
    return dirname(path) === path ? path : nearestReal(dirname(path));
  }
}

function report(updates: readonly Update[], files: readonly NewFile[], out: string, dryRun: boolean): Done {
  const folder = relative('.', out).startsWith('..') ? out : relative('.', out) || '.';
  const texts = updates.map(({text}) => text);
  const unsure = texts.reduce((count, {doubts}) => count + doubts.length, 0);
  const words = [
    `${texts.length} ${texts.length === 1 ? 'text' : 'texts'}`,
    unsure === 0 ? 'unsure of nothing' : `unsure of ${unsure} ${unsure === 1 ? 'thing' : 'things'}`,
  ].join(', ');
  const closing = dryRun ? `Would import ${words}. Nothing was written (--dry-run).`
    : files.length === 0 ? `Imported ${words}. Everything was there already, so nothing changed.`
      : `Imported ${words}. Read what was written, then: policy-viewer check ${folder}`;
  return {
    status: 'fine',
    findings: [],
    summary: [...updates.map(({text, note}) => `${describeImport(text, folder, note)}\n`), closing].join('\n'),
    facts: {files: texts.map((text) => importFacts(text, join(folder, text.path))), written: dryRun ? [] : files.map(({file}) => file)},
  };
}
