/** Runs the real command in a temporary folder: the built file, or its source where there is no build. */
import {spawn, type ChildProcess} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import type {TestContext} from 'node:test';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'dist/command/policy-viewer.js');
const program = existsSync(built)
  ? [built]
  : ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(root, 'src/command/main.ts')];

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

export const start = (cwd: string, ...args: readonly string[]): ChildProcess => startInto('pipe', cwd, ...args);

/** Both streams go to a pipe each, or to one open file, in the order in which they are written. */
export const startInto = (into: 'pipe' | number, cwd: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...program, ...args], {cwd, stdio: ['ignore', into, into]});

export async function run(cwd: string, ...args: readonly string[]): Promise<Ended> {
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
