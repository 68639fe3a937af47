import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { ACCEPTED_IN_WORDS, FORMATS, type Format, formatOf, REFUSED_FORMATS } from './formats.ts';

const OTHER = `The file must be one of these: ${ACCEPTED_IN_WORDS}`;
const MARKUP = 'This file is a web page or a drawing. Save it as a PDF and choose it again';
const MARKUP_TYPES = new Set(['application/xml', 'image/svg+xml', 'text/html']);

/**
 * What a file is, by its content alone: neither its name nor what the sender says of it is looked at. Refuses whatever
 * this service does not take; web pages, drawings and programs are among them.
 */
export async function sniff(path: string, field: string): Promise<Result<Format>> {
  const found = await sniffBinary(path);
  if (found === undefined) return sniffText(path, field);
  if (MARKUP_TYPES.has(found)) return refused(field, MARKUP);
  const format = formatOf(found);
  return format === null ? refused(field, REFUSED_FORMATS[found] ?? OTHER) : accepted(format);
}

async function sniffBinary(path: string): Promise<string | undefined> {
  try {
    const found = await fileTypeFromFile(path, {
      maxBufferSize: 1 << 20,
      signal: AbortSignal.timeout(10_000),
    });
    return found?.mime;
  } catch {
    return 'unreadable';
  }
}

const LOOKS_LIKE_MARKUP =
  /<\s*(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php|object|embed|meta|math)\b|^#!/i;

async function sniffText(path: string, field: string): Promise<Result<Format>> {
  let opening = '';
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.from(chunk);
    if (bytes.some(neverTyped)) return refused(field, OTHER);
    if (opening.length < 4096) opening += bytes.toString('latin1', 0, 4096);
  }
  if (LOOKS_LIKE_MARKUP.test(opening)) return refused(field, MARKUP);
  const text = FORMATS.find(({ mediaType }) => mediaType === 'text/plain');
  return text === undefined ? refused(field, OTHER) : accepted(text);
}

// A control byte other than a tab, a new line or a new page is the mark of a file that is not text.
function neverTyped(byte: number): boolean {
  return (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) || byte === 0x7f;
}
