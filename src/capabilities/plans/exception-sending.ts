import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { optionalText, textField } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { checkedOf } from './checking.ts';
import { insertExceptions } from './exceptions-store.ts';
import type { PlanFacts } from './facts.ts';
import { nameOf } from './findings-shown.ts';
import { staffName } from './plan-routes.tsx';
import { happened, openForActing } from './post.ts';
import { stageOf } from './stage.ts';
import { recordExceptions, stoppedBy } from './stopping.ts';

export const exceptionSchema = z.object({
  /** The names of the findings, with commas between; `all` is every one that was shown. */
  findings: textField('Select what goes out as it is', 20_000),
  shown: optionalText(20_000),
  reason: textField('Enter why it goes out as it is', 2000),
});
type Form = z.infer<typeof exceptionSchema>;

/** Records why staff let findings out, each in the words they read; a finding that has changed meanwhile is refused. */
export function exceptOnce(request: FastifyRequest, services: Services, form: Form): Promise<Outcome> {
  return request.once(async (tx) => {
    const { plan, facts } = await openForActing(tx, idIn(request, 'planId'));
    const on = englishDay(services.now());
    const names = namesIn(form.findings);
    const done = recordExceptions(
      stoppedBy(checkedOf(facts, on), facts),
      {
        chosen: names.includes('all') ? namesIn(form.shown) : names,
        reason: form.reason,
        by: staffName(request),
        on,
      },
      nameOf,
    );
    if (!done.ok) return done;
    const id = await insertExceptions(tx, plan, done.value);
    const rules = [...new Set(done.value.map(({ rule }) => rule))];
    await happened(tx, plan, 'plan exception recorded', id, { data: { rules: rules.join(' ') } });
    return { ok: true, value: nextPage(plan.id, facts) };
  });
}

/** What is done next with a plan that nothing stops. */
export function nextPage(planId: string, facts: PlanFacts): string {
  const writing = ['drafting', 'redrafting'].includes(stageOf(facts));
  return `/plans/${planId}/${writing ? 'service' : 'final'}`;
}

function namesIn(list: string): string[] {
  return [...new Set(list.split(',').filter((name) => name !== ''))];
}
