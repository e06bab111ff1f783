/** Everything there is to say about a policies folder or a bundle file: the bundle, if it can be had, and all findings. */
import type {Bundle, LanguageTag, Text} from '../policy/bundle.js';
import {describe} from '../policy/issue.js';
import {withTexts} from '../policy/texts.js';
import {validate} from '../policy/validate.js';
import {parseBundle} from './bundle-file.js';
import {examineBundle} from './check/examine.js';
import {sift, type Silenced} from './check/ignore.js';
import type {Present} from './check/matrix.js';
import {compileFolder, type Compiled, type CompileOptions} from './compile.js';
import {kindOf, readText} from './files.js';
import {error, isError, sortFindings, type Finding} from './finding.js';
import {loadDetectors} from './import/detectors.js';
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

export interface InspectOptions extends CompileOptions {
  /** What the texts of a folder say is always looked at; those of a bundle, which others may have made, only if asked for. */
  readonly thorough?: boolean;
}

export async function inspect(path: string, options: InspectOptions = {}): Promise<Inspection> {
  const kind = await kindOf(path);
  if (!kind.ok) return {kind: 'nothing', findings: kind.issues, ...nothing};
  return kind.value === 'folder' ? inspectFolder(path, options) : inspectBundle(path, options.thorough ?? false);
}

/** The same without the texts, however many there are. */
export async function inspectWithoutTexts(path: string, options: InspectOptions = {}): Promise<Omit<Inspection, 'bundle' | 'draft'>> {
  const kind = await kindOf(path);
  if (!kind.ok || kind.value === 'file') return inspect(path, options);
  const {inspection, close} = await inspectIndex(path, options);
  await close();
  return inspection;
}

export async function inspectFolder(path: string, options: CompileOptions = {}): Promise<Inspection> {
  const {inspection, index, isSound, textsOf, close} = await inspectIndex(path, options);
  const draft = index === undefined ? undefined : await putTextsIn(index, textsOf);
  await close();
  return {...inspection, ...draft !== undefined && {draft, ...isSound && {bundle: draft}}};
}

export interface IndexInspection extends Pick<Compiled, 'textsOf' | 'close'> {
  readonly inspection: Omit<Inspection, 'bundle' | 'draft'>;
  /** The bundle that could be made, with a reference in each text's place. */
  readonly index?: Bundle;
  /** Whether no finding is an error. */
  readonly isSound: boolean;
}

/** A folder with its texts still where `textsOf` finds them. */
export async function inspectIndex(path: string, options: CompileOptions = {}): Promise<IndexInspection> {
  const {settings, languages, texts, index, found, examined, invalid, textsOf, close} = await compileFolder(path, options);
  options.progress?.clear();
  const finish = (findings: readonly Finding[], made?: Bundle): IndexInspection => {
    const sifted = sift(findings, settings.ignore, path);
    const present = texts.length === 0 ? nothing : {texts: texts.length, present: texts, languages};
    const inspection = {kind: 'folder', ...nothing, ...present, findings: sortFindings(sifted.findings), silenced: sifted.silenced} as const;
    return {inspection, isSound: made !== undefined && !sifted.findings.some(isError), textsOf, close, ...made !== undefined && {index: made}};
  };
  const findings = [...found, ...examined];
  // What keeps a bundle from being made, unless somebody said to pass it over.
  if (texts.length === 0 || sift(found, settings.ignore, path).findings.some(isError)) return finish(findings);
  const checked = validate(index);
  const broken = [...invalid, ...checked.ok ? [] : checked.issues.map((issue) => error('invalid-bundle', path, `${describe(issue)}.`))];
  return checked.ok && broken.length === 0 ? finish(findings, checked.value) : finish([...findings, ...broken]);
}

async function putTextsIn(index: Bundle, textsOf: Compiled['textsOf']): Promise<Bundle> {
  const texts = new Map<string, Text>();
  for (const {id} of index.policies) {
    // What `compileFolder` validated before it wrote it.
    for (const [src, json] of await textsOf(id)) texts.set(src, JSON.parse(json) as Text);
  }
  return withTexts(index, texts);
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
  if (thorough) await loadDetectors();
  const findings = thorough ? sortFindings(examineBundle(draft, source.value)) : [];
  return {kind: 'file', bundle: draft, draft, findings, texts: present.length, silenced: [], present, languages};
}
