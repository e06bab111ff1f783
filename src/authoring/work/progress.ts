/** How far long work has come, for whoever watches. */
export interface Progress {
  /** “Read 1,200 of 10,000 texts”. `done` may be called as often as there is something done. */
  show(verb: string, done: number, total: number, noun: string): void;
  /** Clears the line, before anything else is written. */
  clear(): void;
}

export const silent: Progress = {show: () => {}, clear: () => {}};
