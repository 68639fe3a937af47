import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Uuid } from '../../shared/uuid.ts';
import { filesOf } from '../child-file.ts';
import type { Json } from '../database/tables.ts';
import { actorId, actorOf, once, type Tx } from '../lens/index.ts';

export type NewEvent = {
  authorityId: number;
  /** The child it is about; null only for what is about no child. */
  childId: Uuid | null;
  /** The child it is about, where no family may read of it: `childId` is null then, and staff alone find it. */
  unseenChildId?: Uuid;
  /** What happened, in the past tense and the statute's words: `request received`. */
  kind: string;
  /** The noun it happened to, and which: `request`, its id. */
  subject: string;
  subjectId: Uuid;
  /** The organisation that acted, or that something was put before. */
  organisationId?: Uuid;
  data?: Json;
};

type Act = (tx: Tx, event: NewEvent) => Promise<void>;
type Subscriptions = Readonly<Record<string, readonly Act[]>>;
let subscriptions: Subscriptions = {};
let everyEvent: readonly Act[] = [];

/**
 * Says which capability acts when another's event is recorded, and which at every event, after those: in the same
 * transaction, one hop. Said once, out loud, by the composition root; saying it again replaces what was said.
 */
export function whenRecorded(said: Subscriptions, always: readonly Act[]): void {
  subscriptions = said;
  everyEvent = always;
}

/** Records what happened, in the transaction of the facts it is about: both are kept or neither. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  const actor = actorOf(tx);
  const organisationId =
    event.organisationId ?? (actor.kind === 'organisation' ? actor.organisationId : null);
  await insertEvent(tx, {
    authority_id: event.authorityId,
    id: randomUUID(),
    child_id: event.childId,
    unseen_child_id: event.unseenChildId ?? null,
    organisation_id: organisationId,
    actor_kind: actor.kind,
    actor_id: actorId(actor),
    actor_name: 'name' in actor ? actor.name : null,
    kind: event.kind,
    subject: event.subject,
    subject_id: event.subjectId,
    data: JSON.stringify(event.data ?? {}),
  });
  for (const act of [...(subscriptions[event.kind] ?? []), ...everyEvent]) await act(tx, event);
}

type EventRow = Record<'id' | 'actor_kind' | 'kind' | 'subject' | 'subject_id' | 'data', string> &
  Record<'child_id' | 'unseen_child_id' | 'organisation_id' | 'actor_id' | 'actor_name', string | null> & {
    authority_id: number;
  };

const insertEvent = once((tx, row: EventRow) => tx.insertInto('events').values(row));

/** As many events as a page of them holds. */
const AT_ONCE = 50;

/**
 * What happened to a child, newest first, as far as the lens shows it: the latest, or what was before one of them; a page, and
 * `older` is its last where there are more. What no family may read of is about no child, and names it apart: an authority's
 * own lens alone finds it here.
 */
export async function listEvents(tx: Tx, childId: Uuid, before: Uuid | null = null) {
  const found = await tx
    .selectFrom('events')
    .select(['id', 'recorded_at', 'actor_kind', 'actor_name', 'kind', 'subject', 'subject_id', 'data'])
    .where((event) =>
      event.or([
        event('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`),
        event('unseen_child_id', '=', sql<Uuid>`any(${filesOf(childId)})`),
      ]),
    )
    .where('kind', '<>', 'file read')
    .$if(before !== null, (query) =>
      query.where(
        sql<boolean>`(recorded_at, id) < (select b.recorded_at, b.id from events b where b.id = ${before}
          and (b.child_id = any(${filesOf(childId)}) or b.unseen_child_id = any(${filesOf(childId)})))`,
      ),
    )
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(AT_ONCE + 1)
    .execute();
  const events = found.slice(0, AT_ONCE);
  return { events, older: found.length > AT_ONCE ? (events.at(-1)?.id ?? null) : null };
}
