/**
 * The bytes of an XML file → its letters: by its byte order mark, else by the encoding that it names, else UTF-8 (XML
 * 1.0 §4.3.3).
 */
import {failed, ok, type Result} from '../../policy/result.js';
import {decode} from '../files/decode.js';
import {error, type Finding, type Source} from '../findings/finding.js';

export function decodeXml(file: string, bytes: Uint8Array): Result<Source, Finding> {
  const encoding = encodingOf(bytes);
  if (/^utf-?8$/i.test(encoding)) return decode(file, bytes);
  try {
    return ok({file, text: new TextDecoder(encoding, {fatal: true}).decode(bytes)});
  } catch {
    // No such encoding, or bytes that it does not have.
    return failed([
      error(
        'not-utf-8',
        file,
        `This says that it is in ${encoding}, and cannot be read as that. Have the translation tool save it as UTF-8.`,
      ),
    ]);
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // With a byte order mark, or with “<” at once.
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const begin = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^(?:ï»¿)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(begin)?.[1] ?? 'utf-8';
  // A file that can be read as far as this is no UTF-16: somebody saved it anew.
  return begin.startsWith('ï»¿') || /^(?:utf-?16|us-ascii)/i.test(named) ? 'utf-8' : named;
}
