/**
 * One line on the terminal that says how far long work has come. It is written in place, and gone when the work is
 * done.
 */
import {silent, type Progress} from '../../authoring/work/progress.js';

/** Of a stream only this much is needed. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shorter work is over before anybody wonders; in milliseconds. */
const patience = 500;
/** Between two writings of the line. */
const pause = 100;

/** Says nothing where nobody watches: in a pipe, in a file, in a workflow's log. */
export function progressOn(terminal: Terminal, now: () => number = () => performance.now()): Progress {
  if (terminal.isTTY !== true || process.env['TERM'] === 'dumb') return silent;
  let began: number | undefined;
  let written = -Infinity;
  let isShown = false;
  return {
    show(verb, done, total, noun) {
      const time = now();
      began ??= time;
      if (time - began < patience || time - written < pause) return;
      written = time;
      isShown = true;
      const line = `${verb} ${number(done)} of ${number(total)} ${noun}`;
      // A line that wraps could not be written over. Some terminals say that they are 0 wide.
      terminal.write(`\r${line.slice(0, (terminal.columns || 80) - 1)}\x1b[K`);
    },
    clear() {
      if (isShown) terminal.write('\r\x1b[K');
      isShown = false;
    },
  };
}

const number = (value: number): string => value.toLocaleString('en');
