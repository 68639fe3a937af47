import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import type { Typed } from '../../../platform/http/forms.ts';
import type { Part, Sharing } from '../together.ts';
import { joinInEasyRead } from './easy-read/joining.ts';
import { togetherInEasyRead } from './easy-read/together.ts';

const OTHER = {
  family: 'somebody at the school or college',
  school: 'the parent or young person',
} as const satisfies Record<Part, string>;

export type TogetherProps = {
  page: PageContext;
  draftId: string;
  sharing: Sharing | null;
  part: Part;
  /** Whether whoever looks began the request. */
  mine: boolean;
  askName: boolean;
  typed: Typed;
  errors: FieldErrors;
  formKey: string;
};

/** Writing a request together: what that means, whom to invite, and how to stop. */
export const TogetherPage = inEasyRead(Together, togetherInEasyRead);

function Together(props: TogetherProps) {
  const { page, draftId, sharing, part, errors, formKey } = props;
  return (
    <Layout title="Write this together" page={page} errors={errors} backLink={`/drafts/${draftId}/check`}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Write this together</h1>
      <ul class="govuk-list govuk-list--bullet">
        <li>A family and one person at the school or college can write in the same request.</li>
        <li>
          Each sees what the other writes, and who wrote it. The school does not see your address or how to
          reach you.
        </li>
        <li>Only the parent or young person sends it. They never have to wait for the school.</li>
        <li>Either can stop at any time. What is written stays in the request.</li>
      </ul>
      {sharing === null ? (
        <Form action={`/drafts/${draftId}/together`} idempotencyKey={formKey}>
          {props.askName && (
            <Input
              name="name"
              label="Your name, as they will see it"
              autocomplete="name"
              value={props.typed['name']}
              errorMessage={errors['name']}
            />
          )}
          <Button preventDoubleClick>{`Make a link for ${OTHER[part]}`}</Button>
        </Form>
      ) : (
        <>
          <p class="govuk-body">
            {sharing.editor === null
              ? 'Nobody has used the link yet. It works once, and for 14 days.'
              : `${sharing.ownerName} and ${sharing.editor.name} are writing this together.`}
          </p>
          <Form action={`/drafts/${draftId}/together/ending`} idempotencyKey={formKey}>
            <Button classes="govuk-button--secondary" preventDoubleClick>
              {part === 'school' ? 'Stop writing in this request' : 'Stop sharing this request'}
            </Button>
          </Form>
        </>
      )}
    </Layout>
  );
}

/** The link, shown this once: whoever uses it first is the one person who joins. */
export function InvitedPage({ page, draftId, link }: { page: PageContext; draftId: string; link: string }) {
  return (
    <Layout title="Send them this link" page={page}>
      <h1 class="govuk-heading-l">Send them this link</h1>
      <p class="govuk-body">Copy it now: it is not shown again. It works once, and for 14 days.</p>
      <InsetText>
        <AsTyped>{link}</AsTyped>
      </InsetText>
      <p class="govuk-body">
        Send it only to the person you mean. If it reaches somebody else, stop sharing and make another.
      </p>
      <Button href={`/drafts/${draftId}/check`}>Go on with the request</Button>
    </Layout>
  );
}

export type JoinProps = {
  page: PageContext;
  invitation: Pick<Sharing, 'ownerName' | 'invites'> | null;
  action: string;
  signedInAs: string | null;
  askName: boolean;
  typed: Typed;
  errors: FieldErrors;
  formKey: string;
};

/** What somebody sees who was sent the link. It says nothing of the child until they have joined. */
export const JoinPage = inEasyRead(Join, joinInEasyRead);

function Join({ page, invitation, action, signedInAs, askName, typed, errors, formKey }: JoinProps) {
  if (invitation === null) {
    return (
      <Layout title="This link does not work" page={page}>
        <h1 class="govuk-heading-l">This link does not work</h1>
        <p class="govuk-body">
          It has been used, has run out, or was ended. Ask whoever sent it for another. You can also{' '}
          <a class="govuk-link" href="/requests/new">
            ask for an assessment
          </a>{' '}
          yourself.
        </p>
      </Layout>
    );
  }
  const signIn = invitation.invites === 'school' && signedInAs !== 'organisation';
  return (
    <Layout title="Write a request together" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Write a request together</h1>
      <p class="govuk-body">
        {invitation.ownerName} has asked you to write a request for an assessment with them. You will each see
        what the other writes.
      </p>
      {signIn ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/sign-in?to=${encodeURIComponent(action)}`}>
            Sign in with your school or college’s account
          </a>{' '}
          to join.
        </p>
      ) : (
        <Form action={action} idempotencyKey={formKey}>
          {askName && (
            <Input
              name="name"
              label="Your name, as they will see it"
              autocomplete="name"
              value={typed['name']}
              errorMessage={errors['name']}
            />
          )}
          <Button preventDoubleClick>Join</Button>
        </Form>
      )}
    </Layout>
  );
}
