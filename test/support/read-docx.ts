import { docxParts } from '../../src/platform/documents/reading/docx-parts.ts';

/** Every word of a Word file, its pages' feet after the rest. */
export function wordsOfDocx(bytes: Uint8Array): string {
  const { xml } = docxParts(bytes, 4_000_000);
  const parts = [...xml].filter(([name]) => /document|footer/.test(name)).map(([, part]) => part);
  return parts
    .join(' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}
