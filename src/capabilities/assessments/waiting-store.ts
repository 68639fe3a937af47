import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Paragraph, toParagraph } from './paragraphs.ts';

/** What one organisation has to give of one kind of advice, and what it gave the authority lately. */
export type WaitingRow = {
  organisationId: Uuid;
  organisation: string;
  paragraph: Paragraph;
  waiting: number;
  overdue: number;
  oldest: PlainDate | null;
  /** Given in the last 12 weeks, and how many days half of those took or less. */
  given: number;
  medianDays: number | null;
};

export const MOST_LISTED = 500;

/** What the authority waits for, by organisation and kind of advice; what has most waiting first. */
export async function listWaitingAdvice(tx: Tx, today: PlainDate, due: number): Promise<WaitingRow[]> {
  const { rows } = await sql<Omit<WaitingRow, 'paragraph'> & { paragraph: string }>`
    select o.id as "organisationId", o.name as organisation, q.paragraph,
      (count(*) filter (where q.open))::int as waiting,
      (count(*) filter (where q.open and q.received_on + ${due}::int < ${today}::date))::int as overdue,
      min(q.received_on) filter (where q.open) as oldest,
      (count(*) filter (where q.lately))::int as given,
      (percentile_cont(0.5) within group (order by case when q.lately then q.returned_on - q.received_on end))::float8 as "medianDays"
    from (
      select asked.organisation_id, asked.paragraph, asked.received_on, given.returned_on,
        given.signed_on is null and decided.assessment_id is null as open,
        coalesce(given.returned_on > ${today}::date - 84 and given.returned_on <= ${today}::date, false) as lately
      from advice_requests asked
      left join advice given on given.authority_id = asked.authority_id and given.advice_request_id = asked.id and given.number = 1
      left join assessment_decisions decided on decided.authority_id = asked.authority_id and decided.assessment_id = asked.assessment_id
      where asked.organisation_id is not null and asked.withdrawn_on is null
        and not exists (select from advice_refusals refused
          where refused.authority_id = asked.authority_id and refused.advice_request_id = asked.id)
    ) q join organisations o on o.id = q.organisation_id
    where q.open or q.lately
    group by o.id, o.name, q.paragraph
    order by waiting desc, o.name, q.paragraph limit ${MOST_LISTED}`.execute(tx);
  return rows.map(({ paragraph, ...row }) => ({ ...row, paragraph: toParagraph(paragraph) }));
}
