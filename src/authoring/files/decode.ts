/** The bytes of a text file → its letters, or why it has none. */
import {failed, ok, type Result} from '../../policy/result.js';
import {error, spot, type Finding, type Source} from '../findings/finding.js';

/** Bytes as UTF-8 text; says which encoding it seems to be where it is not. */
export function decode(file: string, bytes: Uint8Array): Result<Source, Finding> {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return failed([error('not-utf-8', file, 'This text is in UTF-16. Save it as UTF-8.')]);
  const zero = bytes.indexOf(0);
  if (zero !== -1) return failed([error('not-text', file, 'This is no text file. Give a text in UTF-8.')]);
  try {
    return ok({file, text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)});
  } catch {
    // Latin-1 gives every byte a character, so that the line with the wrong byte can be shown.
    const text = new TextDecoder('latin1').decode(bytes);
    const at = firstInvalid(bytes);
    // What Windows writes for “ ” ‘ ’ – — • … €, which no other encoding of one byte a letter has there.
    const isWindows = bytes.some((byte) => [0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97].includes(byte));
    const sentence =
      isWindows && !isCutOff(bytes, at)
        ? 'This text is not in UTF-8; it may be in Windows-1252. ' +
          'Save it as UTF-8, for example with “iconv -f WINDOWS-1252 -t UTF-8”.'
        : 'This text is not in UTF-8. Save it as UTF-8.';
    return failed([error('not-utf-8', spot({file, text}, at), sentence)]);
  }
}

/** Whether a letter of several bytes begins here, as in UTF-8 that somebody broke off. */
const isCutOff = (bytes: Uint8Array, at: number): boolean =>
  (bytes[at] ?? 0) >= 0xc2 && (at + 1 >= bytes.length || ((bytes[at + 1] ?? 0) & 0xc0) === 0x80);

/** The offset of the first byte that is no UTF-8: the replacement for it is not what stands there. */
function firstInvalid(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes));
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  return Math.max(0, at);
}
