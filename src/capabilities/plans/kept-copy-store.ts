import { sql } from 'kysely';
import { z } from 'zod';
import { actorId, actorOf, type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type KeptCopy, WRITING_MINUTES, type Writer } from './kept-copy.ts';
import { keys, type PlanKey } from './version-store.ts';

type Of = { plan: PlanKey; form: string };

/** Keeps what whoever acts has typed into a form: the last of it. */
export async function keepCopy(
  tx: Tx,
  { plan, form }: Of,
  fields: Readonly<Record<string, string>>,
  now: Date,
): Promise<void> {
  const kept = { fields: JSON.stringify(fields), saved_at: now };
  await tx
    .insertInto('plan_working_copies')
    .values({ ...keys(plan), actor_id: self(tx), form, ...kept })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'plan_id', 'actor_id', 'form']).doUpdateSet(kept),
    )
    .execute();
}

/** What whoever acts has typed and not saved; of one form where it is named. */
export async function listCopies(tx: Tx, planId: Uuid, form?: string): Promise<KeptCopy[]> {
  const rows = await tx
    .selectFrom('plan_working_copies')
    .select(['form', 'fields', 'saved_at as savedAt'])
    .where('plan_id', '=', planId)
    .where('actor_id', '=', self(tx))
    .$if(form !== undefined, (query) => query.where('form', '=', form ?? ''))
    .orderBy('saved_at', 'desc')
    .execute();
  const fields = z.record(z.string(), z.string());
  return rows.map((row) => ({ ...row, fields: fields.parse(row.fields) }));
}

/** Removes what whoever acts has typed into a form, which is saved or thrown away; they are not writing there any more. */
export async function dropCopy(tx: Tx, planId: Uuid, form: string): Promise<void> {
  for (const table of ['plan_working_copies', 'plan_writers'] as const)
    await tx
      .deleteFrom(table)
      .where('plan_id', '=', planId)
      .where('actor_id', '=', self(tx))
      .where('form', '=', form)
      .execute();
}

/** Notes that a colleague has a form open, and answers who else has. */
export async function noteWriter(tx: Tx, { plan, form }: Of, now: Date): Promise<Writer[]> {
  const actor = actorOf(tx);
  const mine = { by_name: 'name' in actor ? actor.name : 'the service', seen_at: now };
  await tx
    .insertInto('plan_writers')
    .values({ ...keys(plan), form, actor_id: self(tx), ...mine })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'plan_id', 'form', 'actor_id']).doUpdateSet(mine),
    )
    .execute();
  return tx
    .selectFrom('plan_writers')
    .select(['by_name as by', 'seen_at as since'])
    .where('plan_id', '=', plan.id)
    .where('form', '=', form)
    .where('actor_id', '<>', self(tx))
    .where('seen_at', '>', new Date(now.getTime() - WRITING_MINUTES * 60_000))
    .orderBy('seen_at', 'desc')
    .execute();
}

/** Removes what nobody saved in 30 days. The database lets nothing younger go this way. */
export async function clearOldCopies(services: Services): Promise<void> {
  const actor = { kind: 'system', authorityId: services.authority.code } as const;
  await withLens(services.database, actor, (tx) => sql`delete from plan_working_copies`.execute(tx));
}

function self(tx: Tx): Uuid {
  const id = actorId(actorOf(tx));
  if (id === null) throw new Error('somebody must be acting to have a copy of their own');
  return id;
}
