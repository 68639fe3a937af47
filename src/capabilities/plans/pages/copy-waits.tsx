import type { OfPlan } from './frame.tsx';

/** When an answer is due of a setting whose copy of the draft waits. */
export const NO_DAY_YET = '15 days from the day its copy is sent';

type Props = { of: Pick<OfPlan, 'planId'>; releases: boolean };

/** Its copy has not gone: where whoever may release it puts that right. */
export function CopyWaits({ of: { planId }, releases }: Props) {
  return (
    <>
      Not sent yet.{' '}
      {releases && (
        <a class="govuk-link" href={`/plans/${planId}/withheld/release`}>
          Send it with passages left out
        </a>
      )}
    </>
  );
}
