/**
 * `policy-viewer check`: what is wrong with a policies folder or a bundle, and where; and what there is in which
 * language.
 */
import {inspectWithoutTexts} from './inspect/inspect.js';
import {matrixOf, showMatrix} from '../authoring/check/matrix.js';
import {misuse, valueOf, type Command, type Done, type Outcome} from './terminal/command.js';
import {cacheOptions, readCacheChoice} from './disk/disk-cache.js';
import {checkAgainst} from './check/check-against.js';
import {checkPage} from './check/check-page.js';
import {nothing} from '../authoring/compile/inspect.js';
import {countFindings, isError, sortFindings} from '../authoring/findings/finding.js';
import {listOr} from '../authoring/findings/nearest.js';

const formats = ['text', 'json', 'github', 'sarif'] as const;

export const check: Command = {
  name: 'check',
  summary: 'Say what is there, what is missing, differs or cannot work',
  usage: '[FOLDER|BUNDLE] [--against PUBLISHED] [--url PAGE] [--format text|json|github|sarif] [--strict]',
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      description: 'For whom: text for a person, json as --json, github for annotations in a workflow, sarif',
    },
    against: {
      type: 'string',
      value: 'BUNDLE',
      description:
        'The bundle that is published, a file or an address: say what of it was changed though in force, or is gone',
    },
    url: {
      type: 'string',
      value: 'PAGE',
      description: 'A page that is published: say what is wrong with its words without scripts, headers and hashes',
    },
    strict: {type: 'boolean', description: 'End with exit code 1 for warnings too'},
    ...cacheOptions,
  },
  async run(args, {progress}): Promise<Outcome> {
    const [path, ...others] = args.operands;
    const page = valueOf(args, 'url');
    if (path === undefined && page !== undefined && valueOf(args, 'against') !== undefined)
      return misuse('Say what to hold against what is published: policy-viewer check policies/ --against bundle.json.');
    if (path === undefined && page === undefined)
      return misuse('Say what to check: policy-viewer check policies/, or policy-viewer check bundle.json.');
    if (others.length > 0)
      return misuse(`Only one folder or bundle can be checked at a time; “${others[0]}” is one too many.`);
    const wanted = valueOf(args, 'format') ?? 'text';
    const format = formats.find((each) => each === wanted);
    if (format === undefined) return misuse(`There is no format “${wanted}”. Write --format ${listOr(formats)}.`);
    const choice = readCacheChoice(args);
    const {
      findings: own,
      silenced,
      present,
      languages,
      texts,
      kind,
    } = path === undefined
      ? {kind: 'nothing' as const, findings: [], ...nothing}
      : await inspectWithoutTexts(path, {thorough: true, verb: 'Checked', progress, choice});
    const published = valueOf(args, 'against');
    const against =
      path === undefined || published === undefined
        ? []
        : await checkAgainst(path, published, {verb: 'Compared', progress, choice});
    const live = page === undefined ? [] : await checkPage(page);
    const findings = sortFindings([...own, ...against, ...live]);
    const matrix = matrixOf(present, languages, findings);
    const table = showMatrix(matrix, languages);
    const count = countFindings(findings);
    const looked =
      kind === 'nothing' || (kind === 'file' && texts === 0) ? '' : ` in ${texts} ${texts === 1 ? 'text' : 'texts'}`;
    const passed =
      silenced.length === 0
        ? ''
        : ` ${silenced.length} more ${silenced.length === 1 ? 'is' : 'are'} silenced in policies.yaml.`;
    const bad = args.flags.has('strict') ? findings.length > 0 : findings.some(isError);
    const errors = findings.filter(isError).length;
    return {
      status: bad ? 'findings' : 'fine',
      findings,
      format,
      summary: `${count.charAt(0).toUpperCase()}${count.slice(1)}${looked}.${passed}`,
      ...(table !== '' && {table}),
      facts: {
        texts,
        errors,
        warnings: findings.length - errors,
        languages,
        matrix,
        silenced: silenced.map(({finding: {severity, code, place}, reason}) => ({
          severity,
          code,
          file: place.file,
          ...('line' in place && {line: place.line, column: place.column}),
          reason,
        })),
      },
    } satisfies Done;
  },
};
