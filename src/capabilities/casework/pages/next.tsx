import {
  DeadlineTag,
  DefinitionClock,
  type DefinitionClockProps,
  Details,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import type { NextAct } from '../../../shared/act.ts';
import { addDays, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Expected, Remaining } from '../forecast.ts';
import type { Held } from '../held.ts';
import { CaseFrame } from './case-frame.tsx';
import { ExpectedOfClock, inDays, sayExpectedDay } from './expected.tsx';

/** A time limit with when it will probably be kept: the authority’s own by its stretches, another’s by what it is. */
export type NextClock = DefinitionClockProps & { expected: Expected | null; probably: Remaining | null };

type Props = {
  page: PageContext;
  childId: string;
  childName: string;
  bornOn: PlainDate;
  upn: string | null;
  acts: readonly NextAct[];
  held: readonly Held[];
  clocks: readonly NextClock[];
  /** When what is due next will probably be done; null where nothing can be said. */
  expected: Expected | null;
  /** A time limit of the authority's own has passed. */
  late: boolean;
  today: PlainDate;
};

/** What is to be done next on a case, who has what, and every time limit with its why. */
export function NextPage(props: Props) {
  const { page, acts, held, clocks, today } = props;
  const may = acts.filter(({ notYet }) => notYet.length === 0);
  const mayNot = acts.filter(({ notYet }) => notYet.length > 0);
  return (
    <CaseFrame {...props} part="next">
      <h2 class="govuk-heading-m">{page.worksOnCases ? 'What you can do now' : 'What can be done now'}</h2>
      {may.length === 0 && !props.late && <p class="govuk-body">Nothing is to be done on this case now.</p>}
      {may.map((act) => (
        <Offered key={act.what} act={act} opens={page.worksOnCases} />
      ))}
      {props.late && page.worksOnCases && (
        <p class="govuk-body">
          <a class="govuk-link govuk-!-font-weight-bold" href={`/cases/${props.childId}/late`}>
            Record why it is late, for the family to read
          </a>
        </p>
      )}
      {mayNot.length > 0 && <NotYet acts={mayNot} />}
      <h2 class="govuk-heading-m">Who has what</h2>
      {held.length === 0 ? <p class="govuk-body">Nobody has anything to do.</p> : <WhoHasWhat {...props} />}
      <h2 class="govuk-heading-m">Every time limit, and why</h2>
      <div class="opensend-clocks">
        {clocks.map(({ expected, probably, ...clock }) => (
          <DefinitionClock
            key={String(clock.name)}
            {...clock}
            after={!clock.doneOn && <WhenProbably {...{ expected, probably, today }} />}
          />
        ))}
      </div>
    </CaseFrame>
  );
}

function Provision({ provision: { text, url } }: NextAct) {
  return (
    <a class="govuk-link" href={url} rel="noreferrer external">
      {text}
    </a>
  );
}

function Offered({ act, opens }: { act: NextAct; opens: boolean }) {
  return (
    <p class="govuk-body">
      {opens ? (
        <a class="govuk-link govuk-!-font-weight-bold" href={act.href}>
          {act.what}
        </a>
      ) : (
        <strong>{act.what}</strong>
      )}
      <br />
      {act.note !== undefined && <>{act.note}. </>}
      <Provision {...act} />
    </p>
  );
}

function NotYet({ acts }: { acts: readonly NextAct[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">What cannot be done yet, and why</h2>
      {acts.map((act) => (
        <div key={act.what}>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{act.what}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {act.notYet.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <p class="govuk-body">
            <Provision {...act} />
          </p>
        </div>
      ))}
    </>
  );
}

function WhoHasWhat({ held, expected, today }: Props) {
  return (
    <StackedTable
      caption="Who has what"
      captionClasses="govuk-visually-hidden"
      head={['What', 'Who has it', 'Since', 'Due', 'Probably']}
      rows={held.map((one, place) => [
        one.href === undefined ? (
          one.what
        ) : (
          <a class="govuk-link" href={one.href}>
            {one.what}
          </a>
        ),
        one.who,
        sayDate(one.since),
        one.dueOn === null ? (
          'No day is set'
        ) : (
          <>
            {sayDate(one.dueOn)} <DeadlineTag due={one.dueOn} today={today} />
            {one.oncePast !== '' && (
              <Details summary="What holds now" classes="govuk-!-margin-bottom-0">
                {one.oncePast}.
              </Details>
            )}
          </>
        ),
        one.promisedOn !== null ? (
          `${sayDate(one.promisedOn)}, they say${one.promisedOn < today ? ', which has gone by' : ''}`
        ) : one.probably !== null ? (
          <Probably {...{ ...one.probably, today }} />
        ) : place === 0 && expected !== null ? (
          sayExpectedDay(expected)
        ) : (
          'Too little is known to say'
        ),
      ])}
    />
  );
}

type WhenProps = Pick<NextClock, 'expected' | 'probably'> & { today: PlainDate };

/** When what a running clock is to will probably be done, or that too little is known to say. */
function WhenProbably({ expected, probably, today }: WhenProps) {
  if (expected !== null) return <ExpectedOfClock {...expected} today={today} />;
  if (probably !== null) return <ProbablyOfClock {...probably} today={today} />;
  return <p class="govuk-body-s">Too little is known to say when it will probably be done.</p>;
}

type ProbablyProps = Remaining & { today: PlainDate };

function ProbablyOfClock({ soFar, days, of, today }: ProbablyProps) {
  return (
    <p class="govuk-body-s">
      Probably there by {sayDate(addDays(today, days))}: of the {of} like it in the last year that took at
      least {inDays(soFar)}, half took no more than {inDays(days)} longer.
    </p>
  );
}

function Probably({ soFar, days, of, today }: ProbablyProps) {
  return (
    <>
      {sayDate(addDays(today, days))}
      <Details summary="Why" classes="govuk-!-margin-bottom-0">
        Of the {of} like it in the last year that took at least {inDays(soFar)}, half took no more than{' '}
        {inDays(days)} longer.
      </Details>
    </>
  );
}
