import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Read } from '../conversation.ts';
import { promisesIn } from '../message.ts';
import { Conversation } from './conversation.tsx';
import { messagesInEasyRead } from './easy-read/family.ts';

export type FamilyMessagesProps = Read & {
  page: PageContext;
  childId: string;
  childName: string;
  /** Signed in with an account, so that nobody asks for a name. */
  named: boolean;
  today: PlainDate;
  /** The SEND team's telephone, where it has one. */
  phone: string | null;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** A family writes to the SEND team, and sees by when it will be answered. */
export const FamilyMessagesPage = inEasyRead(FamilyMessages, messagesInEasyRead);

function FamilyMessages(props: FamilyMessagesProps) {
  const { page, childId, childName, named, waiting, today, phone, formKey, typed, errors } = props;
  const { late, next } = promisesIn(waiting, today);
  return (
    <Layout
      title={`Messages about ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/family/${childId}`, text: 'Where things are' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Messages about {childName}</h1>
      <p class="govuk-body">
        What you write here is between you and the SEND team. Only you, and anyone you have invited, can read
        it.
      </p>
      <Conversation {...props} reader="family" address={`/family/${childId}/messages`} />
      {late !== null && (
        <InsetText>
          {`We promised you an answer by ${sayDate(late)}, and have not given it. You can telephone us${
            phone === null ? '' : ` on ${phone}`
          }, and you can complain.`}
        </InsetText>
      )}
      {next !== null && (
        <InsetText>
          {`We will answer ${late === null ? '' : 'what you wrote last '}by ${sayDate(next)}. That is our promise to you: no law sets a time.`}
        </InsetText>
      )}
      <Form action={`/family/${childId}/messages`} idempotencyKey={formKey}>
        <Textarea
          name="body"
          label={{ text: 'Write to the SEND team', classes: 'govuk-label--m' }}
          hint="Nothing you write here changes any time limit, or anything you are entitled to"
          errorMessage={errors['body']}
          value={typed['body']}
        />
        {!named && (
          <Input
            name="from"
            label="Your name"
            autocomplete="name"
            classes="govuk-input--width-20"
            errorMessage={errors['from']}
            value={typed['from']}
          />
        )}
        <Button>Send</Button>
      </Form>
    </Layout>
  );
}
