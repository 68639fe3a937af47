import {
  Button,
  DeadlineTag,
  Details,
  ErrorSummary,
  type FieldErrors,
  Form,
  IdentityBar,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Read } from '../conversation.ts';
import { Conversation } from './conversation.tsx';

type Props = Read & {
  page: PageContext;
  childId: string;
  childName: string;
  bornOn: PlainDate;
  organisation: string;
  /** Of these messages. */
  address: string;
  today: PlainDate;
  formKey: string;
  closeKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** What an organisation wrote about a child, and the team's answer. */
export function StaffOrganisationMessagesPage(props: Props) {
  const { page, childId, childName, bornOn, organisation, waiting, today, errors } = props;
  const promised = waiting[0]?.promisedOn ?? null;
  return (
    <Layout
      title={`Messages with ${organisation}: ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/cases/${childId}/messages`, text: 'Messages' }}
      beforeContent={
        <IdentityBar>
          {childName}
          <span class="opensend-identity-detail"> born {sayDate(bornOn)}</span>
        </IdentityBar>
      }
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Messages with {organisation}</h1>
      <p class="govuk-body">
        Everybody at {organisation} reads these. The family does not: its messages are apart.
      </p>
      <Conversation {...props} reader="staff" />
      {promised !== null && (
        <p class="govuk-body">
          Answer promised by {sayDate(promised)} <DeadlineTag due={promised} today={today} doneOn={null} />
        </p>
      )}
      {page.worksOnCases && <Answer {...props} waits={promised !== null} />}
    </Layout>
  );
}

function Answer(props: Props & { waits: boolean }) {
  const { organisation, address, typed, errors } = props;
  return (
    <>
      <Form action={address} idempotencyKey={props.formKey}>
        <Textarea
          name="body"
          label={{ text: `Write to ${organisation}`, classes: 'govuk-label--m' }}
          hint="Its administrators, and whoever wrote, are told by email that there is a message"
          errorMessage={errors['body']}
          value={typed['body']}
        />
        <Button preventDoubleClick>Send</Button>
      </Form>
      {props.waits && (
        <Details summary="No answer is needed" open={errors['reason'] !== undefined}>
          <Form action={`${address}/closure`} idempotencyKey={props.closeKey}>
            <Textarea
              name="reason"
              label="Why is no answer needed?"
              hint="The organisation reads this"
              errorMessage={errors['reason']}
              value={typed['reason']}
            />
            <Button classes="govuk-button--secondary">Record that none is needed</Button>
          </Form>
        </Details>
      )}
    </>
  );
}
