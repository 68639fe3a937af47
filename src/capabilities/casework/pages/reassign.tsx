import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type Case, STEP_WORDS } from '../case.ts';

type Props = {
  page: PageContext;
  from: string | null;
  cases: readonly Case[];
  /** There are more cases than are shown. */
  more: boolean;
  workers: readonly { accountId: string; name: string }[];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Gives many of one person's cases, or nobody's, to somebody else; each family is told. */
export function ReassignPage({ page, from, cases, more, workers, formKey, typed, errors }: Props) {
  const name = cases.find(({ caseworker }) => caseworker?.accountId === from)?.caseworker?.name;
  const ticked = (typed['children'] ?? '').split(',');
  return (
    <Layout
      title="Give cases to somebody"
      page={page}
      errors={errors}
      backLink={{ href: '/caseload', text: 'Caseload' }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{name === undefined ? 'Cases that nobody has' : `Cases of ${name}`}</span>
      <h1 class="govuk-heading-l">Give cases to somebody</h1>
      {cases.length === 0 ? (
        <p class="govuk-body">There are none.</p>
      ) : (
        <Form idempotencyKey={formKey}>
          <input type="hidden" name="from" value={from ?? ''} />
          {more && (
            <InsetText>
              The {cases.length} due soonest are shown. The others follow when these are given.
            </InsetText>
          )}
          <Checkboxes
            name="children"
            fieldset={{ legend: { text: 'Which cases?', classes: 'govuk-fieldset__legend--m' } }}
            classes="govuk-checkboxes--small"
            errorMessage={errors['children']}
            items={cases.map((one) => ({
              value: one.childId,
              text: one.childName,
              hint: `${STEP_WORDS[one.step].staff}, due ${sayDate(one.dueOn)}`,
              checked: ticked.includes(one.childId),
            }))}
          />
          <Select
            name="to"
            label={{ text: 'Who takes them?', classes: 'govuk-label--m' }}
            errorMessage={errors['to']}
            value={typed['to']}
            items={[
              { value: '', text: 'Select a person' },
              ...workers
                .filter(({ accountId }) => accountId !== from)
                .map((worker) => ({ value: worker.accountId, text: worker.name })),
            ]}
          />
          <Textarea
            name="handover"
            label={{ text: 'What should they know?', classes: 'govuk-label--m' }}
            hint="Each family is sent the same words. Write nothing here about one child: use that case’s own page"
            errorMessage={errors['handover']}
            value={typed['handover']}
          />
          <Button>Give the cases, and tell the families</Button>
        </Form>
      )}
    </Layout>
  );
}
