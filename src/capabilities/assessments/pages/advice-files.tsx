import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { FilesView } from './files-view.tsx';

type Props = {
  page: PageContext;
  id: string;
  childId: string;
  childName: string;
  attached: readonly { documentId: string; title: string; attachedBy: string }[];
  /** What the organisation has sent, and has not attached. */
  left: readonly { id: string; title: string }[];
  formKey: string;
  errors: FieldErrors;
};

/** Attaching files to advice: sent to the child's file first, and then made part of it. */
export function AdviceFilesPage({ page, id, childId, childName, attached, left, formKey, errors }: Props) {
  const title = 'Attach files to your advice';
  return (
    <Layout title={title} page={page} errors={errors} backLink={`/advice/${id}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <FilesView files={attached} title="Attached" />
      {left.length === 0 ? (
        <p class="govuk-body">There is nothing else your organisation has sent about {childName}.</p>
      ) : (
        <Form action={`/advice/${id}/documents`} idempotencyKey={formKey}>
          <Checkboxes
            name="documents"
            fieldset={{ legend: { text: 'Which files?', classes: 'govuk-fieldset__legend--m' } }}
            hint="What your organisation has sent about this child. Once you sign, what is attached stays attached"
            errorMessage={errors['documents']}
            values={[]}
            items={left.map((one) => ({ value: one.id, text: one.title }))}
          />
          <Button preventDoubleClick>Attach</Button>
        </Form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/children/${childId}/documents/new`}>
          Send a file first
        </a>
        . The SEND team and the family can open a file from the moment it is sent, before you sign.
      </p>
    </Layout>
  );
}
