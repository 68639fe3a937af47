import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Uuid } from '../../../shared/uuid.ts';
import { filesOf } from '../../child-file.ts';
import { actorId, actorOf, type Tx } from '../../lens/index.ts';
import type { ReceivedContent } from '../receive.ts';
import { type Begun, UPLOAD_HOURS, type Upload } from './upload.ts';

type Of = { authorityId: number; childId: Uuid };
export type Part = { firstByte: number; byteSize: number; storageKey: string };

/** What whoever acts has sent for a child and not yet added, in their order. */
export async function listUploads(tx: Tx, childId: Uuid, now: Date): Promise<Upload[]> {
  const rows = await mine(tx, now)
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map(toUpload);
}

export async function findUpload(tx: Tx, id: Uuid, now: Date): Promise<Upload | undefined> {
  const row = await mine(tx, now).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toUpload(row);
}

/** The same, with nobody else adding to it until this transaction ends. */
export async function lockUpload(tx: Tx, id: Uuid, now: Date): Promise<Upload | undefined> {
  const row = await mine(tx, now).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : toUpload(row);
}

export async function insertUpload(
  tx: Tx,
  of: Of,
  upload: Begun | { kept: ReceivedContent },
  now: Date,
): Promise<Uuid> {
  const id = randomUUID();
  const kept = 'kept' in upload ? keptColumns(upload.kept) : {};
  const said =
    'kept' in upload ? { name: upload.kept.title, byteSize: upload.kept.byteSize, sha256: null } : upload;
  await tx
    .insertInto('uploads')
    .values({
      authority_id: of.authorityId,
      id,
      child_id: of.childId,
      actor_id: actingId(tx),
      name: said.name,
      byte_size: said.byteSize,
      sha256: said.sha256,
      begun_at: now,
      place: sql<number>`(select coalesce(max(place), 0) + 1 from uploads where child_id = any(${filesOf(of.childId)}) and actor_id = ${actingId(tx)})`,
      ...kept,
    })
    .execute();
  return id;
}

export async function keepUpload(tx: Tx, id: Uuid, content: ReceivedContent): Promise<void> {
  await tx.updateTable('uploads').set(keptColumns(content)).where('id', '=', id).execute();
  await tx.deleteFrom('upload_parts').where('upload_id', '=', id).execute();
}

export async function removeUpload(tx: Tx, id: Uuid): Promise<void> {
  await tx.deleteFrom('uploads').where('id', '=', id).where('actor_id', '=', actingId(tx)).execute();
}

export async function orderUploads(tx: Tx, order: readonly Uuid[]): Promise<void> {
  for (const [place, id] of order.entries()) {
    await tx
      .updateTable('uploads')
      .set({ place })
      .where('id', '=', id)
      .where('actor_id', '=', actingId(tx))
      .execute();
  }
}

export async function listParts(tx: Tx, uploadId: Uuid): Promise<Part[]> {
  return tx
    .selectFrom('upload_parts')
    .select(['first_byte as firstByte', 'byte_size as byteSize', 'storage_key as storageKey'])
    .where('upload_id', '=', uploadId)
    .orderBy('first_byte')
    .execute();
}

export async function insertPart(tx: Tx, upload: Upload, part: Part): Promise<void> {
  await tx
    .insertInto('upload_parts')
    .values({
      authority_id: upload.authorityId,
      upload_id: upload.id,
      first_byte: part.firstByte,
      byte_size: part.byteSize,
      storage_key: part.storageKey,
    })
    .execute();
}

/** Forgets what nobody finished within a day. Its bytes go with the sweep. */
export async function forgetUploads(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('uploads').where('begun_at', '<', since(now)).execute();
}

function mine(tx: Tx, now: Date) {
  return tx
    .selectFrom('uploads')
    .select([
      'authority_id',
      'id',
      'child_id',
      'name',
      'byte_size',
      'sha256',
      'begun_at',
      'title',
      'media_type',
      'kept_size',
      'kept_sha256',
      'storage_key',
    ])
    .where('actor_id', '=', actingId(tx))
    .where('begun_at', '>=', since(now));
}

function since(now: Date): Date {
  return new Date(now.getTime() - UPLOAD_HOURS * 3_600_000);
}

function actingId(tx: Tx): Uuid {
  const id = actorId(actorOf(tx));
  if (id === null) throw new Error('an upload by nobody');
  return id;
}

function keptColumns(content: ReceivedContent) {
  return {
    title: content.title,
    media_type: content.mediaType,
    kept_size: content.byteSize,
    kept_sha256: content.sha256,
    storage_key: content.storageKey,
  };
}

type Row = Awaited<ReturnType<ReturnType<typeof mine>['executeTakeFirstOrThrow']>>;

function toUpload(row: Row): Upload {
  const { title, media_type, kept_size, kept_sha256, storage_key } = row;
  const whole =
    title !== null &&
    media_type !== null &&
    kept_size !== null &&
    kept_sha256 !== null &&
    storage_key !== null;
  return {
    authorityId: row.authority_id,
    id: row.id,
    childId: row.child_id,
    name: row.name,
    byteSize: row.byte_size,
    sha256: row.sha256,
    begunAt: row.begun_at,
    kept: whole
      ? { title, mediaType: media_type, byteSize: kept_size, sha256: kept_sha256, storageKey: storage_key }
      : null,
  };
}
