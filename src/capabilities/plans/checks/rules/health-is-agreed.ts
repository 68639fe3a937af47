import { isBefore } from '../../../../shared/plain-date.ts';
import { CITES } from '../../citations.ts';
import { type Check, type Checked, type PlanRecord, provisionsOf } from '../check.ts';

/** The words of each provision in Section G, as they stand now: what a commissioning body agrees. */
export function healthWords(plan: Pick<Checked, 'content'>): string[] {
  return provisionsOf(plan)
    .filter(({ section }) => section === 'G')
    .map(({ line }) => line);
}

export const healthIsAgreed: Check = {
  id: 'health-is-agreed',
  name: 'The commissioning body has agreed what is in Section G',
  severity: 'blocking',
  cite: { ...CITES.healthAgreement, confidence: 'high' },
  suggestion: 'Record that the responsible commissioning body agrees the health care provision in Section G',
  // A draft may go to the family while the body is still asked; what is agreed is asked of the final plan.
  find: (plan) => {
    if (plan.draft || plan.record === null) return [];
    const agreement = agreedBy(plan, plan.record);
    return provisionsOf(plan)
      .filter(({ section, line }) => section === 'G' && !isAgreed(agreement, line))
      .map(({ id, section, line }) => ({
        section,
        row: id,
        text: line,
        why:
          agreement === null
            ? 'No commissioning body is recorded as having agreed this'
            : `${agreement.body} agreed Section G in other words`,
      }));
  },
};

type Agreement = PlanRecord['healthAgreement'];

function agreedBy({ today }: Checked, { healthAgreement }: PlanRecord): Agreement {
  return healthAgreement === null || isBefore(today, healthAgreement.on) ? null : healthAgreement;
}

// An agreement from before the words were kept with it is taken to be of these.
function isAgreed(agreement: Agreement, line: string): boolean {
  return agreement !== null && (agreement.agreed === null || agreement.agreed.includes(line));
}
