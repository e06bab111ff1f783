/**
 * Everything there is to say about a policies folder or a bundle file: the bundle, if it can be had, and all
 * findings.
 */
import type {Bundle, LanguageTag, Policy, Text} from '../../policy/bundle.js';
import {describe} from '../../policy/issue.js';
import {withTexts} from '../../policy/texts.js';
import {validate} from '../../policy/validate.js';
import {examineBundle} from '../check/examine.js';
import {sift, type Silenced} from '../check/ignore.js';
import type {Present} from '../check/matrix.js';
import type {Files} from '../files/files.js';
import {mapSome} from '../collections/map-some.js';
import {error, isError, sortFindings, type Finding} from '../findings/finding.js';
import {loadDetectors} from '../recognise/detectors.js';
import {readBundle} from '../bundle/parse-bundle.js';
import {compileFolder, type Compiled, type CompileOptions} from './compile.js';
import {loadTexts} from '../bundle/load-texts.js';
import {loadWords} from '../vocabulary/language-words.js';

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

export const nothing = {texts: 0, silenced: [], present: [], languages: []};

export async function inspectFolder(files: Files, path: string, options: CompileOptions = {}): Promise<Inspection> {
  const {inspection, index, isSound, textsOf, close} = await inspectIndex(files, path, options);
  const draft =
    index === undefined
      ? undefined
      : {...index, policies: await mapSome(index.policies, async (policy) => putTextsIn(index, policy, textsOf), 1)};
  await close();
  return {...inspection, ...(draft !== undefined && {draft, ...(isSound && {bundle: draft})})};
}

export interface IndexInspection extends Pick<Compiled, 'textsOf' | 'close'> {
  readonly inspection: Omit<Inspection, 'bundle' | 'draft'>;
  /** The bundle that could be made, with a reference in each text's place. */
  readonly index?: Bundle;
  /** Whether no finding is an error. */
  readonly isSound: boolean;
}

/** A folder with its texts still where `textsOf` finds them. */
export async function inspectIndex(files: Files, path: string, options: CompileOptions = {}): Promise<IndexInspection> {
  const {settings, languages, texts, index, found, examined, invalid, textsOf, close} = await compileFolder(
    files,
    path,
    options,
  );
  options.progress?.clear();
  const finish = (findings: readonly Finding[], made?: Bundle): IndexInspection => {
    const sifted = sift(findings, settings.ignore, path);
    const present = texts.length === 0 ? nothing : {texts: texts.length, present: texts, languages};
    const inspection = {
      kind: 'folder',
      ...nothing,
      ...present,
      findings: sortFindings(sifted.findings),
      silenced: sifted.silenced,
    } as const;
    return {
      inspection,
      isSound: made !== undefined && !sifted.findings.some(isError),
      textsOf,
      close,
      ...(made !== undefined && {index: made}),
    };
  };
  const findings = [...found, ...examined];
  // What keeps a bundle from being made, unless somebody said to pass it over.
  if (texts.length === 0 || sift(found, settings.ignore, path).findings.some(isError)) return finish(findings);
  const checked = validate(index);
  const broken = [
    ...invalid,
    ...(checked.ok ? [] : checked.issues.map((issue) => error('invalid-bundle', path, `${describe(issue)}.`))),
  ];
  return checked.ok && broken.length === 0 ? finish(findings, checked.value) : finish([...findings, ...broken]);
}

/** A policy of an index with every text in it. */
export async function putTextsIn(index: Bundle, policy: Policy, textsOf: Compiled['textsOf']): Promise<Policy> {
  // What `compileFolder` validated before it wrote it.
  const texts = new Map([...(await textsOf(policy.id))].map(([src, json]) => [src, JSON.parse(json) as Text]));
  return withTexts({...index, policies: [policy]}, texts).policies[0] ?? policy;
}

/** What a bundle's texts say is looked at only where that is asked for: others may have made it. */
export async function inspectBundle(files: Files, path: string, thorough: boolean): Promise<Inspection> {
  const read = await readBundle(files, path);
  if (!read.ok) return {kind: 'file', findings: sortFindings(read.issues), ...nothing};
  const {bundle, source} = read.value;
  const {languages, policies} = bundle;
  const present = policies.flatMap(({id, editions}) =>
    editions.flatMap(({id: edition, texts}) => Object.keys(texts).map((language) => ({policy: id, edition, language}))),
  );
  const whole = await loadTexts(files, bundle, path);
  if (!whole.ok) return {kind: 'file', findings: sortFindings(whole.issues), ...nothing, texts: present.length};
  const {value: draft} = whole;
  if (thorough) await Promise.all([loadDetectors(), loadWords(draft.languages)]);
  const findings = thorough ? sortFindings(examineBundle(draft, source)) : [];
  return {kind: 'file', bundle: draft, draft, findings, texts: present.length, silenced: [], present, languages};
}
