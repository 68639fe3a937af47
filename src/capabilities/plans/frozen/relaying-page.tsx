import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
  SummaryList,
  sayMoment,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { countOf } from '../../../shared/words.ts';
import type { Standing } from './relaying-routes.tsx';
import type { InForce } from './relaying-store.ts';

type Props = {
  page: PageContext;
  formKey: string;
  errors: FieldErrors;
  standing: Standing;
  /** Which part of the list, and how long a part is. */
  number: number;
  most: number;
};

const TITLE = 'Layouts of plans';

/** The plans in force in an older layout of the template, and laying them out in the newest. */
export function LayoutsPage({ page, formKey, errors, standing, number, most }: Props) {
  const { layout, all, older, plans, run, refused } = standing;
  return (
    <Layout title={TITLE} page={page} errors={errors} backLink={{ href: '/cases', text: 'Cases' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l" id="layout">
        {TITLE}
      </h1>
      <p class="govuk-body">
        Plans are laid out in layout {layout} of the template today. A plan stays in the layout it was sent
        in.
      </p>
      <p class="govuk-body">
        Laying a plan out anew makes a second paper beside the one that was sent. It says the same words. It
        is no new version, the plan that was sent stays as it is, and nobody is sent anything.
      </p>
      <p class="govuk-body govuk-!-font-weight-bold">{sayOlder(all, older, layout)}</p>
      {run !== null && <Progress run={run} />}
      {older > 0 && (
        <Form action="/plans/layouts" idempotencyKey={formKey}>
          <Button preventDoubleClick>{askWords(run, older)}</Button>
        </Form>
      )}
      {refused.length > 0 && <Refused refused={refused} />}
      {plans.length > 0 && (
        <>
          <h2 class="govuk-heading-m">In an older layout</h2>
          <StackedTable
            caption="Plans in force in an older layout"
            captionClasses="govuk-visually-hidden"
            head={['Plan', 'Version', 'Issued', 'Layout']}
            rows={plans.map((plan) => [
              <Link plan={plan} />,
              String(plan.number),
              sayDate(plan.sentOn),
              plan.layout === null ? 'Not kept' : String(plan.layout),
            ])}
          />
        </>
      )}
      {older > most && (
        <Pagination
          {...(number > 1 ? { previous: { href: `/plans/layouts?page=${number - 1}` } } : {})}
          {...(number * most < older ? { next: { href: `/plans/layouts?page=${number + 1}` } } : {})}
        />
      )}
    </Layout>
  );
}

function sayOlder(all: number, older: number, layout: number): string {
  if (all === 0) return 'No plan is in force.';
  const are = older === 1 ? 'is' : 'are';
  if (older === 0) return `Every plan in force is in layout ${layout}.`;
  return `${older} of ${countOf(all, 'plan')} in force ${are} in an older layout.`;
}

function askWords(run: Standing['run'], older: number): string {
  if (run !== null && run.left > 0) return 'Go on with those still to do';
  if (run !== null && run.refused > 0 && run.refused === older) return 'Try those again';
  return older === 1 ? 'Lay it out in the newest layout' : 'Lay them out in the newest layout';
}

function Progress({ run }: { run: NonNullable<Standing['run']> }) {
  const { askedBy, askedAt, done, refused, left } = run;
  return (
    <>
      <h2 class="govuk-heading-m">{left > 0 ? 'Being laid out' : 'Last laid out'}</h2>
      <SummaryList
        rows={[
          { key: 'Asked for', value: `${sayMoment(askedAt)}, by ${askedBy}` },
          { key: 'Laid out', value: String(done) },
          { key: 'Could not be', value: String(refused) },
          { key: 'Still to do', value: String(left) },
        ]}
      />
      {left > 0 && (
        <p class="govuk-body">
          It goes on though this page is closed.{' '}
          <a class="govuk-link" href="/plans/layouts">
            See how far it is now
          </a>
        </p>
      )}
    </>
  );
}

const WHY: Readonly<Record<string, string>> = {
  'not kept': 'Its words were not kept when it was sent, so nothing can show that the new ones are the same',
  altered:
    'What is kept of it is not what was sent: its hash does not match. Tell whoever looks after this service',
  'other words': 'In the newest layout it would say something it did not say when it was sent',
};

function Refused({ refused }: { refused: Standing['refused'] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Could not be laid out</h2>
      <p class="govuk-body">These stay as they were sent.</p>
      <StackedTable
        caption="Plans that could not be laid out anew"
        captionClasses="govuk-visually-hidden"
        head={['Plan', 'Version', 'Why']}
        rows={refused.map((plan) => [<Link plan={plan} />, String(plan.number), WHY[plan.why] ?? plan.why])}
      />
    </>
  );
}

function Link({ plan }: { plan: InForce }) {
  return (
    <a class="govuk-link" href={`/plans/${plan.planId}/versions/${plan.versionId}`}>
      {plan.childName}
    </a>
  );
}
