import { Button, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { STEP_WORDS, type Step } from '../case.ts';
import { type Durations, FEWEST, middle, STRETCHES } from '../forecast.ts';
import type { WaitCount } from '../report-store.ts';
import type { Standing } from '../team-store.ts';
import { sayAwaited } from '../waits.ts';
import { CaseloadFrame, inDays, number } from './caseload-frame.tsx';

type Props = {
  page: PageContext;
  steps: readonly Standing[];
  /** What is waited for of others, and the days it took of those that came in the last year. */
  waits: readonly (WaitCount & { took: readonly number[] })[];
  durations: Durations;
};

/** Where cases wait, for how long, and how long the authority's own took in the last year. */
export function StagesPage({ page, steps, waits, durations }: Props) {
  return (
    <CaseloadFrame page={page} part="/caseload/stages" title="Where cases wait">
      {steps.length === 0 ? (
        <p class="govuk-body">No case is open.</p>
      ) : (
        <StackedTable
          caption="By what is to be done next"
          captionClasses="govuk-table__caption--m"
          head={['Next', 'Open', 'Overdue', 'Longest so far', 'Half took, in the last year']}
          rows={steps.map((one) => [
            <a class="govuk-link" href={`/cases?view=open&step=${STEP_WORDS[one.step].api}`}>
              {STEP_WORDS[one.step].staff}
            </a>,
            number(one.open),
            number(one.overdue),
            inDays(one.longest),
            tookAt(one.step, durations),
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Who is waited for</h2>
      {waits.length === 0 ? (
        <p class="govuk-body">Nobody else is waited for.</p>
      ) : (
        <StackedTable
          caption="Who is waited for, most first"
          captionClasses="govuk-visually-hidden"
          head={[
            'Waiting for',
            'Now',
            'Overdue',
            'Half have waited',
            'Longest',
            'Half took, in the last year',
          ]}
          rows={waits.map((one) => [
            sayAwaited(one),
            number(one.waiting),
            number(one.overdue),
            `${inDays(one.half)} or less`,
            inDays(one.longest),
            usual(one.took),
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Where the time went</h2>
      <p class="govuk-body">
        Of what came to its end in the last year. The law gives 6 weeks (42 days) to decide whether to assess,
        and 20 weeks (140 days) in all to the final plan (SEND Regulations 2014, regs 5(1) and 13(2)). From an
        amendment notice it gives 8 weeks (56 days) to the amended plan, or to notice of none (reg. 22(3) to
        (4)).
      </p>
      <StackedTable
        caption="Where the time went"
        captionClasses="govuk-visually-hidden"
        head={['Part', 'Half took', 'Nine in ten took', 'How many']}
        rows={STRETCHES.map((stretch) => [
          STEP_WORDS[stretch].staff,
          usual(durations[stretch]),
          usual(durations[stretch], 0.9),
          number(durations[stretch].length),
        ])}
      />
      <Button href="/caseload/stages.csv" classes="govuk-button--secondary">
        Download (CSV)
      </Button>
    </CaseloadFrame>
  );
}

/** How long what a step counts towards took; what is in none of the parts of a case is not counted. */
function tookAt(step: Step, durations: Durations): string {
  const stretch =
    step === 'file to open' ? 'decide whether to assess' : STRETCHES.find((one) => one === step);
  return stretch === undefined ? 'Not counted' : usual(durations[stretch]);
}

/** The days a share of them took no longer than, in words; fewer than ten say nothing. */
function usual(took: readonly number[], share = 0.5): string {
  if (took.length < FEWEST) return 'Too few to say';
  return `${inDays(share === 0.5 ? middle(took) : (took[Math.ceil(took.length * share) - 1] ?? 0))} or less`;
}
