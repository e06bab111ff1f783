/** Trying again by oneself where waiting helps: a server that is busy or slow, a connection that is lost. */

import type {Failure} from './load.js';

/** Milliseconds before the first try, and at most before one: each waits twice as long as the last. */
const first = 2_000;
const longest = 300_000;

const isFailure = (value: object): value is Failure => 'cause' in value;

/**
 * What `load` comes to once that is worth telling: success, or another failure than that which is waited for. Each
 * wait is as long as the server asks at least, and differs by chance, so that readers do not come back all at once;
 * the end of being offline ends it. It goes on until `signal` aborts or `whom` is gone: then nothing comes of it.
 */
export const tryLater = <T extends object>(
  failure: Failure,
  load: (signal: AbortSignal) => T | Failure | Promise<T | Failure>,
  signal: AbortSignal,
  whom: {readonly isConnected: boolean},
): Promise<T | Failure> =>
  new Promise((tell) => {
    let wait = first;
    let isTrying = false;
    let timer: ReturnType<typeof setTimeout>;
    const stop = (): void => {
      clearTimeout(timer);
      removeEventListener('online', attempt);
    };
    const waitFor = ({retryAfter = 0}: Failure): void => {
      timer = setTimeout(attempt, Math.max(retryAfter, wait / 2 + Math.random() * wait));
      wait = Math.min(2 * wait, longest);
    };
    const attempt = (): void => {
      if (isTrying) return;
      clearTimeout(timer);
      if (!whom.isConnected) return stop();
      isTrying = true;
      void Promise.resolve(load(signal)).then((next) => {
        isTrying = false;
        if (signal.aborted) return;
        if (isFailure(next) && next.later) return waitFor(next);
        stop();
        tell(next);
      });
    };
    signal.addEventListener('abort', stop);
    addEventListener('online', attempt);
    waitFor(failure);
  });
