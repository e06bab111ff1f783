/** Findings as SARIF 2.1.0 (OASIS): what code scanning and editors read. */
import {isError, type Finding} from '../../authoring/findings/finding.js';

/** `version`: of this command. Addresses are relative to where the command runs, as the findings name files. */
export function toSarif(findings: readonly Finding[], version: string): string {
  const codes = [...new Set(findings.map(({code}) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'policy-viewer', semanticVersion: version, rules: codes.map((id) => ({id}))}},
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: isError(finding) ? 'error' : 'warning',
          message: {text: finding.message},
          locations: [{physicalLocation: placeOf(finding)}],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const placeOf = ({place}: Finding): object => ({
  artifactLocation: {uri: uriOf(place.file)},
  ...('line' in place && {
    region: {startLine: place.line, startColumn: place.column, endColumn: place.column + place.width},
  }),
});

/** A path as an address: what means something in one is escaped. An address stays one. */
const uriOf = (file: string): string =>
  /^https?:\/\//iu.test(file)
    ? file
    : file
        .replaceAll('\\', '/')
        .split('/')
        .map((part) => encodeURIComponent(part))
        .join('/');
