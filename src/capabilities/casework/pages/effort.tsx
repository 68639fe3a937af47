import {
  Button,
  DeadlineTag,
  type PageContext,
  StackedTable,
  SummaryList,
} from '../../../design-system/index.ts';
import { daysBetween, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Chasing, CheckWaited, CheckWaits, Deed, Effort } from '../effort-store.ts';
import { sayEvent } from '../event-words.ts';
import { CaseloadFrame, inDays, number } from './caseload-frame.tsx';

type Props = {
  page: PageContext;
  checks: CheckWaits;
  /** Those who wait longest, each by the day the authority promises, where it promises one. */
  waiting: readonly (CheckWaited & { promisedBy: PlainDate | null })[];
  today: PlainDate;
  effort: Effort;
  deeds: readonly Deed[];
  chasing: Chasing;
};

/** What it takes families: how long they wait to be let in, what they do, and how often they have to ask again. */
export function EffortPage({ page, checks, waiting, today, effort, deeds, chasing }: Props) {
  return (
    <CaseloadFrame page={page} part="/caseload/families" title="What it takes families">
      <p class="govuk-body">
        Counted from what was recorded in the last year. These are things done, not hours: nobody times a
        family, and hours cannot be known without asking them.
      </p>
      <h2 class="govuk-heading-m">Waiting to be checked</h2>
      <p class="govuk-body">
        Somebody who came with a request about a child already on file is shown nothing until staff record how
        they checked who they are. The wait is from the day the request was recorded to the day of the check.
      </p>
      <Checks {...checks} />
      {waiting.length > 0 && <Waiting {...{ checks, waiting, today }} />}
      <h2 class="govuk-heading-m">What families did</h2>
      <p class="govuk-body">
        Each time somebody of a family asked, answered, wrote, sent or agreed to something here. Reading is
        not counted; nor is what they said by telephone or on paper, but for messages staff wrote down.
      </p>
      <Deeds effort={effort} deeds={deeds} />
      <h2 class="govuk-heading-m">Having to ask again</h2>
      <p class="govuk-body">
        A message written before an earlier one of theirs had its answer is asking again. What families were
        told without asking is each letter, email or text of news, and each that nothing had changed.
      </p>
      <SummaryList
        rows={[
          { key: 'Messages from families', value: number(chasing.written) },
          { key: 'Asking again', value: shareOf(chasing.again, chasing.written) },
          {
            key: 'Asking again after the promised day',
            value: shareOf(chasing.afterPromise, chasing.written),
          },
          { key: 'Told without asking', value: number(chasing.told) },
        ]}
      />
      <Button href="/caseload/families.csv" classes="govuk-button--secondary">
        Download (CSV)
      </Button>
    </CaseloadFrame>
  );
}

function Checks({ waiting, longest, checked, half, nineInTen }: CheckWaits) {
  return (
    <SummaryList
      rows={[
        {
          key: 'Waiting now',
          value: longest === null ? 'Nobody' : `${number(waiting)}, the longest for ${inDays(longest)}`,
        },
        { key: 'Checked in the last year', value: number(checked) },
        { key: 'Half were checked within', value: half === null ? 'Nobody was checked' : within(half) },
        {
          key: 'Nine in ten were checked within',
          value: nineInTen === null ? 'Nobody was checked' : within(nineInTen),
        },
      ]}
    />
  );
}

function Waiting({ checks, waiting, today }: Pick<Props, 'checks' | 'waiting' | 'today'>) {
  const promised = waiting.some(({ promisedBy }) => promisedBy !== null);
  return (
    <>
      {waiting.length < checks.waiting && (
        <p class="govuk-body">The {number(waiting.length)} who wait longest are shown.</p>
      )}
      <StackedTable
        caption="Cases with somebody to check, longest first"
        captionClasses="govuk-table__caption--m"
        head={['They came with', 'Caseworker', 'Waits since', ...(promised ? ['Promised by'] : [])]}
        rows={waiting.map(({ childId, reference, caseworker, since, promisedBy }) => [
          <a class="govuk-link" href={`/cases/${childId}/people`}>
            {reference}
          </a>,
          caseworker ?? 'Nobody',
          `${sayDate(since)}, ${inDays(daysBetween(since, today))}`,
          ...(promisedBy === null
            ? []
            : [
                <>
                  {sayDate(promisedBy)} <DeadlineTag due={promisedBy} today={today} />
                </>,
              ]),
        ])}
      />
      {!promised && (
        <p class="govuk-body">No law sets a time for this, and the authority has set none of its own.</p>
      )}
    </>
  );
}

function Deeds({ effort, deeds }: Pick<Props, 'effort' | 'deeds'>) {
  const { families, half, nineInTen } = effort;
  if (half === null || nineInTen === null)
    return <p class="govuk-body">No family did anything here in the last year.</p>;
  return (
    <>
      <p class="govuk-body">
        Of {number(families)} {families === 1 ? 'family' : 'families'} that did anything, half did{' '}
        {things(half)} or fewer, and nine in ten {things(nineInTen)} or fewer.
      </p>
      <StackedTable
        caption="What families did, most often first"
        captionClasses="govuk-visually-hidden"
        head={['What', 'How often', 'By how many families']}
        rows={deeds.map(({ kind, times, families: of }) => [sayEvent(kind), number(times), number(of)])}
      />
    </>
  );
}

function things(count: number): string {
  return count === 1 ? '1 thing' : `${number(count)} things`;
}

function within(days: number): string {
  return days === 0 ? 'The same day' : inDays(days);
}

function shareOf(part: number, whole: number): string {
  if (whole === 0) return 'None';
  return `${number(part)} (${Math.round((part / whole) * 100)}%)`;
}
