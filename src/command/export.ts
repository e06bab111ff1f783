/**
 * `policy-viewer export`: a folder or bundle → files for translators (XLIFF), for machines (W3C DPV) and for
 * spreadsheets (CSV).
 */
import {join} from 'node:path';
import {isDay} from '../policy/day.js';
import type {Bundle, Id, LanguageTag} from '../policy/bundle.js';
import {patterns} from '../policy/validate.js';
import {inspect} from './inspect/inspect.js';
import {loadTexts} from '../authoring/bundle/load-texts.js';
import {
  misuse,
  valueOf,
  type Arguments,
  type Command,
  type Done,
  type Misuse,
  type Outcome,
} from './terminal/command.js';
import {disk, kindOf, writeFiles} from './disk/files.js';
import {exportCsv} from '../authoring/export/export-csv.js';
import {exportDpv} from '../authoring/export/export-dpv.js';
import {isError, sortFindings, type Finding, type Source} from '../authoring/findings/finding.js';
import {listOr, suggest} from '../authoring/findings/nearest.js';
import {isEdition, readFolder} from '../authoring/folder/folder.js';
import {canonical} from '../authoring/folder/settings.js';
import {loadWords} from '../authoring/vocabulary/language-words.js';
import {exportXliff} from '../authoring/xliff/export-xliff.js';

const formats = ['xliff', 'dpv', 'csv'] as const;
type Format = (typeof formats)[number];

const versions = ['1.2', '2.0'] as const;

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write XLIFF for translators, W3C DPV for machines or CSV for spreadsheets',
  usage: 'FOLDER|BUNDLE --format xliff|dpv|csv [--out PATH] [options]',
  options: {
    format: {type: 'string', value: 'FORMAT', description: 'xliff, dpv or csv'},
    out: {
      type: 'string',
      value: 'PATH',
      description: 'Write to this file, or into this folder where there are several',
    },
    policy: {type: 'string', value: 'ID', description: 'Only this policy'},
    edition: {type: 'string', value: 'DATE', description: 'Only the editions that took effect on this day'},
    source: {
      type: 'string',
      value: 'LANG',
      description:
        'xliff: translate from this language instead of the one that prevails, or the first that is no translation',
    },
    target: {
      type: 'string',
      value: 'LANG',
      multiple: true,
      description:
        'xliff: translate to this language; csv: write tables in this language. May be repeated; absent, all languages',
    },
    'xliff-version': {
      type: 'string',
      value: '1.2|2.0',
      description: 'xliff: 1.2, or 2.0 (otherwise 1.2, which every translation tool reads)',
    },
    force: {type: 'boolean', description: 'Overwrite files that are there already'},
  },
  async run(args): Promise<Outcome> {
    const [path, ...others] = args.operands;
    if (path === undefined)
      return misuse('Say what to export: policy-viewer export policies --format xliff --out translate.');
    if (others.length > 0)
      return misuse(`Only one folder or bundle can be exported at a time; “${others[0]}” is one too many.`);
    const choices = readChoices(args, path);
    if ('status' in choices) return choices;
    const exported = choices.format === 'xliff' ? await xliff(path, choices) : await fromBundle(path, choices);
    return 'status' in exported ? exported : deliver(exported, choices, args);
  },
};

interface ExportChoices {
  readonly format: Format;
  readonly policy: Id | undefined;
  readonly edition: string | undefined;
  readonly source: LanguageTag | undefined;
  readonly targets: readonly LanguageTag[];
  readonly version: (typeof versions)[number];
}

interface Exported {
  readonly files: readonly Source[];
  readonly findings: readonly Finding[];
}

function readChoices(args: Arguments, path: string): ExportChoices | Misuse {
  const given = valueOf(args, 'format');
  const format = formats.find((each) => each === given);
  if (given === undefined)
    return misuse(`Say which format: policy-viewer export ${path} --format xliff. There are ${listOr(formats)}.`);
  if (format === undefined) return misuse(`There is no format “${given}”.${suggest(given, formats)}`);
  const number = valueOf(args, 'xliff-version');
  const version = versions.find((each) => each === (number ?? '1.2'));
  if (version === undefined) return misuse(`XLIFF “${number}” is not written here. Choose --xliff-version 1.2 or 2.0.`);
  const [source, targets] = [valueOf(args, 'source'), args.values.get('target') ?? []];
  const wrong = [source, ...targets].find((tag) => tag !== undefined && !patterns.language.test(tag));
  if (wrong !== undefined) return misuse(`“${wrong}” is no language tag. Write one like sv, pt-BR or zh-Hant.`);
  const foreign =
    format === 'xliff'
      ? undefined
      : ['source', 'xliff-version', ...(format === 'dpv' ? ['target'] : [])].find((name) => args.values.has(name));
  if (foreign !== undefined)
    return misuse(`“--${foreign}” means nothing for ${format}. Take it out, or choose --format xliff.`);
  const edition = valueOf(args, 'edition');
  if (edition !== undefined && !isEdition(edition))
    return misuse(
      `“${edition}” is no edition. Write the name of its folder: the day it took effect, as in --edition ` +
        '2026-03-01, or its version.',
    );
  return {
    format,
    policy: valueOf(args, 'policy'),
    edition,
    version,
    source: source && canonical(source),
    targets: [...new Set(targets.map(canonical))],
  };
}

const nothing = (findings: readonly Finding[]): Done => ({
  status: 'findings',
  findings: sortFindings(findings),
  summary: 'Nothing was exported.',
});

async function xliff(path: string, choices: ExportChoices): Promise<Exported | Done | Misuse> {
  const kind = await kindOf(path);
  if (!kind.ok) return nothing(kind.issues);
  if (kind.value === 'file')
    return misuse(
      `“${path}” is a file. A translation goes back into the Markdown it was made from, so give the ` +
        'policies folder: policy-viewer export policies --format xliff.',
    );
  const findings: Finding[] = [];
  const folder = await readFolder(disk, path, findings);
  // A text with errors would come back with them, or without what could not be read.
  if (findings.some(isError)) return nothing(findings.filter(isError));
  const wrong = unknownPart(
    folder.texts.map(({policy, edition}) => [policy, edition] as const),
    choices,
  );
  if (wrong !== undefined) return misuse(wrong);
  const own: Finding[] = [];
  await loadWords([...folder.texts.map(({language}) => language), ...choices.targets]);
  const files = exportXliff(folder, choices, own);
  if (own.some(isError)) return nothing(own);
  if (files.length === 0) {
    const languages = new Set(folder.texts.map(({language}) => language));
    return misuse(
      choices.source !== undefined && !languages.has(choices.source)
        ? `No text is in “${choices.source}”, so nothing can be translated from ` +
            `it.${suggest(choices.source, languages)}`
        : 'There is no other language to translate to. Name one: --target da.',
    );
  }
  return {files, findings: own};
}

async function fromBundle(path: string, choices: ExportChoices): Promise<Exported | Done | Misuse> {
  const {kind, draft: bundle, findings} = await inspect(path);
  if (bundle === undefined) return nothing(findings);
  const loaded = kind === 'file' ? await loadTexts(disk, bundle, path) : ({ok: true, value: bundle} as const);
  if (!loaded.ok) return nothing(loaded.issues);
  const wrong = unknownPart(
    bundle.policies.flatMap(({id, editions}) => editions.map((edition) => [id, edition.id] as const)),
    choices,
  );
  if (wrong !== undefined) return misuse(wrong);
  const chosen = choose(loaded.value, choices);
  const own: Finding[] = [];
  await loadWords([...bundle.languages, ...choices.targets]);
  const files =
    choices.format === 'csv' ? exportCsv(chosen, choices.targets) : [exportDpv(chosen, loaded.value, path, own)];
  if (files.length === 0)
    return misuse(
      `No text is in ${listOr(choices.targets.map((tag) => `“${tag}”`))}. ` +
        `There are texts in ${listOr(bundle.languages)}.`,
    );
  return {files, findings: own};
}

/** Why nothing can be found by `--policy` and `--edition`, if so. */
function unknownPart(
  editions: readonly (readonly [Id, string])[],
  {policy, edition}: ExportChoices,
): string | undefined {
  const of = editions.filter(([id]) => policy === undefined || id === policy);
  if (of.length === 0)
    return `There is no policy “${policy}”.${suggest(policy ?? '', new Set(editions.map(([id]) => id)))}`;
  if (edition === undefined || of.some(([, day]) => day === edition)) return undefined;
  const days = [...new Set(of.map(([, day]) => day))].sort();
  return (
    `${isDay(edition) ? `No edition took effect on ${edition}` : `There is no edition “${edition}”`}. ` +
    `There ${days.length === 1 ? 'is' : 'are'} ${listOr(days)}.`
  );
}

const choose = (bundle: Bundle, {policy, edition}: ExportChoices): Bundle => ({
  ...bundle,
  policies: bundle.policies
    .filter(({id}) => policy === undefined || id === policy)
    .map((each) => ({
      ...each,
      editions: each.editions.filter(({id}) => edition === undefined || id === edition),
    }))
    .filter(({editions}) => editions.length > 0),
});

/** One file goes to the standard output, or to the name that was given; several go into a folder. */
async function deliver({files, findings}: Exported, {format}: ExportChoices, args: Arguments): Promise<Outcome> {
  const out = valueOf(args, 'out');
  const [first] = files;
  if (out === undefined) {
    if (files.length === 1 && first !== undefined)
      return {status: 'fine', findings, summary: 'Exported 1 file.', output: first.text, facts: {files: [first.file]}};
    return misuse(
      `There are ${files.length} files to write. Say where to: --out translate; or choose one with ` +
        '--policy, --edition and --target.',
    );
  }
  const isFile = files.length === 1 && /\.[a-z]+$/i.test(out) && !/[\\/]$/.test(out);
  const placed =
    isFile && first !== undefined
      ? [{file: out, text: first.text}]
      : files.map(({file, text}) => ({file: join(out, file), text}));
  const written = await writeFiles(placed, {force: args.flags.has('force')});
  if (!written.ok)
    return {status: 'findings', findings: [...findings, ...written.issues], summary: 'Nothing was written.'};
  const what = isFile || placed.length === 1 ? (placed[0]?.file ?? out) : `${placed.length} files to ${out}`;
  return {
    status: 'fine',
    findings,
    summary: `Exported ${what} (${format}).`,
    facts: {format, files: placed.map(({file}) => file)},
  };
}
