/** No pattern takes more than linear time: each reads 100 kB of anything, and all of a file come to their end. */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join, relative} from 'node:path';
import {describe, it} from 'node:test';

const root = join(import.meta.dirname, '../..');
const child = join(import.meta.dirname, 'linear-child.ts');
/** For one pattern over all texts, which takes a tenth of a second: in linear time, on any machine. */
const patience = 20_000;

const files = readdirSync(join(root, 'src'), {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .filter((file) => !file.includes('generated'))
  .sort();

/** How many patterns were read, and the one that was not read to its end. */
async function read(paths: readonly string[]): Promise<{count: number; stuck: string | undefined}> {
  const running = spawn(process.execPath, ['--import=tsx', child, ...paths], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [count, last] = [0, ''];
  let timer: NodeJS.Timeout | undefined;
  let stuck: string | undefined;
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = text.split('\n').filter(Boolean);
    count += lines.length;
    last = lines.at(-1) ?? last;
    clearTimeout(timer);
    timer = setTimeout(() => {
      stuck = last;
      running.kill('SIGKILL');
    }, patience);
  });
  const code = await new Promise((ended) => running.on('close', ended));
  clearTimeout(timer);
  assert.ok(code === 0 || stuck !== undefined, `the reading ended with ${String(code)} after ${last}`);
  return {count, stuck};
}

describe('patterns in linear time', () => {
  it('all of src are read to their end', {timeout: 600_000}, async () => {
    const {count, stuck} = await read(files);
    assert.equal(stuck, undefined);
    assert.ok(count > 300, `only ${count} patterns were found`);
  });
});
