import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import type { StaffMember } from '../staff-member.ts';
import { Newcomer } from './newcomer.tsx';
import { RoleBoxes, sayRoles } from './role-boxes.tsx';

export type StaffPageProps = {
  page: PageContext;
  people: readonly (StaffMember<string> & { email: string })[];
  /** Every role there is. */
  choices: readonly string[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

/** Who is on the authority's staff and what each can do, for its administrators. */
export function StaffPage({ page, people, choices, typed, errors, formKey }: StaffPageProps) {
  return (
    <Layout title="Staff" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Staff</h1>
      <StackedTable
        caption="People who can sign in"
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={['Name', 'Email address', 'What they can do', 'Change']}
        rows={people.map((person) => [
          person.name,
          person.email,
          sayRoles(person.roles),
          <a class="govuk-link" href={`/staff/${person.accountId}/roles`}>
            Change<span class="govuk-visually-hidden"> what {person.name} can do</span>
          </a>,
        ])}
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/staff/clinical-officers">
          Who sees all health advice that is outstanding
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/staff/notified-bodies">
          Who is told of every request
        </a>
      </p>
      <Form action="/staff" idempotencyKey={formKey}>
        <h2 class="govuk-heading-m">Add somebody</h2>
        <Newcomer typed={typed} errors={errors} />
        <RoleBoxes
          legend="What can they do?"
          choices={choices}
          ticked={(typed['roles'] ?? '').split(',')}
          error={errors['roles']}
        />
        <Button preventDoubleClick>Add to staff</Button>
      </Form>
    </Layout>
  );
}
