/** What `check` finds of the defects in a set, and what it says of texts in which nothing is wrong. */
import {check, type Finding} from '../../../src/authoring/index.js';
import {kinds} from './defects.js';
import {makeSet, type Defect, type SetOptions} from './make-set.js';

export interface Measured {
  readonly texts: number;
  readonly languages: number;
  readonly missed: readonly Defect[];
  readonly found: readonly Defect[];
  /** In policies without a defect. */
  readonly onClean: readonly Finding[];
  /** In the other policies, where no defect is. */
  readonly elsewhere: readonly Finding[];
  /** More than one finding for one defect. */
  readonly again: readonly Finding[];
}

export async function measureSet(options: SetOptions): Promise<Measured> {
  const {files, defects, clean, languages} = makeSet(options);
  const findings = (await check(files.map(({path, text}) => ({path, bytes: new TextEncoder().encode(text)})))).filter(
    ({code}) => code !== 'unused-language',
  );
  const told = new Map<Defect, Finding[]>();
  const rest: Finding[] = [];
  for (const finding of findings) {
    const {file} = finding.place;
    const line = 'line' in finding.place ? finding.place.line : undefined;
    const isNear = (defect: Defect): boolean =>
      defect.places.some(
        (place) =>
          file.endsWith(place.file) && (defect.kind.anyLine === true || line === place.line || line === place.line + 1),
      );
    const defect =
      defects.find((each) => isNear(each) && each.kind.anyLine !== true) ??
      defects.find((each) => isNear(each) && (each.kind.codes.includes(finding.code) || each.places[0]?.line === 0));
    if (defect === undefined) rest.push(finding);
    else told.set(defect, [...(told.get(defect) ?? []), finding]);
  }
  const isFound = (defect: Defect): boolean =>
    told.get(defect)?.some(({code}) => defect.kind.codes.includes(code)) ?? false;
  const isClean = ({place}: Finding): boolean => [...clean].some((file) => place.file.endsWith(file));
  return {
    texts: files.length - 1,
    languages: languages.length,
    found: defects.filter(isFound),
    missed: defects.filter((defect) => !isFound(defect)),
    onClean: rest.filter(isClean),
    elsewhere: rest.filter((finding) => !isClean(finding)),
    again: [...told.values()].flatMap((some) => some.slice(1)),
  };
}

/** A table in Markdown, kind by kind. */
export function tableOf({found, missed, onClean, elsewhere, again}: Measured): string {
  const rows = kinds.flatMap((kind) => {
    const count = (some: readonly Defect[]): number => some.filter((each) => each.kind === kind).length;
    const all = count(found) + count(missed);
    return all === 0 ? [] : [[kind.name, all, count(found), count(missed)]];
  });
  const sum = ['all', found.length + missed.length, found.length, missed.length];
  return [['defect', 'seeded', 'found', 'missed'], ['---', '---', '---', '---'], ...rows, sum]
    .map((row) => `| ${row.join(' | ')} |`)
    .concat(
      '',
      `Findings on clean texts: ${onClean.length}; elsewhere in the others: ${elsewhere.length}; ` +
        `more than one for a defect: ${again.length}`,
    )
    .join('\n');
}
