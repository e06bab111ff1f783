/** Hashes of texts and files: SHA-256, the same in Node and in a browser. */
import {sha256} from '@noble/hashes/sha2.js';
import {bytesToHex} from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/** Of all parts, one after another, as hexadecimal digits. */
export function hexHash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = sha256.create();
  for (const part of parts) sum.update(typeof part === 'string' ? encoder.encode(part) : part);
  return bytesToHex(sum.digest());
}
