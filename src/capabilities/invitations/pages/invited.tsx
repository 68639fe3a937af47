import {
  Button,
  Details,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Invitation, Sees } from '../inviting.ts';
import { invitedCodeInEasyRead, invitedInEasyRead, myInvitationsInEasyRead } from './easy-read/invited.ts';

const YOU_SEE = {
  'whole file': 'Everything the family sees, to read; and the messages, to read and write',
  'tracker and messages': 'Where things are; and the messages, to read and write',
} as const satisfies Record<Sees, string>;

export type AskProps = {
  page: PageContext;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

/** Somebody who was invited asks for a code, the first time and whenever they come back. */
export const InvitedPage = inEasyRead(Invited, invitedInEasyRead);

function Invited({ page, typed, errors, formKey }: AskProps) {
  return (
    <Layout title="Open a case you were invited to" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Open a case you were invited to</h1>
      <p class="govuk-body">
        If a family invited you to follow their case, enter the email address the invitation came to. We send
        a one-time code there.
      </p>
      <Form action="/invited" idempotencyKey={formKey}>
        <Input
          name="email"
          type="email"
          label="Your email address"
          autocomplete="email"
          spellcheck={false}
          errorMessage={errors['email']}
          value={typed['email']}
        />
        <Button preventDoubleClick>Send me a code</Button>
      </Form>
    </Layout>
  );
}

/** The same page whether or not anybody was invited at that address: it says nothing about anybody. */
export const InvitedCodePage = inEasyRead(InvitedCode, invitedCodeInEasyRead);

function InvitedCode({ page, typed, errors, formKey }: AskProps) {
  return (
    <Layout title="Enter your code" page={page} errors={errors} backLink="/invited">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Enter your code</h1>
      <p class="govuk-body">
        If somebody invited {typed['email']}, we have sent a code there. It takes a minute or two.
      </p>
      <Form action="/invited/code" idempotencyKey={formKey}>
        <input type="hidden" name="email" value={typed['email'] ?? ''} />
        <Input
          name="code"
          label="Code"
          hint="8 letters and numbers, for example K7QM-2RXD"
          classes="govuk-input--width-10"
          spellcheck={false}
          autocomplete="one-time-code"
          autocapitalize="characters"
          errorMessage={errors['code']}
        />
        <Button preventDoubleClick>Continue</Button>
      </Form>
      <Details summary="I did not get a code">
        <p class="govuk-body">
          Check that it is the address the invitation came to, then{' '}
          <a class="govuk-link" href="/invited">
            ask for another code
          </a>
          . If the invitation was taken back or has run out, ask whoever invited you.
        </p>
      </Details>
    </Layout>
  );
}

export type Waiting = Invitation & { inviter: string; acceptKey: string; endKey: string };
export type ListProps = {
  page: PageContext;
  waiting: readonly Waiting[];
  files: boolean;
  errors: FieldErrors;
};

/** What somebody is invited to, before they accept it. */
export const MyInvitationsPage = inEasyRead(MyInvitations, myInvitationsInEasyRead);

function MyInvitations({ page, waiting, files, errors }: ListProps) {
  return (
    <Layout title="Your invitations" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Your invitations</h1>
      {waiting.length === 0 && <p class="govuk-body">No invitation is waiting for you.</p>}
      {waiting.map((one) => (
        <section key={one.id} aria-labelledby={`from-${one.id}`}>
          <h2 class="govuk-heading-m" id={`from-${one.id}`}>
            From {one.inviter}
          </h2>
          <SummaryList
            rows={[
              { key: 'What you would see', value: YOU_SEE[one.sees] },
              { key: 'Until', value: sayDate(one.untilOn) },
            ]}
          />
          <p class="govuk-body">
            What you read is private to the family. They see when you open it, and what. They can take this
            back at any time.
          </p>
          <div class="govuk-button-group">
            <Form action={`/invitations/${one.id}/acceptance`} idempotencyKey={one.acceptKey}>
              <Button preventDoubleClick>
                Accept<span class="govuk-visually-hidden"> the invitation from {one.inviter}</span>
              </Button>
            </Form>
            <Form action={`/invitations/${one.id}/refusal`} idempotencyKey={one.endKey}>
              <Button classes="govuk-button--secondary">
                Say no<span class="govuk-visually-hidden"> to the invitation from {one.inviter}</span>
              </Button>
            </Form>
          </div>
        </section>
      ))}
      {files && (
        <p class="govuk-body">
          <a class="govuk-link" href="/family">
            See the cases you follow
          </a>
        </p>
      )}
    </Layout>
  );
}
