import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listTeams } from '../caseload/index.ts';
import type { Candidate } from './sampling.ts';

type Row = Omit<Candidate, 'author' | 'teams'> & { authorId: Uuid | null; authorName: string | null };

/**
 * Every plan issued in these days, once, as it was last issued in them: with the areas it has needs in, the type of setting in
 * Section I, and whose case it was on the day. Reads no word of any plan.
 */
export async function listCandidates(tx: Tx, from: PlainDate, to: PlainDate): Promise<Candidate[]> {
  const { rows } = await sql<Row>`
    select distinct on (v.plan_id) v.plan_id as "planId", v.id as "versionId", r.reference, v.sent_on as "issuedOn",
      array(select area.key from jsonb_each(v.content -> 'areas') area
        where jsonb_array_length(area.value -> 'needs') > 0 order by area.key) as needs,
      coalesce(v.content #>> '{sectionI,settings,0,type}', v.content #>> '{sectionI,type}', v.content #>> '{sectionI,kind}')
        as "settingType",
      held.account_id as "authorId", held.name as "authorName"
    from plan_versions v
    join plans p on p.authority_id = v.authority_id and p.id = v.plan_id
    join requests r on r.authority_id = p.authority_id and r.id = p.request_id
    left join lateral (select a.account_id, a.name from case_allocations a
      where a.authority_id = v.authority_id and a.child_id = p.child_id and a.from_on <= v.sent_on
        and (a.ended_at is null or (a.ended_at at time zone 'Europe/London')::date >= v.sent_on)
      order by a.from_on desc, a.recorded_at desc limit 1) held on true
    where v.kind = 'final' and v.sent_on between ${from} and ${to}
    order by v.plan_id, v.number desc`.execute(tx);
  const teams = await listTeams(tx);
  return rows.map(({ authorId, authorName, ...row }) => ({
    ...row,
    author: authorId === null || authorName === null ? null : { id: authorId, name: authorName },
    teams: teams
      .filter(({ memberIds }) => authorId !== null && memberIds.includes(authorId))
      .map(({ name }) => name),
  }));
}
