import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { proposalSchema } from './act-schema.ts';
import type { Proposal } from './working/document.ts';

/** What each party would change in one issued version, in the order it was proposed, with what has been agreed. */
export async function listProposals(tx: Tx, planId: Uuid, versionId: Uuid): Promise<Proposal[]> {
  const acts = await tx
    .selectFrom('plan_acts')
    .select(['id', 'kind', 'on_day', 'by_name', 'about', 'body'])
    .where('plan_id', '=', planId)
    .where('kind', 'in', ['change proposed', 'answer'])
    .orderBy('recorded_at')
    .execute();
  const agreed = new Map(acts.map(({ about, on_day }) => [about, on_day]));
  return acts
    .filter(({ kind }) => kind === 'change proposed')
    .map(({ id, on_day, by_name, body }) => ({ id, on: on_day, by: by_name, ...proposalSchema.parse(body) }))
    .filter((one) => one.versionId === versionId)
    .map(({ versionId: _, ...one }) => ({ ...one, agreedOn: agreed.get(one.id) ?? null }));
}
