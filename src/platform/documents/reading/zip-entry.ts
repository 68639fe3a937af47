import { inflateRawSync } from 'node:zlib';

const END = Buffer.from([0x50, 0x4b, 5, 6]);
const IN_DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * One file out of a ZIP, by its name, and no more of it than `most` bytes; null where there is none. Nothing else in the ZIP is
 * opened. Throws where the ZIP is broken or locked, or the file would swell beyond that.
 */
export function readEntry(zip: Buffer, name: string, most: number): Buffer | null {
  const end = zip.lastIndexOf(END);
  if (end === -1) throw new Error('not a ZIP');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== IN_DIRECTORY) throw new Error('a broken ZIP');
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) return contentOf(zip, at, most);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return null;
}

function contentOf(zip: Buffer, entry: number, most: number): Buffer {
  const [flags, method] = [zip.readUInt16LE(entry + 8), zip.readUInt16LE(entry + 10)];
  const [length, local] = [zip.readUInt32LE(entry + 20), zip.readUInt32LE(entry + 42)];
  if ((flags & 1) === 1 || zip.readUInt32LE(local) !== LOCAL) throw new Error('locked, or a broken ZIP');
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (from + length > zip.length) throw new Error('a ZIP cut short');
  const content = zip.subarray(from, from + length);
  if (method === 8) return inflateRawSync(content, { maxOutputLength: most });
  if (method !== 0 || length > most) throw new Error('packed in a way Word does not, or too large');
  return content;
}
