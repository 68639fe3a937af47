import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Choice, type HowOften, howOftenOf, WAYS, type Way } from './news.ts';

type To = { authorityId: number; childId: Uuid; contactId: Uuid };

/** Puts what happened into the update that waits for somebody, or begins one. */
export async function addToUpdate(tx: Tx, to: To, kinds: readonly string[], dueAt: Date): Promise<void> {
  await sql`insert into family_updates as waiting (authority_id, id, child_id, contact_id, kinds, due_at)
    values (${to.authorityId}, ${randomUUID()}, ${to.childId}, ${to.contactId}, ${[...kinds]}, ${dueAt})
    on conflict (authority_id, child_id, contact_id) where written_at is null
    do update set kinds = waiting.kinds || excluded.kinds, due_at = least(waiting.due_at, excluded.due_at)`.execute(
    tx,
  );
}

export async function listDueUpdates(tx: Tx, now: Date): Promise<Uuid[]> {
  const rows = await tx
    .selectFrom('family_updates')
    .select('id')
    .where('written_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(5000)
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes an update to write it, once: undefined when it was written meanwhile, or somebody else is writing it. */
export function takeUpdate(tx: Tx, id: Uuid) {
  return tx
    .selectFrom('family_updates')
    .select(['authority_id as authorityId', 'child_id as childId', 'contact_id as contactId', 'kinds'])
    .where('id', '=', id)
    .where('written_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export async function recordWritten(tx: Tx, id: Uuid, letterId: Uuid | null, at: Date): Promise<void> {
  await tx
    .updateTable('family_updates')
    .set({ written_at: at, letter_id: letterId })
    .where('id', '=', id)
    .execute();
}

/** How often each person on a file chose to be told, and which way; whoever has said nothing is not among them. */
export async function listChoices(tx: Tx, childId: Uuid): Promise<ReadonlyMap<Uuid, Choice>> {
  const rows = await tx
    .selectFrom('update_choices')
    .distinctOn('contact_id')
    .select(['contact_id', 'how_often', 'way'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('contact_id')
    .orderBy('recorded_at', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.contact_id,
      { howOften: howOftenOf(row.how_often), way: WAYS.find((way) => way === row.way) ?? null },
    ]),
  );
}

export type Said = To & {
  howOften: HowOften;
  way: Way | null;
  saidBy: string;
  saidHow: string;
  saidOn: PlainDate;
  recordedBy: string | null;
};

export async function insertChoice(tx: Tx, choice: Said): Promise<void> {
  await tx
    .insertInto('update_choices')
    .values({
      authority_id: choice.authorityId,
      id: randomUUID(),
      child_id: choice.childId,
      contact_id: choice.contactId,
      how_often: choice.howOften,
      way: choice.way,
      said_by: choice.saidBy,
      said_how: choice.saidHow,
      said_on: choice.saidOn,
      recorded_by: choice.recordedBy,
    })
    .execute();
}
