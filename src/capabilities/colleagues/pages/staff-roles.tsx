import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import type { StaffMember } from '../staff-member.ts';
import { RoleBoxes, sayRoles } from './role-boxes.tsx';

export type StaffRolesPageProps = {
  page: PageContext;
  /** As saved now. */
  member: StaffMember<string>;
  ticked: readonly string[];
  choices: readonly string[];
  errors: FieldErrors;
  formKey: string;
};

/** What one member of staff can do, for an administrator to change. */
export function StaffRolesPage({ page, member, ticked, choices, errors, formKey }: StaffRolesPageProps) {
  const title = `What ${member.name} can do`;
  return (
    <Layout title={title} page={page} errors={errors} backLink="/staff">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={`/staff/${member.accountId}/roles`} idempotencyKey={formKey}>
        <input type="hidden" name="seen" value={member.roles.join(',')} />
        <RoleBoxes
          legend="What can they do?"
          hint={`Now: ${sayRoles(member.roles)}. With nothing selected they can no longer sign in. The cases of somebody who is neither a caseworker nor a manager wait for a manager to give them on.`}
          choices={choices}
          ticked={ticked}
          error={errors['roles']}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Layout>
  );
}
