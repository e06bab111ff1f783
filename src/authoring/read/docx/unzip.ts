/**
 * The XML parts of a Word file, out of its ZIP. What the archive says of itself is
 * read before anything is inflated, and nothing is inflated further than it said:
 * a small file cannot become a large one here, nor is anything written anywhere.
 */
import {Inflate} from 'fflate';
import {failed, ok, type Result} from '../../../policy/result.js';

/** Word writes some twenty parts, and pictures. */
const mostEntries = 5000;
/** In bytes, all XML together. A policy has some hundred kilobytes. */
const largest = 64 * 1024 * 1024;
/** XML becomes ten to fifty times smaller in a ZIP; only a large part is measured. */
const mostRatio = 500;
const worthMeasuring = 1024 * 1024;

export type XmlParts = ReadonlyMap<string, string>;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const damaged =
  'This is no Word file that can be read: its archive is damaged. ' +
  'Open it in a word processor, save it as DOCX again, and import that.';

/** The issues are sentences. */
export function readParts(bytes: Uint8Array): Result<XmlParts, string> {
  const view = viewOf(bytes);
  if (bytes.length >= 4 && view.getUint32(0) === 0xd0cf11e0)
    return failed([
      'This is a Word file of the old kind, or one with a password. ' +
        'Open it, save it as DOCX without a password, and import that.',
    ]);
  if (bytes.length < 4 || view.getUint32(0, true) !== 0x04034b50)
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
      `This file would grow to ${Math.ceil(total / 1024 / 1024)} MB when unpacked, far more than a ` +
        'policy, so it was not unpacked. Give the right file.',
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
        'There is a document type in this file, which no word processor writes, so it was not read. ' +
          'Open it in one and save it as DOCX again.',
      ]);
    parts.set(entry.name, content);
  }
  return ok(parts);
}

/**
 * The central directory (APPNOTE 4.3.12); nothing where it does not add up, or is of the kind for archives beyond 4
 * GB.
 */
function readDirectory(bytes: Uint8Array): Entry[] | undefined {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder()
        .decode(bytes.subarray(at + 46, at + 46 + nameLength))
        .replaceAll('\\', '/')
        .replace(/^\//, ''),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEntry(bytes: Uint8Array, {method, packed, size, offset}: Entry): string | undefined {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed || (method !== 0 && method !== 8)) return undefined;
  try {
    // One more than it says, so that a part that says too little is found out.
    const content = method === 0 ? data : inflate(data, size);
    return content.length === size
      ? new TextDecoder(content[0] === 0xff ? 'utf-16le' : 'utf-8', {fatal: true}).decode(content)
      : undefined;
  } catch {
    // Not deflated data, larger than it said, or no text.
    return undefined;
  }
}

const viewOf = ({buffer, byteOffset, byteLength}: Uint8Array): DataView => new DataView(buffer, byteOffset, byteLength);

/** Bytes that are inflated at a time: they become a thousand times as many at most. */
const step = 16 * 1024;

/** Stops with an error as soon as there is more than `size`. */
function inflate(data: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  let isWhole = false;
  const stream = new Inflate((chunk, isLast) => {
    content.set(chunk, length);
    length += chunk.length;
    isWhole = isLast;
  });
  for (let at = 0; at === 0 || at < data.length; at += step)
    stream.push(data.subarray(at, at + step), at + step >= data.length);
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set by what is called above
  return isWhole ? content.subarray(0, length) : new Uint8Array();
}
