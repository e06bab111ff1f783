/** The command `policy-viewer`. The only file that prints or sets an exit code. */
import {stripVTControlCharacters} from 'node:util';
import manifest from '../../package.json' with {type: 'json'};
import {build} from './build.js';
import {check} from './check.js';
import {annotateGithub} from './check/annotate-github.js';
import {readCommandLine, showHelp} from './command-line.js';
import type {Arguments, Command, Done, Outcome, Session} from './command.js';
import {exportCommand} from './export.js';
import {describe, type Finding} from '../authoring/findings/finding.js';
import {importCommand} from './import.js';
import {init} from './init.js';
import {prerender} from './prerender.js';
import {preview} from './preview.js';
import {progressOn, silent, type Progress} from './progress.js';

const commands: readonly Command[] = [init, importCommand, check, build, preview, prerender, exportCommand];

/** What a file's name or text brings along must not steer the terminal. */
const clean = (text: string): string => stripVTControlCharacters(text).replace(/[^\P{Cc}\n]/gu, ' ');

const say = (text: string): void => {
  process.stdout.write(`${clean(text)}\n`);
};
const warn = (text: string): void => {
  process.stderr.write(`${clean(text)}\n`);
};

async function main(typed: readonly string[]): Promise<number> {
  const request = readCommandLine(typed, commands);
  switch (request.kind) {
    case 'help':
      say(showHelp(commands, request.command));
      return 0;
    case 'version':
      say(manifest.version);
      return 0;
    case 'misuse':
      return report({status: 'misuse', message: request.message}, request.json);
    case 'run':
      return await runCommand(request.command, request.args, request.json);
  }
}

async function runCommand(command: Command, args: Arguments, json: boolean): Promise<number> {
  const progress = json ? silent : progressOn(process.stderr);
  try {
    const outcome = await command.run(args, session(progress));
    progress.clear();
    return report(outcome, json);
  } finally {
    progress.clear();
  }
}

/** Listens for Ctrl-C only once a command asks: the others end at once. */
const session = (progress: Progress): Session => ({
  progress,
  tell(line) {
    progress.clear();
    say(line);
  },
  get interrupted() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        controller.abort();
      });
    return controller.signal;
  },
});

function report(outcome: Outcome, json: boolean): number {
  if (json || (outcome.status !== 'misuse' && outcome.format === 'json'))
    process.stdout.write(`${JSON.stringify(toJson(outcome))}\n`);
  else if (outcome.status === 'misuse') warn(outcome.message);
  else print(outcome);
  return {fine: 0, findings: 1, misuse: 2}[outcome.status];
}

/** Findings go to the standard error, so that what was asked for can be piped on alone. */
function print({status, findings, summary, output, table, format}: Done): void {
  // GitHub shows ten of a kind for a step, so that the job's log must have them all.
  if (format === 'github') for (const finding of findings) say(annotateGithub(finding));
  if (findings.length > 0)
    warn(`${findings.map((finding) => describe(finding, {withCode: format !== undefined})).join('\n\n')}\n`);
  if (table !== undefined) say(`${table}\n`);
  if (output !== undefined) process.stdout.write(output);
  if (status === 'fine' && output === undefined) say(summary);
  else warn(summary);
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

// A closed pipe, as in `policy-viewer check … | head`, is no mistake.
process.stdout.on('error', (cause) => {
  if ('code' in cause && cause.code === 'EPIPE') process.exit();
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  warn(
    `Something went wrong inside policy-viewer (${cause instanceof Error ? cause.message : String(cause)}). Set POLICY_VIEWER_TRACE=1 to see where, and report it.`,
  );
  if (process.env['POLICY_VIEWER_TRACE'] !== undefined && cause instanceof Error) warn(cause.stack ?? '');
  process.exitCode = 1;
}
