import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { clocksOf } from './clocks.ts';
import { OUTCOMES, type Outcome } from './request.ts';
import { variantOfRow } from './store.ts';

/** How many are on one page. */
export const PAGE = 50;

/** What an organisation sent, and what became of it as far as it may know. */
export type SentByThem = {
  id: Uuid;
  reference: string;
  authorityName: string;
  /** Null once the child is no longer before the organisation. */
  childName: string | null;
  /** A request, or a child it brought to attention. */
  what: 'request' | 'brought to attention';
  sentBy: string;
  receivedOn: PlainDate;
  decideBy: PlainDate;
  decided: { outcome: Outcome; on: PlainDate } | null;
  endedOn: PlainDate | null;
};

type Row = Omit<SentByThem, 'what' | 'decideBy' | 'decided'> & {
  source: string;
  place: string | null;
  bornOn: PlainDate | null;
  outcome: string | null;
  notifiedOn: PlainDate | null;
};

/** Everything the organisation sent to any authority, whichever colleague did, latest first: a page, and one more where there are more. */
export async function listSentByThem(
  tx: Tx,
  organisationId: Uuid,
  before: Uuid | null,
): Promise<SentByThem[]> {
  const { rows } = await sql<Row>`
    select r.id, r.reference, authority.name as "authorityName", r.source, r.place, r.requester_name as "sentBy",
      coalesce(c.preferred_name, c.given_names) || ' ' || c.family_name as "childName", c.born_on as "bornOn",
      r.received_on as "receivedOn", d.outcome, d.notified_on as "notifiedOn", w.withdrawn_on as "endedOn"
    from requests r
    join authorities authority on authority.code = r.authority_id
    left join children c on c.authority_id = r.authority_id and c.id = r.child_id
    left join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id
    left join request_withdrawals w on w.authority_id = r.authority_id and w.request_id = r.id
    where r.organisation_id = ${organisationId}
      ${before === null ? sql`` : sql`and (r.received_on, r.id) < (select b.received_on, b.id from requests b where b.id = ${before})`}
    order by r.received_on desc, r.id desc limit ${PAGE + 1}`.execute(tx);
  return rows.map(({ source, place, bornOn, outcome: said, notifiedOn, ...row }) => {
    const outcome = OUTCOMES.find((known) => known === said);
    const variant = variantOfRow({ place, bornOn, receivedOn: row.receivedOn });
    return {
      ...row,
      what: source === 'other' ? 'brought to attention' : 'request',
      decideBy: clocksOf(row.receivedOn, [], variant).decide.due,
      decided: outcome === undefined || notifiedOn === null ? null : { outcome, on: notifiedOn },
    };
  });
}
