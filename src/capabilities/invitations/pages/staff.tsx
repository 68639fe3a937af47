import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  IdentityBar,
  InsetText,
  Layout,
  type PageContext,
  Radios,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { SAID_HOW } from '../../../shared/said-how.ts';
import { capital } from '../../../shared/words.ts';
import { Invitations, type Shown } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';

type Props = {
  page: PageContext;
  childId: string;
  childName: string;
  bornOn: PlainDate;
  invitations: readonly Shown[];
  inviters: readonly { id: string; name: string; relationship: string }[];
  today: PlainDate;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Whom a family invited, and writing down an invitation, or the taking back of one, that they told staff of. */
export function StaffInvitationsPage(props: Props) {
  const { page, childId, childName, bornOn, errors } = props;
  const base = `/cases/${childId}/invitations`;
  return (
    <Layout
      title={`People the family invited: ${childName}`}
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
      <h1 class="govuk-heading-l">People the family invited</h1>
      <Invitations
        invitations={props.invitations}
        today={props.today}
        base={base}
        reader="staff"
        ends={page.worksOnCases}
      />
      {page.worksOnCases && <WriteDown {...props} base={base} />}
    </Layout>
  );
}

function WriteDown({ base, inviters, formKey, typed, errors }: Props & { base: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">Write down an invitation</h2>
      {inviters.length === 0 ? (
        <InsetText>There is nobody on the file who may invite somebody.</InsetText>
      ) : (
        <Form action={base} idempotencyKey={formKey}>
          <Radios
            name="inviter"
            fieldset={{ legend: { text: 'Who invites them?' } }}
            hint="They are told when it is accepted. Nobody else on the file is told of it"
            errorMessage={errors['inviter']}
            value={typed['inviter']}
            items={inviters.map(({ id, name, relationship }) => ({
              value: id,
              text: `${name}, ${relationship}`,
            }))}
          />
          <Radios
            name="saidHow"
            fieldset={{ legend: { text: 'How did they tell you?' } }}
            errorMessage={errors['saidHow']}
            value={typed['saidHow']}
            items={SAID_HOW.map((value) => ({ value, text: capital(value) }))}
          />
          <DateField
            name="saidOn"
            legend={{ text: 'Which day did they tell you?' }}
            errors={errors}
            typed={typed}
          />
          <InviteForm {...{ typed, errors }} reader="staff" />
          <Button preventDoubleClick>Send the invitation</Button>
        </Form>
      )}
    </>
  );
}
