import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  childName: string;
  authorityName: string;
  paragraph: Paragraph;
  dueOn: PlainDate;
  /** What was said before. */
  said: PlainDate | null;
  signed: object | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Saying when advice will be ready. */
export function PromisePage({ page, formKey, id, said, signed, typed, errors, ...asked }: Props) {
  const title = 'Say when it will be ready';
  return (
    <Layout title={title} page={page} errors={errors} backLink={`/advice/${id}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {asked.childName}: {sayParagraph(asked.paragraph)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        The law’s day is {sayDate(asked.dueOn)} (SEND Regulations 2014, regulation 8(1)). What you say here
        does not move it: {asked.authorityName} sees the day beside it, and can tell the family what to
        expect.
      </p>
      {said !== null && <InsetText>You said {sayDate(said)}.</InsetText>}
      {signed === null && (
        <Form action={`/advice/${id}/ready`} idempotencyKey={formKey}>
          <DateField
            name="readyOn"
            legend="When will it be ready?"
            errors={errors}
            typed={typed}
            value={said ?? undefined}
          />
          <Button preventDoubleClick>Save</Button>
        </Form>
      )}
    </Layout>
  );
}
