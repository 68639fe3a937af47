import { Button, type PageContext, StackedTable } from '../../../design-system/index.ts';
import type { AnswerTimes } from '../report-store.ts';
import { CaseloadFrame, inDays, number } from './caseload-frame.tsx';

type Props = {
  page: PageContext;
  /** The working days within which an answer is promised now. */
  promised: number;
  people: readonly AnswerTimes[];
  /** Each team, and all together last. */
  teams: readonly AnswerTimes[];
};

/** How soon families' messages were answered in the last year, against what was promised. */
export function AnswersPage({ page, promised, people, teams }: Props) {
  return (
    <CaseloadFrame page={page} part="/caseload/answers" title="Answers to families">
      <p class="govuk-body">
        What families wrote in the last year. An answer is promised within {promised} working days: the
        authority’s own promise, no limit of the law. A message counts for whoever had the case when it was
        sent or, where staff wrote down what they heard, on the day they heard it, and its days from then. One
        that waits, and whose day has not come, is not judged yet.
      </p>
      {people.length === 0 ? (
        <p class="govuk-body">No family has written in the last year.</p>
      ) : (
        <>
          <Times caption="By person" of="Caseworker" rows={people} none="Nobody had the case" />
          <Times caption="By team" of="Team" rows={teams} none="All together" />
        </>
      )}
      <div class="govuk-button-group">
        <Button href="/messages" classes="govuk-button--secondary">
          Messages to answer
        </Button>
        <Button href="/caseload/answers.csv" classes="govuk-button--secondary">
          Download (CSV)
        </Button>
      </div>
    </CaseloadFrame>
  );
}

type TimesProps = { caption: string; of: string; rows: readonly AnswerTimes[]; none: string };

function Times({ caption, of, rows, none }: TimesProps) {
  return (
    <StackedTable
      caption={caption}
      captionClasses="govuk-table__caption--m"
      head={[of, 'Received', 'Answered', 'Answered by the promised day', 'Half answered within', 'Late now']}
      rows={rows.map((one) => [
        one.name ?? none,
        number(one.received),
        number(one.answered),
        share(one),
        one.half === null ? 'None answered' : one.half === 0 ? 'The same day' : inDays(one.half),
        number(one.late),
      ])}
    />
  );
}

function share({ onTime, judged }: AnswerTimes): string {
  if (judged === 0) return 'Nothing to judge yet';
  return `${number(onTime)} of ${number(judged)} (${Math.round((onTime / judged) * 100)}%)`;
}
