import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { optionalText } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import { takeBackWithheld } from './contributing/showing-sending.ts';
import type { PlanFacts } from './facts.ts';
import { lookFor, sendWaiting } from './held-sending.ts';
import { insertMend, listWaiting } from './held-store.ts';
import { byWhom } from './mending-sending.ts';
import { openForActing } from './post.ts';
import type { Plan } from './store.ts';
import { keepCopies } from './withheld-sending.ts';
import { insertWithholding, listRules, type Rule } from './withheld-store.ts';
import { releaseWithout } from './withholding/release.ts';

export const releaseSchema = z.object({
  parts: z.string().max(1000).default('').describe('Parts by their keys, joined with commas'),
  statements: z.string().max(20_000).default('').describe('Statements by their keys, joined with commas'),
  reason: optionalText(2000),
});

/** The rules that hold the copies which wait now, and whose those are. */
export async function readHolding(tx: Tx, plan: Plan, facts: PlanFacts) {
  const waiting = await listWaiting(tx, plan.id);
  const rules = await listRules(tx, plan.id);
  const { missing } = await lookFor(tx, plan, facts, rules);
  const readers = new Set(waiting.map(({ reader }) => reader));
  const holding = rules.filter(
    (rule) => missing.has(rule.id) && rule.readers.some((one) => readers.has(one)),
  );
  return { waiting, holding };
}

/**
 * Sends the copies that wait, today, with whole passages left out: a rule of its own by whoever released them, which stands in
 * place of each rule whose words were nowhere to be found until somebody looks at it again.
 */
export function releaseOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof releaseSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const { plan, facts } = await openForActing(tx, idIn(request, 'planId'));
    const by = byWhom(request, services);
    const { holding } = await readHolding(tx, plan, facts);
    const released = releaseWithout(form, { content: contentNow(facts), holding, today: by.on });
    if (!released.ok) return released;
    const passage = { rowId: null, words: null, ...released.value };
    const asId = await insertWithholding(tx, plan, passage, by);
    for (const rule of holding) await standIn(tx, plan, { rule, asId }, by);
    await keepCopies(tx, plan);
    await takeBackWithheld(tx, services, plan);
    await sendWaiting(tx, plan);
    const { authorityId, childId: unseenChildId } = plan;
    const of = { authorityId, childId: null, unseenChildId, subject: 'plan', subjectId: asId } as const;
    await recordEvent(tx, { ...of, kind: 'copy released with passages left out', data: { planId: plan.id } });
    return accepted(`/plans/${plan.id}/withheld`);
  });
}

type Standing = { rule: Rule; asId: string };

function standIn(tx: Tx, plan: Plan, { rule, asId }: Standing, by: Parameters<typeof insertMend>[3]) {
  return insertMend(tx, plan, { withholdingId: rule.id, asId, versionId: null, reason: null }, by);
}

/** The plan whose copy waits: as issued, as it was served, or as it is being written. */
export function contentNow({ issued, served, working }: PlanFacts) {
  return issued?.content ?? served?.content ?? working.content;
}
