import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { fullName } from '../../children/index.ts';
import type { Why } from './relaying.ts';

/** That somebody asked for the plans in force to be laid out under a layout. */
export type Run = { authorityId: number; id: Uuid; layout: number; askedBy: string; askedAt: Date };

export type InForce = {
  planId: Uuid;
  versionId: Uuid;
  childName: string;
  number: number;
  sentOn: PlainDate;
  /** The newest layout it stands in; null where its words were not kept. */
  layout: number | null;
};

/** One who asks at a time. */
export async function lockRuns(tx: Tx, authorityId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('plan layouts'), ${authorityId}::int)`.execute(tx);
}

export async function insertRun(tx: Tx, run: Run): Promise<void> {
  const { authorityId: authority_id, id, layout, askedBy: asked_by, askedAt: asked_at } = run;
  await tx.insertInto('plan_layout_runs').values({ authority_id, id, layout, asked_by, asked_at }).execute();
}

export function findRun(tx: Tx, id: Uuid): Promise<Run | undefined> {
  return runs(tx).where('id', '=', id).executeTakeFirst();
}

/** The last one asked for under a layout. */
export function findLastRun(tx: Tx, layout: number): Promise<Run | undefined> {
  return runs(tx).where('layout', '=', layout).orderBy('recorded_at', 'desc').executeTakeFirst();
}

function runs(tx: Tx) {
  return tx
    .selectFrom('plan_layout_runs')
    .select(['authority_id as authorityId', 'id', 'layout', 'asked_by as askedBy', 'asked_at as askedAt']);
}

/** How many plans are in force, and how many of them stand in an older layout, or in none that was kept. */
export async function countInForce(tx: Tx, layout: number): Promise<{ all: number; older: number }> {
  return tx
    .selectFrom('plans_in_force')
    .select((of) => of.fn.countAll<number>().as('all'))
    .select(sql<number>`count(*) filter (where layout is null or layout < ${layout})::int`.as('older'))
    .executeTakeFirstOrThrow()
    .then(({ all, older }) => ({ all: Number(all), older }));
}

/** The plans in force that stand in an older layout, in the order of their names. */
export async function listOlder(tx: Tx, layout: number, part: { from: number; most: number }) {
  const rows = await inForce(tx)
    .where((is) => is.or([is('f.layout', 'is', null), is('f.layout', '<', layout)]))
    .orderBy('c.family_name')
    .orderBy('c.given_names')
    .orderBy('v.id')
    .limit(part.most)
    .offset(part.from)
    .execute();
  return rows.map(toInForce);
}

/** Those a run did not lay out, and why. */
export async function listRefused(tx: Tx, run: Run, most: number): Promise<(InForce & { why: string })[]> {
  const rows = await inForce(tx)
    .innerJoin('plan_layout_refusals as r', (join) =>
      join.onRef('r.authority_id', '=', 'v.authority_id').onRef('r.version_id', '=', 'v.id'),
    )
    .select('r.why')
    .where('r.run_id', '=', run.id)
    .orderBy('c.family_name')
    .orderBy('v.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...toInForce(row), why: row.why }));
}

function inForce(tx: Tx) {
  return tx
    .selectFrom('plan_versions as v')
    .innerJoin('plans_in_force as f', (join) =>
      join.onRef('f.authority_id', '=', 'v.authority_id').onRef('f.version_id', '=', 'v.id'),
    )
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'v.authority_id').onRef('c.id', '=', 'v.child_id'),
    )
    .select(['v.id as versionId', 'v.plan_id as planId', 'v.number', 'v.sent_on as sentOn', 'f.layout'])
    .select(['c.given_names as givenNames', 'c.family_name as familyName']);
}

function toInForce(row: Omit<InForce, 'childName'> & { givenNames: string; familyName: string }): InForce {
  const { planId, versionId, number, sentOn, layout } = row;
  return { planId, versionId, number, sentOn, layout, childName: fullName(row) };
}

/** What a run has come to: laid out by it, refused by it, and still to do. */
export async function findProgress(tx: Tx, run: Run) {
  const { rows } = await sql<{ done: number; refused: number }>`
    select (select count(*)::int from plan_words where run_id = ${run.id}) as done,
      (select count(*)::int from plan_layout_refusals where run_id = ${run.id}) as refused`.execute(tx);
  const left = (await listLeft(tx, run)).length;
  return { done: rows[0]?.done ?? 0, refused: rows[0]?.refused ?? 0, left };
}

/** The versions a run has still to lay out: those in force now in an older layout, and not refused. */
export async function listLeft(tx: Tx, run: Run, only: Uuid | null = null): Promise<Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    select f.version_id as id from plans_in_force f
    where (f.layout is null or f.layout < ${run.layout})
      and (${only}::uuid is null or f.version_id = ${only}::uuid)
      and not exists (select from plan_layout_refusals r where r.authority_id = f.authority_id
        and r.version_id = f.version_id and r.run_id = ${run.id})
    order by f.version_id`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function insertRefusal(tx: Tx, run: Run, versionId: Uuid, why: Why): Promise<void> {
  await tx
    .insertInto('plan_layout_refusals')
    .values({ authority_id: run.authorityId, run_id: run.id, version_id: versionId, why })
    .execute();
}
