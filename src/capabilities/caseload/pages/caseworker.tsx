import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  IdentityBar,
  Layout,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Allocation, Worker } from '../allocation.ts';

type Props = {
  page: PageContext;
  of: { childId: string; childName: string; bornOn: PlainDate };
  current: Allocation | null;
  workers: readonly Worker[];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Who has a case, and giving it to somebody. */
export function CaseworkerPage({ page, of, current, workers, formKey, typed, errors }: Props) {
  return (
    <Layout
      title={`Caseworker: ${of.childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/cases/${of.childId}`, text: 'Case' }}
      beforeContent={
        <IdentityBar>
          {of.childName}
          <span class="opensend-identity-detail"> born {sayDate(of.bornOn)}</span>
        </IdentityBar>
      }
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Caseworker</h1>
      <p class="govuk-body">
        {current === null
          ? 'Nobody has this case.'
          : `${current.name} has had this case since ${sayDate(current.fromOn)}.`}
      </p>
      <Form idempotencyKey={formKey}>
        <input type="hidden" name="seen" value={typed['seen'] ?? current?.accountId ?? ''} />
        <Radios
          name="to"
          fieldset={{ legend: { text: 'Who takes the case?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors['to']}
          value={typed['to']}
          items={workers
            .filter(({ accountId }) => accountId !== current?.accountId)
            .map(({ accountId, name }) => ({ value: accountId, text: name }))}
        />
        <Textarea
          name="handover"
          label={{ text: 'What should they know?', classes: 'govuk-label--m' }}
          hint="The family is sent the same words, so that they do not have to tell it again. You can leave it empty"
          errorMessage={errors['handover']}
          value={typed['handover']}
        />
        <Button>Give the case, and tell the family</Button>
      </Form>
    </Layout>
  );
}
