import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { choiceField, optionalText } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { takeBackWithheld } from './contributing/showing-sending.ts';
import { lookFor, type NowhereIn, sendWaiting } from './held-sending.ts';
import { insertMend } from './held-store.ts';
import { openForActing } from './post.ts';
import type { Plan } from './store.ts';
import { keepCopies } from './withheld-sending.ts';
import { type By, insertWithholding, listRules, type Rule } from './withheld-store.ts';
import { mendWords } from './withholding/rule.ts';
import { saysWords } from './withholding/without.ts';

export const mendSchema = z.object({
  how: choiceField(['again', 'gone'], 'Choose how the plan says it now'),
  words: optionalText(4000),
  /** How it is known that the plan says it in no other words. */
  known: optionalText(2000),
});

/**
 * Puts right a rule whose words are nowhere in the plan now: the plan says them otherwise, which is withheld too from then on,
 * or somebody read it and it does not say them. What waited for it is sent. Refuses words that are nowhere either, and where
 * nothing is to be put right.
 */
export function mendOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof mendSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const { plan, facts } = await openForActing(tx, idIn(request, 'planId'));
    const by = byWhom(request, services);
    const rules = await listRules(tx, plan.id);
    const rule = found(rules.find(({ id }) => id === idIn(request, 'withholdingId')));
    const { said, missing } = await lookFor(tx, plan, facts, rules);
    const nowhereIn = missing.get(rule.id);
    if (nowhereIn === undefined)
      return refused('how', 'These words are found. There is nothing to put right');
    const mended = mendWords(form, (words) => saysWords(said, words));
    if (!mended.ok) return mended;
    const kept =
      mended.value.words === null
        ? await keepRead(tx, plan, { rule, nowhereIn, reason: mended.value.reason }, by)
        : await markAgain(tx, plan, { rule, words: mended.value.words }, by);
    if (!kept.ok) return kept;
    await takeBackWithheld(tx, services, plan);
    await sendWaiting(tx, plan);
    const { authorityId, childId: unseenChildId } = plan;
    const of = {
      authorityId,
      childId: null,
      unseenChildId,
      subject: 'plan',
      subjectId: rule.id,
    } as const;
    await recordEvent(tx, { ...of, kind: 'withheld words put right', data: { planId: plan.id } });
    return accepted(`/plans/${plan.id}/withheld`);
  });
}

type ReadSo = { rule: Rule; nowhereIn: readonly NowhereIn[]; reason: string };

async function keepRead(tx: Tx, plan: Plan, read: ReadSo, by: By): Promise<Result<null>> {
  const versionIds = read.nowhereIn.flatMap(({ versionId }) => versionId ?? []);
  if (versionIds.length === 0)
    return refused(
      'how',
      'Nothing was sent yet that says it in no way. Mark the words again, or serve the draft',
    );
  for (const versionId of versionIds)
    await insertMend(
      tx,
      plan,
      { withholdingId: read.rule.id, asId: null, versionId, reason: read.reason },
      by,
    );
  return accepted(null);
}

// The rule itself goes on: whoever has an earlier version still has its words in it.
async function markAgain(
  tx: Tx,
  plan: Plan,
  { rule, words }: { rule: Rule; words: string },
  by: By,
): Promise<Result<null>> {
  const { readers, ground, reason, reviewBy } = rule;
  if (reviewBy === null || reviewBy <= by.on)
    return refused('how', 'The day to look at this again has come. Look at it again first');
  const asId = await insertWithholding(
    tx,
    plan,
    { rowId: null, words, readers, ground, reason, reviewBy },
    by,
  );
  await insertMend(tx, plan, { withholdingId: rule.id, asId, versionId: null, reason: null }, by);
  await keepCopies(tx, plan);
  return accepted(null);
}

/** Who of the staff marks or looks, and the day. */
export function byWhom({ actor }: FastifyRequest, services: Services): By {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return { accountId: actor.accountId, name: actor.name, on: englishDay(services.now()) };
}
