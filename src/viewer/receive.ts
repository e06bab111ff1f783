/** Fetches a file that may be anything: too long, too slow, or without end. */

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

/**
 * The text at an address, and the address that it came from in the end. Rejects with the response where that is an
 * error, with an AbortError or an `abort` event when it is given up, with a RangeError where it is larger than it may
 * be.
 */
export const receive = async (
  src: string,
  request: AbortController,
  limits?: Limits,
  how?: RequestInit,
): Promise<readonly [text: string, address: string]> => {
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
    const response = await Promise.race([givenUp, fetch(src, {...how, signal})]);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- its status and headers say what is wrong
    if (!response.ok || !response.body) throw response;
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    let count = 0;
    for (let chunk; (chunk = (await Promise.race([givenUp, reader.read()])).value);) {
      heard();
      const part = decoder.decode(chunk, {stream: true});
      text += part;
      count += part.split(/[[{,]/).length;
      if (text.length > length || count > pieces) {
        request.abort();
        throw new RangeError();
      }
    }
    return [text + decoder.decode(), response.url];
  } finally {
    clearTimeout(timer);
  }
};
