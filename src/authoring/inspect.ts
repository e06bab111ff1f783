/** Everything there is to say about a policies folder or a bundle file: the bundle, if it can be had, and all findings. */
import type {Bundle, LanguageTag} from '../policy/bundle.js';
import {describe} from '../policy/issue.js';
import {validate} from '../policy/validate.js';
import {assemble} from './assemble.js';
import {parseBundle} from './bundle-file.js';
import {examineBundle, examineFolder} from './check/examine.js';
import {sift, type Silenced} from './check/ignore.js';
import type {Present} from './check/matrix.js';
import {kindOf, readText} from './files.js';
import {error, isError, sortFindings, type Finding} from './finding.js';
import {readFolder} from './folder.js';
import {loadTexts} from './load-texts.js';

export interface Inspection {
  readonly kind: 'folder' | 'file' | 'nothing';
  /**
   * Every text is in it, also those that a file keeps in files of their own. Of a folder, only where no finding
   * is an error; a file that is a bundle already is one whatever its texts say.
   */
  readonly bundle?: Bundle;
  /** The bundle that could be made: errors in what the texts say do not keep a person from looking at them. */
  readonly draft?: Bundle;
  readonly findings: readonly Finding[];
  readonly texts: number;
  /** Those that policies.yaml says to pass over. */
  readonly silenced: readonly Silenced[];
  readonly present: readonly Present[];
  readonly languages: readonly LanguageTag[];
}

const nothing = {texts: 0, silenced: [], present: [], languages: []};

/** What the texts of a folder say is always looked at; those of a bundle, which others may have made, only if `thorough`. */
export async function inspect(path: string, {thorough = false} = {}): Promise<Inspection> {
  const kind = await kindOf(path);
  if (!kind.ok) return {kind: 'nothing', findings: kind.issues, ...nothing};
  return kind.value === 'folder' ? inspectFolder(path) : inspectBundle(path, thorough);
}

export async function inspectFolder(path: string): Promise<Inspection> {
  const found: Finding[] = [];
  const folder = await readFolder(path, found);
  const finish = (findings: readonly Finding[], rest: Partial<Inspection> = {}): Inspection => {
    const sifted = sift(findings, folder.settings.ignore, path);
    return {kind: 'folder', ...nothing, ...rest, findings: sortFindings(sifted.findings), silenced: sifted.silenced};
  };
  if (folder.texts.length === 0) return finish(found);
  const made = assemble(folder, found);
  const present = {texts: folder.texts.length, present: folder.texts, languages: made.languages};
  const findings = [...found, ...await examineFolder(folder, made)];
  // What keeps a bundle from being made, unless somebody said to pass it over.
  if (sift(found, folder.settings.ignore, path).findings.some(isError)) return finish(findings, present);
  // The bundle is held against the same rules as anybody else's, so that none leaves here that a viewer would refuse.
  const checked = validate(made);
  if (!checked.ok) return finish([...findings, ...checked.issues.map((issue) => error('invalid-bundle', path, `${describe(issue)}.`))], present);
  const {value: draft} = checked;
  const inspection = finish(findings, {...present, draft});
  return inspection.findings.some(isError) ? inspection : {...inspection, bundle: draft};
}

async function inspectBundle(path: string, thorough: boolean): Promise<Inspection> {
  const source = await readText(path);
  const read = source.ok ? parseBundle(source.value) : source;
  if (!source.ok || !read.ok) return {kind: 'file', findings: sortFindings(read.ok ? [] : read.issues), ...nothing};
  const {languages, policies} = read.value;
  const present = policies.flatMap(({id, editions}) => editions.flatMap(({effective, texts}) =>
    Object.keys(texts).map((language) => ({policy: id, effective, language}))));
  const whole = await loadTexts(read.value, path);
  if (!whole.ok) return {kind: 'file', findings: sortFindings(whole.issues), ...nothing, texts: present.length};
  const {value: draft} = whole;
  const findings = thorough ? sortFindings(examineBundle(draft, source.value)) : [];
  return {kind: 'file', bundle: draft, draft, findings, texts: present.length, silenced: [], present, languages};
}
