import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Result } from '../../shared/result.ts';
import { drawPhotographs } from '../pdf/index.ts';
import type { DocumentStore } from './document-store.ts';
import { pictures } from './image.ts';
import { type ReceivedContent, receiveContent } from './receive.ts';

/** What may be a photograph of a page: turned upright, and without where it was taken, since it was received. */
export function isPhotograph(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}

// The long side of an A4 page at 200 points to the inch: small print stays legible.
const LONGEST_SIDE = 2340;

type Joining = { authorityId: number; title: string; date: PlainDate; keys: readonly string[] };

/** Joins photographs of pages, in order, into one PDF, and keeps it. Slow, so it belongs before a transaction. */
export async function joinPhotographs(
  store: DocumentStore,
  { authorityId, title, date, keys }: Joining,
): Promise<Result<ReceivedContent>> {
  const pages: Buffer[] = [];
  for (const key of keys) pages.push(await asPage(store, key));
  const pdf = drawPhotographs({ title, date, pages });
  const name = `${title}.pdf`;
  return receiveContent(store, Readable.from([Buffer.from(pdf)]), { authorityId, name, field: 'files' });
}

async function asPage(store: DocumentStore, key: string): Promise<Buffer> {
  const kept = await store.open(key);
  if (kept === null) throw new Error('a photograph is not in the document store');
  const sharp = await pictures();
  return sharp(await buffer(kept))
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer();
}
