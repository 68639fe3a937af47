import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Read } from '../conversation.ts';
import { promisesIn } from '../message.ts';
import { Conversation } from './conversation.tsx';

type Props = Read & {
  page: PageContext;
  childId: string;
  childName: string;
  today: PlainDate;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** An organisation writes to the SEND team about a child, and sees by when it will be answered. */
export function OrganisationMessagesPage(props: Props) {
  const { page, childId, childName, waiting, today, formKey, typed, errors } = props;
  const { late, next } = promisesIn(waiting, today);
  return (
    <Layout
      title={`Messages about ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: '/inbox', text: 'Inbox' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Messages about {childName}</h1>
      <p class="govuk-body">
        Between the SEND team and everybody at your organisation. The family has messages of its own, apart
        from these; what you write here is part of the child’s record.
      </p>
      <Conversation {...props} reader="organisation" address={`/children/${childId}/messages`} />
      {late !== null && (
        <InsetText>
          {`The SEND team promised an answer by ${sayDate(late)}, and has not given it. You can telephone them.`}
        </InsetText>
      )}
      {next !== null && (
        <InsetText>
          {`The SEND team has promised an answer ${late === null ? '' : 'to what you wrote last '}by ${sayDate(next)}. That is its own promise: no law sets a time.`}
        </InsetText>
      )}
      <Form action={`/children/${childId}/messages`} idempotencyKey={formKey}>
        <Textarea
          name="body"
          label={{ text: 'Write to the SEND team', classes: 'govuk-label--m' }}
          hint="To give advice, or answer a consultation, use its own page: a message is neither"
          errorMessage={errors['body']}
          value={typed['body']}
        />
        <Button preventDoubleClick>Send</Button>
      </Form>
    </Layout>
  );
}
