import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { AdviceContent } from '../advice.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';
import { AdviceContentView } from './advice-content.tsx';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  assessmentId: string;
  childName: string;
  paragraph: Paragraph;
  adviserName: string;
  questions: string;
  askedOn: PlainDate;
  dueOn: PlainDate;
  signed: { name: string; role: string; signedOn: PlainDate; returnedOn: PlainDate } | null;
  content: AdviceContent | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** One request for advice as staff see it: what was asked, and the signed advice; or writing down what came by paper. */
export function AskedPage(props: Props) {
  const { page, childName, paragraph, signed, content, assessmentId, errors } = props;
  const title = sayParagraph(paragraph);
  return (
    <Layout title={title} page={page} errors={errors} backLink={`/assessments/${assessmentId}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          { key: 'Asked of', value: props.adviserName },
          { key: 'Asked', value: sayDate(props.askedOn) },
          { key: 'Due', value: sayDate(props.dueOn) },
          { key: 'What was asked', value: <span class="opensend-as-typed">{props.questions}</span> },
          ...(signed === null
            ? []
            : [
                {
                  key: 'Signed',
                  value: `${sayDate(signed.signedOn)}, by ${signed.name}, ${signed.role}`,
                },
                { key: 'Received', value: sayDate(signed.returnedOn) },
              ]),
        ]}
      />
      {content === null ? (
        <RecordForm {...props} />
      ) : (
        <>
          <h2 class="govuk-heading-m">The advice</h2>
          <AdviceContentView content={content} />
        </>
      )}
    </Layout>
  );
}

function RecordForm({ id, assessmentId, formKey, typed, errors }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">Did it come another way?</h2>
      <p class="govuk-body">
        If the advice came on paper, by email or by telephone, write it down here in its author’s own words.
        It cannot be changed afterwards.
      </p>
      <Form action={`/assessments/${assessmentId}/advice-requests/${id}/advice`} idempotencyKey={formKey}>
        <Textarea
          name="statement"
          label="What the advice says"
          errorMessage={errors['statement']}
          value={typed['statement']}
          rows={10}
        />
        <Input
          name="signedName"
          label="Who gave it"
          errorMessage={errors['signedName']}
          value={typed['signedName']}
        />
        <Input
          name="signedRole"
          label="Their role, or their relationship to the child"
          errorMessage={errors['signedRole']}
          value={typed['signedRole']}
        />
        <DateField name="signedOn" legend="The date on the advice" errors={errors} typed={typed} />
        <DateField name="returnedOn" legend="When did you receive it?" errors={errors} typed={typed} />
        <Button preventDoubleClick>Record the advice</Button>
      </Form>
    </>
  );
}
