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
} from '../../../design-system/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { invitationsInEasyRead } from './easy-read/family.ts';
import { Invitations, type Shown } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';

export type FamilyProps = {
  page: PageContext;
  childId: string;
  childName: string;
  invitations: readonly Shown[];
  today: PlainDate;
  /** Why nobody can be invited from here; null where they can. */
  cannot: string | null;
  named: boolean;
  sendiass: string | null;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** A parent or young person lets somebody follow the case beside them, sees what they opened, and takes it back. */
export const FamilyInvitationsPage = inEasyRead(FamilyInvitations, invitationsInEasyRead);

function FamilyInvitations(props: FamilyProps) {
  const { page, childId, childName, typed, errors } = props;
  const base = `/family/${childId}/invitations`;
  return (
    <Layout
      title={`People you invited to see where things are for ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/family/${childId}`, text: 'Where things are' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Invite somebody to help you</h1>
      <p class="govuk-body">
        You can let somebody follow {childName}’s case beside you: a relative, an advocate, a lawyer or the
        free advice service. They can read it and write messages. They cannot do anything else in your name.
      </p>
      <p class="govuk-body">Free, impartial advice: {props.sendiass ?? 'ask us for your local service'}.</p>
      <h2 class="govuk-heading-m">People you invited</h2>
      <Invitations invitations={props.invitations} today={props.today} base={base} reader="family" ends />
      <h2 class="govuk-heading-m">Invite somebody</h2>
      {props.cannot === null ? (
        <Form action={base} idempotencyKey={props.formKey}>
          <InviteForm {...{ typed, errors }} reader="family" />
          {!props.named && (
            <Input
              name="from"
              label="Your name"
              autocomplete="name"
              classes="govuk-input--width-20"
              errorMessage={errors['from']}
              value={typed['from']}
            />
          )}
          <Button preventDoubleClick>Send the invitation</Button>
        </Form>
      ) : (
        <InsetText>{props.cannot}</InsetText>
      )}
    </Layout>
  );
}
