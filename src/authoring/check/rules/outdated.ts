/** Translations whose original says something else by now, by the hash that was recorded when they were made. */
import {warning, type Finding} from '../../findings/finding.js';
import type {Folder} from '../../folder/folder.js';
import {isOutdated, readSources} from '../../folder/sources.js';
import {groupBy} from '../../collections/group.js';

export function findOutdated(folder: Folder): Finding[] {
  const {texts} = folder;
  const editions = [...groupBy(texts, ({policy, edition}) => `${policy}/${edition}`).values()];
  return editions.flatMap((edition) => {
    const findings: Finding[] = [];
    const [first] = edition;
    if (first === undefined) return findings;
    const records = readSources(folder, first.policy, first.edition, findings);
    for (const [language, record] of records) {
      const translation = edition.find((text) => text.language === language);
      const original = edition.find((text) => text.language === record.from);
      if (translation === undefined || original === undefined || !isOutdated(record, original.reading.source.text))
        continue;
      findings.push(
        warning(
          'outdated-translation',
          translation.file,
          `${record.from}.md was changed after this text was translated from it. ` +
            'Export it for translation again, and import what comes back.',
        ),
      );
    }
    return findings;
  });
}
