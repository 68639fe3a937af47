import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { toParagraph } from '../assessments/index.ts';
import { byExpected } from './expected-wait.ts';
import { WAITS, type Wait } from './waits.ts';

/** What some cases wait for of others, expected first first: all of them in one look. */
export async function listWaits(tx: Tx, requestIds: readonly Uuid[], today: PlainDate): Promise<Wait[]> {
  if (requestIds.length === 0) return [];
  const { rows } = await sql<Omit<Wait, 'what' | 'paragraph'> & { what: string; paragraph: string | null }>`
    select w.child_id as "childId", w.request_id as "requestId", w.subject_id as "subjectId", w.what, w.paragraph,
      w.who, w.organisation, w.since, w.due_on as "dueOn", w.promised_on as "promisedOn"
    from case_waits w where w.request_id = any(${requestIds}::uuid[]) and ${stillWaits(today)}
    order by w.since, w.subject_id`.execute(tx);
  const waits = rows.flatMap(({ what, paragraph, ...row }) => {
    const known = WAITS.find((one) => one === what);
    return known === undefined
      ? []
      : [{ ...row, what: known, paragraph: paragraph === null ? null : toParagraph(paragraph) }];
  });
  return waits.sort(byExpected);
}

/** After their last day the family's comments are not waited for: the plan may be made final without them. */
export function stillWaits(today: PlainDate) {
  return sql`(w.what <> 'family’s comments' or w.due_on >= ${today}::date)`;
}
