import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Message } from './message.ts';

/** The messages of one organisation about one child. */
export type Thread = { authorityId: number; childId: Uuid; organisationId: Uuid };

type NewMessage = Pick<Message, 'from' | 'name' | 'body' | 'sentAt' | 'promisedOn'> & { account: Uuid };

export async function insertInThread(tx: Tx, thread: Thread, message: NewMessage): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('organisation_messages')
    .values({
      authority_id: thread.authorityId,
      id,
      child_id: thread.childId,
      organisation_id: thread.organisationId,
      from_kind: message.from,
      from_name: message.name,
      from_account: message.account,
      body: message.body,
      sent_at: message.sentAt,
      promised_on: message.promisedOn,
    })
    .execute();
  return id;
}

/** Answers all that the organisation has waiting about the child, or says why none is needed. */
export async function answerThread(
  tx: Tx,
  { childId, organisationId }: Thread,
  answered: { at: Date; closedReason: string | null },
): Promise<void> {
  await tx
    .updateTable('organisation_messages')
    .set({ answered_at: answered.at, closed_reason: answered.closedReason })
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('organisation_id', '=', organisationId)
    .where('promised_on', 'is not', null)
    .where('answered_at', 'is', null)
    .execute();
}

/** Whoever at the organisation wrote about the child, for the answer to be told to. */
export async function listWriters(tx: Tx, { childId, organisationId }: Thread): Promise<Uuid[]> {
  const rows = await tx
    .selectFrom('organisation_messages')
    .select('from_account')
    .distinct()
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('organisation_id', '=', organisationId)
    .where('from_kind', '=', 'organisation')
    .execute();
  return rows.flatMap(({ from_account }) => from_account ?? []);
}

export type ThreadListed = { organisationId: Uuid; name: string; written: number; waiting: number };

/** Every organisation the child is before, and what each has written and waits for. */
export async function listThreads(tx: Tx, childId: Uuid): Promise<ThreadListed[]> {
  const { rows } = await sql<ThreadListed>`
    select o.id as "organisationId", o.name, count(m.id)::int as written,
      (count(m.id) filter (where m.promised_on is not null and m.answered_at is null))::int as waiting
    from organisations o
    left join organisation_messages m on m.organisation_id = o.id and m.child_id = any(${filesOf(childId)})
    where m.id is not null or exists (select from children_organisations shared
      where shared.child_id = any(${filesOf(childId)}) and shared.organisation_id = o.id and shared.until_on is null)
    group by o.id, o.name order by o.name, o.id`.execute(tx);
  return rows;
}

/** The organisation's name, where the child is before it or once was written about; undefined where it is not. */
export async function findThread(
  tx: Tx,
  childId: Uuid,
  organisationId: Uuid,
): Promise<ThreadListed | undefined> {
  return (await listThreads(tx, childId)).find((one) => one.organisationId === organisationId);
}
