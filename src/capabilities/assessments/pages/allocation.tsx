import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Radios,
} from '../../../design-system/index.ts';
import { NOBODY } from '../allocation.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  childName: string;
  authorityName: string;
  paragraph: Paragraph;
  colleagues: readonly { accountId: string; name: string }[];
  /** How often it had been said who has it when this page was made. */
  seen: number;
  chosen: string;
  errors: FieldErrors;
};

/** Saying which colleague has a request for advice. */
export function AllocationPage({ page, formKey, id, colleagues, seen, chosen, errors, ...asked }: Props) {
  const title = 'Who has this?';
  return (
    <Layout title={title} page={page} errors={errors} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {asked.childName}: {sayParagraph(asked.paragraph)}, {asked.authorityName}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={`/advice/${id}/allocation`} idempotencyKey={formKey}>
        <input type="hidden" name="seen" value={seen} />
        <Radios
          name="to"
          fieldset={{ legend: { text: 'Colleague', classes: 'govuk-fieldset__legend--m' } }}
          hint="Everybody at your organisation can still see it and answer it"
          errorMessage={errors['to']}
          value={chosen}
          items={[
            ...colleagues.map(({ accountId, name }) => ({ value: accountId, text: name })),
            { divider: 'or' },
            { value: NOBODY, text: 'Nobody: not allocated' },
          ]}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Layout>
  );
}
