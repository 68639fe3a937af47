import { Details, SummaryList } from '../../../design-system/index.ts';
import type { Check, Severity } from '../../plans/index.ts';
import { Law, UNSURE } from './summary.tsx';

const SEVERITY = {
  blocking: 'It stops the plan from going out, unless staff record why it goes out as it is',
  warning: 'It is probably wrong: the writer is told, and judges',
  advice: 'It is worth a look: the writer is told, and judges',
} as const satisfies Record<Severity, string>;

/** What a plan is checked for, with the law each check rests on. */
export function PlanChecks({ checks }: { checks: readonly Check[] }) {
  return (
    <section aria-labelledby="plan-checks">
      <h2 class="govuk-heading-m" id="plan-checks">
        What a plan is checked for
      </h2>
      <p class="govuk-body">
        A program reads the words of a plan and looks for these, while it is written and when it is saved as a
        file. It misses some things and is wrong about others. A person decides, and a plan in which it finds
        nothing may still be wrong.
      </p>
      {checks.map((check) => (
        <Details key={check.id} id={check.id} summary={check.name}>
          <SummaryList
            rows={[
              {
                key: 'What it means',
                value:
                  check.noException === undefined
                    ? SEVERITY[check.severity]
                    : `It stops the plan from going out. ${check.noException}`,
              },
              { key: 'What to do', value: check.suggestion },
              { key: 'The law', value: <Law rule={check} /> },
              check.cite.confidence !== 'high' && {
                key: 'How sure we are',
                value: UNSURE[check.cite.confidence],
              },
            ]}
          />
        </Details>
      ))}
    </section>
  );
}
