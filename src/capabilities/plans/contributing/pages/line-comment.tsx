import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  SummaryList,
  Textarea,
} from '../../../../design-system/index.ts';
import type { LineOfTheirs } from '../shown-reading.ts';

type Props = {
  page: PageContext;
  childName: string;
  /** Null where it is not shown any longer. */
  line: LineOfTheirs | null;
  at: string;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** A contributor comments on one line of a draft. */
export function LineCommentPage({ page, childName, line, at, formKey, typed, errors }: Props) {
  const back = { href: at, text: 'The lines that rest on your advice' };
  const title = line === null ? 'Comment on a line' : `Comment on ${line.name}`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={back}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {line === null && <p class="govuk-body">Go back and choose a line to comment on it.</p>}
      {line !== null && (
        <SummaryList
          rows={line.fields.map(({ label, text }) => ({ key: label, value: <AsTyped>{text}</AsTyped> }))}
        />
      )}
      <Form action={`${at}/comments`} idempotencyKey={formKey}>
        <input type="hidden" name="row" value={line?.rowId ?? typed['row'] ?? ''} />
        <Textarea
          name="words"
          label={{ text: 'Your comment', classes: 'govuk-label--m' }}
          hint="The SEND team reads this"
          errorMessage={errors['words']}
          value={typed['words']}
          rows={5}
        />
        <Button preventDoubleClick>Send comment</Button>
      </Form>
    </Layout>
  );
}
