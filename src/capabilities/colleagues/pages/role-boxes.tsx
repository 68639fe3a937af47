import { Checkboxes } from '../../../design-system/index.ts';
import { capital } from '../../../shared/words.ts';

const DOES: Readonly<Record<string, string>> = {
  caseworker: 'Works on requests, assessments and plans',
  manager: 'Sees how the team is doing',
  'panel member': 'Sits on the panel that considers cases',
  finance: 'Sees what provision costs',
  administrator: 'Adds staff, and says what each can do',
};

/** A box for each role. */
export function RoleBoxes(props: {
  legend: string;
  choices: readonly string[];
  ticked: readonly string[];
  hint?: string;
  error: string | undefined;
}) {
  return (
    <Checkboxes
      name="roles"
      fieldset={{ legend: { text: props.legend, classes: 'govuk-fieldset__legend--s' } }}
      hint={props.hint}
      errorMessage={props.error}
      items={props.choices.map((role) => ({ value: role, text: capital(role), hint: DOES[role] }))}
      values={props.ticked}
    />
  );
}

/** `Caseworker, manager`; without any, that they can do nothing. */
export function sayRoles(roles: readonly string[]): string {
  return roles.length === 0 ? 'Nothing' : capital(roles.join(', '));
}
