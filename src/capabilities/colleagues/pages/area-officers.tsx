import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Select,
  StackedTable,
} from '../../../design-system/index.ts';

type Props = {
  page: PageContext;
  named: readonly { organisationId: string; name: string; officers: readonly string[] }[];
  /** The health bodies that are not named. */
  others: readonly { organisationId: string; name: string }[];
  errors: FieldErrors;
  formKey: string;
};

const at = '/staff/clinical-officers';

/** Whose designated clinical officer sees all the health advice outstanding in the authority's area. */
export function AreaOfficersPage({ page, named, others, errors, formKey }: Props) {
  const title = 'Who sees all health advice that is outstanding';
  return (
    <Layout title={title} page={page} errors={errors} backLink={{ href: '/staff', text: 'Staff' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        The designated clinical officer of a health body you name sees all the medical advice, and all the
        advice of health bodies, that you have asked for and do not have yet: the child’s name, what advice,
        who was asked, since when, and who has it. They cannot open the child’s file or the advice, and they
        are told when it is late. Families are told who sees this.
      </p>
      {named.length === 0 ? (
        <p class="govuk-body">
          You have named nobody. An officer then sees what is asked of their own organisation only.
        </p>
      ) : (
        <StackedTable
          caption="Health bodies you have named"
          captionClasses="govuk-table__caption--m"
          firstCellIsHeader
          head={['Health body', 'Its designated clinical officer', 'Stop']}
          rows={named.map(({ organisationId, name, officers }) => [
            name,
            officers.length === 0
              ? 'Nobody yet: its administrators say who, on their page of colleagues'
              : officers.join(', '),
            <form method="post" action={at}>
              <input type="hidden" name="organisationId" value={organisationId} />
              <input type="hidden" name="sees" value="no" />
              <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
                Stop<span class="govuk-visually-hidden"> the officer of {name} from seeing it</span>
              </Button>
            </form>,
          ])}
        />
      )}
      {others.length === 0 ? (
        named.length === 0 && (
          <p class="govuk-body">There is no health body here yet, so there is nobody to name.</p>
        )
      ) : (
        <Form action={at} idempotencyKey={formKey}>
          <input type="hidden" name="sees" value="yes" />
          <Select
            name="organisationId"
            label="Name a health body"
            hint="For example, an integrated care board"
            errorMessage={errors['organisationId']}
            items={[
              { value: '', text: 'Select a health body' },
              ...others.map(({ organisationId, name }) => ({ value: organisationId, text: name })),
            ]}
          />
          <Button preventDoubleClick>Let its officer see it</Button>
        </Form>
      )}
    </Layout>
  );
}
