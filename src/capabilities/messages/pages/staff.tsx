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
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Read } from '../conversation.ts';
import { EVERYBODY } from '../message.ts';
import { Conversation } from './conversation.tsx';

type Props = Read & {
  page: PageContext;
  childId: string;
  childName: string;
  bornOn: PlainDate;
  /** Those the child is before, whose messages are apart from the family’s. */
  organisations: readonly { organisationId: string; name: string; written: number; waiting: number }[];
  /** Whom the team may write to. */
  readers: readonly { id: string; name: string; relationship: string }[];
  today: PlainDate;
  formKey: string;
  closeKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** What a family wrote, and the team's answer. */
export function StaffMessagesPage(props: Props) {
  const { page, childId, childName, bornOn, waiting, today, readers, errors } = props;
  const promised = waiting[0]?.promisedOn ?? null;
  return (
    <Layout
      title={`Messages: ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/cases/${childId}`, text: 'Case' }}
      beforeContent={
        <IdentityBar>
          {childName}
          <span class="opensend-identity-detail"> born {sayDate(bornOn)}</span>
        </IdentityBar>
      }
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Messages</h1>
      <Organisations {...props} />
      <Conversation
        {...props}
        address={`/cases/${childId}/messages`}
        reader="staff"
        names={new Map(readers.map(({ id, name }) => [id, name]))}
      />
      {page.worksOnCases && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${childId}/messages/heard`}>
            Write down what the family said by telephone, on paper or in person
          </a>
        </p>
      )}
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
  const { childId, waiting, formKey, closeKey, typed, errors } = props;
  return (
    <>
      <Form action={`/cases/${childId}/messages`} idempotencyKey={formKey}>
        <Textarea
          name="body"
          label={{ text: 'Write to the family', classes: 'govuk-label--m' }}
          hint="Whoever it is to is told. Those who have asked for post are sent the words"
          errorMessage={errors['body']}
          value={typed['body']}
        />
        <Whom {...props} legend="Who is it to?" />
        <Button>Send</Button>
      </Form>
      {props.waits && (
        <Details summary="No answer is needed" open={errors['reason'] !== undefined}>
          <Form action={`/cases/${childId}/messages/closure`} idempotencyKey={closeKey}>
            <Textarea
              name="reason"
              label="Why is no answer needed?"
              hint="The family reads this"
              errorMessage={errors['reason']}
              value={typed['reason']}
            />
            {new Set(waiting.map(({ contactId }) => contactId)).size > 1 && (
              <Whom {...props} legend="Whose message needs none?" idPrefix="closed" />
            )}
            <Button classes="govuk-button--secondary">Record that none is needed</Button>
          </Form>
        </Details>
      )}
    </>
  );
}

// One parent does not read what is between the team and another: so to whom is always said.
function Whom({
  readers,
  waiting,
  typed,
  errors,
  legend,
  idPrefix,
}: Props & { legend: string; idPrefix?: string }) {
  const whose = [...new Set(waiting.map(({ contactId }) => contactId))];
  const proposed = whose.length === 0 ? EVERYBODY : whose.length === 1 ? whose[0] : null;
  return (
    <Radios
      name="to"
      idPrefix={idPrefix}
      fieldset={{ legend: { text: legend } }}
      hint="Nobody else of the family reads what is to one person"
      errorMessage={errors['to']}
      value={typed['to'] ?? proposed}
      items={[
        ...readers.map(({ id, name, relationship }) => ({ value: id, text: `${name}, ${relationship}` })),
        { value: EVERYBODY, text: 'Everybody on the file who may be told' },
      ]}
    />
  );
}

function Organisations({ childId, organisations }: Props) {
  if (organisations.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">With organisations</h2>
      <ul class="govuk-list">
        {organisations.map(({ organisationId, name, written, waiting }) => (
          <li key={organisationId}>
            <a class="govuk-link" href={`/cases/${childId}/messages/${organisationId}`}>
              {name}
            </a>
            {waiting > 0 ? `: ${waiting} to answer` : written === 0 ? '' : `: ${written} written`}
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">With the family</h2>
    </>
  );
}
