import { Readable } from 'node:stream';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { TestApp } from '../../../../test/support/app.ts';
import { storeDocument } from '../../../platform/documents/index.ts';
import { withLens } from '../../../platform/lens/index.ts';

/* A working document that comes back as a Word file, as tests have it. */

const MAIN = 'word/document.xml';

/** A Word file whose XML another program changed. */
export function changedInWord(bytes: Buffer, by: (xml: string) => string): Buffer {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[MAIN] ?? new Uint8Array());
  return Buffer.from(zipSync({ ...parts, [MAIN]: strToU8(by(xml)) }));
}

export const paragraph = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

/** Some XML put in after the paragraph that says this. */
export function putAfter(xml: string, said: string, put: string): string {
  const at = xml.indexOf('</w:p>', xml.indexOf(said)) + '</w:p>'.length;
  return xml.slice(0, at) + put + xml.slice(at);
}

/** Puts a file on a child's file. */
export async function putOnFile(
  { services }: Pick<TestApp, 'services'>,
  child: { authorityId: number; childId: string },
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<string> {
  const meta = { ...child, name, kind: 'evidence' };
  const lens = { kind: 'system', authorityId: child.authorityId } as const;
  const kept = await withLens(services.database, lens, (tx) =>
    storeDocument(services, tx, Readable.from([bytes]), meta),
  );
  if (!kept.ok) throw new Error(kept.message);
  return kept.value;
}
