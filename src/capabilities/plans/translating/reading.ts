import { type Result, refused } from '../../../shared/result.ts';
import { readCsv } from './csv.ts';
import type { TranslatorsFile } from './returned.ts';
import { readXliff } from './xliff-reading.ts';

/** A translator's file, whichever of the two it is. */
export function readTranslatorsFile(bytes: Uint8Array): Result<TranslatorsFile> {
  const text = decoded(bytes);
  if (text === null)
    return refused('file', 'Its letters cannot be read. Save it as UTF-8, and choose it again');
  return text.trimStart().startsWith('<') ? readXliff(text) : readCsv(text);
}

function decoded(bytes: Uint8Array): string | null {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
