/** Fetches a file that may be anything: too long, too slow, or without end. */

import {share} from './share.js';

/** When a file is given up, where it is not as usual. */
export interface Limits {
  /** Characters, when it is decompressed; as usual 16,777,216. */
  readonly length?: number;
  /** Commas and opening brackets: JSON has about as many values. As usual 200,000. */
  readonly pieces?: number;
  /** Milliseconds without a byte; as usual 10,000. */
  readonly silence?: number;
  /** Milliseconds until the file is whole; as usual 30,000. */
  readonly time?: number;
}

/** What a site's owner says of how files are fetched: the element itself. */
export interface Terms {
  readonly limits?: Limits | undefined;
  /** Whether a file may come from another origin than that of its address. */
  readonly allowRedirects?: boolean | undefined;
  /** The hash that the bundle has to have. */
  readonly integrity?: string | undefined;
}

/** The text, the address that it came from in the end, and where they were to be kept its bytes. */
export type Received = readonly [text: string, address: string, chunks: readonly Uint8Array<ArrayBuffer>[]];

const receiveAlone = async (
  src: string,
  request: AbortController,
  {limits, allowRedirects}: Terms,
  how: RequestInit | undefined,
  keepsBytes: boolean | undefined,
): Promise<Received> => {
  const {length = 2 ** 24, pieces = 2e5, silence = 1e4, time = 3e4} = {...limits};
  const end = Date.now() + time;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => request.abort(), Math.min(silence, end - Date.now()));
  };
  heard();
  const {signal} = request;
  // WebKit has answers without a byte whose end never comes: then only this tells.
  const givenUp = new Promise<never>((_, fail) => signal.addEventListener('abort', fail));
  try {
    const response = await Promise.race([givenUp, fetch(src, {referrerPolicy: 'no-referrer', ...how, signal})]);
    const isElsewhere = response.redirected && new URL(response.url).origin !== new URL(src).origin;
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- its status and headers say what is wrong
    if (!response.ok || !response.body || (isElsewhere && !allowRedirects)) throw response;
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let text = '';
    let count = 0;
    for (let chunk; (chunk = (await Promise.race([givenUp, reader.read()])).value);) {
      heard();
      if (keepsBytes) chunks.push(chunk);
      const part = decoder.decode(chunk, {stream: true});
      text += part;
      count += part.split(/[[{,]/).length;
      if (text.length > length || count > pieces) throw new RangeError();
    }
    return [text + decoder.decode(), response.url, chunks];
  } finally {
    clearTimeout(timer);
    // Whatever of it is still on its way.
    request.abort();
  }
};

/**
 * The text at an address; all who ask for it at the same time in the same way get the same one. Rejects with the
 * response where that is an error or comes from where it may not, with an AbortError or an `abort` event when it is
 * given up, with a RangeError where it is larger than it may be.
 */
export const receive = (
  src: string,
  signal: AbortSignal,
  terms: Terms,
  how?: RequestInit,
  keepsBytes?: boolean,
): Promise<Received> => {
  const {href} = new URL(src, document.baseURI);
  return share(JSON.stringify([href, terms.limits, terms.allowRedirects, how, keepsBytes]), signal, (request) =>
    receiveAlone(href, request, terms, how, keepsBytes),
  );
};
