import { Details, Tag } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { STEP_WORDS, type Step } from '../case.ts';
import { type Expected, FEWEST, isLikelyLate, type Working } from '../forecast.ts';
import { LIMIT_WORDS, type Limit, nextLimit } from '../limits.ts';

export type ExpectedProps = Expected & { today: PlainDate };

/** What each limit is to; whether there is to be a plan is not known before it is decided. */
const WHAT = {
  'decide whether to assess': 'the decision whether to assess',
  'notify that there is no plan': 'notice that there is no plan, if there is to be none,',
  'send the final plan': 'the final plan',
  'send the amended plan, or say why not': 'the amended plan, or why there is none,',
} as const satisfies Record<Limit, string>;

/** When what a time limit is to will probably be done, and how that was worked out. Not a limit, and not a promise. */
export function ExpectedDay(props: ExpectedProps) {
  const { limit, dueOn } = props;
  return (
    <>
      <p class="govuk-body">
        At the pace of the last year, {WHAT[limit]} is due by {sayDate(dueOn)} and <Probably {...props} />
      </p>
      <HowWorkedOut {...props} />
    </>
  );
}

/** The same beneath the limit’s own clock, which says what and by when. */
export function ExpectedOfClock(props: ExpectedProps) {
  return (
    <>
      <p class="govuk-body-s">
        At the pace of the last year it <Probably {...props} />
      </p>
      <HowWorkedOut {...props} />
    </>
  );
}

function Probably(props: ExpectedProps) {
  return (
    <>
      will probably {props.fewest === null ? 'be done by' : 'not be done before'} {sayDate(props.on)}.{' '}
      {isLikelyLate(props, props.today) && <Tag colour="yellow">Likely to be late</Tag>}
    </>
  );
}

function HowWorkedOut({ limit, working, fewest }: ExpectedProps) {
  return (
    <Details
      summary={
        <>
          How this is worked out<span class="govuk-visually-hidden">: {LIMIT_WORDS[limit].staff}</span>
        </>
      }
    >
      <ul class="govuk-list govuk-list--bullet">
        {fewest !== null && (
          <li>
            {STEP_WORDS[fewest].staff}: fewer than {FEWEST} cases of the last year took as long, so no day is
            counted for what is left of it.
          </li>
        )}
        {working.map((one) => (
          <li key={one.stretch}>{say(one)}</li>
        ))}
      </ul>
      <p class="govuk-body">It is no limit: the law gives the day it is due.</p>
    </Details>
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

/** In the list of what is likely to be late: the day alone of what is due next; of another limit, which it is and by when it is due. */
export function sayLikelyLate(
  step: Step,
  likely: Pick<Expected, 'limit' | 'dueOn' | 'on'> & { fewest: boolean },
) {
  const day = sayExpectedDay(likely);
  const { limit, dueOn } = likely;
  return limit === nextLimit(step) ? day : `${LIMIT_WORDS[limit].staff}: ${day}, due ${sayDate(dueOn)}`;
}

export function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
