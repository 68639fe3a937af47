import { z } from 'zod';
import type { Tx } from '../../../platform/lens/index.ts';
import { type PlainDate, parsePlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { SECTION_39_GROUNDS } from '../facts.ts';
import { SETTING_TYPES } from '../plan.ts';
import { keys, type PlanKey } from '../version-store.ts';
import { BASES, type NamingDecision, SECTION_33_GROUNDS } from './decision.ts';

const day = z.string().transform((text, context): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});
const [wishes, others] = SECTION_33_GROUNDS;
const words = z.string();

const namingSchema: z.ZodType<NamingDecision> = z.object({
  basis: z.enum(BASES),
  asked: z.array(
    z.object({
      from: words,
      receivedOn: day,
      kind: z.enum(['request', 'representation']),
      settingId: z.string().nullable(),
      name: words,
      type: z.enum(SETTING_TYPES),
      mainstream: z.boolean().nullable(),
      followed: z.boolean(),
      consultedOn: day.nullable(),
      copyWaited: z.literal(true).optional(),
      consulted: words,
      canMeetNeeds: z.boolean().nullable(),
      grounds: z.array(z.object({ ground: z.enum(SECTION_39_GROUNDS), reasons: words })),
      considered: words,
      reasons: words,
    }),
  ),
  mainstream: z.boolean().nullable(),
  notMainstream: z
    .discriminatedUnion('ground', [
      z.object({ ground: z.literal(wishes), said: words }),
      z.object({ ground: z.literal(others), reasons: words, steps: words, stepsThere: words }),
    ])
    .nullable(),
  otherwise: words,
  agreed: words,
});

/** Keeps the decision on Section I with the plan that it made final. */
export async function insertNaming(
  tx: Tx,
  plan: PlanKey,
  { versionId, by }: { versionId: Uuid; by: string },
  decision: NamingDecision | null,
): Promise<void> {
  if (decision === null) return;
  await tx
    .insertInto('plan_namings')
    .values({ ...keys(plan), version_id: versionId, decided_by: by, decision: JSON.stringify(decision) })
    .execute();
}

/** The decisions on Section I of a plan, by the version each made final. */
export async function listNamings(tx: Tx, planId: Uuid): Promise<ReadonlyMap<Uuid, NamingDecision>> {
  const rows = await tx
    .selectFrom('plan_namings')
    .select(['version_id as versionId', 'decision'])
    .where('plan_id', '=', planId)
    .execute();
  return new Map(rows.map(({ versionId, decision }) => [versionId, namingSchema.parse(decision)]));
}
