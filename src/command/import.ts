/**
 * `policy-viewer import`: texts that somebody has → a policies folder. What cannot be imported is named, and the rest
 * is written.
 */
import {join, relative} from 'node:path';
import {misuse, valueOf, type Arguments, type Command, type Done, type Outcome} from './terminal/command.js';
import {disk} from './disk/files.js';
import {cacheOptions, readCacheChoice} from './disk/disk-cache.js';
import {choiceOptions, readChoices} from './import/choices.js';
import type {ImportReport} from '../authoring/import/import-files.js';
import {importOntoDisk} from './import/import-onto-disk.js';
import type {Finding} from '../authoring/findings/finding.js';
import {findFiles} from '../authoring/import/find-files.js';
import {gatherFacts} from '../authoring/import/gather-facts.js';
import {describeImport} from './import/report.js';
import {importXliff, isXliffName} from './import/import-xliff.js';

export const importCommand: Command = {
  name: 'import',
  summary: 'Make a policies folder of plain texts, Markdown, HTML, DOCX and Akoma Ntoso files',
  usage: 'FILE|FOLDER... --out FOLDER [options]',
  options: {
    out: {
      type: 'string',
      value: 'FOLDER',
      description: 'The policies folder to write to; texts in it already are kept',
    },
    ...choiceOptions,
    'base-url': {
      type: 'string',
      value: 'URL',
      description: 'Where the site of these files stands, so that full links to it lead to their policies',
    },
    force: {type: 'boolean', description: 'Overwrite texts that are there already, and edits in them'},
    keep: {type: 'boolean', description: 'Where a clause was edited here and changed in the file, keep the edit'},
    'all-or-nothing': {type: 'boolean', description: 'Write nothing where one of the files cannot be imported'},
    'dry-run': {type: 'boolean', description: 'Say what would be written, and write nothing'},
    ...cacheOptions,
  },
  async run(args, session): Promise<Outcome> {
    const out = valueOf(args, 'out');
    if (args.operands.length === 0)
      return misuse('Say which files to import: policy-viewer import notice.txt --out policies.');
    if (out === undefined || out === '') return misuse('Say where to: policy-viewer import notice.txt --out policies.');
    if (args.operands.some(isXliffName)) return importTranslations(args, out);
    const [force, keep, dryRun] = [args.flags.has('force'), args.flags.has('keep'), args.flags.has('dry-run')];
    if (force && keep)
      return misuse('--force takes the file’s text and --keep the one that stands here. Say one of them.');
    const {files, leftOut} = await findFiles(disk, args.operands);
    if (files.length === 0)
      return {status: 'findings', findings: leftOut, summary: 'There is no text among these, so nothing was imported.'};
    const choices = readChoices(args, files);
    if (!choices.ok) return misuse(choices.issues.join('\n'));
    const baseUrl = valueOf(args, 'base-url');
    if (baseUrl !== undefined && !/^https?:\/\//.test(baseUrl))
      return misuse(`--base-url ${baseUrl}: give a full address, as in https://example.org/legal/.`);
    const said = JSON.stringify([...args.values].filter(([name]) => name in choiceOptions).sort());
    const {interrupted} = session;
    const done = await importOntoDisk({
      files,
      out,
      said,
      dryRun,
      progress: session.progress,
      isStopped: () => interrupted.aborted,
      choices: {...choices.value, ...(baseUrl !== undefined && {baseUrl})},
      overwriting: {force, keep},
      allOrNothing: args.flags.has('all-or-nothing'),
      cacheChoice: readCacheChoice(args),
    });
    return done.ok
      ? report(done.value, leftOut, out, dryRun)
      : {status: 'findings', findings: [...leftOut, ...done.issues], summary: 'Nothing was imported.'};
  },
};

/** Translations say themselves what they are, so the choices for other files mean nothing to them. */
async function importTranslations(args: Arguments, out: string): Promise<Outcome> {
  const other = args.operands.find((file) => !isXliffName(file));
  if (other !== undefined)
    return misuse(`“${other}” is no XLIFF file, and the others are. Import translations by themselves.`);
  const choice = Object.keys(choiceOptions).find((name) => args.values.has(name) || args.flags.has(name));
  if (choice !== undefined)
    return misuse(`“--${choice}” means nothing for a translation, which says itself what it is. Take it out.`);
  return importXliff([...new Set(args.operands)], out, {
    force: args.flags.has('force'),
    dryRun: args.flags.has('dry-run'),
  });
}

/** Of more texts than this nobody reads everything: then only those stand there that somebody should look at. */
const mostTexts = 200;

/** What to do about the rest, once what could be imported was. */
const remainder = 'What is said above was left undone. Mend it and import again: what is there already stays.';

function report(
  {texts, refused, written}: ImportReport,
  leftOut: readonly Finding[],
  out: string,
  dryRun: boolean,
): Done {
  const folder = relative('.', out).startsWith('..') ? out : relative('.', out) || '.';
  const unsure = texts.reduce((count, {report: {notes}}) => count + notes.doubts.length, 0);
  const shown =
    texts.length > mostTexts
      ? texts.filter(({report: {notes}, note}) => notes.doubts.length > 0 || note?.startsWith('nothing') === false)
      : texts;
  const others = texts.length - shown.length;
  const words = [
    `${texts.length} ${texts.length === 1 ? 'text' : 'texts'}`,
    unsure === 0 ? 'unsure of nothing' : `unsure of ${unsure} ${unsure === 1 ? 'thing' : 'things'}`,
  ].join(', ');
  const closing = dryRun
    ? `Would import ${words}. Nothing was written (--dry-run).`
    : written.length === 0
      ? `Imported ${words}. Everything was there already, so nothing changed.`
      : `Imported ${words}. Read what was written, then: policy-viewer check ${folder}`;
  const about = [
    ...shown.map(({report, note}) => `${describeImport(report, folder, note)}\n`),
    ...(others > 0 ? [`Of ${others} more there is nothing to say; no letter of them was lost.\n`] : []),
  ];
  const told: Pick<Done, 'status' | 'summary' | 'table'> =
    refused.length === 0
      ? {status: 'fine', summary: [...about, closing].join('\n')}
      : {status: 'findings', table: about.join('\n').trimEnd(), summary: `${closing}\n${remainder}`};
  return {
    ...told,
    findings: [...leftOut, ...refused],
    // Of thousands of texts that is much, and only --json asks for it.
    get facts() {
      return {
        files: texts.map(({report}) => gatherFacts(report, join(folder, report.planned.path))),
        written: dryRun ? [] : written,
      };
    },
  };
}
