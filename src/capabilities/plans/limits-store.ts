import type { Tx } from '../../platform/lens/index.ts';

/** What the authority configures of the checks; null where it says nothing, and nothing is checked. */
export type CheckLimits = { adviceMonths: number | null; readingAge: number | null };

export async function findLimits(tx: Tx): Promise<CheckLimits> {
  const row = await tx
    .selectFrom('plan_check_limits')
    .select(['advice_months as adviceMonths', 'reading_age as readingAge'])
    .executeTakeFirst();
  return row ?? { adviceMonths: null, readingAge: null };
}

export async function saveLimits(
  tx: Tx,
  authorityId: number,
  { adviceMonths, readingAge }: CheckLimits,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const said = { advice_months: adviceMonths, reading_age: readingAge, set_by: by, set_at: at };
  await tx
    .insertInto('plan_check_limits')
    .values({ authority_id: authorityId, ...said })
    .onConflict((conflict) => conflict.column('authority_id').doUpdateSet(said))
    .execute();
}
