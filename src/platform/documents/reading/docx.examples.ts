import { crc32, deflateRawSync } from 'node:zlib';

/* Word files made here: a ZIP with the parts a test is about, and no more. */

type Entry = { content: Buffer | string; flags?: number; method?: number; says?: number };

/** A ZIP with its directory, each entry packed unless it says otherwise. */
export function aPackedZip(entries: Readonly<Record<string, Entry>>): Buffer {
  const [files, directory]: Buffer[][] = [[], []];
  let at = 0;
  for (const [name, { content, flags = 0, method = 8, says }] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes, { level: 9 }) : bytes;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(says ?? packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    files?.push(file);
    directory?.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, where, Buffer.from(name)]));
    at += file.length;
  }
  const listed = Buffer.concat(directory ?? []);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(entries).length, 4);
  end.writeUInt16LE(Object.keys(entries).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...(files ?? []), listed, Buffer.from('PK\x05\x06'), end]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const STYLES =
  '<w:styles><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>';

/** A Word file whose body is this XML. */
export function aDocx(body: string, more: Readonly<Record<string, Entry>> = {}): Buffer {
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/></Types>`;
  return aPackedZip({
    '[Content_Types].xml': { content: types },
    'word/document.xml': {
      content: `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`,
    },
    'word/styles.xml': { content: STYLES },
    ...more,
  });
}

/** A paragraph, in a style where one is given. */
export function aParagraph(words: string, style = ''): string {
  const styled = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${styled}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}
