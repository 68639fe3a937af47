import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import type { Missed } from '../missed.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';
import { MissedList } from './missed-list.tsx';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  childName: string;
  authorityName: string;
  paragraph: Paragraph;
  missed: readonly Missed[];
  /** Signed advice needs no excuse: null until it is. */
  signed: object | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Saying that an appointment made for this advice was missed. */
export function MissedPage({ page, formKey, id, missed, typed, errors, signed, ...asked }: Props) {
  const title = 'Missed appointments';
  return (
    <Layout title={title} page={page} errors={errors} backLink={`/advice/${id}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {asked.childName}: {sayParagraph(asked.paragraph)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        If the child or young person missed an appointment you made for this advice, {asked.authorityName}{' '}
        decides whether that is a lawful exception to your six weeks (SEND Regulations 2014, regulation 8(2)).
        It does not move the date.
      </p>
      <MissedList missed={missed} undecided={() => 'Not decided yet'} />
      {signed === null && (
        <Form action={`/advice/${id}/missed-appointments`} idempotencyKey={formKey}>
          <h2 class="govuk-heading-m">Record a missed appointment</h2>
          <DateField name="missedOn" legend="Day of the appointment" errors={errors} typed={typed} />
          <Input
            name="what"
            label="What was it for?"
            hint="For example, an assessment of hearing at the clinic"
            errorMessage={errors['what']}
            value={typed['what']}
          />
          <Textarea
            name="evidence"
            label="How do you know that it was made and not kept?"
            hint="For example, the letter you sent, when and to whom, and your note of the day"
            errorMessage={errors['evidence']}
            value={typed['evidence']}
            rows={4}
          />
          <Button preventDoubleClick>Record it</Button>
        </Form>
      )}
    </Layout>
  );
}
