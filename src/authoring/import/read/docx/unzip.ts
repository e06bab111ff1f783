/**
 * The XML parts of a Word file, out of its ZIP. What the archive says of itself is
 * read before anything is inflated, and nothing is inflated further than it said:
 * a small file cannot become a large one here, nor is anything written anywhere.
 */
import {inflateRawSync} from 'node:zlib';
import {failed, ok, type Result} from '../../../../policy/result.js';

/** Word writes some twenty parts, and pictures. */
const mostEntries = 5000;
/** In bytes, all XML together. A policy has some hundred kilobytes. */
const largest = 64 * 1024 * 1024;
/** XML becomes ten to fifty times smaller in a ZIP; only a large part is measured. */
const mostRatio = 500;
const worthMeasuring = 1024 * 1024;

export type Parts = ReadonlyMap<string, string>;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const damaged =
  'This is no Word file that can be read: its archive is damaged. Open it in a word processor, save it as DOCX again, and import that.';

/** The issues are sentences. */
export function readParts(bytes: Buffer): Result<Parts, string> {
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0)
    return failed([
      'This is a Word file of the old kind, or one with a password. Open it, save it as DOCX without a password, and import that.',
    ]);
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50)
    return failed(['This is no Word file: it is no ZIP archive. Give the DOCX file itself.']);
  const entries = readDirectory(bytes);
  if (entries === undefined) return failed([damaged]);
  if (entries.length > mostEntries)
    return failed([
      `There are more than ${mostEntries} files in this archive, so it is no Word file. Give the right file.`,
    ]);
  const wanted = entries.filter(({name}) => /\.(?:xml|rels)$/i.test(name));
  const total = wanted.reduce((sum, {size}) => sum + size, 0);
  if (total > largest || wanted.some(({size, packed}) => size > worthMeasuring && size > packed * mostRatio)) {
    return failed([
      `This file would grow to ${Math.ceil(total / 1024 / 1024)} MB when unpacked, far more than a policy, so it was not unpacked. Give the right file.`,
    ]);
  }
  if (wanted.some(({encrypted}) => encrypted))
    return failed(['This file has a password. Save it without one and import that.']);
  const parts = new Map<string, string>();
  for (const entry of wanted) {
    const content = readEntry(bytes, entry);
    if (content === undefined) return failed([damaged]);
    // A document type could define entities that multiply; Word writes none.
    if (/<!DOCTYPE/i.test(content))
      return failed([
        'There is a document type in this file, which no word processor writes, so it was not read. Open it in one and save it as DOCX again.',
      ]);
    parts.set(entry.name, content);
  }
  return ok(parts);
}

/** The central directory (APPNOTE 4.3.12); nothing where it does not add up, or is of the kind for archives beyond 4 GB. */
function readDirectory(bytes: Buffer): Entry[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end === -1 || end + 22 > bytes.length) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes
        .toString('utf8', at + 46, at + 46 + nameLength)
        .replaceAll('\\', '/')
        .replace(/^\//, ''),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(bytes: Buffer, {method, packed, size, offset}: Entry): string | undefined {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) return undefined;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed || (method !== 0 && method !== 8)) return undefined;
  try {
    // One more than it says, so that a part that says too little is found out.
    const content = method === 0 ? data : inflateRawSync(data, {maxOutputLength: size + 1});
    return content.length === size
      ? new TextDecoder(content[0] === 0xff ? 'utf-16le' : 'utf-8', {fatal: true}).decode(content)
      : undefined;
  } catch {
    // Not deflated data, larger than it said, or no text.
    return undefined;
  }
}
