/**
 * Which text a translation was made from, and what that text said then: beside the
 * texts of an edition, in `<policy>/<edition>/.sources.yaml`, by the translation's
 * language. `import` writes it; `check` compares it with what the text says now.
 *
 *   da:
 *     from: en
 *     sha256: 9f86d081884c7d65…
 */
import {Document} from 'yaml';
import type {Id, LanguageTag} from '../../policy/bundle.js';
import type {Result} from '../../policy/result.js';
import {patterns} from '../../policy/validate.js';
import {decode} from '../files/decode.js';
import {join} from '../files/paths.js';
import {hexHash} from '../work/hash.js';
import {compare, type Finding} from '../findings/finding.js';
import {readYaml} from './yaml.js';

const sourcesFile = '.sources.yaml';

export interface SourceRecord {
  /** The language of the text that was translated. */
  readonly from: LanguageTag;
  /** `hashOf` that text as it was, 64 hexadecimal digits. */
  readonly sha256: string;
}

export type Sources = ReadonlyMap<LanguageTag, SourceRecord>;

/** The same for a text whatever its line endings, and with or without a byte order mark. */
export const hashOf = (markdown: string): string => hexHash(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));

/** The record files of some editions, by their paths; `undefined` where there is none. */
export type SourceFiles = ReadonlyMap<string, Result<Uint8Array | undefined, Finding>>;

export const sourcesPath = (folder: string, policy: Id, edition: Id): string =>
  join(folder, policy, edition, sourcesFile);

/**
 * What is recorded of an edition's translations; nothing where there is no record. What cannot be read is a finding.
 */
export function readSources(
  {path, sources}: {readonly path: string; readonly sources: SourceFiles},
  policy: Id,
  edition: Id,
  findings: Finding[],
): Sources {
  const file = sourcesPath(path, policy, edition);
  const text = textOf(file, sources.get(file), findings);
  const records = new Map<LanguageTag, SourceRecord>();
  const top = text === undefined ? undefined : readYaml({file, text}, findings);
  for (const {key, value} of top?.entries('a record for each translation’s language') ?? []) {
    const language = key.text('a language tag');
    const {from, sha256} = value.fields(['from', 'sha256'], 'a record');
    const [source, hash] = [from?.text('a language tag'), sha256?.text('a hash')];
    if (language === undefined || source === undefined || hash === undefined) continue;
    if (!patterns.language.test(source) || !/^[\da-f]{64}$/.test(hash)) {
      value.report(
        'bad-record',
        `This does not say which text “${language}” was translated from. ` +
          'Take it out; the next import of a translation writes it anew.',
      );
      continue;
    }
    records.set(language, {from: source, sha256: hash});
  }
  return records;
}

function textOf(
  file: string,
  bytes: Result<Uint8Array | undefined, Finding> | undefined,
  findings: Finding[],
): string | undefined {
  if (bytes === undefined || (bytes.ok && bytes.value === undefined)) return undefined;
  const source = bytes.ok ? decode(file, bytes.value ?? new Uint8Array()) : bytes;
  if (!source.ok) findings.push(...source.issues);
  return source.ok ? source.value.text : undefined;
}

/** What is recorded once a translation was made. */
export const recordSource = (sources: Sources, language: LanguageTag, record: SourceRecord): Sources =>
  new Map([...sources, [language, record]]);

/** The record file's text. */
export function writeSources(sources: Sources): string {
  const document = new Document(Object.fromEntries([...sources].sort(([a], [b]) => compare(a, b))));
  document.commentBefore =
    ' Which text each translation was made from, and its hash then. “policy-viewer import” writes this.';
  return document.toString({lineWidth: 0});
}

/** Whether the text that a translation was made from says something else today. `markdown` is what it says today. */
export const isOutdated = (record: SourceRecord, markdown: string): boolean => record.sha256 !== hashOf(markdown);
