import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { actorId, actorOf, type Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { PartChange } from './history/changed.ts';
import type { DraftPart } from './history/parts.ts';
import { content, rowSchemas } from './schema.ts';
import { EDITABLE_SECTIONS } from './sections.ts';
import { keys, type PlanKey } from './version-store.ts';

/** Why a draft was changed, where it was not simply written; and whose words they are. */
export type Why =
  | { how: 'undone' | 'put back'; about: Uuid }
  | { how: 'suggestion taken'; about: Uuid; proposedBy: string };

/** A change of the draft as it is kept: one part of it, changed together with whatever else its act changed. */
export type KeptChange = PartChange & {
  id: Uuid;
  actId: Uuid;
  how: Why['how'] | 'written';
  by: string;
  proposedBy: string | null;
  on: Date;
};

/** Keeps what one act changed, as whoever acts. */
export async function insertChanges(
  tx: Tx,
  plan: PlanKey,
  changes: readonly PartChange[],
  { why, now }: { why: Why | undefined; now: Date },
): Promise<void> {
  if (changes.length === 0) return;
  const actor = actorOf(tx);
  const act = {
    ...keys(plan),
    act_id: randomUUID(),
    how: why?.how ?? 'written',
    about: why?.about ?? null,
    changed_at: now,
    actor_id: actorId(actor),
    by_name: 'name' in actor ? actor.name : 'the service',
    proposed_by: why?.how === 'suggestion taken' ? why.proposedBy : null,
  };
  const rows = changes.map(({ at, section, place, before, after }) => ({
    ...{ ...act, id: randomUUID(), at, section, place },
    before: asJson(before),
    after: asJson(after),
  }));
  // So many in one statement that PostgreSQL takes all their values.
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto('plan_changes')
      .values(rows.slice(from, from + 500))
      .execute();
}

function asJson(part: DraftPart | null): string | null {
  return part === null ? null : JSON.stringify(part);
}

/** As many changes of a draft as a page shows, newest first: of one part where it is named. */
export async function listChanges(
  tx: Tx,
  planId: Uuid,
  { at, page, size }: { at: string | null; page: number; size: number },
): Promise<{ changes: KeptChange[]; more: boolean }> {
  const rows = await changes(tx, planId)
    .$if(at !== null, (query) => query.where('at', '=', at ?? ''))
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute();
  return { changes: rows.slice(0, size).map(toChange), more: rows.length > size };
}

export async function findChange(tx: Tx, planId: Uuid, id: Uuid): Promise<KeptChange | undefined> {
  const row = await changes(tx, planId).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toChange(row);
}

/** All of the last act by whoever asks that is not undone and undid nothing itself; empty where there is none. */
export async function lastActOf(tx: Tx, planId: Uuid): Promise<KeptChange[]> {
  const actor = actorId(actorOf(tx));
  if (actor === null) return [];
  const last = await tx
    .selectFrom('plan_changes')
    .select('act_id')
    .where('plan_id', '=', planId)
    .where('actor_id', '=', actor)
    .where('how', '<>', 'undone')
    .where(
      sql<boolean>`not exists (select from plan_changes undo where undo.authority_id = plan_changes.authority_id
        and undo.plan_id = plan_changes.plan_id and undo.how = 'undone' and undo.about = plan_changes.act_id)`,
    )
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return [];
  const rows = await changes(tx, planId).where('act_id', '=', last.act_id).orderBy('recorded_at').execute();
  return rows.map(toChange);
}

/** The last change of a part: who said what it says now. */
export async function lastChangeOf(tx: Tx, planId: Uuid, at: string): Promise<KeptChange | undefined> {
  const { changes: found } = await listChanges(tx, planId, { at, page: 1, size: 1 });
  return found[0];
}

function changes(tx: Tx, planId: Uuid) {
  return tx
    .selectFrom('plan_changes')
    .select(['id', 'act_id', 'at', 'section', 'how', 'place', 'before', 'after'])
    .select(['by_name', 'proposed_by', 'changed_at'])
    .where('plan_id', '=', planId);
}

type Row = Awaited<ReturnType<ReturnType<typeof changes>['executeTakeFirstOrThrow']>>;

const kept = z.object({
  section: z.enum(EDITABLE_SECTIONS),
  how: z.enum(['written', 'undone', 'put back', 'suggestion taken']),
});

function toChange(row: Row): KeptChange {
  const { id, act_id: actId, at, place, by_name: by, proposed_by: proposedBy, changed_at: on } = row;
  const { section, how } = kept.parse(row);
  const [before, after] = [partSchema.nullable().parse(row.before), partSchema.nullable().parse(row.after)];
  return { id, actId, at, section, how, place, before, after, by, proposedBy, on };
}

const row = z.literal('row');
const whole = z.discriminatedUnion('section', [
  z.object({ section: z.literal('personal details'), value: content.personalDetails }),
  z.object({ section: z.literal('main contacts'), value: content.mainContacts }),
  z.object({ section: z.literal('services involved'), value: content.servicesInvolved }),
  z.object({ section: z.literal('A1'), value: content.a1 }),
  z.object({ section: z.literal('A2'), value: content.a2 }),
  z.object({
    section: z.literal('J'),
    value: z.object({
      directPayments: content.directPayments,
      personalBudget: content.personalBudget,
    }),
  }),
  z.object({ section: z.literal('K'), value: content.advice }),
]);

/** A part of a draft, read back past the edge. */
export const partSchema: z.ZodType<DraftPart> = z.union([
  z.object({ part: row, kind: z.literal('need'), row: rowSchemas.need }),
  z.object({ part: row, kind: z.literal('provision'), row: rowSchemas.provision }),
  z.object({ part: row, kind: z.literal('outcome'), row: rowSchemas.outcome }),
  z.object({ part: z.literal('strengths'), words: z.string() }),
  z.object({ part: z.literal('section'), edit: whole }),
]);
