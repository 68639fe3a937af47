import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  childName: string;
  authorityName: string;
  paragraph: Paragraph;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Saying that an organisation cannot give advice it was asked for, and why. */
export function RefusalPage({ page, formKey, id, typed, errors, ...asked }: Props) {
  const title = 'Say that you cannot give this advice';
  return (
    <Layout title={title} page={page} errors={errors} backLink={`/advice/${id}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {asked.childName}: {sayParagraph(asked.paragraph)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        If you do not know the child, write that as your advice instead: that is an answer.
      </p>
      <p class="govuk-body">
        {asked.authorityName} will ask somebody else, and tell the family whom. You will no longer see what
        was sent to you, nor anything you have begun to write.
      </p>
      <Form action={`/advice/${id}/refusal`} idempotencyKey={formKey}>
        <Textarea
          name="reason"
          label={{ text: 'Why can you not give it?', classes: 'govuk-label--m' }}
          hint="And who could, if you know"
          errorMessage={errors['reason']}
          value={typed['reason']}
        />
        <Button classes="govuk-button--warning" preventDoubleClick>
          Tell {asked.authorityName}
        </Button>
      </Form>
    </Layout>
  );
}
