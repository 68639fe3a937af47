import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Select,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';

type Props = {
  page: PageContext;
  formKey: string;
  colleagues: readonly { accountId: string; name: string }[];
  waiting: readonly {
    id: string;
    childName: string;
    authorityName: string;
    paragraph: Paragraph;
    dueOn: PlainDate;
  }[];
  /** How many are not allocated altogether. */
  of: number;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Giving several requests for advice that nobody has to one colleague. */
export function SeveralAllocationsPage({ page, formKey, colleagues, waiting, of, typed, errors }: Props) {
  const title = 'Allocate several at once';
  const back = { href: '/inbox?who=nobody', text: 'Not allocated' };
  return (
    <Layout title={title} page={page} errors={errors} backLink={back}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {waiting.length === 0 ? (
        <p class="govuk-body">Everything is allocated.</p>
      ) : (
        <Form action="/advice/allocations" idempotencyKey={formKey}>
          {of > waiting.length && (
            <p class="govuk-body">
              These are the {waiting.length} due soonest of {of}.
            </p>
          )}
          <Checkboxes
            name="chosen"
            classes="govuk-checkboxes--small"
            fieldset={{ legend: { text: 'What to allocate', classes: 'govuk-fieldset__legend--m' } }}
            errorMessage={errors['chosen']}
            values={(typed['chosen'] ?? '').split(',')}
            items={waiting.map((one) => ({
              value: one.id,
              text: `${one.childName}: ${sayParagraph(one.paragraph)}`,
              hint: `${one.authorityName}, due ${sayDate(one.dueOn)}`,
            }))}
          />
          <Select
            name="to"
            label={{ text: 'Who should have it?', classes: 'govuk-label--m' }}
            errorMessage={errors['to']}
            value={typed['to']}
            items={[
              { value: '', text: 'Select a colleague' },
              ...colleagues.map(({ accountId, name }) => ({ value: accountId, text: name })),
            ]}
          />
          <Button preventDoubleClick>Allocate</Button>
        </Form>
      )}
    </Layout>
  );
}
