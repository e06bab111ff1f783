/**
 * Runs the built command in a temporary folder: in this process, or where the process is the point, in one of its
 * own.
 */
import {spawn, type ChildProcess} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {TestContext} from 'node:test';
import type * as command from '../../src/command/main.js';
import {built} from '../harness/built.mjs';

const program = built('command/policy-viewer.js');
const {main}: typeof command = await import(built('command/main.js'));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A temporary folder with these files, deleted after the test. */
export async function folderWith(
  test: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-viewer-'));
  test.after(async () => rm(folder, {recursive: true, force: true}));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), {recursive: true});
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Starts the program, for tests of what only a process has: signals, pipes, a server that runs on. */
export const start = (cwd: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [program, ...args], {cwd, stdio: ['ignore', 'pipe', 'pipe']});

/** Runs the program to its end, in a process of its own: ten times as slow as `run`. */
export async function runProcess(cwd: string, ...args: readonly string[]): Promise<Ended> {
  const child = start(cwd, ...args);
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return await new Promise((done) =>
    child.on('close', (code) => {
      done({code, stdout, stderr});
    }),
  );
}

/** A process has one working folder: whoever runs the command next waits. */
let last: Promise<unknown> = Promise.resolve();

/** What the command prints and ends with, run in this process. */
export async function run(cwd: string, ...args: readonly string[]): Promise<Ended> {
  const {code, stdout, stderr} = await runHere(cwd, args);
  return {code, stdout, stderr};
}

/** Both streams in the order in which they are written, as a terminal shows them. */
export async function runInTerminal(
  cwd: string,
  ...args: readonly string[]
): Promise<Omit<Ended, 'stdout' | 'stderr'> & {readonly printed: string}> {
  const {code, printed} = await runHere(cwd, args);
  return {code, printed};
}

async function runHere(cwd: string, args: readonly string[]): Promise<Ended & {readonly printed: string}> {
  const running = last.then(async () => {
    const [home, printed] = [process.cwd(), {stdout: '', stderr: '', both: ''}];
    const into = (stream: 'stdout' | 'stderr') => ({
      write(text: string) {
        printed[stream] += text;
        printed.both += text;
      },
    });
    process.chdir(cwd);
    try {
      const code = await main(args, {
        stdout: into('stdout'),
        stderr: into('stderr'),
        interrupted: () => new AbortController().signal,
      });
      return {code, stdout: printed.stdout, stderr: printed.stderr, printed: printed.both};
    } finally {
      process.chdir(home);
    }
  });
  last = running.catch(() => undefined);
  return await running;
}
