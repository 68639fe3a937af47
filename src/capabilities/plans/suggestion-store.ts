import { z } from 'zod';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { PlanRow } from './area-rows.ts';
import type { Answer, Representation } from './facts.ts';
import { AREAS } from './plan.ts';
import { rowSchemas } from './schema.ts';
import { PROPOSERS, type Suggestion, type SuggestionOutcome } from './suggesting.ts';
import { keys, type PlanKey } from './version-store.ts';

export async function insertSuggestion(
  tx: Tx,
  plan: PlanKey,
  { base, proposed, ...one }: Omit<Suggestion, 'answer' | 'organisation'> & { organisationId?: Uuid },
): Promise<void> {
  await tx
    .insertInto('plan_suggestions')
    .values({
      ...keys(plan),
      id: one.id,
      at: one.at,
      section: one.section,
      base: base && JSON.stringify(base),
      proposed: proposed && JSON.stringify(proposed),
      why: one.why,
      proposer: one.proposer,
      by_name: one.by,
      organisation_id: one.organisationId ?? null,
      representation_id: one.representationId,
      suggested_on: one.on,
    })
    .execute();
}

/** Keeps the answer of one that is no representation: the first is kept. */
export async function keepAnswer(
  tx: Tx,
  id: Uuid,
  { outcome, reasons, by, on }: { outcome: SuggestionOutcome; reasons: string; by: string; on: PlainDate },
): Promise<void> {
  await tx
    .updateTable('plan_suggestions')
    .set({ outcome, reasons, answered_by: by, answered_on: on })
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .execute();
}

/** A row with its kind, as it is kept. */
export const rowSchema: z.ZodType<PlanRow> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('need'), row: rowSchemas.need }),
  z.object({ kind: z.literal('provision'), row: rowSchemas.provision }),
  z.object({ kind: z.literal('outcome'), row: rowSchemas.outcome }),
]);
const kept = z.object({
  section: z.enum(AREAS),
  proposer: z.enum(PROPOSERS),
  base: rowSchema.nullable(),
  proposed: rowSchema.nullable(),
});
const outcomeSchema = z.enum(['taken', 'taken in part', 'declined']);

/** Whether a representation suggests words, which are taken where suggestions are. */
export async function suggestsWords(tx: Tx, representationId: Uuid): Promise<boolean> {
  const found = await tx
    .selectFrom('plan_suggestions')
    .select('id')
    .where('representation_id', '=', representationId)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Every suggestion about a plan that this lens shows, oldest first. A family's is answered as its representation is, and
 * belongs to the drafts that those representations are about.
 */
export async function listSuggestions(
  tx: Tx,
  planId: Uuid,
  representations: readonly Representation[],
): Promise<Suggestion[]> {
  const rows = await tx
    .selectFrom('plan_suggestions as s')
    .leftJoin('organisations as o', 'o.id', 's.organisation_id')
    .select(['s.id', 's.at', 's.section', 's.base', 's.proposed', 's.why', 's.proposer', 's.by_name as by'])
    .select(['s.representation_id as representationId', 's.suggested_on as on'])
    .select(['s.answered_on', 's.answered_by', 's.outcome', 's.reasons', 's.organisation_id', 'o.name'])
    .where('s.plan_id', '=', planId)
    .orderBy('s.recorded_at')
    .execute();
  const own = new Set(representations.map(({ id }) => id));
  const about = rows.filter(({ representationId: id }) => id === null || own.has(id));
  return about.map((row) => {
    const said = representations.find(({ id }) => id === row.representationId)?.answer ?? null;
    const { id, at, why, by, representationId, on, answered_on, answered_by, outcome, reasons } = row;
    const organisation =
      row.organisation_id === null ? null : { id: row.organisation_id, name: row.name ?? '' };
    const given =
      answered_on === null
        ? null
        : {
            outcome: outcomeSchema.parse(outcome),
            reasons: reasons ?? '',
            by: answered_by ?? '',
            on: answered_on,
          };
    const answer = said === null ? given : asAnswered(said);
    return { id, at, why, by, organisation, representationId, on, ...kept.parse(row), answer };
  });
}

function asAnswered({ outcome, reasons, answeredBy: by, answeredOn: on }: Answer) {
  return { outcome: OUTCOMES[outcome], reasons, by, on };
}

const OUTCOMES = {
  accepted: 'taken',
  'partly accepted': 'taken in part',
  declined: 'declined',
} as const satisfies Record<Answer['outcome'], SuggestionOutcome>;

/** How a representation is answered by what becomes of the suggestion in it. */
export const AS_REPRESENTATION = {
  taken: 'accepted',
  'taken in part': 'partly accepted',
  declined: 'declined',
} as const satisfies Record<SuggestionOutcome, Answer['outcome']>;
