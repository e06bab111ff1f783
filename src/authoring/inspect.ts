/** Everything there is to say about a policies folder or a bundle file: the bundle, if it can be had, and all findings. */
import type {Bundle} from '../policy/bundle.js';
import {describe} from '../policy/issue.js';
import {validate} from '../policy/validate.js';
import {assemble} from './assemble.js';
import {readBundle} from './bundle-file.js';
import {findDifferences} from './differences.js';
import {kindOf} from './files.js';
import {error, isError, sortFindings, type Finding} from './finding.js';
import {readFolder} from './folder.js';
import {loadTexts} from './load-texts.js';

export interface Inspection {
  readonly kind: 'folder' | 'file' | 'nothing';
  /** Only where no finding is an error. Every text is in it, also those that the file keeps in files of their own. */
  readonly bundle?: Bundle;
  readonly findings: readonly Finding[];
  readonly texts: number;
}

export async function inspect(path: string): Promise<Inspection> {
  const kind = await kindOf(path);
  if (!kind.ok) return {kind: 'nothing', findings: kind.issues, texts: 0};
  return kind.value === 'folder' ? inspectFolder(path) : inspectBundle(path);
}

export async function inspectFolder(path: string): Promise<Inspection> {
  const findings: Finding[] = [];
  const folder = await readFolder(path, findings);
  const texts = folder.texts.length;
  if (texts === 0) return {kind: 'folder', findings: sortFindings(findings), texts};
  const draft = assemble(folder, findings);
  findings.push(...findDifferences(folder.texts, folder.settings, draft.languages));
  if (findings.some(isError)) return {kind: 'folder', findings: sortFindings(findings), texts};
  // The bundle is held against the same rules as anybody else's, so that none leaves here that a viewer would refuse.
  const checked = validate(draft);
  if (checked.ok) return {kind: 'folder', bundle: checked.value, findings: sortFindings(findings), texts};
  findings.push(...checked.issues.map((issue) => error('invalid-bundle', path, `${describe(issue)}.`)));
  return {kind: 'folder', findings: sortFindings(findings), texts};
}

async function inspectBundle(path: string): Promise<Inspection> {
  const read = await readBundle(path);
  if (!read.ok) return {kind: 'file', findings: sortFindings(read.issues), texts: 0};
  const texts = read.value.policies.flatMap(({editions}) => editions.flatMap((edition) => Object.keys(edition.texts))).length;
  const whole = await loadTexts(read.value, path);
  if (!whole.ok) return {kind: 'file', findings: sortFindings(whole.issues), texts};
  return {kind: 'file', bundle: whole.value, findings: [], texts};
}
