import { WarningText } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Waiting } from '../withholding/held.ts';

type Props = { planId: string; waiting: readonly Pick<Waiting, 'name' | 'kind' | 'number' | 'on'>[] };

/** Who was not sent a version, and why, and how that is put right: a task for staff until it is. */
export function HeldNote({ planId, waiting }: Props) {
  if (waiting.length === 0) return null;
  return (
    <>
      {waiting.map(({ name, kind, number, on }) => (
        <div key={`${name} ${kind}`}>
          <WarningText>
            {kind === 'draft'
              ? `${name} has not been asked about draft ${number}`
              : `${name} has not been sent the final plan, version ${number}`}
          </WarningText>
          <p class="govuk-body">
            It has waited since {sayDate(on)}. Words that are withheld from it are nowhere in the plan as they
            were marked, so the plan may say them otherwise.{' '}
            <a class="govuk-link" href={`/plans/${planId}/withheld`}>
              Mark the words again, or end that<span class="govuk-visually-hidden">, for {name}</span>
            </a>
            . It is sent at once then. The family has the plan.
          </p>
        </div>
      ))}
    </>
  );
}
