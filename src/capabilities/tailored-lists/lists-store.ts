import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { ForWhom } from './considering.ts';
import { type KeptList, type KeptRow, NOTE_KINDS, type Note, ofKept, type Saying } from './kept-list.ts';
import { BANDS } from './own-criteria.ts';

type Of = { authorityId: number; childId: Uuid };

const askedSchema = z.object({
  age: z.number(),
  yearAge: z.number(),
  lines: z.array(z.object({ ref: z.string(), needs: z.array(z.number()) })),
  wish: z.enum(['mainstream', 'special']).nullable(),
  bands: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
});
const settingsSchema = z.array(z.tuple([z.string(), z.number().nullable(), z.string(), z.number()]));

export type NewList = {
  planId: Uuid;
  criteria: string;
  madeOn: PlainDate;
  madeBy: string;
  startOn: PlainDate;
  km: number;
  who: ForWhom;
  placeless: number;
  settings: readonly KeptRow[];
};

/** Keeps a list as the next of its plan; whoever asks has locked the plan. */
export async function insertList(tx: Tx, of: Of, list: NewList): Promise<{ id: Uuid; number: number }> {
  const { last } = await tx
    .selectFrom('tailored_lists')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('plan_id', '=', list.planId)
    .executeTakeFirstOrThrow();
  const [id, number] = [randomUUID(), (last ?? 0) + 1];
  await tx
    .insertInto('tailored_lists')
    .values({
      ...{ authority_id: of.authorityId, id, plan_id: list.planId, child_id: of.childId, number },
      ...{ criteria: list.criteria, made_on: list.madeOn, made_by: list.madeBy, start_on: list.startOn },
      ...{ km: list.km, placeless: list.placeless, asked: JSON.stringify(list.who) },
      settings: JSON.stringify(list.settings),
    })
    .execute();
  return { id, number };
}

/** The lists of a plan, newest first, without what is on them. */
export function listLists(tx: Tx, planId: Uuid) {
  return tx
    .selectFrom('tailored_lists')
    .select(['id', 'number', 'criteria', 'made_on as madeOn', 'made_by as madeBy', 'start_on as startOn'])
    .select(sql<number>`jsonb_array_length(settings)`.as('considered'))
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .execute();
}

export async function findList(tx: Tx, id: Uuid): Promise<KeptList | undefined> {
  const row = await lists(tx).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toList(row);
}

/** The child's newest list, of whichever of their plans. */
export async function findNewestList(tx: Tx, childId: Uuid): Promise<KeptList | undefined> {
  const row = await lists(tx)
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : toList(row);
}

function lists(tx: Tx) {
  return tx.selectFrom('tailored_lists').selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof lists>['executeTakeFirstOrThrow']>>;

function toList(row: Row): KeptList {
  const who = askedSchema.parse(row.asked);
  return {
    ...{ id: row.id, planId: row.plan_id, childId: row.child_id, number: row.number, km: row.km },
    ...{ criteria: row.criteria, madeOn: row.made_on, madeBy: row.made_by, startOn: row.start_on },
    who,
    placeless: row.placeless,
    bands: who.bands ?? BANDS,
    entries: settingsSchema.parse(row.settings).map((kept) => ofKept(kept, who.bands)),
  };
}

/** Every setting the family put on this child's lists, and whether they declined one, in the order it was said. */
export async function listSayings(tx: Tx, childId: Uuid): Promise<(Saying & { listId: Uuid })[]> {
  const rows = await tx
    .selectFrom('tailored_list_sayings')
    .select(['id', 'list_id as listId', 'kind', 'setting_id as settingId', 'setting_name as settingName'])
    .select(['words', 'said_by_name as by', 'said_on as on'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map(({ kind, ...row }) => ({
    ...row,
    kind: kind === 'list declined' ? 'list declined' : 'setting added',
  }));
}

export async function insertSaying(
  tx: Tx,
  of: Of & { listId: Uuid; saidBy: 'family' | 'authority' },
  said: Omit<Saying, 'id'>,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('tailored_list_sayings')
    .values({
      ...{ authority_id: of.authorityId, id, child_id: of.childId, list_id: of.listId, kind: said.kind },
      ...{ setting_id: said.settingId, setting_name: said.settingName, words: said.words },
      ...{ said_by: of.saidBy, said_by_name: said.by, said_on: said.on },
    })
    .execute();
  return id;
}

/** What whoever asks noted for themself of a setting: the lens shows nobody another's. Oldest first. */
export async function listNotes(tx: Tx, childId: Uuid): Promise<Note[]> {
  const rows = await tx
    .selectFrom('tailored_list_notes')
    .select(['id', 'setting_id as settingId', 'kind', 'words', 'visit_on as visitOn', 'recorded_at as at'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: NOTE_KINDS.find((one) => one === kind) ?? 'note' }));
}

export async function insertNote(
  tx: Tx,
  of: Of & { contactId: Uuid },
  { settingId, kind, words, visitOn }: Omit<Note, 'id' | 'at'>,
): Promise<void> {
  await tx
    .insertInto('tailored_list_notes')
    .values({
      ...{ authority_id: of.authorityId, id: randomUUID(), child_id: of.childId, contact_id: of.contactId },
      ...{ setting_id: settingId, kind, words, visit_on: visitOn },
    })
    .execute();
}
