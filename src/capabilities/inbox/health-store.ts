import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type InboxItem, PAGE } from './inbox.ts';

/** Health advice that is still to be given, wherever it was asked for. */
export type Outstanding = InboxItem & {
  dueOn: PlainDate;
  /** Null for somebody outside any organisation here. */
  organisationId: Uuid | null;
  organisationName: string | null;
  adviserName: string;
};

/** One page of it, longest wait first. Needs the lens of a designated clinical officer, which says what there is. */
export async function listOutstanding(tx: Tx, page: number): Promise<Outstanding[]> {
  const { rows } = await sql<
    Omit<Outstanding, 'holder'> & { holderId: Uuid | null; holderName: string | null }
  >`
    select page.*, held.holder_id as "holderId", held.holder_name as "holderName"
    from (select authority_id, 'advice' as kind, true as allocated, null::date as "answeredOn", id, child_id as "childId",
        authority_name as "authorityName", child_name as "childName", paragraph as detail, organisation_id as "organisationId",
        organisation_name as "organisationName", adviser_name as "adviserName", waiting_since as "waitingSince", due_on as "dueOn"
      from health_advice_outstanding order by waiting_since, id limit ${PAGE} offset ${(page - 1) * PAGE}) page
    left join advice_held held on held.authority_id = page.authority_id and held.advice_request_id = page.id
    order by page."waitingSince", page.id`.execute(tx);
  return rows.map(({ holderId: accountId, holderName: name, ...row }) => ({
    ...row,
    holder: accountId === null || name === null ? null : { accountId, name },
  }));
}

/** How much of it there is, and how much was due before today. Needs the same lens. */
export async function countOutstanding(tx: Tx, today: PlainDate): Promise<{ all: number; overdue: number }> {
  const { rows } = await sql<{ all: number; overdue: number }>`
    select count(*)::int as all, (count(*) filter (where due_on < ${today}::date))::int as overdue
    from health_advice_outstanding`.execute(tx);
  return rows[0] ?? { all: 0, overdue: 0 };
}
