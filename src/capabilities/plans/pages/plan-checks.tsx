import { InsetText, type PageContext, Tag, type TagColour } from '../../../design-system/index.ts';
import { countOf } from '../../../shared/words.ts';
import type { Placed } from '../checking.ts';
import type { Severity } from '../checks/check.ts';
import type { Grade } from '../checks/index.ts';
import { Findings } from './findings.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';

const GRADE = {
  stopped: { text: 'Stopped', colour: 'red' },
  'to improve': { text: 'To improve', colour: 'orange' },
  ready: { text: 'Ready', colour: 'green' },
} as const satisfies Record<Grade, { text: string; colour: TagColour }>;

type Checked = { grade: Grade; findings: readonly Placed[] };

/** The grade of a draft, and how much was found of each gravity. */
export function GradeLine({ grade, findings }: Checked) {
  const of = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  const said = [
    [of('blocking'), of('blocking') === 1 ? 'that stops it' : 'that stop it'],
    [of('warning'), 'probably wrong'],
    [of('advice'), 'worth a look'],
  ] as const;
  const found = said.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return (
    <p class="govuk-body">
      <Tag colour={GRADE[grade].colour}>{GRADE[grade].text}</Tag>{' '}
      {found.length === 0 ? 'The checks find nothing' : found.join(', ')}.
    </p>
  );
}

type Props = Checked & {
  page: PageContext;
  of: OfPlan;
  /** By the part of the draft it is put right in, in the plan's order. */
  parts: readonly { title: string; findings: readonly Placed[] }[];
  /** Where a row stands, and what it is called. */
  at: (finding: Placed) => { href: string; text: string } | null;
  /** Whether whoever looks may say what the authority checks by. */
  manager: boolean;
};

/** Everything the rules find in a draft, section by section. */
export function PlanChecksPage({ page, of, parts, at, manager, ...checked }: Props) {
  return (
    <PlanFrame page={page} of={of} title="Checks" backTo={{ part: 'overview' }}>
      <h1 class="govuk-heading-l">What the checks find in the draft</h1>
      <GradeLine {...checked} />
      <InsetText>
        A program reads the draft. It misses some things and is wrong about others, so you decide. A draft in
        which it finds nothing may still be wrong.{' '}
        <a class="govuk-link" href="/rules/plan-checks">
          What it looks for
        </a>
      </InsetText>
      <p class="govuk-body">
        <a class="govuk-link" href={`/plans/${of.planId}/advice-needs`}>
          Each need in the advice, and where it stands
        </a>
      </p>
      {manager && (
        <p class="govuk-body">
          <a class="govuk-link" href="/plan-checks/limits">
            How old advice may be, and the reading age of plans
          </a>
        </p>
      )}
      {parts.map(({ title, findings }) => (
        <section key={title}>
          <h2 class="govuk-heading-m">
            {title} <span class="govuk-caption-m">{countOf(findings.length, 'finding')}</span>
          </h2>
          <Findings findings={findings} at={at} />
        </section>
      ))}
    </PlanFrame>
  );
}
