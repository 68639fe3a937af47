import type { Uuid } from '../../shared/uuid.ts';
import { capital } from '../../shared/words.ts';
import { references } from './links.ts';
import { EDUCATION_AREAS, type PlanContent } from './plan.ts';

/** A line of Section F as somebody is asked about it: which it is, and what it says in one breath. */
export type ProvisionLine = { row: Uuid; reference: string; what: string; detail: string };

/** Every line of Section F, in the plan's order: what it is, and who gives it, how often and for how long. */
export function provisionLines(content: PlanContent): ProvisionLine[] {
  const names = references(content);
  return EDUCATION_AREAS.flatMap((area) =>
    content.areas[area].provisions.map((one) => ({
      row: one.id,
      reference: names.get(one.id) ?? 'F',
      what: one.what.trim() === '' ? one.text : one.what,
      detail: capital(
        [one.who, one.ratio, one.frequency, one.durationEachTime]
          // Some write each part as a sentence, and some do not.
          .map((part) => part.trim().replace(/\.$/, ''))
          .filter((part) => part !== '')
          .join('; '),
      ),
    })),
  );
}
