/**
 * What is done with a line that was typed: finds the command, runs it and prints its outcome. The only file that
 * prints.
 */
import {stripVTControlCharacters} from 'node:util';
import manifest from '../../package.json' with {type: 'json'};
import {build} from './build.js';
import {check} from './check.js';
import {annotateGithub} from './check/annotate-github.js';
import {toSarif} from './check/sarif.js';
import {readCommandLine, showHelp} from './terminal/command-line.js';
import type {Arguments, Command, Done, Outcome, Session} from './terminal/command.js';
import {exportCommand} from './export.js';
import {describe, type Finding} from '../authoring/findings/finding.js';
import {importCommand} from './import.js';
import {init} from './init.js';
import {prerender} from './prerender.js';
import {preview} from './preview.js';
import {silent, type Progress} from '../authoring/work/progress.js';
import {progressOn, type Terminal} from './terminal/progress.js';

const commands: readonly Command[] = [init, importCommand, check, build, preview, prerender, exportCommand];

/** Where the command prints, and what stops it: the process's own, or a test's. */
export interface Surroundings {
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  /** Asked for by commands that take their time; aborted by Ctrl-C. */
  readonly interrupted: () => AbortSignal;
}

/** What a file's name or text brings along must not steer the terminal. */
const clean = (text: string): string => stripVTControlCharacters(text).replace(/[^\P{Cc}\n]/gu, ' ');

const say = ({stdout}: Surroundings, text: string): void => {
  stdout.write(`${clean(text)}\n`);
};
const warn = ({stderr}: Surroundings, text: string): void => {
  stderr.write(`${clean(text)}\n`);
};

/** The exit code: 0 fine, 1 findings, 2 misuse. */
export async function main(typed: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await answer(typed, around);
  } catch (cause) {
    warn(
      around,
      'Something went wrong inside policy-viewer ' +
        `(${cause instanceof Error ? cause.message : String(cause)}). ` +
        'Set POLICY_VIEWER_TRACE=1 to see where, and report it.',
    );
    if (process.env['POLICY_VIEWER_TRACE'] !== undefined && cause instanceof Error) warn(around, cause.stack ?? '');
    return 1;
  }
}

async function answer(typed: readonly string[], around: Surroundings): Promise<number> {
  const request = readCommandLine(typed, commands);
  switch (request.kind) {
    case 'help':
      say(around, showHelp(commands, request.command));
      return 0;
    case 'version':
      say(around, manifest.version);
      return 0;
    case 'misuse':
      return report(around, {status: 'misuse', message: request.message}, request.json);
    case 'run':
      return await runCommand(around, request.command, request.args, request.json);
  }
}

async function runCommand(around: Surroundings, command: Command, args: Arguments, json: boolean): Promise<number> {
  const progress = json ? silent : progressOn(around.stderr);
  try {
    const outcome = await command.run(args, session(around, progress));
    progress.clear();
    return report(around, outcome, json);
  } finally {
    progress.clear();
  }
}

const session = (around: Surroundings, progress: Progress): Session => ({
  progress,
  tell(line) {
    progress.clear();
    say(around, line);
  },
  get interrupted() {
    return around.interrupted();
  },
});

function report(around: Surroundings, outcome: Outcome, json: boolean): number {
  if (json || (outcome.status !== 'misuse' && outcome.format === 'json'))
    around.stdout.write(`${JSON.stringify(toJson(outcome))}\n`);
  else if (outcome.status !== 'misuse' && outcome.format === 'sarif')
    around.stdout.write(toSarif(outcome.findings, manifest.version));
  else if (outcome.status === 'misuse') warn(around, outcome.message);
  else print(around, outcome);
  return {fine: 0, findings: 1, misuse: 2}[outcome.status];
}

/** Findings go to the standard error, so that what was asked for can be piped on alone. */
function print(around: Surroundings, {status, findings, summary, output, table, format}: Done): void {
  // GitHub shows ten of a kind for a step, so that the job's log must have them all.
  if (format === 'github') for (const finding of findings) say(around, annotateGithub(finding));
  if (findings.length > 0)
    warn(around, `${findings.map((finding) => describe(finding, {withCode: format !== undefined})).join('\n\n')}\n`);
  if (table !== undefined) say(around, `${table}\n`);
  if (output !== undefined) around.stdout.write(output);
  if (status === 'fine' && output === undefined) say(around, summary);
  else warn(around, summary);
}

const toJson = (outcome: Outcome): unknown =>
  outcome.status === 'misuse'
    ? {status: outcome.status, message: outcome.message, findings: []}
    : {status: outcome.status, ...outcome.facts, findings: outcome.findings.map(flatten)};

const flatten = ({severity, code, message, place}: Finding): unknown => ({
  severity,
  code,
  message,
  file: place.file,
  ...('line' in place && {line: place.line, column: place.column}),
});
