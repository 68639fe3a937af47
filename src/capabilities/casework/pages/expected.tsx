import { Details, Tag } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { STEP_WORDS } from '../case.ts';
import { FEWEST, type Stretch, type Working } from '../forecast.ts';

export type ExpectedProps = {
  on: PlainDate;
  dueOn: PlainDate;
  working: readonly Working[];
  /** The stretch that has lasted longer than can be measured: then it will not be done before the day. */
  fewest: Stretch | null;
  today: PlainDate;
};

/** When what is due next will probably be done, and how that was worked out. Not a limit, and not a promise. */
export function Expected({ on, dueOn, working, fewest, today }: ExpectedProps) {
  return (
    <>
      <p class="govuk-body">
        At the pace of the last year, what is due by {sayDate(dueOn)} will probably{' '}
        {fewest === null ? 'be done by' : 'not be done before'} {sayDate(on)}.{' '}
        {on > dueOn && today <= dueOn && <Tag colour="yellow">Likely to be late</Tag>}
      </p>
      <Details summary="How this is worked out">
        <ul class="govuk-list govuk-list--bullet">
          {fewest !== null && (
            <li>
              {STEP_WORDS[fewest].staff}: fewer than {FEWEST} cases of the last year took as long, so no day
              is counted for what is left of it.
            </li>
          )}
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

/** The day in a table: with it that it is the earliest, where it is. */
export function sayExpectedDay({ on, fewest }: Pick<ExpectedProps, 'on'> & { fewest: unknown }): string {
  return fewest ? `Not before ${sayDate(on)}` : sayDate(on);
}

export function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
