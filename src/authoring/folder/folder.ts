/** A policies folder: its texts, each of which says by its place what it is, and its policies.yaml. */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {isDay} from '../../policy/day.js';
import type {Result} from '../../policy/result.js';
import {patterns} from '../../policy/validate.js';
import {decode} from '../files/decode.js';
import {absent, readBytes, readText, type Files} from '../files/files.js';
import {join} from '../files/paths.js';
import {mapSome} from '../collections/map-some.js';
import {compare, error, isError, warning, type Finding} from '../findings/finding.js';
import {groupBy} from '../collections/group.js';
import {readMarkdown, type Reading} from './markdown.js';
import {howIdsLook} from './markdown/attributes.js';
import {canonical, noSettings, readSettings, type Settings} from './settings.js';
import {sourcesPath, type SourceFiles} from './sources.js';

/**
 * Whether a folder's name is that of an edition: a day, a version, or `undated`. What looks like a
 * date and is none (`2026-02-30`, `01.03.2026`) is no version either: somebody meant a day.
 */
export const isEdition = (name: string): boolean =>
  isDay(name) || name === 'undated' || /^(?:v\d+|\d{1,3})(?:\.\d{1,3})*(?:-[a-z][a-z\d]*)?$/.test(name);

export const settingsFile = 'policies.yaml';

/** One text of a policy, found at `<policy>/<edition>/<language>.md`. */
export interface PolicyText {
  readonly file: string;
  readonly policy: Id;
  readonly edition: Id;
  readonly language: LanguageTag;
  readonly reading: Reading;
}

export interface Folder {
  readonly path: string;
  readonly settings: Settings;
  /** By policy, then newest first, then language. */
  readonly texts: readonly PolicyText[];
  /** What is recorded of each edition's translations. */
  readonly sources: SourceFiles;
}

/** A text that is there, before it is read. */
export type Claim = Omit<PolicyText, 'reading'>;

/** What a folder has, by its files' names alone, and what its policies.yaml says. */
export interface Listing {
  readonly path: string;
  readonly settings: Settings;
  /** By policy, then date, then language. */
  readonly claims: readonly Claim[];
}

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
}

export const readFolder = async (files: Files, path: string, findings: Finding[]): Promise<Folder> =>
  readTexts(files, await listFolder(files, path, findings), findings);

/** The texts of a folder, or of the policies that are wanted. */
export async function readTexts(
  files: Files,
  {path, settings, claims}: Listing,
  findings: Finding[],
  isWanted: (policy: Id) => boolean = () => true,
): Promise<Folder> {
  const wanted = claims.filter(({policy}) => isWanted(policy));
  const texts = await mapSome(wanted, async (claim) => readClaim(claim, await readBytes(files, claim.file), findings));
  return {
    path,
    settings,
    texts: texts.filter((text) => text !== undefined),
    sources: await readSourceFiles(files, path, wanted),
  };
}

/** The record of translations beside the texts of each edition. */
export async function readSourceFiles(files: Files, folder: string, claims: readonly Claim[]): Promise<SourceFiles> {
  const paths = new Set(claims.map(({policy, edition}) => sourcesPath(folder, policy, edition)));
  return new Map(await mapSome([...paths], async (path) => [path, await files.read(path)] as const));
}

export async function listFolder(files: Files, path: string, findings: Finding[]): Promise<Listing> {
  const entries = await list(files, path, findings);
  const claims: Claim[] = [];
  let settings = noSettings;
  for (const entry of entries) {
    if (entry.isFolder) {
      claims.push(...(await readPolicyFolder(files, entry, findings)));
    } else if (entry.name === settingsFile) {
      const source = await readText(files, entry.path);
      if (source.ok) settings = readSettings(source.value, findings);
      else findings.push(...source.issues);
    } else if (/^polic(?:y|ies)\.ya?ml$/i.test(entry.name)) {
      findings.push(error('misplaced', entry.path, `This file is not read. Rename it to ${settingsFile}.`));
    } else {
      reportMisplaced(entry, '<policy>/<date>/<language>.md', findings);
    }
  }
  if (claims.length === 0 && !findings.some(isError)) {
    findings.push(
      error(
        'no-texts',
        path,
        'There is no policy in this folder. Put a text at <policy>/<date>/<language>.md, as in ' +
          'privacy/2026-03-01/en.md, or let “policy-viewer import” do so.',
      ),
    );
  }
  return {path, settings, claims: oneEach(claims, findings)};
}

/** The text of a file with these bytes, if it is one. */
export function readClaim(
  claim: Claim,
  bytes: Result<Uint8Array, Finding>,
  findings: Finding[],
): PolicyText | undefined {
  const source = bytes.ok ? decode(claim.file, bytes.value) : bytes;
  if (!source.ok) {
    findings.push(...source.issues);
    return undefined;
  }
  if (source.value.text.trim() === '') {
    findings.push(error('empty-text', claim.file, 'This file is empty. Write the policy in it, or delete it.'));
    return undefined;
  }
  const reading = readMarkdown(source.value);
  findings.push(...reading.findings);
  return {...claim, reading};
}

async function readPolicyFolder(files: Files, {name, path}: Entry, findings: Finding[]): Promise<Claim[]> {
  if (!patterns.id.test(name)) {
    findings.push(
      error(
        'bad-id',
        path,
        `This folder’s name is the policy’s id, and “${name}” is none, so nothing in it was read. ${howIdsLook(name)}`,
      ),
    );
    return [];
  }
  const claims: Claim[] = [];
  for (const entry of await list(files, path, findings)) {
    if (!entry.isFolder) {
      const isText = /\.(?:md|markdown|txt)$/i.test(entry.name);
      if (isText)
        findings.push(
          error(
            'no-date',
            entry.path,
            'This text has no date. Move it into a folder that is named after the day it took effect, ' +
              `${name}/2026-03-01/${entry.name}, or into ${name}/undated where nobody knows it.`,
          ),
        );
      else reportMisplaced(entry, `${name}/<date>/<language>.md`, findings);
    } else if (isEdition(entry.name)) {
      claims.push(...(await readEditionFolder(files, name, entry.name, entry.path, findings)));
    } else {
      findings.push(
        error(
          'bad-date',
          entry.path,
          `“${entry.name}” is no day in the calendar and no version, so nothing in it was read. ` +
            'Rename the folder to the day the texts took effect, as in 2026-03-01; to their version, as in ' +
            '2.1; or to undated.',
        ),
      );
    }
  }
  if (claims.length === 0 && !findings.some(({place}) => place.file.startsWith(path))) {
    findings.push(
      warning(
        'empty-folder',
        path,
        `There is no text of the policy “${name}”. Put one at ${name}/<date>/<language>.md, or delete the folder.`,
      ),
    );
  }
  return claims;
}

async function readEditionFolder(
  files: Files,
  policy: Id,
  edition: Id,
  path: string,
  findings: Finding[],
): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const entry of await list(files, path, findings)) {
    const language = /^(.+)\.md$/i.exec(entry.name)?.[1];
    if (entry.isFolder || language === undefined)
      reportMisplaced(entry, `${policy}/${edition}/<language>.md`, findings);
    else if (!patterns.language.test(language))
      findings.push(error('bad-language', entry.path, notALanguage(language)));
    else claims.push({file: entry.path, policy, edition, language: canonical(language)});
  }
  return claims;
}

function notALanguage(name: string): string {
  const proposal = name.replaceAll('_', '-');
  const better =
    proposal !== name && patterns.language.test(proposal)
      ? `${canonical(proposal)}.md`
      : 'en.md, pt-BR.md or zh-Hant.md';
  return `“${name}” is no language tag. Name the file after its language: ${better}.`;
}

/** A text that would be left out is an error; another file only stands in the way. */
function reportMisplaced({name, path, isFolder}: Entry, place: string, findings: Finding[]): void {
  if (/^readme(?:\.\w+)?$/i.test(name)) return;
  if (isFolder)
    findings.push(
      error('misplaced', path, `A folder cannot stand here, so nothing in it was read. A text stands at ${place}.`),
    );
  else if (/\.md$/i.test(name))
    findings.push(error('misplaced', path, `This text’s place does not say what it is. Move it to ${place}.`));
  else if (/\.(?:markdown|mdown|mkd|txt|html?|docx?|rtf|pdf)$/i.test(name))
    findings.push(
      error(
        'misplaced',
        path,
        'Only Markdown files that end in .md are read here. ' +
          `Run “policy-viewer import” on this file, or move it to ${place}.`,
      ),
    );
  else
    findings.push(
      warning('misplaced', path, `This file is not read. Keep it elsewhere, or if it is a text, move it to ${place}.`),
    );
}

/** What two files claim, neither gets: nobody could tell which is right. */
function oneEach(claims: readonly Claim[], findings: Finding[]): readonly Claim[] {
  const byIdentity = groupBy(claims, ({policy, edition, language}) => `${policy}/${edition}/${language.toLowerCase()}`);
  return [...byIdentity.values()].flatMap((rivals) => {
    const [first, ...others] = rivals;
    for (const {file, policy, edition, language} of others) {
      findings.push(
        error(
          'same-claim',
          file,
          `This file and ${first?.file} both claim to be “${policy}” of ${edition} in ${language}. ` +
            'Delete one or rename it.',
        ),
      );
    }
    return others.length === 0 && first !== undefined ? [first] : [];
  });
}

/** What is in a folder, by name; hidden files are somebody else's. */
async function list(files: Files, path: string, findings: Finding[]): Promise<Entry[]> {
  const entries = await files.list(path);
  if (!entries.ok) {
    findings.push(...entries.issues);
    return [];
  }
  if (entries.value === undefined) {
    findings.push(error('unreadable', path, absent));
    return [];
  }
  return entries.value
    .filter(({name}) => !name.startsWith('.') && name !== 'Thumbs.db')
    .sort((a, b) => compare(a.name, b.name))
    .map(({name, isFolder}) => ({name, path: join(path, name), isFolder}));
}
