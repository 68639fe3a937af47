import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  type Confirming,
  MY_PLAN_PARTS,
  MY_PLAN_TITLES,
  type MyPlan,
  myPlanStamp,
  type NewMyPlan,
} from './my-plan.ts';
import { findPlanOfChild } from './store.ts';
import { keys, type PlanKey } from './version-store.ts';

/** Every writing of My plan that this lens shows, newest first. An organisation is shown what the child confirmed alone. */
export async function listMyPlans(tx: Tx, planId: Uuid): Promise<MyPlan[]> {
  const rows = await tx
    .selectFrom('my_plans')
    .select(['number', 'good', 'hard', 'helps', 'hopes', 'more'])
    .select(['how_made as howMade', 'helped_by as helpedBy', 'made_on as madeOn', 'written_by as writtenBy'])
    .select(['confirmed_on', 'confirmed_how', 'confirmed_helped_by', 'confirmed_by'])
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ confirmed_on, confirmed_how, confirmed_helped_by, confirmed_by, ...row }) => ({
    ...row,
    confirmed:
      confirmed_on === null
        ? null
        : {
            on: confirmed_on,
            how: confirmed_how ?? '',
            helpedBy: confirmed_helped_by ?? '',
            by: confirmed_by ?? '',
          },
  }));
}

/** My plan as it was last written for a child, each thing said under its own name; null where none was. */
export async function findMyPlan(tx: Tx, childId: Uuid) {
  const plan = await findPlanOfChild(tx, childId);
  const [newest] = plan === undefined ? [] : await listMyPlans(tx, plan.id);
  if (newest === undefined) return null;
  const said = MY_PLAN_PARTS.filter((part) => newest[part].trim() !== '');
  const rows = said.map((part) => [MY_PLAN_TITLES[part], newest[part]] as const);
  const yes = newest.confirmed === null ? 'Not yet' : `Yes, ${sayDate(newest.confirmed.on)}`;
  return {
    stamp: myPlanStamp(newest),
    rows: [...rows, ['How it was written', newest.howMade], ['Did the child say yes to it?', yes]] as const,
  };
}

export async function insertMyPlan(
  tx: Tx,
  plan: PlanKey,
  written: NewMyPlan,
  saidBy: 'family' | 'authority',
): Promise<Uuid> {
  const id = randomUUID();
  const { howMade, helpedBy, madeOn, writtenBy, ...words } = written;
  await tx
    .insertInto('my_plans')
    .values({
      ...keys(plan),
      id,
      ...words,
      how_made: howMade,
      helped_by: helpedBy,
      made_on: madeOn,
      written_by: writtenBy,
      said_by: saidBy,
    })
    .execute();
  return id;
}

/** Keeps that the child confirmed it; the first to say so is kept. */
export async function confirmNumber(
  tx: Tx,
  planId: Uuid,
  { number, ...said }: Confirming,
  on: PlainDate,
): Promise<void> {
  await tx
    .updateTable('my_plans')
    .set({
      confirmed_on: on,
      confirmed_how: said.how,
      confirmed_helped_by: said.helpedBy,
      confirmed_by: said.by,
    })
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .where('confirmed_on', 'is', null)
    .execute();
}
