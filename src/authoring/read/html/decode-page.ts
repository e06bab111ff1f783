/**
 * The bytes of an HTML page → its letters, by its byte order mark, what it says of itself, or what its bytes can only
 * be.
 */
import type {Doubt} from '../../document/guess.js';

export interface Decoded {
  readonly text: string;
  readonly doubts: readonly Doubt[];
}

/** Where a page must say its encoding (HTML § 4.2.5.4), with room for those that say it late. */
const head = 4096;

export function decodePage(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return plain(bytes, 'utf-8');
  if (first === 0xff && second === 0xfe) return plain(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return plain(bytes, 'utf-16be');
  const begin = new TextDecoder('latin1').decode(bytes.subarray(0, head));
  const said =
    /<meta[^>]+charset\s*=\s*(?:["']\s*)?(?<label>[\w:.-]+)/i.exec(begin)?.groups?.['label'] ??
    /^<\?xml[^>]+encoding\s*=\s*["'](?<label>[\w:.-]+)/i.exec(begin)?.groups?.['label'];
  // A page that can be read as far as its meta is no UTF-16, whatever it says.
  const label = said !== undefined && /^utf-?16/i.test(said) ? 'utf-8' : said;
  if (label !== undefined && isKnown(label)) {
    const strict = read(bytes, label, true);
    if (strict !== undefined) return {text: strict, doubts: []};
    return {
      text: read(bytes, label, false) ?? '',
      doubts: [
        {
          message: `The page says it is in ${label}, and not all of it is: “\ufffd” stands for what could not be read.`,
          remedy: 'put the right letters into the Markdown',
        },
      ],
    };
  }
  const utf8 = read(bytes, 'utf-8', true);
  if (utf8 !== undefined) return {text: utf8, doubts: []};
  return {
    text: read(bytes, 'windows-1252', false) ?? '',
    doubts: [
      {
        message: 'The page does not say its encoding; it was read as Windows-1252, as browsers do.',
        remedy: 'look whether its letters are right',
      },
    ],
  };
}

const plain = (bytes: Uint8Array, label: string): Decoded => ({text: read(bytes, label, false) ?? '', doubts: []});

function read(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, {fatal}).decode(bytes);
  } catch {
    // Bytes that are not in this encoding.
    return undefined;
  }
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    // A name that no decoder has.
    return false;
  }
}
