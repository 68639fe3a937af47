import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Select,
  StackedTable,
  Tag,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { awayToo, type Worker } from '../allocation.ts';
import type { CoverRow } from '../store.ts';

type Props = {
  page: PageContext;
  cover: readonly CoverRow[];
  workers: readonly Worker[];
  formKey: string;
  endKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Who looks after whose cases while they are away. */
export function CoverPage({ page, cover, workers, formKey, endKey, typed, errors }: Props) {
  const people = (ask: string) => [
    { value: '', text: ask },
    ...workers.map(({ accountId, name }) => ({ value: accountId, text: name })),
  ];
  return (
    <Layout
      title="Leave cover"
      page={page}
      errors={errors}
      backLink={{ href: '/caseload', text: 'Caseload' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Leave cover</h1>
      <p class="govuk-body">
        Whoever covers sees the other’s cases among their own, from the first day to the last.
      </p>
      {cover.length === 0 ? (
        <p class="govuk-body">Nobody’s leave is covered now.</p>
      ) : (
        <StackedTable
          caption="Now and to come"
          captionClasses="govuk-table__caption--m"
          head={['Away', 'Covered by', 'From', 'To', 'What you can do']}
          rows={cover.map((one) => [
            one.away,
            awayToo(one, cover) === undefined ? (
              one.cover
            ) : (
              <>
                {one.cover} <Tag colour="orange">Away too</Tag>
              </>
            ),
            sayDate(one.fromOn),
            sayDate(one.untilOn),
            <Form action={`/caseload/cover/${one.id}/end`} idempotencyKey={endKey}>
              <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                End
                <span class="govuk-visually-hidden"> the cover for {one.away}</span>
              </Button>
            </Form>,
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Add cover</h2>
      <Form idempotencyKey={formKey}>
        <Select
          name="away"
          label="Who is away?"
          errorMessage={errors['away']}
          value={typed['away']}
          items={people('Select a person')}
        />
        <Select
          name="cover"
          label="Who covers?"
          errorMessage={errors['cover']}
          value={typed['cover']}
          items={people('Select a person')}
        />
        <DateField name="fromOn" legend="The first day away" typed={typed} errors={errors} />
        <DateField name="untilOn" legend="The last day away" typed={typed} errors={errors} />
        <Button>Add cover</Button>
      </Form>
    </Layout>
  );
}
