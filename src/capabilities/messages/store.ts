import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Message } from './message.ts';

export const PAGE = 50;

/** Everything written about a child, oldest first. */
async function listMessages(tx: Tx, childId: Uuid): Promise<Message[]> {
  const rows = await tx
    .selectFrom('messages')
    .select([
      'id',
      'from_kind',
      'from_name as name',
      'contact_id as contactId',
      'body',
      'sent_at as sentAt',
      'promised_on as promisedOn',
      'answered_at as answeredAt',
      'closed_reason as closedReason',
      'heard_how',
      'heard_on',
      'recorded_by',
    ])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  return rows.map(({ from_kind, heard_how: how, heard_on: on, recorded_by: recordedBy, ...row }) => ({
    ...row,
    from: from_kind === 'family' ? 'family' : 'staff',
    heard: how === null || on === null || recordedBy === null ? null : { how, on, recordedBy },
  }));
}

/** What one person on the file reads of it, for paper that staff or the service make for them. */
export async function listMessagesFor(tx: Tx, childId: Uuid, contactId: Uuid | null): Promise<Message[]> {
  const all = await listMessages(tx, childId);
  return all.filter((one) => (one.contactId === null ? one.from === 'staff' : one.contactId === contactId));
}

type NewMessage = Pick<Message, 'from' | 'name' | 'contactId' | 'body' | 'sentAt' | 'promisedOn'> &
  Partial<Pick<Message, 'heard'>>;

export async function insertMessage(
  tx: Tx,
  of: { authorityId: number; childId: Uuid },
  message: NewMessage,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('messages')
    .values({
      authority_id: of.authorityId,
      id,
      child_id: of.childId,
      from_kind: message.from,
      from_name: message.name,
      contact_id: message.contactId,
      body: message.body,
      sent_at: message.sentAt,
      promised_on: message.promisedOn,
      heard_how: message.heard?.how ?? null,
      heard_on: message.heard?.on ?? null,
      recorded_by: message.heard?.recordedBy ?? null,
    })
    .execute();
  return id;
}

/** Answers what one person, or for null everybody, has waiting; or says why no answer is needed. */
export async function answerWaiting(
  tx: Tx,
  { childId, contactId }: { childId: Uuid; contactId: Uuid | null },
  answered: { at: Date; closedReason: string | null },
): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ answered_at: answered.at, closed_reason: answered.closedReason })
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('promised_on', 'is not', null)
    .where('answered_at', 'is', null)
    .$if(contactId !== null, (query) => query.where('contact_id', '=', contactId))
    .execute();
}

export type Waiting = {
  id: Uuid;
  childId: Uuid;
  childName: string;
  /** Who wrote it, and where they work where an organisation did. */
  name: string;
  organisation: string | null;
  organisationId: Uuid | null;
  promisedOn: PlainDate;
};

/** What families and organisations wait for, soonest promised first: a page, and one more where there are more. */
export async function listWaiting(
  tx: Tx,
  after: { promisedOn: PlainDate; id: Uuid } | null,
  /** The accounts whose cases they are about; null for everybody's. */
  whose: readonly Uuid[] | null,
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select m.id, m.child_id as "childId", coalesce(c.preferred_name, c.given_names) || ' ' || c.family_name as "childName",
      m.name, o.name as organisation, m.organisation_id as "organisationId", m.promised_on as "promisedOn"
    from (
      select authority_id, id, child_id, null::uuid as organisation_id, from_name as name, promised_on from messages
      where promised_on is not null and answered_at is null
      union all
      select authority_id, id, child_id, organisation_id, from_name, promised_on from organisation_messages
      where promised_on is not null and answered_at is null
    ) m join children c on c.authority_id = m.authority_id and c.id = m.child_id
    left join organisations o on o.id = m.organisation_id
    where ${after === null ? sql`true` : sql`(m.promised_on, m.id) > (${after.promisedOn}::date, ${after.id}::uuid)`}
      ${whose === null ? sql`` : belonging(whose)}
    order by m.promised_on, m.id limit ${PAGE + 1}`.execute(tx);
  return rows;
}

function belonging(whose: readonly Uuid[]) {
  return sql`and exists (select from case_allocations a where a.authority_id = m.authority_id
    and a.child_id = m.child_id and a.ended_at is null and a.account_id = any(${whose}::uuid[]))`;
}
