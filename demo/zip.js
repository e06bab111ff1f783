// A zip file of texts, stored as they are: what people take away is small.

const encoder = new TextEncoder();

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Numbers of two and four bytes, in turn as `sizes` says. */
function pack(sizes, numbers) {
  const view = new DataView(new ArrayBuffer(sizes.reduce((sum, size) => sum + size, 0)));
  let at = 0;
  sizes.forEach((size, i) => {
    if (size === 2) view.setUint16(at, numbers[i], true);
    else view.setUint32(at, numbers[i], true);
    at += size;
  });
  return new Uint8Array(view.buffer);
}

/** @param {readonly {path: string, text: string}[]} files */
export function writeZip(files) {
  const [utf8, day] = [0x0800, 0x0021];
  const entries = [];
  const directory = [];
  let offset = 0;
  for (const {path, text} of files) {
    const [name, bytes] = [encoder.encode(path), encoder.encode(text)];
    const common = [20, utf8, 0, 0, day, crc32(bytes), bytes.length, bytes.length, name.length, 0];
    const sizes = [2, 2, 2, 2, 2, 4, 4, 4, 2, 2];
    const local = [pack([4], [0x04034b50]), pack(sizes, common), name, bytes];
    directory.push(
      pack([4, 2], [0x02014b50, 20]),
      pack(sizes, common),
      pack([2, 2, 2, 4, 4], [0, 0, 0, 0, offset]),
      name,
    );
    entries.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = pack([4, 2, 2, 2, 2, 4, 4, 2], [0x06054b50, 0, 0, files.length, files.length, size, offset, 0]);
  return new Blob([...entries, ...directory, end]);
}
