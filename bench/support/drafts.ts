import type pg from 'pg';
import { firstVersions } from '../../src/capabilities/plans/sections.ts';
import { fortyRows } from './plan-of-forty-rows.ts';

const AREA = 'cognition and learning';
const CONTENT = { ...fortyRows(), sectionI: null };
const NEED = CONTENT.areas[AREA].needs[0];

/** The first need of the area that is written in, in every draft. */
export const NEED_ID = NEED?.id ?? '';
export const EVIDENCE = NEED?.evidence ?? '';

/** Gives so many children whose assessment is under way a plan of forty rows being written. */
export async function addDrafts(owner: pg.Pool, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `with plan as (
       insert into plans (authority_id, id, child_id, request_id, assessment_id, opened_on)
       select authority_id, gen_random_uuid(), child_id, request_id, id, current_date from assessments a
       where authority_id = 998 and not exists (
         select from plans p where p.authority_id = a.authority_id and p.child_id = a.child_id)
       order by id limit $1 returning authority_id, id, child_id)
     insert into plan_drafts (authority_id, plan_id, child_id, content, versions)
     select authority_id, id, child_id, $2, $3 from plan returning plan_id as id`,
    [count, JSON.stringify(CONTENT), JSON.stringify(firstVersions())],
  );
  return rows.map(({ id }) => id);
}

/** How many of these drafts do not say, in their history and their first need, the words that belong to each. */
export async function countOtherwise(owner: pg.Pool, words: ReadonlyMap<string, string>): Promise<number> {
  const { rows } = await owner.query<{ planId: string; history: string; need: string }>(
    `select plan_id as "planId", content ->> 'a1' as history, content #>> array['areas', $2, 'needs', '0', 'text'] as need
     from plan_drafts where plan_id = any ($1)`,
    [[...words.keys()], AREA],
  );
  const kept = rows.filter(({ planId, history, need }) => {
    const said = words.get(planId);
    return history === said && need === said;
  });
  return words.size - kept.length;
}
