import {
  Button,
  Input,
  InsetText,
  type PageContext,
  Radios,
  StackedTable,
  Textarea,
} from '../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import { type ContactChange, sayChange } from '../contact-details.ts';
import type { Person } from '../person.ts';
import { ContactFields } from './contact-fields.tsx';
import { DetailsNow } from './details-now.tsx';
import { Ask, type Filled, type Of } from './frame.tsx';

type Props = {
  page: PageContext;
  of: Of;
  form: Filled;
  person: Person;
  version: number;
  overtakenBy: string | null;
  changes: readonly ContactChange[];
};

/** Changing how somebody on a file is known, reached and spoken to. */
export function ContactDetailsPage({ page, of, form, person, version, overtakenBy, changes }: Props) {
  const action = `/cases/${of.childId}/people/${person.id}/details`;
  return (
    <Ask {...{ page, of, form, action, version }} title={`Details of ${person.name}`}>
      {overtakenBy !== null && <DetailsNow title={`What ${overtakenBy} saved`} details={person} />}
      <InsetText>
        Every letter that has not gone yet goes where you say here. Letters that went to another address are
        listed with the people of this file, to be sent again if they should be.
      </InsetText>
      <Input name="name" label="Full name" errorMessage={form.errors['name']} value={form.typed['name']} />
      <Input
        name="relationship"
        label="Relationship to the child"
        errorMessage={form.errors['relationship']}
        value={form.typed['relationship']}
      />
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
      <ContactFields form={form} who="them" />
      <Textarea
        name="why"
        label="How do you know?"
        hint="For example: she telephoned from the number we have; he wrote to us on 3 March 2026"
        rows={2}
        errorMessage={form.errors['why']}
        value={form.typed['why']}
      />
      <Button preventDoubleClick>Save</Button>
      {changes.length > 0 && <ContactChanges changes={changes} />}
    </Ask>
  );
}

function ContactChanges({ changes }: { changes: readonly ContactChange[] }) {
  return (
    <StackedTable
      caption="What was changed, newest first"
      captionClasses="govuk-table__caption--m"
      head={['When', 'Who', 'What', 'How it was known']}
      rows={changes
        .toReversed()
        .map((change) => [
          sayDate(englishDay(change.at)),
          change.byKind === 'family' ? `${change.by}, online` : change.by,
          sayChange(change).join('. '),
          change.why ?? 'They changed it themself',
        ])}
    />
  );
}
