import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { BreachCount, LateCase } from '../breach-store.ts';
import { LIMIT_WORDS, LIMITS, type Limit } from '../limits.ts';
import { CaseloadFrame, number } from './caseload-frame.tsx';

type Props = {
  page: PageContext;
  counts: readonly BreachCount[];
  cases: readonly LateCase[];
  /** Which page of the cases this is, from 1, and how many there are. */
  number: number;
  pages: number;
  mayChangeList: boolean;
};

/** Which time limits passed in the last year, and why. */
export function BreachesPage(props: Props) {
  const { page, counts, cases, mayChangeList } = props;
  return (
    <CaseloadFrame page={page} part="/caseload/late" title="What was late, and why">
      <p class="govuk-body">
        The authority’s own time limits that fell due in the last year and passed before the thing was done,
        whether or not a lawful exception is recorded. A reason excuses nothing; it says where to look.
      </p>
      {counts.length === 0 ? (
        <p class="govuk-body">No time limit passed in the last year.</p>
      ) : (
        LIMITS.map((limit) => <Counted key={limit} limit={limit} counts={counts} />)
      )}
      <div class="govuk-button-group">
        <Button href="/caseload/late.csv" classes="govuk-button--secondary">
          Download all of them (CSV, without names)
        </Button>
        {mayChangeList && (
          <Button href="/caseload/late/reasons" classes="govuk-button--secondary">
            The list of reasons
          </Button>
        )}
      </div>
      {cases.length > 0 && <Cases {...props} />}
    </CaseloadFrame>
  );
}

function Counted({ limit, counts }: { limit: Limit; counts: readonly BreachCount[] }) {
  const rows = counts.filter((one) => one.limit === limit);
  if (rows.length === 0) return null;
  const sum = (of: (one: BreachCount) => number) => rows.reduce((all, one) => all + of(one), 0);
  return (
    <StackedTable
      caption={LIMIT_WORDS[limit].staff}
      captionClasses="govuk-table__caption--m"
      head={['Reason', 'Passed', 'With a lawful exception recorded']}
      rows={[
        ...rows.map((one) => [
          one.kind ?? (one.given ? 'Another reason' : 'No reason recorded'),
          number(one.count),
          number(one.excepted),
        ]),
        [<strong>All</strong>, number(sum(({ count }) => count)), number(sum(({ excepted }) => excepted))],
      ]}
    />
  );
}

function Cases({ cases, number, pages }: Props) {
  const link = (to: number) => ({ href: `/caseload/late?page=${to}`, labelText: `${to} of ${pages}` });
  return (
    <>
      <StackedTable
        caption="Each case: those without a reason come first"
        captionClasses="govuk-table__caption--m"
        head={['Case', 'Caseworker', 'Time limit', 'Due', 'Done', 'Reason']}
        rows={cases.map((one) => [
          <a class="govuk-link" href={`/cases/${one.childId}/late`}>
            {one.reference}
          </a>,
          one.caseworker ?? 'Nobody',
          LIMIT_WORDS[one.limit].staff,
          sayDate(one.dueOn),
          one.doneOn === null ? 'Not yet' : sayDate(one.doneOn),
          one.kind ?? (one.given ? 'Another reason' : 'None recorded'),
        ])}
      />
      {pages > 1 && (
        <Pagination
          landmarkLabel="More of what was late"
          {...(number > 1 ? { previous: link(number - 1) } : {})}
          {...(number < pages ? { next: link(number + 1) } : {})}
        />
      )}
    </>
  );
}

type KindsProps = {
  page: PageContext;
  kinds: readonly { id: string; words: string; endKey: string }[];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The reasons an authority counts lateness by. */
export function ReasonKindsPage({ page, kinds, formKey, typed, errors }: KindsProps) {
  return (
    <Layout
      title="Reasons for lateness"
      page={page}
      errors={errors}
      backLink={{ href: '/caseload/late', text: 'What was late, and why' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Reasons for lateness</h1>
      <p class="govuk-body">
        The authority’s own list: neither the law nor the SEN2 return has one. While it is empty, staff give a
        reason in their own words alone. None of these is a lawful exception.
      </p>
      {kinds.length === 0 ? (
        <p class="govuk-body">The list is empty.</p>
      ) : (
        <StackedTable
          caption="The list"
          captionClasses="govuk-visually-hidden"
          head={['Reason', 'What you can do']}
          rows={kinds.map(({ id, words, endKey }) => [
            words,
            <Form action={`/caseload/late/reasons/${id}/end`} idempotencyKey={endKey}>
              <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                Take off the list<span class="govuk-visually-hidden">: {words}</span>
              </Button>
            </Form>,
          ])}
        />
      )}
      <Form action="/caseload/late/reasons" idempotencyKey={formKey}>
        <Input
          name="words"
          label={{ text: 'Add a reason', classes: 'govuk-label--m' }}
          hint="For example, no educational psychologist was free"
          errorMessage={errors['words']}
          value={typed['words']}
        />
        <Button>Add to the list</Button>
      </Form>
    </Layout>
  );
}
