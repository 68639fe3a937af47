import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import type { Worker } from '../allocation.ts';
import type { Team } from '../team.ts';

type Props = {
  page: PageContext;
  teams: readonly Team[];
  workers: readonly Worker[];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The teams of an authority's staff. */
export function TeamsPage({ page, teams, workers, formKey, typed, errors }: Props) {
  const nameOf = new Map(workers.map(({ accountId, name }) => [accountId, name]));
  return (
    <Layout title="Teams" page={page} errors={errors} backLink={{ href: '/caseload', text: 'Caseload' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Teams</h1>
      <p class="govuk-body">
        A team is for seeing whose work is whose, in lists and reports. It lets nobody see or do anything.
      </p>
      {teams.length === 0 ? (
        <p class="govuk-body">There are none yet.</p>
      ) : (
        <StackedTable
          caption="Teams"
          captionClasses="govuk-visually-hidden"
          head={['Team', 'Who is in it', 'What you can do']}
          rows={teams.map((team) => [
            <a class="govuk-link" href={`/cases?view=open&whose=team-${team.id}`}>
              {team.name}
            </a>,
            team.memberIds.map((id) => nameOf.get(id) ?? 'Somebody who has left').join(', ') || 'Nobody',
            <a class="govuk-link" href={`/caseload/teams/${team.id}`}>
              Change<span class="govuk-visually-hidden"> {team.name}</span>
            </a>,
          ])}
        />
      )}
      <Form action="/caseload/teams" idempotencyKey={formKey}>
        <Input
          name="name"
          label={{ text: 'Make a team', classes: 'govuk-label--m' }}
          hint="Its name"
          classes="govuk-input--width-20"
          errorMessage={errors['name']}
          value={typed['name']}
        />
        <Button>Make the team</Button>
      </Form>
    </Layout>
  );
}

type OneProps = {
  page: PageContext;
  team: Team;
  workers: readonly Worker[];
  formKey: string;
  endKey: string;
  errors: FieldErrors;
};

/** Who is in a team. */
export function TeamPage({ page, team, workers, formKey, endKey, errors }: OneProps) {
  const at = `/caseload/teams/${team.id}`;
  const gone = team.memberIds.filter((id) => !workers.some(({ accountId }) => accountId === id));
  return (
    <Layout
      title={`Team: ${team.name}`}
      page={page}
      errors={errors}
      backLink={{ href: '/caseload/teams', text: 'Teams' }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">Team</span>
      <h1 class="govuk-heading-l">{team.name}</h1>
      <Form action={at} idempotencyKey={formKey}>
        <input type="hidden" name="seen" value={team.memberIds.join(',')} />
        <Checkboxes
          name="members"
          fieldset={{ legend: { text: 'Who is in it?', classes: 'govuk-fieldset__legend--m' } }}
          classes="govuk-checkboxes--small"
          errorMessage={errors['members']}
          items={[
            ...workers.map(({ accountId, name }) => ({
              value: accountId,
              text: name,
              checked: team.memberIds.includes(accountId),
            })),
            ...gone.map((id) => ({ value: id, text: 'Somebody who has left', checked: true })),
          ]}
        />
        <Button>Save</Button>
      </Form>
      <Form action={`${at}/end`} idempotencyKey={endKey}>
        <Button classes="govuk-button--warning" preventDoubleClick>
          End this team
        </Button>
      </Form>
    </Layout>
  );
}
