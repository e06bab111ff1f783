/** What is told of translations that came back. */
import type {Finding} from '../../authoring/findings/finding.js';
import type {PolicyText} from '../../authoring/folder/folder.js';
import type {SourceRecord} from '../../authoring/folder/sources.js';
import type {Merged} from '../../authoring/xliff/merge-translation.js';
import type {XliffFile} from '../../authoring/xliff/read-xliff.js';
import type {Id, LanguageTag} from '../../policy/bundle.js';
import type {NewFile} from '../disk/files.js';
import type {Done} from '../terminal/command.js';

/** What one `<file>` is the translation of. */
export interface Identity {
  readonly file: XliffFile;
  readonly policy: Id;
  readonly edition: Id;
  readonly from: LanguageTag;
  readonly to: LanguageTag;
  /** Of the source, when it was exported; tools may have lost it. */
  readonly sha256: string | undefined;
}

/** A translation as it is to be written. */
export interface Imported {
  readonly identity: Identity;
  readonly path: string;
  readonly existing: PolicyText | undefined;
  readonly markdown: string;
  readonly merged: Merged;
  readonly record: SourceRecord | undefined;
}

export function reportXliff(
  imported: readonly Imported[],
  written: readonly NewFile[],
  findings: readonly Finding[],
  out: string,
  dryRun: boolean,
): Done {
  const lines = imported.map(({path, existing, markdown, merged, identity}) => {
    const what = existing === undefined ? 'new' : existing.reading.source.text === markdown ? 'unchanged' : 'changed';
    return `${identity.file.at.file} → ${path}: ${merged.units} ${merged.units === 1 ? 'unit' : 'units'}, ${what}`;
  });
  const closing = dryRun
    ? 'Nothing was written (--dry-run).'
    : written.length === 0
      ? 'Everything was there already, so nothing changed.'
      : `Imported ${imported.length} ${imported.length === 1 ? 'translation' : 'translations'}. ` +
        `Look at what changed, then: policy-viewer check ${out}`;
  return {
    // Warnings say what to look at; the work was done.
    status: 'fine',
    findings,
    summary: [...lines, closing].join('\n'),
    facts: {
      files: imported.map(({identity, path, merged}) => ({
        file: identity.file.at.file,
        target: path,
        policy: identity.policy,
        edition: identity.edition,
        from: identity.from,
        to: identity.to,
        units: merged.units,
      })),
      written: dryRun ? [] : written.map(({file}) => file),
    },
  };
}
