/** Fetches what is published, with limits on time and size. Every failure is one sentence that says what to do. */
import {failed, ok, type Result} from '../../policy/result.js';
import type {Files} from '../../authoring/files/files.js';
import {error, type Finding} from '../../authoring/findings/finding.js';
import type {Answer} from '../../authoring/live/page.js';

export interface Limits {
  /** For one file, in milliseconds. */
  readonly time: number;
  /** In bytes, of what is unpacked. */
  readonly size: number;
}

const usual: Limits = {time: 20_000, size: 64 * 1024 * 1024};

/** Whether it is an address on the web rather than a path. */
export const isAddress = (path: string): boolean => /^https?:\/\//iu.test(path);

/**
 * What a server answers, whatever its status; or why there is no answer. `origin`: that of the page that asks, as a
 * browser would name it.
 */
export async function get(
  address: string,
  {origin, limits = usual}: {readonly origin?: string; readonly limits?: Limits} = {},
): Promise<Result<Answer, Finding>> {
  const refuse = (code: string, message: string): Result<never, Finding> => failed([error(code, address, message)]);
  if (!isAddress(address) || !URL.canParse(address))
    return refuse('bad-address', 'Only http: and https: are asked. Write the address as a browser shows it.');
  const signal = AbortSignal.timeout(limits.time);
  try {
    const response = await fetch(address, {signal, headers: {accept: '*/*', ...(origin !== undefined && {origin})}});
    const bytes = await readUpTo(response, limits.size);
    if (bytes === undefined)
      return refuse(
        'too-large',
        `There are more than ${Math.round(limits.size / 1024 / 1024)} MB at this address. Give the right one.`,
      );
    return ok({
      address,
      finalAddress: response.url || address,
      status: response.status,
      headers: new Map(response.headers),
      bytes,
    });
  } catch (cause) {
    return signal.aborted
      ? refuse('no-answer', `The server did not answer in ${limits.time / 1000} seconds. Try again, or look at it.`)
      : refuse('no-answer', `Nothing answers at this address (${reasonOf(cause)}). Check it, and the connection.`);
  }
}

async function readUpTo({body}: Response, most: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop closes the connection.
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Node says “fetch failed”, and the reason in the cause. */
const reasonOf = (cause: unknown): string => {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? ('code' in inner ? String(inner.code) : inner.message) : String(inner);
};

/** A published bundle's files, each by its address. Nothing can be listed. */
export const web: Files = {
  async list() {
    return ok(undefined);
  },
  async read(file) {
    // Paths that were joined have one slash where an address has two.
    const answer = await get(file.replace(/^(https?:)\/+/iu, '$1//'));
    if (!answer.ok) return answer;
    const {status, bytes} = answer.value;
    if (status === 404 || status === 410) return ok(undefined);
    return status >= 200 && status < 300
      ? ok(bytes)
      : failed([
          error('unreadable', file, `The server answers with status ${status} here. Check the address, or the server.`),
        ]);
  },
};
