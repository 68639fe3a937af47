import { inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import type { Check, Severity } from '../../plans/index.ts';
import { planChecksInEasyRead } from './easy-read/plan-checks.ts';
import { Law, UNSURE } from './summary.tsx';

const SEVERITIES = {
  blocking: {
    title: 'What stops a plan from going out',
    means: 'It stops the plan from going out, unless staff record why it goes out as it is.',
  },
  warning: {
    title: 'What is probably wrong',
    means: 'It is probably wrong: the writer is told, and judges.',
  },
  advice: {
    title: 'What is worth a look',
    means: 'It is worth a look: the writer is told, and judges.',
  },
} as const satisfies Record<Severity, { title: string; means: string }>;

export type PlanChecksProps = { page: PageContext; checks: readonly Check[] };

/** What a plan is checked for, the gravest first, with the law each check rests on. */
export const PlanChecksPage = inEasyRead(PlanChecks, planChecksInEasyRead);

function PlanChecks({ page, checks }: PlanChecksProps) {
  const title = 'What a plan is checked for';
  return (
    <Layout title={title} page={page} backLink={{ href: '/rules', text: 'The rules we follow' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        A program reads the words of a plan and looks for these, while it is written and when it is saved as a
        file. It misses some things and is wrong about others. A person decides, and a plan in which it finds
        nothing may still be wrong.
      </p>
      {(['blocking', 'warning', 'advice'] as const).map((severity) => (
        <section key={severity} aria-labelledby={severity}>
          <h2 class="govuk-heading-m" id={severity}>
            {SEVERITIES[severity].title}
          </h2>
          <p class="govuk-body">{SEVERITIES[severity].means}</p>
          {checks
            .filter((check) => check.severity === severity)
            .map((check) => (
              <OneCheck key={check.id} check={check} />
            ))}
        </section>
      ))}
    </Layout>
  );
}

function OneCheck({ check }: { check: Check }) {
  const { id, name, noException, suggestion, cite } = check;
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1" id={id}>
        {name}
      </h3>
      {noException !== undefined && <p class="govuk-body">Nothing can be recorded instead. {noException}.</p>}
      <p class="govuk-body govuk-!-margin-bottom-1">{suggestion}</p>
      <div class="govuk-body">
        <Law rule={check} />
      </div>
      {cite.confidence !== 'high' && <p class="govuk-body">{UNSURE[cite.confidence]}.</p>}
    </>
  );
}
