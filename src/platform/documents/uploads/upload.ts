import { accepted, type Refusal, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { MAX_DOCUMENT_BYTES } from '../formats.ts';

/** A file on its way: its sender's own, until they add it to the child's file. */
export type Upload = {
  authorityId: number;
  id: Uuid;
  childId: Uuid;
  name: string;
  byteSize: number;
  sha256: string | null;
  begunAt: Date;
  /** The file as it was kept, once the whole has come and been checked. */
  kept: { title: string; mediaType: string; byteSize: number; sha256: string; storageKey: string } | null;
};

/** How long somebody has to finish what they began to send. */
export const UPLOAD_HOURS = 24;
/** The most that one sender may have waiting for one child. */
export const MOST_WAITING = 40;
const LARGE = 'The file must be smaller than 50 MB';

export type Begun = { name: string; byteSize: number; sha256: string };

/** May somebody with so many files waiting begin to send another? */
export function beginUpload(asked: Begun, waiting: number): Result<Begun> {
  if (waiting >= MOST_WAITING) return tooMany();
  if (asked.byteSize < 1) return refused('files', 'The file you chose is empty');
  if (asked.byteSize > MAX_DOCUMENT_BYTES) return refused('files', LARGE);
  return accepted(asked);
}

export function tooMany(): Refusal {
  return refused('files', `Add the files you have sent, or remove some. ${MOST_WAITING} can wait at once`);
}

/** What becomes of a part that says where it begins: `elsewhere` when it is not where the last one ended. */
export function appendAt(
  upload: Pick<Upload, 'byteSize' | 'kept'>,
  received: number,
  part: { offset: number; length: number },
): 'append' | 'elsewhere' | 'too long' {
  if (upload.kept !== null || part.offset !== received) return 'elsewhere';
  return part.offset + part.length > upload.byteSize ? 'too long' : 'append';
}

/** The order with one moved a place up or down; the same order where it cannot move. */
export function moved(order: readonly Uuid[], id: Uuid, by: -1 | 1): Uuid[] {
  const from = order.indexOf(id);
  const other = order[from + by];
  if (from === -1 || other === undefined) return [...order];
  return order.map((one, at) => (at === from ? other : at === from + by ? id : one));
}

/** How much of a file has come. */
export function receivedOf(
  upload: Pick<Upload, 'byteSize' | 'kept'>,
  parts: readonly { byteSize: number }[],
): number {
  return upload.kept === null ? parts.reduce((sum, part) => sum + part.byteSize, 0) : upload.byteSize;
}
