import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listSignedAdvice } from '../assessments/index.ts';
import { type AdvisedNeed, PLACES, type PlacedNeed, placeNeeds, type RecordedPlace } from './advice-needs.ts';
import type { PlanFacts } from './facts.ts';
import type { Plan } from './store.ts';
import { keys } from './version-store.ts';

/** Every need that the signed advice of the assessment states, in the order of the advice. */
export async function listAdvisedNeeds(tx: Tx, plan: Plan): Promise<AdvisedNeed[]> {
  if (plan.assessmentId === null) return [];
  const signed = await listSignedAdvice(tx, plan.assessmentId);
  return signed.flatMap(({ id, authorName, authorRole, content }) =>
    content.rows.flatMap((row) =>
      row.kind === 'need' && row.text.trim() !== ''
        ? [
            {
              ...{ adviceId: id, needId: row.id, area: row.area },
              ...{ from: `${authorName}, ${authorRole}`, text: row.text },
            },
          ]
        : [],
    ),
  );
}

/** The needs that the advice states, each with where it stands in the plan. */
export async function listPlacedNeeds(tx: Tx, plan: Plan, { working }: PlanFacts): Promise<PlacedNeed[]> {
  return placeNeeds(await listAdvisedNeeds(tx, plan), working.content, await listRecorded(tx, plan.id));
}

async function listRecorded(tx: Tx, planId: Uuid): Promise<RecordedPlace[]> {
  const rows = await tx
    .selectFrom('plan_need_places')
    .select(['advice_id as adviceId', 'need_id as needId', 'words', 'place', 'row_id as rowId', 'reason'])
    .select(['recorded_by as by', 'recorded_on as on'])
    .where('plan_id', '=', planId)
    .orderBy('recorded_at')
    .execute();
  return rows.flatMap((row) => {
    const place = PLACES.find((one) => one === row.place);
    return place === undefined ? [] : [{ ...row, place }];
  });
}

export async function insertPlace(tx: Tx, plan: Plan, said: RecordedPlace): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('plan_need_places')
    .values({
      ...keys(plan),
      id,
      advice_id: said.adviceId,
      need_id: said.needId,
      words: said.words,
      place: said.place,
      row_id: said.rowId,
      reason: said.reason,
      recorded_by: said.by,
      recorded_on: said.on,
    })
    .execute();
  return id;
}
