import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { NewEvent } from '../../platform/events/index.ts';
import { actorOf, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findUntoldAlone } from '../caseload/index.ts';
import { GATHERED_MINUTES, NEWS } from './news.ts';

/** Notes, with its event and in its transaction, what the family is to be told of. What they did themselves is no news. */
export function noteNews({ now }: Services) {
  return async (tx: Tx, event: NewEvent): Promise<void> => {
    const actor = actorOf(tx);
    if (event.childId === null || NEWS[event.kind] === undefined || actor.kind === 'family') return;
    // What is of the whole file waits with what they may not be told of, where that is all there is.
    const untold = event.subject === 'child' ? await findUntoldAlone(tx, event.childId) : null;
    await tx
      .insertInto('family_news')
      .values({
        authority_id: event.authorityId,
        id: randomUUID(),
        child_id: untold ?? event.childId,
        organisation_id:
          event.organisationId ?? (actor.kind === 'organisation' ? actor.organisationId : null),
        kind: event.kind,
        happened_at: now(),
      })
      .execute();
  };
}

const NOT_GATHERED = sql<boolean>`gathered_at is null`;
// What they may not be told of waits until they may.
const MAY_BE_TOLD = sql<boolean>`not exists (select from untold_requests untold
  where untold.authority_id = family_news.authority_id and untold.child_id = family_news.child_id)`;

/** The files about whose child there is news an hour old; never more at once than one run should hold. */
export async function listWithNews(tx: Tx, now: Date): Promise<Uuid[]> {
  const rows = await tx
    .selectFrom('family_news')
    .innerJoin('children', (join) =>
      join
        .onRef('children.authority_id', '=', 'family_news.authority_id')
        .onRef('children.id', '=', 'family_news.child_id'),
    )
    // What is told of both records of one child is one message.
    .select((row) => row.fn.coalesce('children.joined_to', 'children.id').as('file'))
    .where(NOT_GATHERED)
    .where(MAY_BE_TOLD)
    .where('happened_at', '<=', new Date(now.getTime() - GATHERED_MINUTES * 60_000))
    .groupBy('file')
    .orderBy((row) => row.fn.min('happened_at'))
    .limit(5000)
    .execute();
  return rows.map(({ file }) => file);
}

/** Takes all the news of a child that the family may be told of, once: of two who come for it at once, one gets it. In the order it happened. */
export async function takeNews(tx: Tx, childId: Uuid, now: Date): Promise<{ id: Uuid; kind: string }[]> {
  const rows = await tx
    .updateTable('family_news')
    .set({ gathered_at: now })
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where(NOT_GATHERED)
    .where(MAY_BE_TOLD)
    .returning(['id', 'kind', 'happened_at', 'recorded_at'])
    .execute();
  return rows.sort((a, b) => +a.happened_at - +b.happened_at || +a.recorded_at - +b.recorded_at);
}

export type Told = { newsId: Uuid; contactId: Uuid };

/**
 * Whom a letter written in the transaction of a piece of news tells of it already: found by the moment, which is the
 * transaction's own and is kept to the microsecond.
 */
export async function listTold(tx: Tx, childId: Uuid, newsIds: readonly Uuid[]): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select news.id as "newsId", letter.contact_id as "contactId" from family_news news
    join letters letter on letter.authority_id = news.authority_id and letter.child_id = any(${filesOf(childId)})
      and letter.created_at = news.recorded_at
    where news.child_id = any(${filesOf(childId)}) and news.id = any(${[...newsIds]}::uuid[])
      and letter.contact_id is not null`.execute(tx);
  return rows;
}
