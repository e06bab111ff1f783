import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {progressOn} from '../../../src/command/terminal/progress.js';
import type {Progress} from '../../../src/authoring/work/progress.js';
import {folderWith, run} from '../command.js';

interface Watched {
  readonly progress: Progress;
  readonly written: string[];
  time: number;
}

function watched(test: TestContext, terminal: {isTTY?: boolean; columns?: number}, term = 'xterm'): Watched {
  const before = process.env['TERM'];
  process.env['TERM'] = term;
  test.after(() => {
    process.env['TERM'] = before;
  });
  const written: string[] = [];
  const all: Watched = {
    written,
    time: 0,
    progress: progressOn({...terminal, write: (text) => written.push(text)}, () => all.time),
  };
  return all;
}

describe('progress', () => {
  it('waits half a second, then writes one line in place, and clears it', (test) => {
    const all = watched(test, {isTTY: true, columns: 80});
    for (const [time, done] of [
      [0, 0],
      [499, 900],
      [500, 1200],
      [550, 1300],
      [600, 1400],
    ] as const) {
      all.time = time;
      all.progress.show('Checked', done, 10_000, 'texts');
    }
    all.progress.clear();
    all.progress.clear();
    assert.deepEqual(all.written, [
      '\rChecked 1,200 of 10,000 texts\x1b[K',
      '\rChecked 1,400 of 10,000 texts\x1b[K',
      '\r\x1b[K',
    ]);
  });

  it('never wraps', (test) => {
    const all = watched(test, {isTTY: true, columns: 12});
    all.progress.show('Checked', 1, 10, 'texts');
    all.time = 900;
    all.progress.show('Checked', 2, 10, 'texts');
    assert.deepEqual(all.written, ['\rChecked 2 o\x1b[K']);
  });

  it('takes a terminal without a width for an ordinary one', (test) => {
    const all = watched(test, {isTTY: true, columns: 0});
    all.progress.show('Checked', 1, 10, 'texts');
    all.time = 900;
    all.progress.show('Checked', 2, 10, 'texts');
    assert.deepEqual(all.written, ['\rChecked 2 of 10 texts\x1b[K']);
  });

  for (const [where, terminal, term] of [
    ['in a pipe', {isTTY: false}, 'xterm'],
    ['in a file', {}, 'xterm'],
    ['on a dumb terminal', {isTTY: true}, 'dumb'],
  ] as const) {
    it(`says nothing ${where}`, (test) => {
      const all = watched(test, terminal, term);
      all.progress.show('Checked', 1, 10, 'texts');
      all.time = 900;
      all.progress.show('Checked', 2, 10, 'texts');
      all.progress.clear();
      assert.deepEqual(all.written, []);
    });
  }

  it('leaves the output of a command as it is', async (test) => {
    const folder = await folderWith(
      test,
      Object.fromEntries(
        Array.from({length: 60}, (_, index) => [`p/n${index}/2026-03-01/en.md`, '# Privacy\n\nText.\n']),
      ),
    );
    assert.equal((await run(folder, 'check', 'p', '--no-cache')).stderr, '');
  });
});
