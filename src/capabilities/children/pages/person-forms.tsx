import {
  Button,
  Input,
  InsetText,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import type { Person } from '../person.ts';
import { Ask, type Filled, type Of } from './frame.tsx';

type Props = { page: PageContext; of: Of; form: Filled };

/** Adding somebody to a child's file: only once staff have checked who they are. */
export function AddPersonPage({ page, of, form }: Props) {
  const line = (name: string, label: string, more: { hint?: string; type?: 'email' | 'tel' } = {}) => (
    <Input
      name={name}
      label={label}
      hint={more.hint}
      type={more.type}
      errorMessage={form.errors[name]}
      value={form.typed[name]}
    />
  );
  return (
    <Ask {...{ page, of, form }} title="Add a person" action={`/cases/${of.childId}/people/new`}>
      {line('name', 'Full name')}
      {line('relationship', 'Relationship to the child', { hint: 'For example, mother or foster carer' })}
      <Radios
        name="parentalResponsibility"
        fieldset={{ legend: { text: 'Do they have parental responsibility?' } }}
        errorMessage={form.errors['parentalResponsibility']}
        value={form.typed['parentalResponsibility']}
        classes="govuk-radios--inline"
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No, or not known' },
        ]}
      />
      <Radios
        name="prefers"
        fieldset={{ legend: { text: 'How should we write to them?' } }}
        errorMessage={form.errors['prefers']}
        value={form.typed['prefers']}
        items={[
          { value: 'email', text: 'Email' },
          { value: 'text', text: 'Text message, and letters by post' },
          { value: 'post', text: 'Letters by post' },
        ]}
      />
      {line('email', 'Email address', { type: 'email' })}
      {line('phone', 'Telephone number', { type: 'tel' })}
      <Textarea
        name="address"
        label="Address"
        rows={4}
        errorMessage={form.errors['address']}
        value={form.typed['address']}
      />
      {line('postcode', 'Postcode')}
      <How form={form} />
      <Button preventDoubleClick>Add this person</Button>
    </Ask>
  );
}

/** Recording that staff checked who somebody is. */
export function CheckPage({ page, of, form, person }: Props & { person: Person }) {
  const action = `/cases/${of.childId}/people/${person.id}/check`;
  return (
    <Ask {...{ page, of, form, action }} title={`Check who ${person.name} is`}>
      <InsetText>
        Anyone can send a request in a child’s name.{' '}
        {person.waiting && !person.restricted
          ? `Once you have recorded this, ${person.name} is written to about ${of.childName}, and can ask for a code to follow the request they sent.`
          : 'Record here how you know that this is who they say they are.'}
      </InsetText>
      <How form={form} />
      <Button preventDoubleClick>Record that you checked</Button>
    </Ask>
  );
}

function How({ form }: { form: Filled }) {
  return (
    <Textarea
      name="how"
      label="How did you check who they are?"
      hint="For example: telephoned on the number the school holds, and she gave the child’s date of birth. Your name and today are recorded with it."
      rows={4}
      errorMessage={form.errors['how']}
      value={form.typed['how']}
    />
  );
}

/** Restricting contact with somebody, or lifting it, with the reason. */
export function RestrictionPage({ page, of, form, person }: Props & { person: Person }) {
  const at = `/cases/${of.childId}/people/${person.id}/restriction`;
  if (person.restricted) {
    return (
      <Ask {...{ page, of, form }} action={`${at}/end`} title={`Lift the restriction on ${person.name}`}>
        <InsetText>
          Why it is restricted: {person.restriction?.reason}
          <br />
          Once it is lifted they are written to again.
        </InsetText>
        <Reason form={form} label="Why is it lifted?" hint="For example: the order ended on 3 March 2026" />
        <Button preventDoubleClick>Lift the restriction</Button>
      </Ask>
    );
  }
  return (
    <Ask {...{ page, of, form }} action={at} title={`Restrict contact with ${person.name}`}>
      <InsetText>
        They are sent nothing from now on, whoever a letter says it is for, and their own access to this file
        ends at once. Anyone following the case with a code has to ask for another. The family does not see
        this or the reason.
      </InsetText>
      <Reason
        form={form}
        label="Why is contact restricted?"
        hint="For example: a court order, with its date; a risk, and who told you; the young person’s own wish"
      />
      <Button preventDoubleClick classes="govuk-button--warning">
        Restrict contact
      </Button>
    </Ask>
  );
}

function Reason({ form, label, hint }: { form: Filled; label: string; hint: string }) {
  return (
    <Textarea
      name="reason"
      label={label}
      hint={hint}
      rows={4}
      errorMessage={form.errors['reason']}
      value={form.typed['reason']}
    />
  );
}
