/** Everything there is to say about a policies folder or a bundle file: the bundle, if it can be had, and all findings. */
import type {Bundle, LanguageTag, Policy, Text} from '../../policy/bundle.js';
import {describe} from '../../policy/issue.js';
import {ok, type Result} from '../../policy/result.js';
import {withTexts} from '../../policy/texts.js';
import {validate} from '../../policy/validate.js';
import {examineBundle} from '../../authoring/check/examine.js';
import {sift, type Silenced} from '../../authoring/check/ignore.js';
import type {Present} from '../../authoring/check/matrix.js';
import {kindOf} from '../disk/files.js';
import {mapSome} from '../disk/map-some.js';
import {error, isError, sortFindings, type Finding} from '../../authoring/findings/finding.js';
import {loadDetectors} from '../../authoring/recognise/detectors.js';
import {readBundle} from './bundle-file.js';
import {compileFolder, type Compiled, type CompileOptions} from './compile.js';
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
export async function inspectWithoutTexts(
  path: string,
  options: InspectOptions = {},
): Promise<Omit<Inspection, 'bundle' | 'draft'>> {
  const kind = await kindOf(path);
  if (!kind.ok || kind.value === 'file') return inspect(path, options);
  const {inspection, close} = await inspectIndex(path, options);
  await close();
  return inspection;
}

export async function inspectFolder(path: string, options: CompileOptions = {}): Promise<Inspection> {
  const {inspection, index, isSound, textsOf, close} = await inspectIndex(path, options);
  const draft =
    index === undefined
      ? undefined
      : {...index, policies: await mapSome(index.policies, async (policy) => putTextsIn(index, policy, textsOf), 1)};
  await close();
  return {...inspection, ...(draft !== undefined && {draft, ...(isSound && {bundle: draft})})};
}

/** A folder or bundle, to be gone through policy by policy. */
export interface Opened {
  readonly findings: readonly Finding[];
  /** What there is, with or without texts in it; absent where no bundle can be had. */
  readonly index?: Bundle;
  readonly texts: number;
  /** A policy of `index` with every text in it. */
  whole(policy: Policy): Promise<Result<Policy, Finding>>;
  /** To be called when no text is wanted any more. */
  close(): Promise<void>;
}

export async function open(path: string, options: CompileOptions = {}): Promise<Opened> {
  const kind = await kindOf(path);
  if (kind.ok && kind.value === 'folder') {
    const {
      inspection: {findings, texts},
      index,
      isSound,
      textsOf,
      close,
    } = await inspectIndex(path, options);
    return {
      findings,
      texts,
      ...(index !== undefined && isSound && {index}),
      whole: async (policy) => ok(index === undefined ? policy : await putTextsIn(index, policy, textsOf)),
      close,
    };
  }
  const read = kind.ok ? await readBundle(path) : kind;
  const closed = {texts: 0, async close() {}};
  if (!read.ok) return {...closed, findings: sortFindings(read.issues), whole: async (policy) => ok(policy)};
  const {bundle: index} = read.value;
  return {
    ...closed,
    findings: [],
    index,
    async whole(policy) {
      const loaded = await loadTexts({...index, policies: [policy]}, path);
      return loaded.ok ? ok(loaded.value.policies[0] ?? policy) : loaded;
    },
  };
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
  const {settings, languages, texts, index, found, examined, invalid, textsOf, close} = await compileFolder(
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

async function putTextsIn(index: Bundle, policy: Policy, textsOf: Compiled['textsOf']): Promise<Policy> {
  // What `compileFolder` validated before it wrote it.
  const texts = new Map([...(await textsOf(policy.id))].map(([src, json]) => [src, JSON.parse(json) as Text]));
  return withTexts({...index, policies: [policy]}, texts).policies[0] ?? policy;
}

async function inspectBundle(path: string, thorough: boolean): Promise<Inspection> {
  const read = await readBundle(path);
  if (!read.ok) return {kind: 'file', findings: sortFindings(read.issues), ...nothing};
  const {bundle, source} = read.value;
  const {languages, policies} = bundle;
  const present = policies.flatMap(({id, editions}) =>
    editions.flatMap(({id: edition, texts}) =>
      Object.keys(texts).map((language) => ({policy: id, effective: edition, language})),
    ),
  );
  const whole = await loadTexts(bundle, path);
  if (!whole.ok) return {kind: 'file', findings: sortFindings(whole.issues), ...nothing, texts: present.length};
  const {value: draft} = whole;
  if (thorough) await loadDetectors();
  const findings = thorough ? sortFindings(examineBundle(draft, source)) : [];
  return {kind: 'file', bundle: draft, draft, findings, texts: present.length, silenced: [], present, languages};
}
