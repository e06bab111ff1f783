/** Findings that policies.yaml says to pass over, each with a reason: `ignore: [{code, file, reason}]`. */
import {join} from '../files/paths.js';
import {warning, type Finding} from '../findings/finding.js';
import type {Ignored} from '../folder/settings.js';
import {nearest} from '../findings/nearest.js';

export interface Sifted {
  readonly findings: readonly Finding[];
  readonly silenced: readonly Silenced[];
}

export interface Silenced {
  readonly finding: Finding;
  readonly reason: string;
}

/**
 * What of `findings` is left. An entry that silences nothing is a finding itself: what it was for has been corrected,
 * or it never fitted.
 */
export function sift(findings: readonly Finding[], entries: readonly Ignored[], folder: string): Sifted {
  const rules = entries.map((entry) => ({entry, matches: matcher(entry, folder), used: false}));
  const left: Finding[] = [];
  const silenced: Silenced[] = [];
  for (const finding of findings) {
    const fitting = rules.filter(({matches}) => matches(finding));
    for (const rule of fitting) rule.used = true;
    const [first] = fitting;
    if (first === undefined) left.push(finding);
    else silenced.push({finding, reason: first.entry.reason});
  }
  const codes = new Set(findings.map(({code}) => code));
  for (const {
    entry: {code, at},
    used,
  } of rules) {
    if (used) continue;
    const near = nearest(code, codes);
    const [what, hint] = codes.has(code)
      ? [`no “${code}” is found there, only elsewhere`, '']
      : [`no “${code}” is found`, near === undefined ? '' : ` Did you mean “${near}”?`];
    left.push(warning('unused-ignore', at, `This silences nothing: ${what}.${hint} Correct it, or take it out.`));
  }
  return {findings: left, silenced};
}

function matcher({code, file}: Ignored, folder: string): (finding: Finding) => boolean {
  if (file === undefined) return (finding) => finding.code === code;
  const parts = join(folder, file)
    .replaceAll('\\', '/')
    .replace(/(?<!\/)\/+$/, '')
    .split('*')
    .map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('[^/]*')}(?:/|$)`, 'u');
  return (finding) => finding.code === code && pattern.test(finding.place.file.replaceAll('\\', '/'));
}
