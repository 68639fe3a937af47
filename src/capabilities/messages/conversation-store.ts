import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Asked, AT_ONCE, type Between, onOnePage, type Read } from './conversation.ts';
import type { Message, Waits } from './message.ts';

/** A page of it, of which the reader has now seen what the others wrote. */
export async function readConversation(
  tx: Tx,
  of: Between,
  asked: Asked,
  reader: { others: Message['from']; at: Date },
): Promise<Read> {
  const newestFirst = await listSome(tx, of, asked);
  const written = onOnePage(newestFirst);
  await markSeen(tx, of, written, reader);
  return {
    written,
    next: newestFirst.length > written.length ? (written[0]?.id ?? null) : null,
    first: asked.before === null,
    part: asked.message === null ? null : asked.part,
    waiting: await listUnanswered(tx, of),
  };
}

type Row = Omit<Message, 'heard'> & {
  heard_how: string | null;
  heard_on: PlainDate | null;
  recorded_by: string | null;
};

async function listSome(tx: Tx, of: Between, { before, message }: Asked): Promise<Message[]> {
  const which =
    message !== null
      ? sql`m.id = ${message}`
      : before !== null
        ? sql`(m.sent_at, m.id) < (select m.sent_at, m.id from ${theirs(of)} and m.id = ${before})`
        : sql`true`;
  const own =
    of.organisationId === null
      ? sql`m.contact_id as "contactId", m.heard_how, m.heard_on, m.recorded_by`
      : sql`null as "contactId", null as heard_how, null as heard_on, null as recorded_by`;
  const { rows } = await sql<Row>`
    select m.id, m.from_kind as "from", m.from_name as name, m.body, m.sent_at as "sentAt", m.promised_on as "promisedOn",
      m.answered_at as "answeredAt", m.closed_reason as "closedReason", ${own}
    from ${theirs(of)} and ${which} order by m.sent_at desc, m.id desc limit ${AT_ONCE + 1}`.execute(tx);
  return rows.map(({ heard_how: how, heard_on: on, recorded_by: recordedBy, ...row }) => ({
    ...row,
    heard: how === null || on === null || recordedBy === null ? null : { how, on, recordedBy },
  }));
}

/** What nobody has answered yet, oldest first. */
export async function listUnanswered(tx: Tx, of: Between): Promise<Waits[]> {
  const whose = of.organisationId === null ? sql`m.contact_id` : sql`null`;
  const { rows } = await sql<Waits>`
    select m.id, m.from_name as name, m.sent_at as "sentAt", m.promised_on as "promisedOn", m.answered_at as "answeredAt",
      ${whose} as "contactId"
    from ${theirs(of)} and m.promised_on is not null and m.answered_at is null order by m.sent_at, m.id`.execute(
    tx,
  );
  return rows;
}

async function markSeen(
  tx: Tx,
  of: Between,
  shown: readonly Message[],
  { others, at }: { others: Message['from']; at: Date },
): Promise<void> {
  const ids = shown.flatMap(({ id, from }) => (from === others ? [id] : []));
  if (ids.length === 0) return;
  await tx
    .updateTable(of.organisationId === null ? 'messages' : 'organisation_messages')
    .set({ seen_at: at })
    .where('child_id', '=', sql<Uuid>`any(${filesOf(of.childId)})`)
    .where('id', 'in', ids)
    .where('seen_at', 'is', null)
    .execute();
}

function theirs({ childId, organisationId }: Between) {
  return organisationId === null
    ? sql`messages m where m.child_id = any(${filesOf(childId)})`
    : sql`organisation_messages m where m.child_id = any(${filesOf(childId)}) and m.organisation_id = ${organisationId}`;
}
