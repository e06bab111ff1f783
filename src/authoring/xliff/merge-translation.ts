/** A translation that came back → the Markdown of its text, proved by reading it again. */
import type {Inline} from '../../policy/bundle.js';
import {plainText} from '../../policy/clauses.js';
import {error, isError, warning, type Finding} from '../findings/finding.js';
import {listAnd} from '../findings/nearest.js';
import type {PolicyText} from '../folder/folder.js';
import {readMarkdown} from '../folder/markdown.js';
import {encode, type Mark} from './codes.js';
import {alike, readTarget} from './read-target.js';
import {lettersOf, type XliffFile, type XliffUnit} from './read-xliff.js';
import {rewrite} from './rewrite.js';
import {unitsOf, type Unit} from './units.js';

export interface Translation {
  readonly file: XliffFile;
  readonly source: PolicyText;
  /** The text in the target language that is there already. */
  readonly existing: PolicyText | undefined;
  /** Where it goes; for what is said of it. */
  readonly path: string;
  /** Every mark that stands in some text of the policy: no translation brings another address in. */
  readonly marks: readonly Mark[];
}

export interface Merged {
  /** Absent where a finding is an error. */
  readonly markdown?: string;
  readonly findings: readonly Finding[];
  /** Units whose source says something else by now. */
  readonly changed: number;
  /** Units that somebody must still look at. */
  readonly pending: number;
  readonly units: number;
}

export function merge(translation: Translation): Merged {
  const {file, source, existing, path} = translation;
  const findings: Finding[] = [];
  const sourceUnits = unitsOf(source.reading);
  const there = byId(existing === undefined ? [] : unitsOf(existing.reading));
  const returned = oneEach(file, findings);
  const unknown = [...returned.values()].filter(({id}) => !sourceUnits.some((unit) => unit.id === id));
  if (returned.size === unknown.length) {
    findings.push(
      error(
        'unknown-units',
        file.at,
        adviceFor(file.at.file) ??
          `Nothing in this file belongs to ${source.file}. ` +
            'Export that text again, or give the folder that the file was exported from.',
      ),
    );
    return {findings, changed: 0, pending: 0, units: 0};
  }
  if (unknown.length > 0)
    findings.push(
      warning(
        'unknown-units',
        unknown[0]?.at ?? file.at,
        `${source.file} no longer has ${some(unknown)}, so ` +
          `${unknown.length === 1 ? 'its translation was' : 'their translations were'} left out.`,
      ),
    );

  const wordings = new Map<string, readonly Inline[]>();
  const changed: XliffUnit[] = [];
  for (const unit of sourceUnits) {
    const back = returned.get(unit.id);
    if (back?.target === undefined) continue;
    const isChanged =
      lettersOf(back.source) !== '' && lettersOf(back.source) !== lettersOf(encode(unit.content, new Map()));
    if (isChanged) changed.push(back);
    const content = readTarget(unit, back, back.target, isChanged, there.get(unit.id), translation, findings);
    if (content !== undefined) wordings.set(unit.id, content);
  }
  if (changed.length > 0)
    findings.push(
      warning(
        'source-changed',
        changed[0]?.at ?? file.at,
        `The source of ${some(changed)} has changed since this file was exported. ` +
          'The translation was taken as it is; export again to have it looked at.',
      ),
    );
  const pending = [...returned.values()].filter(({review, id}) => review && wordings.has(id));
  if (pending.length > 0)
    findings.push(
      warning(
        'needs-review',
        pending[0]?.at ?? file.at,
        `${some(pending)} still ${pending.length === 1 ? 'says that it needs' : 'say that they need'} ` +
          'review. The translation was taken as it is; look at it, then confirm it in the translation tool.',
      ),
    );

  const same = sourceUnits.filter(({id, content}) => {
    const [here, before] = [wordings.get(id), there.get(id)];
    return (
      here !== undefined &&
      isSentence(content) &&
      alike(here, content) &&
      !(before !== undefined && alike(before.content, here))
    );
  });
  if (same.length > 0)
    findings.push(
      warning(
        'same-as-source',
        returned.get(same[0]?.id ?? '')?.at ?? file.at,
        `${some(same)} ${same.length === 1 ? 'reads' : 'read'} exactly as in ${source.file}. ` +
          `Translate ${same.length === 1 ? 'it' : 'them'}, if that is not meant.`,
      ),
    );

  const markdown = write(sourceUnits, there, wordings, translation, findings);
  const counts = {changed: changed.length, pending: pending.length, units: wordings.size};
  if (markdown === undefined || findings.some(isError)) return {findings, ...counts};
  findings.push(...prove(markdown, path, wordings));
  return findings.some(isError) ? {findings, ...counts} : {markdown, findings, ...counts};
}

/** Trados, memoQ and Phrase keep their work in such files, in which the sentences are numbered anew. */
export const adviceFor = (file: string): string | undefined =>
  /\.(?:sdl|mq|m)xliff$/i.test(file)
    ? 'This is the translation tool’s own working file. Have the tool write the translated .xlf, and import that.'
    : undefined;

const byId = (units: readonly Unit[]): ReadonlyMap<string, Unit> => new Map(units.map((unit) => [unit.id, unit]));

/** More than a name, which reads the same in many languages. */
const isSentence = (content: readonly Inline[]): boolean =>
  /(?<!\p{L})(?:\p{L}+\P{L}+){4}\p{L}/u.test(plainText(content));

/** `“a”, “b” and 3 more`. */
function some(units: readonly {readonly id: string}[]): string {
  const names = units.slice(0, 5).map(({id}) => `“${id}”`);
  return listAnd(units.length > 5 ? [...names, `${units.length - 5} more`] : names);
}

function oneEach({units}: XliffFile, findings: Finding[]): ReadonlyMap<string, XliffUnit> {
  const found = new Map<string, XliffUnit>();
  for (const unit of units) {
    const first = found.get(unit.id);
    if (first === undefined) found.set(unit.id, unit);
    else
      findings.push(
        error(
          'duplicate-unit',
          unit.at,
          `“${unit.id}” stands in line ${first.at.line} already. Take one of the two out.`,
        ),
      );
  }
  return found;
}

/** Into the text that is there, where that has all of it; else into a copy of the source. */
function write(
  units: readonly Unit[],
  there: ReadonlyMap<string, Unit>,
  wordings: ReadonlyMap<string, readonly Inline[]>,
  translation: Translation,
  findings: Finding[],
): string | undefined {
  const {source, existing, file, path} = translation;
  const missing = units.filter(({id}) => !wordings.has(id) && !there.has(id));
  const added = units.filter(({id}) => wordings.has(id) && !there.has(id));
  if (existing !== undefined && added.length === 0) {
    if (missing.length > 0)
      findings.push(
        warning(
          'untranslated',
          file.at,
          `${some(missing)} ${missing.length === 1 ? 'is' : 'are'} still not translated, and not in ${path}.`,
        ),
      );
    return rewrite(
      existing.reading.source.text,
      units.flatMap(({id}) => {
        const [unit, content] = [there.get(id), wordings.get(id)];
        return unit === undefined || content === undefined || alike(unit.content, content)
          ? []
          : [{range: unit.range, content}];
      }),
    );
  }
  if (missing.length > 0) {
    // What has a translation that could not be read was told of already.
    const silent = missing.filter(({id}) => !file.units.some((unit) => unit.id === id && unit.target !== undefined));
    if (silent.length > 0)
      findings.push(
        error(
          'untranslated',
          file.at,
          `${some(silent)} ${silent.length === 1 ? 'is' : 'are'} not translated, or not to the end, so the ` +
            `text would have a hole. Translate ${silent.length === 1 ? 'it' : 'them'}; where it should read as ` +
            'the source does, confirm that in the translation tool.',
        ),
      );
    return undefined;
  }
  const surplus = [...there.values()].filter(({id}) => !units.some((unit) => unit.id === id));
  if (surplus.length > 0) {
    findings.push(
      error(
        'would-lose',
        path,
        `This text has ${some(surplus)}, which ${source.file} has not, and ${some(added)} would be added ` +
          `to it as the source has them. Add ${surplus.length === 1 ? 'it' : 'them'} to the source, or take ` +
          `${surplus.length === 1 ? 'it' : 'them'} out, then import again.`,
      ),
    );
    return undefined;
  }
  return rewrite(
    source.reading.source.text,
    units.flatMap(({id, range}) => {
      const content = wordings.get(id) ?? there.get(id)?.content;
      return content === undefined ? [] : [{range, content}];
    }),
  );
}

/** The Markdown, read again, says what came back: to the letter, mark by mark. */
function prove(markdown: string, path: string, wordings: ReadonlyMap<string, readonly Inline[]>): Finding[] {
  const read = byId(unitsOf(readMarkdown({file: path, text: markdown})));
  return [...wordings].flatMap(([id, content]) => {
    const unit = read.get(id);
    const wanted = unit?.kind === 'title' ? [lettersOf(encode(content, new Map()))] : content;
    return unit !== undefined && alike(unit.content, wanted)
      ? []
      : [
          error(
            'unwritable-text',
            path,
            `The translation of “${id}” cannot be written as Markdown that reads the same. ` +
              'Change its tags or its punctuation, or write it by hand.',
          ),
        ];
  });
}
