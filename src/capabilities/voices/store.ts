import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type NewVoice, type Voice, WAYS } from './voice.ts';

/** What a child said for themself, as this lens shows it, newest first. A file this lens may not open is left out. */
export async function listVoices(tx: Tx, childId: Uuid): Promise<Voice[]> {
  const rows = await tx
    .selectFrom('child_voices as said')
    .leftJoin('documents', (join) =>
      join
        .onRef('documents.authority_id', '=', 'said.authority_id')
        .onRef('documents.id', '=', 'said.document_id'),
    )
    .select(['said.id', 'said.way', 'words', 'how_gathered as howGathered', 'helped_by as helpedBy'])
    .select(['gathered_on as gatheredOn', 'recorded_by as recordedBy', 'confirmed_on', 'confirmed_how'])
    .select(['confirmed_by', 'documents.id as documentId', 'documents.title'])
    .where('said.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('gathered_on', 'desc')
    .orderBy('said.recorded_at', 'desc')
    .execute();
  return rows.map(
    ({ way, documentId, title, confirmed_on: on, confirmed_how: how, confirmed_by: by, ...row }) => ({
      ...row,
      way: WAYS.find((known) => known === way) ?? 'words',
      document: documentId === null || title === null ? null : { id: documentId, title },
      confirmed: on === null || how === null || by === null ? null : { on, how, by },
    }),
  );
}

export async function insertVoice(
  tx: Tx,
  of: { authorityId: number; childId: Uuid },
  voice: NewVoice,
  said: { by: 'family' | 'organisation' | 'authority'; organisationId: Uuid | null },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('child_voices')
    .values({
      authority_id: of.authorityId,
      id,
      child_id: of.childId,
      way: voice.way,
      words: voice.words,
      document_id: voice.documentId,
      how_gathered: voice.howGathered,
      helped_by: voice.helpedBy,
      gathered_on: voice.gatheredOn,
      said_by: said.by,
      organisation_id: said.organisationId,
      recorded_by: voice.recordedBy,
    })
    .execute();
  return id;
}

/** Keeps that the child has seen it; the first to say so is kept. */
export async function insertConfirmation(
  tx: Tx,
  id: Uuid,
  confirmed: { on: PlainDate; how: string; by: string },
): Promise<void> {
  await tx
    .updateTable('child_voices')
    .set({ confirmed_on: confirmed.on, confirmed_how: confirmed.how, confirmed_by: confirmed.by })
    .where('id', '=', id)
    .where('confirmed_on', 'is', null)
    .execute();
}
