import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { diskStore } from './disk-store.ts';

/* Invented files for tests: small, made here, and each what it says it is. */

export const A_PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n',
);

/** Where the invented photograph says it was taken: nowhere anyone lives. */
export const LATITUDE = '51/1 30/1 1234/100';

/** A photograph that lies on its side and says where it was taken. */
export function aPhotograph(kind: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { Make: 'Invented Camera', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: LATITUDE,
        GPSLongitudeRef: 'W',
        GPSLongitude: '1/1 2/1 300/100',
      },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(kind)
    .toBuffer();
}

/** A film with a track and a note of where it was made, both in the places phones write them. */
export function aFilm(brand: 'isom' | 'qt  ' | 'M4A ' = 'isom'): Buffer {
  const where = box('udta', box('\u00a9xyz', Buffer.from('\x00\x15\x15\xc7+51.5073-000.1277/', 'latin1')));
  const track = box(
    'trak',
    box('tkhd', Buffer.alloc(84)),
    box('udta', Buffer.from('made in a named street')),
  );
  const keys = box('meta', Buffer.from('com.apple.quicktime.location.ISO6709 +51.5073-000.1277/'));
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1')),
    box('moov', box('mvhd', Buffer.alloc(100)), track, where, keys),
    box('mdat', Buffer.from('the sound and the pictures')),
  ]);
}

/** The first page of a recording in Ogg, whose first packet says what it is. */
export function anOgg(codec: string): Buffer {
  const page = Buffer.alloc(28);
  page.write('OggS', 'latin1');
  page[26] = 1;
  page[27] = 19;
  return Buffer.concat([page, Buffer.from(codec.padEnd(19, '\0'), 'latin1'), Buffer.alloc(64)]);
}

/** The head of a recording as browsers make them. */
export function aWebm(kind: 'webm' | 'matroska'): Buffer {
  const name = Buffer.concat([Buffer.from([0x42, 0x82, 0x80 + kind.length]), Buffer.from(kind)]);
  return Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 + name.length]), name, Buffer.alloc(64)]);
}

function box(name: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8, 0);
  header.write(name, 4, 'latin1');
  return Buffer.concat([header, body]);
}

export const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What an Office file says its parts are. */
export function contentTypes(main: string): string {
  return `<Types><Override PartName="/main.xml" ContentType="${main}.main+xml"/></Types>`;
}

/** A ZIP with one entry, as Office and OpenDocument files begin. */
export function aZip(name: string, content: string): Buffer {
  const entry = Buffer.alloc(26);
  entry.writeUInt16LE(20, 0);
  entry.writeUInt32LE(crc32(content), 10);
  entry.writeUInt32LE(content.length, 14);
  entry.writeUInt32LE(content.length, 18);
  entry.writeUInt16LE(name.length, 22);
  const end = Buffer.alloc(18);
  return Buffer.concat([
    Buffer.from('PK\x03\x04'),
    entry,
    Buffer.from(name + content),
    Buffer.from('PK\x05\x06'),
    end,
  ]);
}

/** A store in a folder of its own. */
export async function aDiskStore() {
  return diskStore(await mkdtemp(join(tmpdir(), 'opensend-store-')));
}
