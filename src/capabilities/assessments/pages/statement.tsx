import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import { type SavedMeanwhile, SavedMeanwhileNotice } from './saved-meanwhile.tsx';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  childName: string;
  version: number;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  /** What somebody else saved meanwhile. */
  saved: SavedMeanwhile | null;
};

/** The statement in the author's own words: a summary, or why there is nothing to advise. */
export function StatementPage({ page, formKey, id, childName, version, typed, errors, saved }: Props) {
  return (
    <Layout title="Statement" page={page} errors={errors} backLink={`/advice/${id}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Statement</h1>
      {saved !== null && <SavedMeanwhileNotice saved={saved} />}
      <Form action={`/advice/${id}/statement`} idempotencyKey={formKey} version={version}>
        <Textarea
          name="text"
          label={{ text: 'In your own words', classes: 'govuk-label--m' }}
          hint="A summary, what the child told you, or why you have no needs to add"
          errorMessage={errors['text']}
          value={typed['text']}
          rows={10}
        />
        <Checkboxes
          name="notKnown"
          values={typed['notKnown'] === 'yes' ? ['yes'] : []}
          items={[{ value: 'yes', text: 'The child is not known to this service' }]}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Layout>
  );
}
