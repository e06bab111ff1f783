/** Findings as GitHub Actions reads them from a job's output, to show them beside the changed lines. */
import type {Finding} from '../../authoring/findings/finding.js';

/** `::error file=…,line=…,col=…,title=…::message`, one line. */
export function annotateGithub({severity, code, message, place}: Finding): string {
  const where =
    'line' in place
      ? `,line=${place.line},endLine=${place.line},col=${place.column},endColumn=${place.column + place.width}`
      : '';
  const file = escapeProperty(place.file.replaceAll('\\', '/'));
  return `::${severity} file=${file}${where},title=${escapeProperty(code)}::${escapeData(message)}`;
}

/** As the runner's own toolkit does: what else ends a line or a command is a mark of its own. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
