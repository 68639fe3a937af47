import {
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Select,
} from '../../../design-system/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { KnownQuestion } from '../known.ts';
import { sayOrganisation } from './organisation-words.tsx';

type Props = {
  page: PageContext;
  assessment: { id: string; childName: string };
  organisations: readonly {
    id: string;
    name: string;
    kind: string;
    town: string | null;
    postcode: string | null;
  }[];
  questions: readonly KnownQuestion[];
  today: PlainDate;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Asking the family, a setting, or both, who knows a child. */
export function KnownAskPage(props: Props) {
  const { page, assessment, organisations, questions, typed, errors } = props;
  const title = 'Ask who knows the child';
  const at = `/assessments/${assessment.id}/professionals`;
  const familyAsked = questions.some(({ party }) => party === 'family');
  return (
    <Layout title={title} page={page} errors={errors} backLink={at}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{assessment.childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={`${at}/questions`} idempotencyKey={props.formKey}>
        <Checkboxes
          name="whom"
          fieldset={{ legend: { text: 'Who do you want to ask?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors['whom']}
          values={typed['whom'] === undefined && !familyAsked ? ['family'] : (typed['whom'] ?? '').split(',')}
          items={[
            {
              value: 'family',
              text: familyAsked ? 'The family (asked already)' : 'The family',
              hint: 'Everyone on the file who may be written to',
            },
          ]}
        />
        <Select
          name="organisationId"
          label={{ text: 'Which school, college or nursery do you want to ask?', classes: 'govuk-label--m' }}
          hint="The question comes to its inbox, with the child’s name. It sees only what it says itself"
          errorMessage={errors['organisationId']}
          value={typed['organisationId']}
          items={[
            { value: '', text: 'None' },
            ...organisations.map((one) => ({ value: one.id, text: sayOrganisation(one) })),
          ]}
        />
        <DateField
          name="answerBy"
          legend={{ text: 'When should they answer by?', classes: 'govuk-fieldset__legend--m' }}
          hint="We tell them that you will go on after this day without an answer. No law sets it, and you can ask for advice before it"
          errors={errors}
          typed={typed}
        />
        <Button preventDoubleClick>Ask</Button>
      </Form>
    </Layout>
  );
}
