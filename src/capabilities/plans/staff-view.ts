import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { PlanFacts } from './facts.ts';
import { draftNumber } from './plan-file-schema.ts';
import type { PlanView } from './rendering/index.ts';
import { unsentOf } from './unsent.ts';

/** A plan as staff read it: the final plan once there is one, otherwise the draft as it now stands. */
export function staffView(
  services: Services,
  of: Pick<PlanView, 'reference' | 'citations'>,
  facts: PlanFacts,
): PlanView {
  const authority = { name: services.authority.name };
  const { issued, served, working } = facts;
  if (issued !== null) {
    const { version: number, issuedOn: on, officer, content } = issued;
    return {
      authority,
      ...of,
      version: { kind: 'final', number, on, officer },
      content,
      layout: 'sections',
    };
  }
  const unsent = unsentOf(facts);
  const on = served === null || unsent !== null ? englishDay(services.now()) : served.servedOn;
  return {
    authority,
    ...of,
    version: { kind: 'draft', number: draftNumber(facts), on, ...(unsent === null ? {} : { unsent }) },
    content: working.content,
    layout: 'sections',
  };
}
