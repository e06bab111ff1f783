/**
 * `policy-viewer import FILE.xlf --out FOLDER`: translations that came back → Markdown in the folder they came from.
 * All of it or nothing.
 */
import {join} from 'node:path';
import type {LanguageTag} from '../../policy/bundle.js';
import {patterns} from '../../policy/validate.js';
import type {Done} from '../terminal/command.js';
import {disk, kindOf, writeFiles, type NewFile} from '../disk/files.js';
import {error, isError, sortFindings, type Finding} from '../../authoring/findings/finding.js';
import {readBytes} from '../../authoring/files/files.js';
import {
  isEdition,
  listFolder,
  readTexts,
  type Folder,
  type Listing,
  type PolicyText,
} from '../../authoring/folder/folder.js';
import {canonical} from '../../authoring/folder/settings.js';
import {
  hashOf,
  isOutdated,
  readSources,
  recordSource,
  sourcesPath,
  writeSources,
  type SourceRecord,
  type Sources,
} from '../../authoring/folder/sources.js';
import {groupBy} from '../../authoring/collections/group.js';
import {decodeXml} from '../../authoring/xliff/decode-xml.js';
import {signaturePattern} from '../../authoring/xliff/job.js';
import {isSameLanguage} from '../../authoring/xliff/languages.js';
import {adviceFor, merge, type Merged} from '../../authoring/xliff/merge-translation.js';
import {marksIn} from '../../authoring/xliff/read-target.js';
import {readXliff, type XliffFile} from '../../authoring/xliff/read-xliff.js';
import {unitsOf} from '../../authoring/xliff/units.js';
import {reportXliff, type Identity, type Imported} from './report-xliff.js';

export const isXliffName = (file: string): boolean => /\.(?:xlf|(?:sdl|mq|m)?xliff)$/i.test(file);

interface TranslationChoices {
  readonly force: boolean;
  readonly dryRun: boolean;
}

export async function importXliff(files: readonly string[], out: string, choices: TranslationChoices): Promise<Done> {
  const findings: Finding[] = [];
  const nothing = (): Done => ({
    status: 'findings',
    findings: sortFindings(findings),
    summary: 'Nothing was imported.',
  });
  const unplaced = (await Promise.all(files.map(async (name) => readOne(name, findings)))).flat();
  const kind = await kindOf(out);
  if (!kind.ok)
    findings.push(
      error(
        'unreadable',
        out,
        'There is no such folder. A translation goes back to the folder it was exported from: give that ' +
          'one after --out.',
      ),
    );
  else if (kind.value === 'file')
    findings.push(
      error(
        'unreadable',
        out,
        'This is a file. Give the policies folder that the translation was exported from after --out.',
      ),
    );
  if (findings.some(isError)) return nothing();
  // What is wrong with other texts is for `check` to say.
  const listing = await listFolder(disk, out, []);
  const identities = unplaced.map((identity) => place(identity, listing));
  const policies = new Set(identities.map(({policy}) => policy));
  const folder = await readTexts(disk, listing, [], (policy) => policies.has(policy));
  refuseRivals(identities, findings);
  const sources = readAllSources(folder, identities, findings);
  const imported = identities.flatMap((identity) => prepare(identity, folder, sources, findings));
  if (!choices.force) {
    for (const {path, existing, markdown} of imported) {
      if (existing !== undefined && existing.reading.source.text !== markdown)
        findings.push(
          error(
            'exists',
            path,
            'This text is there already and differs from the translation. ' +
              'It was left as it is; add --force to change it.',
          ),
        );
    }
  }
  if (findings.some(isError)) return nothing();
  const written = [
    ...imported.flatMap(({path, existing, markdown}): NewFile[] =>
      existing?.reading.source.text === markdown ? [] : [{file: path, text: markdown}],
    ),
    ...recordFiles(out, imported, sources),
  ];
  if (!choices.dryRun) {
    const done = await writeFiles(written, {force: true});
    if (!done.ok) return {status: 'findings', findings: done.issues, summary: 'Nothing was imported.'};
  }
  return reportXliff(imported, written, sortFindings(findings), out, choices.dryRun);
}

async function readOne(name: string, findings: Finding[]): Promise<Identity[]> {
  const bytes = await readBytes(disk, name);
  const source = bytes.ok ? decodeXml(name, bytes.value) : bytes;
  const read = source.ok ? readXliff(source.value) : source;
  if (!read.ok) {
    findings.push(...read.issues);
    return [];
  }
  return read.value.flatMap((file) => {
    const identity = identify(file);
    if (identity !== undefined) return [identity];
    findings.push(
      error(
        'unknown-text',
        file.at,
        adviceFor(name) ??
          'This does not say which text it translates: its “original” should read like ' +
            'privacy/2026-03-01/en.md, and its target language like da. ' +
            'Put back what the export had, or export again.',
      ),
    );
    return [];
  });
}

/**
 * By the note that export writes; where a tool lost it, by the attributes, of which some keep only the file's id.
 * Nothing of it is a path until it has proved to be ids.
 */
function identify(file: XliffFile): Identity | undefined {
  const signed = file.notes.map((note) => signaturePattern.exec(note)).find((match) => match !== null);
  const named = /(?<![^/\\])([^/\\]+)[/\\]([a-z\d._-]+)[/\\]([\w-]+)\.md$/.exec(file.original);
  const numbered = /^(.+?)\.(\d{4}-\d\d-\d\d|undated|v?\d+(?:\.\d+)*)\.[\w-]+$/.exec(file.id);
  const [, policy = '', edition = '', from = '', to = '', sha256] = signed ?? [
    ...(named ?? [...(numbered ?? []), file.source ?? '']),
    file.target ?? '',
  ];
  if (!patterns.id.test(policy) || !isEdition(edition) || !patterns.language.test(from) || !patterns.language.test(to))
    return undefined;
  return {file, policy, edition, from, to: canonical(to), sha256};
}

/** Some tools know a language with its country only: what comes back as `da-DK` was `da`, unless there is a `da-DK`. */
function place(identity: Identity, {settings, claims}: Listing): Identity {
  if (identity.sha256 !== undefined) return identity;
  const known = [...settings.languages, ...claims.map(({language}) => language)];
  const plain = identity.to.split('-').slice(0, -1).join('-');
  return known.includes(identity.to) || !known.includes(plain) ? identity : {...identity, to: plain};
}

const editionOf = ({policy, edition}: Identity): string => `${policy}/${edition}`;

function refuseRivals(identities: readonly Identity[], findings: Finding[]): void {
  for (const [target, rivals] of groupBy(
    identities,
    (identity) => `${editionOf(identity)}/${identity.to.toLowerCase()}`,
  )) {
    for (const {file} of rivals.slice(1))
      findings.push(
        error('same-text', file.at, `Two of these are translations of the same text, ${target}. Import one of them.`),
      );
  }
}

const readAllSources = (
  folder: Folder,
  identities: readonly Identity[],
  findings: Finding[],
): ReadonlyMap<string, Sources> =>
  new Map(
    [...groupBy(identities, editionOf)].flatMap(([key, [first]]) =>
      first === undefined ? [] : [[key, readSources(folder, first.policy, first.edition, findings)] as const],
    ),
  );

function prepare(
  identity: Identity,
  folder: Folder,
  sources: ReadonlyMap<string, Sources>,
  findings: Finding[],
): Imported[] {
  const {file, policy, edition, from, to, sha256} = identity;
  const texts = folder.texts.filter((text) => text.policy === policy);
  const textIn = (language: LanguageTag): PolicyText | undefined =>
    texts.find((text) => text.edition === edition && text.language.toLowerCase() === language.toLowerCase());
  const source = textIn(from);
  if (source === undefined) {
    findings.push(
      error(
        'no-source',
        file.at,
        `This translates ${policy}/${edition}/${from}.md, which is not in ${folder.path}. ` +
          'Give the folder that it was exported from.',
      ),
    );
    return [];
  }
  const existing = textIn(to);
  if (existing === source) {
    findings.push(
      error(
        'same-language',
        file.at,
        `This would write the translation over its source, ${source.file}. Set another target language.`,
      ),
    );
    return [];
  }
  if (file.target !== undefined && !isSameLanguage(file.target, to)) {
    findings.push(
      error(
        'other-language',
        file.at,
        `This file was exported to be translated to “${to}”, and now says that it is in “${file.target}”. ` +
          `Set its target language back to ${to}, or export anew for the other: --target ${file.target}.`,
      ),
    );
    return [];
  }
  const path = existing?.file ?? join(folder.path, policy, edition, `${to}.md`);
  const marks = texts.flatMap(({reading}) => unitsOf(reading).flatMap(({content}) => marksIn(content)));
  const merged = merge({file, source, existing, path, marks});
  findings.push(...merged.findings);
  if (merged.markdown === undefined) return [];
  const before = sources.get(editionOf(identity))?.get(to);
  return [
    {
      identity,
      path,
      existing,
      markdown: merged.markdown,
      merged,
      record: recordFor(identity, source, merged, before, sha256),
    },
  ];
}

/** What the translation was made from: today's source, unless some of it is known to be older. */
function recordFor(
  {from}: Identity,
  source: PolicyText,
  {changed, pending}: Merged,
  before: SourceRecord | undefined,
  sha256: string | undefined,
): SourceRecord | undefined {
  const markdown = source.reading.source.text;
  if (changed > 0) return sha256 === undefined ? before : {from, sha256};
  if (pending > 0 && before !== undefined && isOutdated(before, markdown)) return before;
  return {from, sha256: hashOf(markdown)};
}

function recordFiles(out: string, imported: readonly Imported[], sources: ReadonlyMap<string, Sources>): NewFile[] {
  return [...groupBy(imported, ({identity}) => editionOf(identity))].flatMap(([key, all]) => {
    const [first] = all;
    const before = sources.get(key) ?? new Map();
    const after = all.reduce<Sources>(
      (records, {identity, record}) => (record === undefined ? records : recordSource(records, identity.to, record)),
      before,
    );
    if (first === undefined || JSON.stringify([...after]) === JSON.stringify([...before])) return [];
    return [{file: sourcesPath(out, first.identity.policy, first.identity.edition), text: writeSources(after)}];
  });
}
