import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { type Counts, FACTORS, type Factor, type Weights } from './complexity.ts';

/** What each person's open cases come to, factor by factor; nobody's first, then by name. The kept rows are written first. */
export async function countComplexity(tx: Tx, today: PlainDate): Promise<Counts[]> {
  const { rows } = await sql<Counts>`
    with file_of as (select id, coalesce(joined_to, id) as file from children),
      open_cases as (select request_id, f.file as child_id, caseworker_id, caseworker, due_on
        from case_rows s join file_of f on f.id = s.child_id where not is_over),
      waits as (select request_id, count(*) filter (where what = 'advice')::int as advice,
        count(*) filter (where what = 'setting’s answer')::int as settings from case_waits group by request_id),
      unanswered as (select f.file as child_id, count(*)::int as messages from messages m join file_of f on f.id = m.child_id
        where promised_on is not null and answered_at is null group by f.file),
      restricted as (select distinct f.file as child_id from children_contacts k join file_of f on f.id = k.child_id
        where restricted),
      social as (select distinct f.file as child_id from children_circumstances c join file_of f on f.id = c.child_id
        where kind in ('looked after', 'child in need', 'child protection plan') and not struck
          and (until_on is null or until_on >= ${today}::date)
          and not exists (select from children_circumstances later
            where later.authority_id = c.authority_id and later.corrects = c.id))
    select s.caseworker_id as "accountId", max(s.caseworker) as name, count(*)::int as "open cases",
      (count(*) filter (where s.due_on < ${today}::date))::int as overdue,
      coalesce(sum(w.advice), 0)::int as "advice awaited", coalesce(sum(w.settings), 0)::int as "settings to answer",
      coalesce(sum(u.messages), 0)::int as "messages to answer", count(r.child_id)::int as "restricted contacts",
      count(sc.child_id)::int as "social care"
    from open_cases s left join waits w on w.request_id = s.request_id left join unanswered u on u.child_id = s.child_id
      left join restricted r on r.child_id = s.child_id left join social sc on sc.child_id = s.child_id
    group by s.caseworker_id order by s.caseworker_id is not null, max(s.caseworker)`.execute(tx);
  return rows;
}

export async function findWeights(tx: Tx): Promise<Weights> {
  const rows = await tx.selectFrom('complexity_weights').select(['factor', 'weight']).execute();
  const known = rows.flatMap(({ factor, weight }) => {
    const one = FACTORS.find((name) => name === factor);
    return one === undefined ? [] : [[one, weight] as const];
  });
  return Object.fromEntries(known);
}

export async function saveWeights(
  tx: Tx,
  authorityId: number,
  weights: Readonly<Record<Factor, number>>,
  set: { by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('complexity_weights')
    .values(
      FACTORS.map((factor) => ({
        authority_id: authorityId,
        factor,
        weight: weights[factor],
        set_by: set.by,
        set_at: set.at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'factor']).doUpdateSet((row) => ({
        weight: row.ref('excluded.weight'),
        set_by: row.ref('excluded.set_by'),
        set_at: row.ref('excluded.set_at'),
      })),
    )
    .execute();
}
