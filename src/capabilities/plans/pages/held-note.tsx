import { DeadlineTag, WarningText } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Waiting } from '../withholding/held.ts';

type Props = {
  /** Whoever reads may release it. */
  releases: boolean;
  planId: string;
  waiting: readonly Pick<Waiting, 'name' | 'kind' | 'number' | 'on' | 'dueOn' | 'owner'>[];
  today: PlainDate;
};

/** Whose copy of a version waits, whose task it is to release it, by when, and how: until it has gone. */
export function HeldNote({ releases, planId, waiting, today }: Props) {
  if (waiting.length === 0) return null;
  return (
    <>
      {waiting.map(({ name, kind, number, on, dueOn, owner }) => (
        <div key={`${name} ${kind}`}>
          <WarningText>
            {kind === 'draft'
              ? `${name} was consulted on ${sayDate(on)}, and its copy of draft ${number} has not gone`
              : `${name} has not been sent the final plan, version ${number}`}
          </WarningText>
          <p class="govuk-body">
            {owner ?? 'Nobody (give the case to a caseworker)'} is to release it, by {sayDate(dueOn)}{' '}
            <DeadlineTag due={dueOn} today={today} doneOn={null} />
          </p>
          <p class="govuk-body">
            Words that are withheld from it are nowhere in the plan as they were marked, so the plan may say
            them otherwise. The family has the plan, and the decision on Section I does not wait for this.
          </p>
          {releases && (
            <ul class="govuk-list govuk-list--bullet">
              <li>
                <a class="govuk-link" href={`/plans/${planId}/withheld/release`}>
                  Send it today, with whole passages left out
                  <span class="govuk-visually-hidden">, to {name}</span>
                </a>
              </li>
              <li>
                <a class="govuk-link" href={`/plans/${planId}/withheld`}>
                  Mark the words again, or end that<span class="govuk-visually-hidden">, for {name}</span>
                </a>
              </li>
            </ul>
          )}
        </div>
      ))}
    </>
  );
}
