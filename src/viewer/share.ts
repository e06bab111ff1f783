/** One request for all who ask for the same at the same time. Nothing is kept of it once it has come. */

interface Shared {
  readonly coming: Promise<unknown>;
  readonly request: AbortController;
  /** How many wait for it. */
  waiting: number;
}

const underWay = new Map<string, Shared>();

/** What `start` promises: begun by the first who asks, given up once nobody waits for it. */
export const share = <T>(
  key: string,
  signal: AbortSignal,
  start: (request: AbortController) => Promise<T>,
): Promise<T> => {
  let shared = underWay.get(key);
  const drop = (): void => {
    if (underWay.get(key) === shared) underWay.delete(key);
  };
  if (!shared) {
    const request = new AbortController();
    underWay.set(key, (shared = {coming: start(request).finally(drop), request, waiting: 0}));
  }
  const {coming, request} = shared;
  shared.waiting++;
  signal.addEventListener('abort', () => {
    if (--shared.waiting) return;
    request.abort();
    drop();
  });
  return coming as Promise<T>;
};
