/** A policies folder → one XLIFF file for each policy, edition and language to translate to. */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {assemble} from '../bundle/assemble.js';
import {compareEditionIds} from '../../policy/editions.js';
import {error, spot, type Finding, type Source} from '../findings/finding.js';
import type {Folder, PolicyText} from '../folder/folder.js';
import {readSources} from '../folder/sources.js';
import {groupBy} from '../collections/group.js';
import {annotator, type Annotate} from '../vocabulary/annotate.js';
import {mergeAudiences, mergeTerms} from '../vocabulary/vocabulary.js';
import {makeJob, type Knowledge} from './job.js';
import {unwritable} from '../xml/write.js';
import {writeXliff, type XliffVersion} from './write-xliff.js';

export interface XliffChoices {
  readonly version: XliffVersion;
  /** Absent: the language that prevails, else the first that is no translation. */
  readonly source: LanguageTag | undefined;
  /** None: every language of the folder. */
  readonly targets: readonly LanguageTag[];
  readonly policy: Id | undefined;
  readonly edition: string | undefined;
}

/** `labs.2026-03-01.en-da.xlf`, and what is in it. Findings are only about what stands in the way of this. */
export function exportXliff(folder: Folder, choices: XliffChoices, findings: Finding[]): Source[] {
  const bundle = assemble(folder, []);
  const {settings} = folder;
  const terms = mergeTerms(settings.vocabulary, bundle.languages);
  const audiences = mergeAudiences(settings.audiences, bundle.languages);
  const annotators = new Map<LanguageTag, Annotate>();
  const files: Source[] = [];
  for (const [, texts] of groupBy(folder.texts, ({policy, edition}) => `${policy}/${edition}`)) {
    const [{policy, edition} = {policy: '', edition: ''}] = texts;
    if ((choices.policy ?? policy) !== policy || (choices.edition ?? edition) !== edition) continue;
    const prevails = settings.policies.find(({id}) => id === policy)?.prevails?.language;
    const inOrder = [...texts].sort(
      (a, b) => bundle.languages.indexOf(a.language) - bundle.languages.indexOf(b.language),
    );
    const records = readSources(folder, policy, edition, findings);
    const own =
      inOrder.find(({language}) => language === prevails) ??
      inOrder.find(({language}) => !records.has(language)) ??
      inOrder[0];
    const source = choices.source === undefined ? own : inOrder.find(({language}) => language === choices.source);
    if (source === undefined) continue;
    findings.push(...findUnwritable(source));
    const annotate = annotators.get(source.language) ?? annotator(terms, source.language);
    annotators.set(source.language, annotate);
    const covered = bundle.policies.find(({id}) => id === policy)?.products ?? [];
    const knowledge: Knowledge = {
      audiences,
      terms,
      annotate,
      products: bundle.products.filter(({id}) => covered.includes(id)),
    };
    const targets = (choices.targets.length > 0 ? choices.targets : bundle.languages).filter(
      (language) => language !== source.language,
    );
    for (const target of targets) {
      const existing = texts.find(({language}) => language === target);
      if (existing !== undefined) findings.push(...findUnwritable(existing));
      const older = olderThan(source, target, folder.texts);
      const job = makeJob({source, target, existing, record: records.get(target), older}, knowledge);
      files.push({
        file: `${policy}.${edition}.${source.language}-${target}.xlf`,
        text: writeXliff(job, choices.version),
      });
    }
  }
  return files;
}

/** The newest older edition that is in the target language. */
function olderThan(
  {policy, edition, language}: PolicyText,
  target: LanguageTag,
  texts: readonly PolicyText[],
): {target: PolicyText; source: PolicyText | undefined} | undefined {
  const older = texts
    .filter((text) => text.policy === policy && compareEditionIds(text.edition, edition) > 0)
    .sort((a, b) => compareEditionIds(a.edition, b.edition));
  const found = older.find((text) => text.language === target);
  return (
    found && {
      target: found,
      source: older.find((text) => text.edition === found.edition && text.language === language),
    }
  );
}

function findUnwritable({reading: {source}}: PolicyText): Finding[] {
  const match = unwritable.exec(source.text);
  if (match === null) return [];
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [
    error(
      'unwritable-character',
      spot(source, match.index),
      `Here stands a control character (U+${code}) that XML cannot hold. Take it out, then export again.`,
    ),
  ];
}
