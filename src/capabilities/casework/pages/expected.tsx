import { Details, Tag } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { STEP_WORDS } from '../case.ts';
import type { Working } from '../forecast.ts';

export type ExpectedProps = {
  on: PlainDate;
  dueOn: PlainDate;
  working: readonly Working[];
  today: PlainDate;
};

/** When what is due next will probably be done, and how that was worked out. Not a limit, and not a promise. */
export function Expected({ on, dueOn, working, today }: ExpectedProps) {
  return (
    <>
      <p class="govuk-body">
        At the pace of the last year, what is due by {sayDate(dueOn)} will probably be done by {sayDate(on)}.{' '}
        {on > dueOn && today <= dueOn && <Tag colour="yellow">Likely to be late</Tag>}
      </p>
      <Details summary="How this is worked out">
        <ul class="govuk-list govuk-list--bullet">
          {working.map((one) => (
            <li key={one.stretch}>{say(one)}</li>
          ))}
        </ul>
        <p class="govuk-body">It is no limit: the law gives the day it is due.</p>
      </Details>
    </>
  );
}

function say({ stretch, soFar, days, of }: Working): string {
  const name = STEP_WORDS[stretch].staff;
  if (soFar === 0)
    return `${name}: half of the ${of} cases of the last year took no longer than ${inDays(days)}.`;
  return `${name}: ${inDays(soFar)} so far. Of the ${of} cases that took at least as long, half took no more than ${inDays(days)} longer.`;
}

export function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
