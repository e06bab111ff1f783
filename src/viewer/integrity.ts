/** Files that have to be those that somebody meant: by their hash (Subresource Integrity). */

import {isPage} from './is-page.js';
import {receive, type Received, type Terms} from './receive.js';

/** One hash. Browsers pass over what they do not know, so what is of another form is no hash. */
const form = /^sha(?:256-[A-Za-z\d+/]{43}=|384-[A-Za-z\d+/]{64}|512-[A-Za-z\d+/]{86}==)$/u;

/** `isPage`: what came is a web page, as some servers send where there is no such file. */
export class IntegrityError extends Error {
  readonly isPage: boolean;

  constructor(message: string, isPage = false) {
    super(message);
    this.name = 'IntegrityError';
    this.isPage = isPage;
  }
}

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/**
 * As `receive`, and rejects with an IntegrityError where the file has another hash, or `integrity` is none: then
 * nothing is fetched. The file is counted against its limits while it comes, which `fetch` by itself would not do.
 */
export const receiveWhole = async (
  src: string,
  integrity: string,
  signal: AbortSignal,
  terms: Terms,
  how?: RequestInit,
): Promise<Received> => {
  const hash = integrity.trim();
  if (!form.test(hash))
    throw new IntegrityError(
      `was not fetched. Its integrity has to be sha256-, sha384- or sha512- and a Base64 hash; found "${integrity}".`,
    );
  // Pages without encryption have no means to hash: there `fetch` does it, and counts afterwards.
  if (!isSecureContext) return receive(src, signal, terms, {...how, integrity: hash});
  const received = await receive(src, signal, terms, how, true);
  const [text, , chunks] = received;
  const algorithm = hash.slice(0, 6);
  const digest = await crypto.subtle.digest(
    algorithm.replace('sha', 'SHA-'),
    await new Blob([...chunks]).arrayBuffer(),
  );
  if (`${algorithm}-${base64(new Uint8Array(digest))}` === hash) return received;
  throw new IntegrityError(
    'is not the file that is meant: its hash is another. Publish the bundle and its texts together.',
    isPage(text),
  );
};
