import type { OfPlan } from './frame.tsx';

/** When an answer is due of a setting whose copy of the draft waits. */
export const NO_DAY_YET = '15 days from the day its copy is sent';

/** Its copy has not gone: where that is put right. */
export function CopyWaits({ of: { planId } }: { of: Pick<OfPlan, 'planId'> }) {
  return (
    <>
      Not sent yet.{' '}
      <a class="govuk-link" href={`/plans/${planId}/withheld/release`}>
        Send it with passages left out
      </a>
    </>
  );
}
